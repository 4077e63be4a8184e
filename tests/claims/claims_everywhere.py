"""What all pages say: the titles of the chapter, the way on, the cost, the positions of a slider."""

import re

from backprop.chapter import SECTIONS
from tests.claims.claims import Scene, always, check_number, claim, number_of
from tests.claims.said import Text
from tests.claims.spelling import SMALL, spelled

always(
    *(f"{section.number} {section.title}" for section in SECTIONS),
    *(part.question for section in SECTIONS for part in section.parts),
    *(part.title for section in SECTIONS for part in section.parts),
    *(f"Next: {part.title}" for section in SECTIONS for part in section.parts),
    *(section.promise for section in SECTIONS),
    *(line for section in SECTIONS for line in section.learned),
    "rgba(0,0,0,0)",
)


@claim("The network here has no biases: in these lines each b is 0.")
def no_biases(scene: Scene, text: Text) -> None:
    assert not scene.lesson.has_biases


@claim("{links:text} in the book", where="caption|markdown")
def in_the_book(scene: Scene, text: Text, links: str) -> None:
    cancels = (scene.truth.cost_name, scene.truth.activation[scene.truth.L])
    assert ("(66) of chapter 3" in links) <= (cancels == ("cross-entropy", "sigmoid"))
    assert ("(63) of chapter 3" in links) <= (cancels[0] == "cross-entropy")
    own = re.sub(r"\(\d+\) of chapter 3", "", links)
    for number in re.findall(r"\((\w+)\)|\b(BP\w+)", own):
        assert any("".join(number) in item.name for section in SECTIONS for item in section.items)


@claim("{number:number}", where="^stage/cost/short$", part="^(?!check$)")
def cost_in_short(scene: Scene, text: Text, number: str) -> None:
    assert number == spelled(scene.truth.cost), scene.truth.cost


@claim("{number:number}", where="^stage/cost/exact$", part="^(?!check$)")
def cost_exactly(scene: Scene, text: Text, number: str) -> None:
    check_number(number, scene.truth.cost, noise=1e-9 * abs(scene.truth.cost))


@claim("{number:text}", where="/(?:xaxis|yaxis)/ticktext$")
def tick(scene: Scene, text: Text, number: str) -> None:
    """At so many powers of ten on the axis."""
    axis = scene.data["parts"][text.places[0]]["figure"]["layout"][text.where.split("/")[-2]]
    power = axis["tickvals"][text.places[1]]
    assert number == {0: "1", 1: "10"}.get(power, f"10{str(power).translate(SMALL)}")


@claim("{number:number}", where="^stage/frames/texts$")
def position_of_slider(scene: Scene, text: Text, number: str) -> None:
    value = float(scene.data["frames"]["values"][text.position])
    assert abs(number_of(number) - value) <= 1e-9 * abs(value), value
