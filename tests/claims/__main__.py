"""What is false or unchecked on a page: ``python -m tests.claims tell 40`` looks at 40 lessons."""

import re
import sys
from collections import Counter

from tests.claims.lessons import VIEWS, visit
from tests.claims.page import faults

wanted, count = sys.argv[1], int(sys.argv[2])
found: Counter[str] = Counter()
for page, part in VIEWS:
    if wanted in (page, part):
        for seed in range(count):
            one = visit(page, part, seed)
            for fault in faults(one):
                kind = re.sub(r"[\d.,⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉⁻×−-]+", "#", fault)
                found[kind] += 1
                if found[kind] == 1:
                    print(f"{fault[:300]}\n    {seed}: {one.query}"[:700])
print(len(found), "kinds,", sum(found.values()), "in all")
