"""Whether a part of a page writes an equation of the book."""

import re
from typing import Any

from tests.pages.chapter_app import formulas
from tests.writing.reading import uncoloured


def writes(block: Any, equation: str) -> bool:
    """Whether one of the formulas of this part of the page has this equation in it."""
    return any(plain(equation) in plain(one) for one in formulas(block))


def plain(latex: str) -> str:
    """LaTeX without what only makes it look better: colours, sizes, spaces, braces."""
    latex = re.sub(r"\\(big[lr]|left|right|(text|display)style|enspace)\b", "", uncoloured(latex))
    latex = latex.replace(r"\tfrac", r"\frac").replace(r"\cdot ", "*")
    return re.sub(r"\\[,:;!]|[{}\s&]", "", latex)
