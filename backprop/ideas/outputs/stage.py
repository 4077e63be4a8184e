"""The picture of part "outputs": the landscape of the cost, and what the marks on it are."""

from backprop.engine import Trace
from backprop.ideas.outputs.stage_surface import landscape
from backprop.ideas.outputs.words import legend, texts
from backprop.lesson import Lesson
from backprop.stage import Picture, StageData


def stage_data(lesson: Lesson, way: list[Trace], pair: tuple[int, ...], rows: int = 0) -> StageData:
    """What the stage is sent: the landscape over these outputs, and the way down on it.

    The steps of the way go over so many ``rows`` of the table, or over this example where it is 0.
    """
    land = landscape(way, pair)
    shown = legend(way, lesson.eta, len(land["way"]), rows)
    part = {
        "module": "ideas/outputs/surface.js",
        "landscape": land,
        "legend": [{"sign": sign, "text": text} for sign, text in shown],
        "texts": texts(*([one[name] for one in land["axes"]] for name in ("name", "y_name"))),
    }
    return Picture.of(way[0], [part], symbols=()).data
