"""The characters of numbers: those that look alike become one, those that nobody sees go."""

import re

LONGEST_NUMBER = 100
NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?"
_NUMBER = re.compile(rf"{NUMBER}|[+-]?\d{{1,15}}/\d{{1,15}}", re.ASCII | re.IGNORECASE)
_INVISIBLE = re.compile("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SOFT_HYPHEN = re.compile("(?<!\\w)\u00ad(?=[.,]?[0-9])")
_APOSTROPHE = re.compile("(?<=[0-9])['’](?=[0-9]{3}(?![0-9]))")
_RAISED = "⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹"
_LOWERED = str.maketrans(_RAISED, "+-0123456789")
_POWER = re.compile(
    rf"""(?P<times>(?<!\ )\ *(?:[×·⋅∙*]|(?<=[0-9])x|(?<=[0-9]\ )x|\\times|\\cdot)\ *|(?<![\w.,]))10
    (?:\ *(?:\^|\*\*)\ *(?P<open>[{{(])?|(?=[{_RAISED}])|(?:(?<=×10)|(?<=×\ 10))(?=-[0-9]))
    (?P<power>[⁺⁻+-]?[{_RAISED}0-9]+)(?(open)[)}}])""",
    re.VERBOSE,
)
HARD_BLANK = "\u00a0"
"""Every blank that holds two characters together, as between the thousands of a number."""
_BLANKS = re.compile(rf"[^\S\n\t]{{2,}}|[^\S\n\t{HARD_BLANK}]")
_ALIKE = str.maketrans(
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\uff0b\uff0e\uff0c\uff1b\uff5c\uff1d"
    "０１２３４５６７８９\u2007\u2009\u202f“”„",
    "----------+.,;|=0123456789" + 3 * HARD_BLANK + '"""',
)


def cleaned(text: str) -> str:
    """The text with one kind of minus, digit and quote, nothing invisible, and 1e-5 for 10⁻⁵."""
    text = "\n".join(text.splitlines())
    text = _SOFT_HYPHEN.sub("-", _INVISIBLE.sub("", text)).replace("\u00ad", "").translate(_ALIKE)
    text = _APOSTROPHE.sub("", text)
    return _POWER.sub(_with_e, _BLANKS.sub(" ", text))


def is_number(word: str) -> bool:
    """Whether this is one number with a decimal point, or a fraction."""
    return len(word) <= LONGEST_NUMBER and _NUMBER.fullmatch(word) is not None


def value_of(word: str) -> float:
    """The value of such a number; not finite where a fraction is over 0."""
    above, _, below = word.partition("/")
    if not below:
        return float(above)
    return float(above) / float(below) if float(below) else float("nan")


def _with_e(found: re.Match[str]) -> str:
    return f"{'' if found['times'] else '1'}e{found['power'].translate(_LOWERED)}"


def check_length(text: str, longest: int) -> None:
    """Raise ValueError for a text of more characters than ``longest``."""
    if len(text) > longest:
        raise ValueError(f"A text has at most {longest:,} characters here; this has {len(text):,}.")
