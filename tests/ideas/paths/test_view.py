"""The page of the paths: its two views, its two orders, and what it says of few paths."""

import pytest

from tests.pages.chapter_app import opened, part_of, stage, words


@pytest.mark.parametrize(("sort", "largest"), [("size", True), ("order", False)])
def test_the_paths_come_in_the_chosen_order(sort: str, largest: bool) -> None:
    app = opened("paths.py", part="paths", preset="deep", **{"paths-sort": sort, "paths-n": "99"})
    found = part_of(app, "sums")
    sizes = [abs(one["value"]) for one in found["terms"]]
    assert (sizes == sorted(sizes, reverse=True)) == largest
    assert [one["at"] for one in found["terms"]][:1] == ([[2, 3, 2]] if largest else [[2, 1, 1]])
    assert found["terms"][-1]["total"] == pytest.approx(found["gradient"]["value"], rel=1e-8)
    assert stage(app)["step"] == 6, "the last, where there are not so many"


def test_another_order_begins_again() -> None:
    app = opened("paths.py", part="paths", preset="deep", **{"paths-n": "3"})
    (order,) = [one for one in app.main.segmented_control if one.label == "Order"]
    order.set_value("order").run()
    assert app.query_params["paths-sort"] == "order"
    assert "paths-n" not in app.query_params
    assert stage(app)["step"] == 1


def test_all_at_once_the_errors_are_born_from_the_last_layer_on() -> None:
    app = opened("paths.py", part="paths", preset="deep", **{"paths-view": "once"})
    data = stage(app)
    assert data["born"] == {"delta4": [1] * 2, "delta3": [2] * 3, "delta2": [3] * 4}
    assert [step["tag"] for step in data["steps"]] == ["BP1a", "BP2", "BP2", "BP4"]
    assert data["rows"]["3"]["Backward"] == [
        "w4",
        "ᵀ",
        "delta4",
        "⊙",
        "sigma_prime3",
        "=",
        "delta3",
    ]


def test_one_path_is_told_kindly() -> None:
    assert "leads straight to an output" in words(
        opened("paths.py", part="paths", selected="w3_2_4")
    )
    app = opened("paths.py", part="paths", preset="nielsen-neuron")
    assert "Without a hidden layer every weight has just one path." in words(app)
