r"""The lines of a formula without colours, boxes and notes, each one chain of relations."""

import re

NEXT = "\x02"
"""In place of the sign for the next line."""
ALIGNED = "\x03"
"""In place of the sign at which lines are aligned; a line that begins with it goes on."""
_CASES = re.compile(r"\S+ \\text\{ if \}.*?\\text\{ else \} \S+")
_REMARK = re.compile(r"\\quad\s*\([^()]*(?:\([^()]*\)[^()]*)?(?:\\le|>)[^()]*\)")
"""Why a case holds, behind its number."""
_GONE = re.compile(
    r"\\(?:kern-?[\d.]+em|displaystyle|textstyle|scriptstyle|footnotesize|scriptsize|small|large|Large|Huge|tiny"
    r"|bigl|bigr|Bigl|Bigr|big|left|right|quad|qquad|blacktriangleright|,|;|:|!| )"
    r"|\\def\\arraystretch\{[\d.]+\}|\\\[[\d.]+em\]|\$"
)


def lines_of(latex: str) -> list[str]:
    """The lines of a formula, each one chain of relations, without colours, boxes and room."""
    text = re.sub(r"\\textcolor\{[^}]*\}", "", latex.replace(r"\\", NEXT))
    text = _CASES.sub(r"\\cases ", text)
    text = _REMARK.sub("", text)
    text = without_notes(text)
    for gone in (r"\phantom", r"\textsf", r"\text"):
        text = without(text, gone)
    text = re.sub(r"\\(?:boxed|mathbf|smash|mathrm)\b", "", text)
    text = bare(_GONE.sub(" ", text))
    text = re.sub(r"\\begin\{(?:aligned|gathered)\}|\\end\{(?:aligned|gathered)\}", " ", text)
    chains: list[str] = []
    for line in _outside_matrices(text):
        goes_on = re.match(rf"[\s{{}}]*(?:{ALIGNED}|=|\\approx|\\le|[+-])", line)
        line = line.replace(ALIGNED, " ")
        if goes_on and chains:
            chains[-1] += f" {line}"
        elif line.strip():
            chains.append(line)
    return chains


def _outside_matrices(text: str) -> list[str]:
    """The lines; a matrix keeps the signs between its rows and columns."""
    parts = re.split(r"(\\begin\{bmatrix\}.*?\\end\{bmatrix\})", text, flags=re.DOTALL)
    lines = [""]
    for n, part in enumerate(parts):
        first, *more = [part] if n % 2 else part.replace("&", ALIGNED).split(NEXT)
        lines[-1] += first
        lines += more
    return lines


def bare(text: str) -> str:
    """The text without the braces around all of it."""
    text = text.strip()
    depth = 0
    for n, sign in enumerate(text):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if not depth:
            return bare(text[1:-1]) if n and n == len(text) - 1 else text
    return text


def without(text: str, command: str) -> str:
    """The text without this command and what is in the braces behind it."""
    while (start := text.find(command + "{")) >= 0:
        text = f"{text[:start]} {text[_closed(text, start + len(command)) :]}"
    return text


def without_notes(text: str) -> str:
    """The text without braces below its parts, and what is written there."""
    command = r"\underbrace"
    while (start := text.find(command)) >= 0:
        body = start + len(command)
        end = _closed(text, body)
        note = end + len("_")
        text = text[:start] + text[body:end] + text[_closed(text, note) :]
    return text


def _closed(text: str, start: int) -> int:
    """Where the group that begins here has been closed."""
    depth = 0
    for place in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if not depth:
            return place + 1
    raise AssertionError(f"a brace stays open in {text}")
