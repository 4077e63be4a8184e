"""The stage of the program: lines whole, arrays with their shapes, and where clicks lead."""

import pytest

from backprop import listing
from backprop.ideas.code.stage import stage_data
from backprop.ideas.code.stage_listing import in_pieces
from backprop.lesson import Lesson, from_query
from backprop.writing.text.sentence import plain

LESSONS = [
    {},
    {"sizes": "1-1"},
    {"activation": "relu,sigmoid", "cost": "cross-entropy"},
    {"activation": "tanh,linear"},
    {"cost": "squared-error", "biases": "none"},
]


@pytest.mark.parametrize("query", LESSONS)
def test_the_pieces_of_a_line_are_the_line(query: dict[str, str]) -> None:
    network = from_query(query)[0].network()
    lines = listing(network)
    assert [plain(in_pieces(line, network)) for line in lines] == [line.text for line in lines]


def test_each_quantity_has_its_colour() -> None:
    network = Lesson().network()
    (line,) = [line for line in listing(network) if line.symbol == "delta" and line.layers == (2,)]
    assert [piece for piece in in_pieces(line, network) if piece[1]] == [
        ("delta[l]", "delta"),
        ("w[l+1]", "w"),
        ("delta[l+1]", "delta"),
        ("sigmoid_prime(z[l])", "sigma_prime"),
    ]


def test_a_row_has_the_arrays_of_its_line_with_their_shapes() -> None:
    """delta^2 of 3-4-2: (w^3)^T is 4x2, delta^3 2x1."""
    data = stage_data(Lesson().trace(), 1)
    row = dict(
        zip((step["result"] for step in data["steps"]), data["parts"][2]["rows"], strict=True)
    )
    shapes = [(one["title"], one["shape"]) for one in row["delta2"] if not isinstance(one, str)]
    assert shapes == [("δ²", "4×1"), ("(w³)ᵀ", "4×2"), ("δ³", "2×1"), ("σ′(z²)", "4×1")]
    shapes = [(one["title"], one["shape"]) for one in row["nabla_w3"] if not isinstance(one, str)]
    assert shapes == [("∂C/∂w³", "2×4"), ("δ³", "2×1"), ("(a²)ᵀ", "1×4")]


def test_a_click_leads_to_the_line_that_makes_or_first_uses_a_number() -> None:
    leads = stage_data(Lesson().trace(), 1)["leads"]
    made = {"a1": 1, "z2": 2, "a2": 3, "z3": 4, "a3": 5, "nabla_a3": 6, "delta3": 7, "delta2": 8}
    assert made.items() <= leads.items()
    assert (leads["w2"], leads["b3"], leads["y3"], leads["sigma_prime2"]) == (2, 4, 6, 8)
