"""Lines of a formula: broken where a column is too narrow, and aligned."""

from backprop.writing.formulas.width import width, wrap

Lines = list[tuple[str, str]]
"""What stands left and right of the place where the lines are aligned."""


def aligned(lines: Lines) -> str:
    """The lines as one formula."""
    if len(lines) == 1:
        return " ".join(part for part in lines[0] if part)
    body = r" \\ ".join(f"{left} &{right}" for left, right in lines)
    return rf"\begin{{aligned}} {body} \end{{aligned}}"


def hanging(left: str, right: str, room: float) -> Lines:
    """left = right, the lines that follow set in a little, as there is not room for more."""
    first, *rest = wrap(right, room - width(f"{left} ="), room - width(r"\enspace ="))
    if not first:
        rest[0] = f"= {rest[0]}"
    lines = [
        f"{left} = {first}" if first else left,
        *(rf"\enspace {_times(line)}" for line in rest),
    ]
    return [("", line) for line in lines]


def lines_of(left: str, right: str, room: float, sign: str = "=") -> Lines:
    """left = right, or with another sign, broken where it is wider than so many em."""
    first, *rest = wrap(right, room - width(f"{left} ="), room - width(rf"{left} = \quad"))
    lines = [(left, f"{sign} {first}")]
    for line in rest:
        lines.append(("", line if line.startswith("=") else rf"\quad {_times(line)}"))
    return lines


def _times(line: str) -> str:
    """A line that would begin with a thin space begins with a dot."""
    return r"\cdot " + line.removeprefix(r"\,") if line.startswith(r"\,") else line
