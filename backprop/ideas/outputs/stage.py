"""The picture of part "outputs": the landscape of the cost, and what the marks on it are."""

from backprop.engine import Quantity, Trace
from backprop.ideas.outputs.stage_surface import landscape
from backprop.lesson import Lesson
from backprop.stage import Picture, StageData
from backprop.writing import short
from backprop.writing.text.numbers import written

ROUNDING = 1e-9
"""By which share the cost may seem to rise in a step that leaves it as it is."""
OTHERS = (
    "The other outputs are held where they are now. A step moves them, too: "
    "its true path need not lie on this slice."
)


def stage_data(lesson: Lesson, way: list[Trace], pair: tuple[int, ...]) -> StageData:
    """What the stage is sent: the landscape over these outputs, and the way down on it."""
    land = landscape(way, pair)
    shown = legend(lesson, way, len(land["way"]))
    part = {"module": "ideas/outputs/surface.js", "landscape": land, "legend": shown}
    return Picture.of(way[0], [part], symbols=()).data


def legend(lesson: Lesson, way: list[Trace], shown: int) -> list[tuple[str, str]]:
    """What the marks are: each mark's name and its words; so many points of the way are shown."""
    a = Quantity("a", len(lesson.sizes)).text
    rate = written([lesson.eta])
    marks = [("point", f"{a}, what the network gives"), ("wanted", "y, what is wanted: drag it")]
    if len(way) == 1:
        marks.append(("", f"a step with η = {rate} leads too far: try a smaller η"))
    elif way[1].cost > way[0].cost * (1 + ROUNDING):
        higher = f"C rises to {short(way[1].cost)}"
        marks.append(("step", f"this step is too long: {higher}; try a smaller η than {rate}"))
    else:
        marks.append(("step", f"one step of descent, η = {rate}"))
        if shown > 2:
            marks.append(("path", f"and {shown - 2} more"))
    if len(lesson.y) > 2:
        marks.append(("", OTHERS))
    return marks
