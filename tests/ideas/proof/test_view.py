"""The proof's page: where a link and a click lead, and what a network without hidden layers has."""

from typing import Any

import pytest

from tests.pages.chapter_app import opened, part_of, pressed, stage, words

PAGE = "proof.py"


@pytest.mark.parametrize(
    ("link", "result", "step", "count"),
    [
        ({}, "delta3_1", 1, 4),
        ({"proof-line": 9}, "delta3_1", 4, 4),
        ({"proof-of": "BP2", "proof-line": 3}, "delta2_1", 3, 6),
        ({"selected": "delta3_2"}, "delta3_2", 1, 4),
        ({"selected": "a2_4"}, "delta2_4", 1, 6),
        ({"selected": "w2_3_1", "proof-line": 2}, "delta2_3", 2, 6),
        ({"selected": "z2_1", "proof-line": 6}, "delta2_1", 6, 6),
        ({"selected": "a2_4", "proof-of": "BP1"}, "delta3_1", 1, 4),
        ({"selected": "a3_2", "proof-of": "BP2", "proof-line": 2}, "delta2_1", 2, 6),
        ({"selected": "a1_2", "proof-of": "BP2"}, "delta2_1", 1, 6),
    ],
)
def test_a_link_leads_to_a_line_of_the_proof_for_a_neuron(
    link: dict[str, Any], result: str, step: int, count: int
) -> None:
    data = stage(opened(PAGE, part="proof", **link))
    assert (data["steps"][0]["result"], data["step"]) == (result, step)
    assert len(data["steps"]) == count


def test_the_other_proof_is_one_press_away() -> None:
    app = opened(PAGE, **{"proof-line": 3})
    (switch,) = [one for one in app.main.segmented_control if one.label == "The proof of"]
    switch.set_value("BP2").run()
    data = stage(app)
    assert (data["step"], data["steps"][0]["tag"]) == (1, "40")
    assert app.query_params["proof-of"] == "BP2"


def test_without_a_hidden_layer_there_is_bp1_and_a_way_to_bp2() -> None:
    app = opened(PAGE, sizes="3-2", **{"proof-of": "BP2"})
    assert stage(app)["steps"][0]["tag"] == "36"
    assert "this network has none" in words(app)
    assert stage(pressed(app, "Add a hidden layer"))["steps"][0]["tag"] == "40"


def test_the_rates_stand_on_the_lines_out_of_the_neuron() -> None:
    """Those into output k from neuron 1 of layer 2, in (41), (42), (44), and the terms in (45)."""
    app = opened(PAGE, preset="mazur", **{"proof-of": "BP2"})
    (labels,) = part_of(app, "diagram")["overlays"]
    sent = [[(one["l"], one["j"], one["k"]) for one in each] for each in labels["steps"]]
    assert sent == [[], *2 * [[(3, 1, 1), (3, 2, 1)]], [], *2 * [[(3, 1, 1), (3, 2, 1)]]]
    # w = 0.40 and 0.50, a = 0.593269992, so sigma' = a (1 - a) = 0.241300709
    assert [one["text"] for one in labels["steps"][4]] == ["0.0965", "0.121"]


def test_what_is_exactly_zero_is_there_and_marked() -> None:
    lines = part_of(opened(PAGE), "lines")["lines"]
    zeros = [[term["zero"] for term in line["terms"]] for line in lines]
    assert zeros == [[], [False, True], [False, True], [False, True]]
    assert [term.get("gone", False) for term in lines[2]["terms"]] == [False, True]
