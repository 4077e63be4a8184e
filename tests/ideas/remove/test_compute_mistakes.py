"""Each mistake on Mazur's example, its wrong numbers worked out here from his published ones."""

from math import exp

import pytest

from backprop import Network, run
from backprop.engine.four_equations import four_equations
from backprop.ideas.remove.compute_faulty_backward import WrongPass, backward
from backprop.ideas.remove.compute_mistakes import MISTAKES, mistakes_named, offered, with_mistakes
from tests.engine.lessons import lesson_342
from tests.engine.test_engine_mazur import NETWORK, X, Y

# His numbers; the slopes are a (1 - a).
A1, A2, A3 = (0.05, 0.10), (0.593269992, 0.596884378), (0.751365070, 0.772928465)
W3, B2, B3 = ((0.40, 0.45), (0.50, 0.55)), 0.35, 0.60
S2, S3 = [a * (1 - a) for a in A2], [a * (1 - a) for a in A3]
D3 = (0.138498562, -0.038098236)
D2 = [(W3[0][j] * D3[0] + W3[1][j] * D3[1]) * S2[j] for j in (0, 1)]
ETA = 0.5


def slope(z: float) -> float:
    return 1 / (1 + exp(-z)) / (1 + exp(z))


def outer(column: list[float], row: tuple[float, ...]) -> list[list[float]]:
    return [[c * r for r in row] for c in column]


D3_SLOPE = [0.751365070 - 0.01, 0.772928465 - 0.99]
D3_OF_A = [D3_SLOPE[0] * slope(A3[0]), D3_SLOPE[1] * slope(A3[1])]
W3_NEW = ((0.35891648, 0.408666186), (0.511301270, 0.561370121))  # his, after one step
BY_HAND = [
    ("bp1-slope", "delta", 3, [[d] for d in D3_SLOPE]),
    ("bp1-of-a", "delta", 3, [[d] for d in D3_OF_A]),
    ("bp1-sign", "delta", 3, [[-D3[0]], [-D3[1]]]),
    ("bp1-sign", "delta", 2, [[-D2[0]], [-D2[1]]]),
    ("bp2-slope", "delta", 2, [[0.40 * D3[0] + 0.50 * D3[1]], [0.45 * D3[0] + 0.55 * D3[1]]]),
    ("bp2-of-a", "delta", 2, [[D2[j] / S2[j] * slope(A2[j])] for j in (0, 1)]),
    ("bp2-layer", "delta", 2, [[D2[j] / S2[j] * S3[j]] for j in (0, 1)]),
    (
        "bp2-transpose",
        "delta",
        2,
        [[(0.40 * D3[0] + 0.45 * D3[1]) * S2[0]], [(0.50 * D3[0] + 0.55 * D3[1]) * S2[1]]],
    ),
    (
        "bp2-new",
        "delta",
        2,
        [[(W3_NEW[0][j] * D3[0] + W3_NEW[1][j] * D3[1]) * S2[j]] for j in (0, 1)],
    ),
    ("bp3-bias", "nabla_b", 3, [[0.60 * D3[0]], [0.60 * D3[1]]]),
    ("bp3-bias", "nabla_b", 2, [[0.35 * D2[0]], [0.35 * D2[1]]]),
    ("bp3-input", "nabla_b", 2, [[0.05 * D2[0]], [0.10 * D2[1]]]),
    ("bp4-order", "nabla_w", 3, outer([*A2], D3)),
    ("bp4-a", "nabla_w", 3, outer([*D3], A3)),
    ("bp4-a", "nabla_w", 2, outer(D2, A2)),
    ("bp4-delta", "nabla_w", 2, outer([*D3], A1)),
]


def pass_with(*names: str) -> WrongPass:
    return backward(run(NETWORK, X, Y), [MISTAKES[name] for name in names], ETA)


@pytest.mark.parametrize(("name", "symbol", "l", "expected"), BY_HAND)
def test_wrong_numbers(name: str, symbol: str, l: int, expected: list[list[float]]) -> None:
    found = pass_with(name).arrays(symbol)[l].tolist()
    assert found == [pytest.approx(row, rel=1e-6) for row in expected]


def test_several_mistakes_add_up() -> None:
    both = pass_with("bp1-slope", "bp1-sign", "bp2-transpose", "bp2-slope", "bp4-a", "bp4-order")
    d3 = [-D3_SLOPE[0], -D3_SLOPE[1]]
    d2 = [0.40 * d3[0] + 0.45 * d3[1], 0.50 * d3[0] + 0.55 * d3[1]]
    assert both.arrays("delta")[3].ravel().tolist() == pytest.approx(d3, rel=1e-6)
    assert both.arrays("delta")[2].ravel().tolist() == pytest.approx(d2, rel=1e-6)
    expected = outer([*A2], (d2[0], d2[1]))
    assert both.arrays("nabla_w")[2].tolist() == [pytest.approx(row, rel=1e-6) for row in expected]


def test_every_mistake_of_this_network_is_worked_by_hand_or_does_not_fit() -> None:
    names = {m.name for found in offered(NETWORK).values() for m in found} - {"step-sign"}
    misfits = {name for name in names if pass_with(name).failures}
    assert misfits == {"bp2-product", "bp4-transpose"}
    assert names == misfits | {name for name, *_ in BY_HAND}


def templates(network: Network, *names: str) -> dict[str, str]:
    """The right-hand sides for layer 2 with these mistakes."""
    mistakes = [MISTAKES[name] for name in names]
    return {
        name: with_mistakes(equation, network, 2, mistakes).template.split(" = ")[1]
        for name, equation in four_equations(network).items()
    }


