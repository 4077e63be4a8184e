"""What the page says of the cost as a function of the outputs, (27), and of the marks on it."""

from collections.abc import Sequence

from backprop.chapter.links import book_links
from backprop.engine import Quantity, Trace
from backprop.ideas.outputs.compute import part_of_cost
from backprop.writing import worked
from backprop.writing.formulas.cost import sum_of
from backprop.writing.formulas.palette import Colours
from backprop.writing.text.cost_words import words_of_cost
from backprop.writing.text.descent_words import over
from backprop.writing.text.numbers import told_apart, written
from backprop.writing.text.sentence import Segments, filled

ROUNDING = 1e-9
"""By which share the cost may seem to rise in a step that leaves it as it is."""

NEEDS_OUTPUTS = "This network has one output, so C is a curve; with two it is a surface."
MAKE_OUTPUTS = "Make it two outputs"
AXES = ("Across", "Up")
"""The labels of the lists of outputs."""
NO_WEBGL = (
    "This browser draws nothing in three dimensions (WebGL is off): "
    "the contour plot shows the same."
)
_READ_OUT = "The cost as a surface: {readout}"
_ASSUMPTION = (
    "**The second assumption:** C is a function of the outputs $a^L$ (L is the last layer). So "
    "$\\partial C/\\partial a^L$ can be worked out, with which BP1 begins.\n\n"
)
_CURVE = _ASSUMPTION + (
    "**a** is the variable: learning moves the point along the curve.\n\n"
    "**y** is a parameter: another y makes another curve. Learning never changes y.\n\n{where}"
)
_SURFACE = _ASSUMPTION + (
    "**a** is the variable: learning moves the point along the surface.\n\n"
    "**y** is a parameter: another y makes another surface. Learning never changes y.\n\n{where}"
)
TAKE_STEP = "Take this step"
TAKE_STEP_HELP = "One step of gradient descent, the same as in the sidebar."
_OTHERS = (
    "The other outputs are held where they are now. A step may move them, too, "
    "so its true path need not lie on this slice."
)


def texts(outputs: Sequence[str], wanted: Sequence[str]) -> dict[str, str | Segments]:
    """What the stage says of these outputs and of these y, with places for numbers in braces."""
    names = {"C": f"{Quantity('C').text} = {{C}}"}
    names |= {"a": f"{_tuple(outputs)} = {{a}}", "y": f"{_tuple(wanted)} = {{y}}"}
    template = "{}, desired" if len(wanted) == 1 else "{} and {}, desired"
    return {
        "readout": filled("[C] at [a], with [y]", names),
        "wanted": template.format(*wanted),
        "surface": _READ_OUT,
        "no_webgl": NO_WEBGL,
    }


def _tuple(names: Sequence[str]) -> str:
    return f"({', '.join(names)})" if len(names) > 1 else names[0]


def roles(cost: str, outputs: int) -> str:
    """The second assumption, who plays which part, and where the book has it, as Markdown.

    The picture is over so many outputs, one or two.
    """
    words = words_of_cost(cost)
    where = words.about_27.format(noun=words.noun, number=book_links("27"))
    return (_CURVE if outputs == 1 else _SURFACE).format(where=where)


def with_numbers(trace: Trace, colours: Colours, room: int) -> str:
    """The cost of one example with its numbers, in ``room`` pixels."""
    n = len(trace.y)
    if n <= words_of_cost(trace.network.cost).most_worked:
        return worked(trace.maker(Quantity("C")), 1, colours, None, room, trace.endless)
    parts = [part_of_cost(trace, [j], trace.y[j - 1].tolist()) for j in range(1, n + 1)]
    return sum_of(Quantity("C"), parts, trace.cost, colours, room)


def legend(way: Sequence[Trace], eta: float, shown: int, rows: int = 0) -> list[tuple[str, str]]:
    """What the marks are: each mark's name and its words.

    ``shown`` points of the way down with this eta are on the axes; its steps go over so many
    ``rows`` of the table, or over this example where it is 0.
    """
    L = way[0].network.L
    a = Quantity("a", L).text
    rate = written([eta])
    marks = [("point", f"{a}, what the network gives"), ("wanted", "y, what is desired: drag it")]
    if len(way) == 1:
        marks.append(("", f"a step with η = {rate} leads too far: try a smaller η"))
    elif (way[1].a[L] == way[0].a[L]).all():
        marks.append(("step", f"one step {over(rows)}, η = {rate}: it does not move {a}"))
    elif rows:
        marks.append(("step", f"one step {over(rows)}, η = {rate}: it may lead this example up"))
        if shown > 2:
            marks.append(("path", f"and {shown - 2} more"))
    elif way[1].cost > way[0].cost * (1 + ROUNDING):
        before, after, _ = told_apart(way[0].cost, way[1].cost, most=10)
        marks.append(("step", f"this step is too long: C rises from {before} to {after}"))
        marks.append(("", f"try a smaller η than {rate}"))
    else:
        marks.append(("step", f"one step of descent, η = {rate}"))
        if shown > 2:
            marks.append(("path", f"and {shown - 2} more"))
    if len(way[0].y) > 2:
        marks.append(("", _OTHERS))
    return marks
