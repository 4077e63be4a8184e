"""The page of the mini-batch: what it offers, what it lights, and that it measures on a press."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from backprop.engine.timing import Timing
from backprop.ideas.columns import view_measure
from backprop.server.turns import Account, Turns
from tests.pages.chapter_app import opened, pressed, rows, stage, words
from tests.stage.sent import frames

PAGE = "listing.py"


def part(**link: Any) -> AppTest:
    return opened(PAGE, part="columns", **link)


def test_it_opens_on_four_examples_which_can_be_one() -> None:
    app = part()
    assert stage(app)["frames"]["texts"] == ["1", "2", "3", "4"]
    assert len(stage(pressed(app, "Back to one"))["frames"]["texts"]) == 1


def test_the_column_of_the_chosen_example_is_boxed_in_all_matrices() -> None:
    data = stage(part(preset="xor", **{"columns-example": "3"}))
    assert data["frames"]["start"] == 2
    assert {id for id, mark in data["frames"]["marks"][2].items() if mark["sign"] == "□"} == {
        *("A1_1_3", "A1_2_3"), *("Z2_1_3", "Z2_2_3"), *("Delta2_1_3", "Delta2_2_3"),
        *("turned2_3_1", "turned2_3_2"),
    }  # fmt: skip
    assert frames(data, "input2")[2] == [[1, 0]]


def test_pointing_at_a_product_lights_what_it_was_made_from() -> None:
    uses = stage(part(preset="xor"))["uses"]
    assert uses["Z2_1_3"] == ["w2_1_1", "w2_1_2", "A1_1_3", "A1_2_3", "b2_1"]
    assert uses["product2_2_1"] == ["error2_2", "input2_1_1"]
    assert len(uses["mean2_1_2"]) == 2 * 4


def test_a_sum_without_biases_has_neither_in_its_pictures_nor_in_its_formulas() -> None:
    app = part(preset="xor", biases="none", reduction="sum")
    assert [row["items"][-3:] for row in rows(app)[::2]] == [
        ["w2", "·", "A1"], ["turned2", "=", "mean2"],
    ]  # fmt: skip
    assert "added so far" in [one["title"] for one in stage(app)["arrays"].values()]
    assert not any(id.startswith("b") for id in stage(app)["arrays"])
    assert r"\tfrac" not in words(app)
    assert r"\partial b" not in words(app)
    assert "b is added" not in words(app)


def test_of_a_long_table_the_first_examples_are_shown() -> None:
    app = part(sizes="1-1", data=";".join(["0.5,1"] * 9))
    assert "The mini-batch: the first 8 of 9 examples." in words(app)
    assert len(stage(app)["frames"]["texts"]) == 8


class Watched(Turns):
    """Turns of which one can ask how many have been taken, and whether one is being taken."""

    taken = 0
    busy = False

    @contextmanager
    def turn(self, account: Account) -> Iterator[None]:
        self.taken, self.busy = self.taken + 1, True
        yield
        self.busy = False


def test_nothing_is_measured_without_a_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each number of examples in a turn of its own; 1,000 only where 100 took little enough."""
    asked: list[int] = []
    turns = Watched()

    def timings(*_: object, m: int = 0) -> dict[str, Timing]:
        assert turns.busy
        asked.append(m)
        return dict.fromkeys(("loop", "matrix"), Timing(m * 1e-3, 0, 0, 3))

    monkeypatch.setattr(view_measure, "timings", lambda net, x, y, m, s: timings(m=m))
    monkeypatch.setattr(view_measure, "PAGES", turns)
    app = part(preset="xor")
    assert asked == []
    app = pressed(app, "Measure here")
    assert asked == [4, 10, 100]
    assert turns.taken == 3
    assert "m = 1,000 was left out" in words(app)
    pressed(app, "Measure here")
    assert asked == [4, 10, 100] * 2
    assert set(app.query_params) == {"preset", "part"}
