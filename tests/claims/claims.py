"""What the pages may say: every kind of sentence, each with a check of its numbers and words.

A module ``claims.py`` beside the tests of an idea has those of the idea. A sentence with a number
or with a word such as "largest" that none of them knows is refused, so that a page built later is
covered: whoever builds it says here how its sentences are checked.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from backprop.lesson import Lesson
from tests.claims import formulas
from tests.claims.said import Text
from tests.claims.spelling import spelled
from tests.claims.truth import Place, Truth

Check = Callable[..., None]
FormulaCheck = Callable[["Scene", Text, str], object]

NUMBER = r"[+−]?(?:beyond |below −)?\d[\d,]*(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?"
_UP, _DOWN = "⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉"
ADDRESS = rf"(?:∂C/∂[wb][{_UP}]|∂C/∂x|σ′\(z[{_UP}][{_DOWN},]*\)|[wbzaδy][{_UP}]?|C)[{_DOWN},]*"
KINDS = {
    "number": NUMBER,
    "numbers": rf"{NUMBER}(?:, {NUMBER})*",
    "address": ADDRESS,
    "int": r"\d+",
    "percent": r"[\d.]+ %",
    "signs": "[▲▼∅◢○].*",
    "text": ".+?",
}
CLAIM_WORD = re.compile(
    r"\d|\b(?:all|always|any|anything|agree|alike|apart|best|both|cannot|differs?|each|equal|every|exact(?:ly)?"
    r"|falls?|fast(?:er|est)?|few(?:er)?|goes down|goes up|grows?|half|hardly|high(?:er|est)?|larg(?:e|er|est)"
    r"|least|less|little|low(?:er|est)?|many|more|most|near(?:ly)?|negative|never|no|none|nothing|off|once"
    r"|only|positive|quick(?:ly)?|really|right|rises?|same|saturated|shrinks?|slow(?:ly)?|small(?:er|est)?"
    r"|steep(?:er|est)?|too|tru(?:e|ly)|twice|vanish(?:es)?|within|worse|wrong|zero)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Scene:
    """What a page is about when it says something."""

    lesson: Lesson
    page: str
    part: str
    data: dict[str, Any]
    """What the stage was sent."""

    @cached_property
    def truth(self) -> Truth:
        own = TRUTHS.get(self.part)
        return own(self) if own else Truth.of(self.lesson)


@dataclass(frozen=True)
class Claim:
    template: str
    pattern: re.Pattern[str]
    where: str
    part: str
    check: Check


TRUTHS: dict[str, Callable[[Scene], Truth]] = {
    part: lambda scene: Truth.of(scene.lesson).with_biases() for part in ("proof", "prove")
}
"""The numbers of a part that are not those of the lesson's network, by the part's name."""
CLAIMS: list[Claim] = []
FORMULAS: list[tuple[str, str, "FormulaCheck"]] = []


def claim(*templates: str, where: str = "", part: str = "") -> Callable[[Check], Check]:
    """The check of these sentences: it is given the scene, the text and each field by its name.

    A field is {name:kind}, its kind "number", "address", "int", "percent" or "text". ``where`` and
    ``part`` are searched for in where the text stands, and in the part of the page.
    """

    def register(check: Check) -> Check:
        CLAIMS.extend(Claim(one, _pattern(one), where, part, check) for one in templates)
        return check

    return register


def always(*templates: str, where: str = "", part: str = "") -> None:
    """Sentences that are true of every lesson, read by a person; their fields may be anything."""
    claim(*templates, where=where, part=part)(lambda scene, text, **fields: None)


def formulas_of(part: str, where: str = "") -> Callable[[FormulaCheck], FormulaCheck]:
    """The check of all formulas of a part of a page, in place of the one that all others have."""

    def register(check: FormulaCheck) -> FormulaCheck:
        FORMULAS.append((part, where, check))
        return check

    return register


def formula_check(scene: Scene, text: Text) -> FormulaCheck:
    """How the formulas of this text are checked: as those of the network on its example, or so."""
    for part, where, check in FORMULAS:
        if part == scene.part and re.search(where, text.where):
            return check
    return lambda scene, text, latex: formulas.check(latex, scene.truth)


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+):(\w+)\}", template)
    found = ""
    for n, part in enumerate(parts):
        if n % 3 == 0:
            found += re.escape(part)
        elif n % 3 == 1:
            found += f"(?P<{part}>"
        else:
            found += f"{KINDS[part]})"
    return re.compile(found)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without what only makes it look its way."""
    text = text.replace("\u202f", " ").replace("\u00a0", " ")
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r":(?:material/\w+|small|red|green|orange|blue|gray)(?:\[|:)", "", text)
    text = re.sub(r"\$\$?.*?\$\$?", "$", text, flags=re.DOTALL).replace("**", "").replace("`", "")
    for line in text.splitlines():
        for one in re.split(
            r"(?<=[.!?])\s+(?=[^a-z\s])", re.sub(r"^\s*(?:[-*#]+|\d+\.)\s+", "", line)
        ):
            if one.strip():
                yield one.strip()


def judge(text: Text, scene: Scene) -> Iterator[str]:
    """What is wrong with each sentence of a text: it is false, or nobody has said how to check it."""
    if "\\" in text.text and "$" not in text.text:  # a formula, read by ``formulas``
        return
    for one in sentences(text.text):
        if not CLAIM_WORD.search(one):
            continue
        known = False
        for each in CLAIMS:
            if not (re.search(each.where, text.where) and re.search(each.part, scene.part)):
                continue
            if found := each.pattern.fullmatch(one):
                known = True
                try:
                    each.check(scene, text, **found.groupdict())
                except AssertionError as error:
                    yield f"{one!r} at {text.where}: {error}"
        if not known:
            yield f"nobody checks {one!r} at {text.where}"


def place_of(address: str) -> Place:
    """The address that a text has: δ²₁, ∂C/∂w³₂₁, σ′(z²₁)."""
    found = re.fullmatch(
        rf"(∂C/∂[wbx]|σ′\(z|[wbzaδyC])([{_UP}]?)([{_DOWN}]*)(,?)([{_DOWN}]*)\)?", address
    )
    assert found, f"{address} is no address"
    names = {"σ′(z": "sigma_prime", "δ": "delta"}
    symbol = names.get(found[1], found[1].replace("∂C/∂", "nabla_"))
    j, k = (one.translate(str.maketrans(_DOWN, "0123456789")) for one in (found[3], found[5]))
    if symbol in ("w", "nabla_w") and not found[4]:
        j, k = j[:1], j[1:]
    return Place(symbol, _UP.index(found[2]) if found[2] else 0, int(j or 0), int(k or 0))


def number_of(text: str) -> float:
    """The number that a text has."""
    mantissa, _, power = text.replace("−", "-").replace(",", "").partition("×10")
    power = "".join("-0123456789"["⁻⁰¹²³⁴⁵⁶⁷⁸⁹".index(sign)] for sign in power)
    return float(f"{mantissa}e{power or 0}")


def check_number(text: str, true: float, noise: float = 0.0) -> None:
    """Raise AssertionError where a text is not the number, in three digits or more.

    ``noise`` is how far the number may be away for rounding alone.
    """
    bare = text.lstrip("+")
    if any(spelled(true, digits) == bare for digits in range(3, 18)):
        return
    digits = len(re.sub(r"×10.*|\D", "", bare).lstrip("0"))
    within = [spelled(true + step, max(3, digits)) for step in (-noise, noise)]
    least, most = (act(map(number_of, within)) for act in (min, max))
    fits = noise and least <= number_of(bare) <= most
    assert fits, f"{text} is written, it is {true!r}"
