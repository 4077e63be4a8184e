"""The page of the count: what it shows before and after a measurement."""

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from backprop.engine.timing import Timing
from backprop.ideas.count.compute_measure import Measured
from backprop.ideas.count.view import DONE, RUNNING
from tests.pages.chapter_app import opened, part_of, ran, words


def at_count(**link: object) -> AppTest:
    return opened("speed.py", part="count", **link)


def lines(app: AppTest) -> dict[str, list[float]]:
    return {one["name"]: one["x"] for one in part_of(app, "curve")["figure"]["data"]}


def measured(sizes: tuple[int, ...], moved: int) -> Measured:
    time = Timing(1e-3, 1e-3, 1e-3, 3)
    return Measured(sizes, time, time, time, moved)


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.main.button]


def test_at_first_it_is_the_multiplications() -> None:
    app = at_count()
    assert part_of(app, "curve")["figure"]["layout"]["yaxis"]["title"]["text"] == "multiplications"
    assert list(lines(app)) == ["differences", "backpropagation", "this network"]
    passes = part_of(app, "passes")
    assert (passes["passes"], passes["backward"]) == (27, 1.7)
    assert "(26 + 1)" in words(app)
    assert "Measure here" in labels(app)


def test_where_the_slope_cancels_what_that_spares_is_said() -> None:
    """As on the page of the code: 52 multiplications, and not 54."""
    assert "σ′ cancels: a backward pass takes 2 fewer." in words(at_count(cost="cross-entropy"))
    assert "cancels" not in words(at_count())


def test_without_biases_weights_alone_are_moved_and_counted() -> None:
    app = at_count(biases="none", cost="squared-error")
    assert part_of(app, "passes")["passes"] == 21
    assert part_of(app, "curve")["figure"]["layout"]["xaxis"]["title"]["text"] == "weights P"
    assert lines(app)["this network"][0] == pytest.approx(np.log10(20))
    assert "The factor 2 of" in words(app)


def test_what_has_been_measured_is_shown_and_what_is_worked_out_apart() -> None:
    app = at_count()
    sizes = {(2, 2, 1): 10, (3, 4, 2): 27, (784, 30, 10): 50}
    app.session_state[DONE] = [measured(one, moved) for one, moved in sizes.items()]
    app = ran(app.run())
    assert part_of(app, "curve")["figure"]["layout"]["yaxis"]["title"]["text"] == "seconds"
    found = lines(app)
    assert [len(one) for one in found.values()] == [2, 2, 3, 2]
    assert "worked out" in list(found)[1]
    assert "784-30-10" in words(app)
    assert "Measure again" in labels(app)


def test_another_network_has_nothing_measured_and_another_page_stops_it() -> None:
    app = at_count()
    app.session_state[DONE] = [measured((2, 2, 1), 10)]
    app.session_state[RUNNING] = True
    app = ran(app.run())
    assert not app.session_state[RUNNING]
    assert "Measure again" in labels(app)
