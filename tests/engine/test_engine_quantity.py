"""An address is a short id, a formula and a text, and leads to its number."""

import re
from typing import Any

import numpy as np
import pytest

from backprop import Network, Quantity, run
from tests.engine.lessons import entries, lesson

PRINTED = [
    ("w3_2_4", Quantity("w", 3, 2, 4), "w^{3}_{24}", "w³₂₄"),
    ("w2_10_3", Quantity("w", 2, 10, 3), "w^{2}_{10,3}", "w²₁₀,₃"),
    ("w2_1_12", Quantity("w", 2, 1, 12), "w^{2}_{1,12}", "w²₁,₁₂"),
    ("w3_2", Quantity("w", 3, 2), "w^{3}_{2}", "w³₂"),
    ("b2_3", Quantity("b", 2, 3), "b^{2}_{3}", "b²₃"),
    ("a1_1", Quantity("a", 1, 1), "a^{1}_{1}", "a¹₁"),
    ("a2", Quantity("a", 2), "a^{2}", "a²"),
    ("z8_12", Quantity("z", 8, 12), "z^{8}_{12}", "z⁸₁₂"),
    ("y3_1", Quantity("y", 3, 1), "y_{1}", "y₁"),
    ("y3", Quantity("y", 3), "y", "y"),
    ("C", Quantity("C"), "C", "C"),
    ("nabla_a3", Quantity("nabla_a", 3), r"\nabla_a C", "∇ₐC"),
    (
        "nabla_a3_2",
        Quantity("nabla_a", 3, 2),
        r"\frac{\partial C}{\partial a^{3}_{2}}",
        "∂C/∂a³₂",
    ),
    ("sigma_prime2_4", Quantity("sigma_prime", 2, 4), r"\sigma'(z^{2}_{4})", "σ′(z²₄)"),
    ("delta2", Quantity("delta", 2), r"\delta^{2}", "δ²"),
    ("delta3_2", Quantity("delta", 3, 2), r"\delta^{3}_{2}", "δ³₂"),
    (
        "nabla_b2_1",
        Quantity("nabla_b", 2, 1),
        r"\frac{\partial C}{\partial b^{2}_{1}}",
        "∂C/∂b²₁",
    ),
    (
        "nabla_w3_2_4",
        Quantity("nabla_w", 3, 2, 4),
        r"\frac{\partial C}{\partial w^{3}_{24}}",
        "∂C/∂w³₂₄",
    ),
    ("nabla_x1_2", Quantity("nabla_x", 1, 2), r"\frac{\partial C}{\partial x_{2}}", "∂C/∂x₂"),
    ("nabla_x1", Quantity("nabla_x", 1), r"\frac{\partial C}{\partial x}", "∂C/∂x"),
]


@pytest.mark.parametrize(("id", "quantity", "latex", "text"), PRINTED)
def test_printed(id: str, quantity: Quantity, latex: str, text: str) -> None:
    assert (quantity.id, quantity.latex, quantity.text) == (id, latex, text)
    assert Quantity.parse(id) == quantity


def test_ids_of_a_whole_network_go_there_and_back() -> None:
    trace = lesson([3, 12, 11, 2], ["tanh", "relu", "sigmoid"], "quadratic", 1, 1).run()
    found = entries(trace)
    assert len({quantity.id for quantity in found}) == len(found) > 500
    for quantity in found:
        assert Quantity.parse(quantity.id) == quantity
        assert Quantity.parse(quantity.whole.id) == Quantity(quantity.symbol, quantity.l)


NO_ADDRESSES = (
    "w a2_ a2_0 a0_1 a02_1 a2_01 w3_2_4_1 a2_1_1 delta2_1_1 C1 C_1 c x1_1 eta2 w3__4 W3_2_4 "
    "w-3 w3.2 w3_2_4; w100_1_1 a2_100 a2_١ a2_1٢ a1٢_1 a²"
)


@pytest.mark.parametrize("text", [*NO_ADDRESSES.split(), "", " ", " w3_2_4", "w3_2_4\n", "w3 2 4"])
def test_no_address(text: str) -> None:
    with pytest.raises(ValueError, match="must look like w3_2_4, delta3_1 or C") as caught:
        Quantity.parse(text)
    assert repr(text) in str(caught.value)


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(ValueError, match=r"got 'a{59}\.\.\.$"):
        Quantity.parse("a" * 10_000)


@pytest.mark.parametrize("came", [None, 5, b"w2", ["w2"], np.array("w2")])
def test_only_a_text_is_an_address(came: Any) -> None:
    with pytest.raises(ValueError, match="must look like w3_2_4") as caught:
        Quantity.parse(came)
    assert str(caught.value).endswith(f"got {came!r}")


NOWHERE: list[tuple[tuple[Any, ...], str]] = [
    (("z", 2, 1, 2), "k must be of w or nabla_w and beside a j; got Quantity(symbol='z', l=2, j=1"),
    (("b", 2, 2, 2), "k must be of w or nabla_w and beside a j; got"),
    (("delta", 3, 1, 3), "k must be of w or nabla_w and beside a j; got"),
    (("w", 2, None, 1), "k must be of w or nabla_w and beside a j; got"),
    (("C", 2), "C must have no layer and no index; got Quantity(symbol='C', l=2"),
    (("C", 0, 1), "C must have no layer and no index; got"),
    (("C", 0, None, 1), "no index; got Quantity(symbol='C', l=0, j=None, k=1)"),
    (("C", False), "l must be a whole number, 0 or above; got False"),
    (("z",), "l must be a whole number, 1 or above; got 0"),
    (("z", "2", 1), "l must be a whole number, 1 or above; got '2'"),
    (("z", 2.0, 1), "l must be a whole number, 1 or above; got 2.0"),
    (("z", None), "l must be a whole number, 1 or above; got None"),
    (("z", 2, True), "j must be a whole number, 1 or above; got True"),
    (("z", 2, 0), "j must be a whole number, 1 or above; got 0"),
    (("w", 2, 1, -1), "k must be a whole number, 1 or above; got -1"),
    (
        ("x", 2),
        "must be a, y, w, b, z, C, nabla_a, sigma_prime, delta, nabla_b, nabla_w or nabla_x;",
    ),
    ((["z"], 2), "or nabla_x; got ['z']"),
]


@pytest.mark.parametrize(("parts", "sentence"), NOWHERE)
def test_an_address_that_no_network_has(parts: tuple[Any, ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        Quantity(*parts)


def test_an_address_counts_from_one() -> None:
    network = Network({2: [[1, 2, 3], [4, 5, 6]], 3: [[7, 8]]}, {2: [10, 20], 3: [30]}, "linear")
    trace = run(network, [100, 200, 300], [0.5])

    def value(id: str) -> object:
        return trace.value(Quantity.parse(id)).tolist()

    assert value("w2_1_3") == 3
    assert value("w2_2_1") == 4
    assert value("w2_2") == [4, 5, 6]
    assert value("w3") == [[7, 8]]
    assert value("b2_2") == [20]
    assert value("a1_3") == [300]
    assert value("y3_1") == [0.5]
    assert value("z2_1") == [1 * 100 + 2 * 200 + 3 * 300 + 10]
    assert value("C") == trace.cost


def test_several_examples_stand_side_by_side() -> None:
    trace = lesson([3, 2], ["tanh"], "quadratic", 4, 1).run()
    np.testing.assert_array_equal(trace.value(Quantity("a", 1, 2)), trace.x[1])
    assert trace.value(Quantity("delta", 2)).shape == (2, 4)
    assert trace.value(Quantity("nabla_w", 2, 1, 3)).shape == ()