@pytest.mark.parametrize(
    ("output", "cost", "true", "mistakes"),
    [
        (
            "sigmoid",
            "quadratic",
            r"\left( <a> - <y> \right) \odot <sigma_prime>",
            {
                "bp1-slope": "<a> - <y>",
                "bp1-of-a": r"\left( <a> - <y> \right) \odot \sigma'(<a>)",
                "bp1-sign": r"\left( <y> - <a> \right) \odot <sigma_prime>",
            },
        ),
        (
            "linear",
            "cross-entropy",
            r"<nabla_a> \odot <sigma_prime>",
            {
                "bp1-slope": "<nabla_a>",
                "bp1-of-a": r"<nabla_a> \odot \sigma'(<a>)",
                "bp1-minus": r"(-<nabla_a>) \odot <sigma_prime>",
            },
        ),
        (
            "sigmoid",
            "cross-entropy",
            "<a> - <y>",
            {
                "bp1-kept": r"\left( <a> - <y> \right) \odot <sigma_prime>",
                "bp1-sign": "<y> - <a>",
            },
        ),
    ],
)
def test_the_output_equation_offers_what_can_go_wrong_in_it(
    output: str, cost: str, true: str, mistakes: dict[str, str]
) -> None:
    network = lesson_342(output, cost, 1).network
    assert templates(network)["BP1a"] == true
    assert [m.name for m in offered(network)["BP1a"]] == [*mistakes]
    assert {name: templates(network, name)["BP1a"] for name in mistakes} == mistakes


@pytest.mark.parametrize(
    ("names", "equation", "wrong"),
    [
        (["bp2-slope"], "BP2", "(<w_next>)^T <delta_next>"),
        (["bp2-transpose"], "BP2", r"\left( <w_next> <delta_next> \right) \odot <sigma_prime>"),
        (["bp2-slope", "bp2-transpose"], "BP2", "<w_next> <delta_next>"),
        (
            ["bp2-layer"],
            "BP2",
            r"\left( (<w_next>)^T <delta_next> \right) \odot <sigma_prime_next>",
        ),
        (["bp2-product"], "BP2", r"\left( (<w_next>)^T <delta_next> \right) <sigma_prime>"),
        (
            ["bp2-new"],
            "BP2",
            r"\left( (\text{new }<w_next>)^T <delta_next> \right) \odot <sigma_prime>",
        ),
        (["bp2-new", "bp2-transpose", "bp2-slope"], "BP2", r"\text{new }<w_next> <delta_next>"),
        (["bp3-bias"], "BP3", r"<b> \odot <delta>"),
        (["bp3-input"], "BP3", r"<a_prev> \odot <delta>"),
        (["bp4-a"], "BP4", "<delta> (<a>)^T"),
        (["bp4-transpose"], "BP4", "<delta> <a_prev>"),
        (["bp4-order"], "BP4", "<a_prev> (<delta>)^T"),
        (["bp4-delta"], "BP4", "<delta_next> (<a_prev>)^T"),
        (["bp4-delta", "bp4-a", "bp4-transpose", "bp4-order"], "BP4", "<a> <delta_next>"),
    ],
)
def test_the_hidden_equations_as_now_written(names: list[str], equation: str, wrong: str) -> None:
    true = templates(NETWORK)
    assert templates(NETWORK, *names) == {**true, equation: wrong}


def test_without_a_mistake_in_it_an_equation_is_the_books_own() -> None:
    for equation in four_equations(NETWORK).values():
        assert with_mistakes(equation, NETWORK, 2, [MISTAKES["step-sign"]]) is equation


def test_a_wrong_equation_leads_to_the_right_one_in_the_book() -> None:
    wrong = with_mistakes(four_equations(NETWORK)["BP2"], NETWORK, 2, [MISTAKES["bp2-slope"]])
    assert wrong.book.endswith("#eqtnBP2")
    assert wrong.latex == r"\delta^{l} = (w^{l+1})^T \delta^{l+1}"


def test_without_a_hidden_layer_fewer_mistakes_can_be_made() -> None:
    flat = Network({2: [[1, 2]]}, {2: [0]})
    assert "bp4-delta" not in [m.name for m in offered(flat)["BP4"]]
    assert [*offered(flat)] == ["BP1a", "BP3", "BP4", "step"]


def test_after_the_last_layer_there_is_no_error_to_take_by_mistake() -> None:
    equation = four_equations(NETWORK)["BP4"]
    assert with_mistakes(equation, NETWORK, 3, [MISTAKES["bp4-delta"]]) is equation


def test_one_mistake_at_one_place() -> None:
    def names(*given: str) -> list[str]:
        return [mistake.name for mistake in mistakes_named(given, NETWORK)]

    assert names("bp2-slope", "bp2-layer") == ["bp2-layer"]
    assert names("bp2-layer", "bp2-slope") == ["bp2-slope"]
    assert names("bp4-order", "bp1-slope", "bp2-slope") == ["bp1-slope", "bp2-slope", "bp4-order"]
    assert names("bp1-kept", "bp1-minus") == []  # not with this cost
    assert names("bp9", "step-sign") == ["step-sign"]  # a link may hold anything


def test_the_names_say_which_equation_they_are_of() -> None:
    for name, mistake in MISTAKES.items():
        start = {"BP1a": "bp1", "BP2": "bp2", "BP3": "bp3", "BP4": "bp4", "step": "step"}
        assert name == mistake.name
        assert name.startswith(f"{start[mistake.equation]}-")
