"""Where a number comes from and where it goes, by hand for 3-4-2 and by experiment for others."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given

from backprop import ACTIVATIONS, COSTS, Network, Quantity, Trace, equation_of, goes_into, made_from
from backprop.engine.activations import Array
from tests.engine.lessons import Lesson, entries, lesson_342, lessons
from tests.laws import laws

BOOK = Network.random([3, 4, 2])
SIGMOIDS = Network.random([3, 4, 2], cost="cross-entropy")
TANHS = Network.random([3, 4, 2], activation="tanh", cost="cross-entropy")

MADE_FROM = [
    (BOOK, "z3_2", "w3_2_1 w3_2_2 w3_2_3 w3_2_4 a2_1 a2_2 a2_3 a2_4 b3_2"),
    (BOOK, "z2_4", "w2_4_1 w2_4_2 w2_4_3 a1_1 a1_2 a1_3 b2_4"),
    (BOOK, "a2_1", "z2_1"),
    (BOOK, "C", "y3_1 y3_2 a3_1 a3_2"),
    (BOOK, "nabla_a3_1", "a3_1 y3_1"),
    (BOOK, "sigma_prime2_3", "z2_3"),
    (BOOK, "delta3_2", "nabla_a3_2 sigma_prime3_2"),
    (BOOK, "delta2_4", "w3_1_4 w3_2_4 delta3_1 delta3_2 sigma_prime2_4"),
    (BOOK, "nabla_b2_1", "delta2_1"),
    (BOOK, "nabla_w3_2_4", "a2_4 delta3_2"),
    (BOOK, "nabla_w2_4_3", "a1_3 delta2_4"),
    (BOOK, "nabla_x1_3", "w2_1_3 w2_2_3 w2_3_3 w2_4_3 delta2_1 delta2_2 delta2_3 delta2_4"),
    (BOOK, "a1_2", ""),
    (BOOK, "y3_1", ""),
    (BOOK, "w3_2_4", ""),
    (BOOK, "b2_1", ""),
    (SIGMOIDS, "C", "y3_1 y3_2 z3_1 z3_2"),
    (SIGMOIDS, "nabla_a3_2", "y3_2 z3_2"),
    (SIGMOIDS, "delta3_2", "a3_2 y3_2"),
    (TANHS, "C", "y3_1 y3_2 a3_1 a3_2"),
    (TANHS, "delta3_2", "nabla_a3_2 sigma_prime3_2"),
]
GOES_INTO = [
    (BOOK, "w3_2_4", "z3_2 delta2_4"),
    (BOOK, "w2_4_3", "z2_4 nabla_x1_3"),
    (BOOK, "b2_3", "z2_3"),
    (BOOK, "a1_2", "z2_1 z2_2 z2_3 z2_4 nabla_w2_1_2 nabla_w2_2_2 nabla_w2_3_2 nabla_w2_4_2"),
    (BOOK, "a2_4", "z3_1 z3_2 nabla_w3_1_4 nabla_w3_2_4"),
    (BOOK, "a3_1", "C nabla_a3_1"),
    (BOOK, "z3_1", "a3_1 sigma_prime3_1"),
    (BOOK, "y3_1", "C nabla_a3_1"),
    (BOOK, "nabla_a3_2", "delta3_2"),
    (BOOK, "sigma_prime2_4", "delta2_4"),
    (
        BOOK,
        "delta3_2",
        "delta2_1 delta2_2 delta2_3 delta2_4 nabla_b3_2 "
        "nabla_w3_2_1 nabla_w3_2_2 nabla_w3_2_3 nabla_w3_2_4",
    ),
    (
        BOOK,
        "delta2_1",
        "nabla_b2_1 nabla_w2_1_1 nabla_w2_1_2 nabla_w2_1_3 nabla_x1_1 nabla_x1_2 nabla_x1_3",
    ),
    (BOOK, "nabla_x1_1", ""),
    (BOOK, "C", ""),
    (BOOK, "nabla_b2_1", ""),
    (BOOK, "nabla_w3_2_4", ""),
    (SIGMOIDS, "z3_1", "a3_1 sigma_prime3_1 C nabla_a3_1"),
    (SIGMOIDS, "a3_1", "delta3_1"),
    (SIGMOIDS, "y3_2", "C nabla_a3_2 delta3_2"),
    (SIGMOIDS, "nabla_a3_2", ""),
    (SIGMOIDS, "sigma_prime3_2", ""),
    (TANHS, "sigma_prime3_2", "delta3_2"),
]


@pytest.mark.parametrize(("network", "id", "expected"), MADE_FROM)
def test_made_from(network: Network, id: str, expected: str) -> None:
    found = [quantity.id for quantity in made_from(Quantity.parse(id), network)]
    assert sorted(found) == sorted(expected.split())


@pytest.mark.parametrize(("network", "id", "expected"), GOES_INTO)
def test_goes_into(network: Network, id: str, expected: str) -> None:
    found = [quantity.id for quantity in goes_into(Quantity.parse(id), network)]
    assert sorted(found) == sorted(expected.split())


@laws
@given(lessons())
def test_each_is_the_inverse_of_the_other(given: Lesson) -> None:
    network = given.network
    every = entries(given.run())
    back = {(part, whole) for whole in every for part in made_from(whole, network)}
    forth = {(part, whole) for part in every for whole in goes_into(part, network)}
    assert back == forth
    assert {quantity for pair in back for quantity in pair} <= set(every)


@pytest.mark.parametrize(
    "id",
    ["w9_1_1", "z1_1", "nabla_x2_1", "nabla_x1_4", "w2_5_1", "w2_1_4", "y2_1", "delta3_3", "a4"],
)
def test_a_number_of_another_network_has_no_origin(id: str) -> None:
    network = lesson_342("sigmoid", "quadratic", 1).network
    for look in (equation_of, made_from, goes_into):
        with pytest.raises(ValueError, match=r"^a 3-4-2 network has no "):
            look(Quantity.parse(id), network)


def rebuilt(quantity: Quantity, trace: Trace, values: dict[Quantity, Array]) -> Array:
    """The component formula on these values of made_from, arranged by symbol and layer."""
    equation = equation_of(quantity, trace.network)
    assert equation is not None
    assert equation.component is not None
    l = quantity.l or trace.network.L
    operands: dict[str, list[Array]] = {}
    for part, value in values.items():
        operands.setdefault(part.symbol + {-1: "_prev", 0: "", 1: "_next"}[part.l - l], []).append(
            value
        )
    many = {"w", "w_next", "a_prev", "delta_next"}
    arranged = {
        name: np.array(parts) if name in many or quantity.symbol == "C" else parts[0]
        for name, parts in operands.items()
    }
    return np.asarray(equation.component.formula(**arranged)).reshape(-1)


@pytest.mark.parametrize("m", [1, 3])
@pytest.mark.parametrize(("output", "cost"), [*product(ACTIVATIONS, COSTS)])
def test_a_number_is_made_from_just_these(output: str, cost: str, m: int) -> None:
    """The component formula gives the number again, and another number if any part is another."""
    trace = lesson_342(output, cost, m).run()
    network = trace.network
    for quantity in entries(trace):
        parts = {part: trace.value(part) for part in made_from(quantity, network)}
        if not parts:
            assert quantity.symbol in ("w", "b", "y") or (quantity.symbol, quantity.l) == ("a", 1)
            continue
        value = trace.value(quantity).reshape(-1)
        np.testing.assert_allclose(rebuilt(quantity, trace, parts), value, rtol=1e-12, atol=1e-15)
        # The slope of a relu changes only where the weighted input changes its sign.
        size = -5.0 if quantity.symbol == "sigma_prime" else 0.1
        constant = quantity.symbol == "sigma_prime" and network.activation[quantity.l] == "linear"
        for part in parts:
            nudged = rebuilt(quantity, trace, parts | {part: parts[part] + size})
            assert np.array_equal(nudged, value) == constant, (quantity.id, part.id)
