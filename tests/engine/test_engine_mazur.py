"""The example that half the internet checks itself against: its published values.

Matt Mazur, "A Step by Step Backpropagation Example". Digits that are not printed were cut off.
"""

from decimal import Decimal

import pytest

from backprop import Network, Quantity, descend, run

X, Y = [0.05, 0.10], [0.01, 0.99]
NETWORK = Network(
    {2: [[0.15, 0.20], [0.25, 0.30]], 3: [[0.40, 0.45], [0.50, 0.55]]},
    {2: [0.35, 0.35], 3: [0.60, 0.60]},
)
BEFORE = {
    "a2_1": "0.593269992",
    "a2_2": "0.596884378",
    "a3_1": "0.751365070",
    "a3_2": "0.772928465",
    "C": "0.298371109",
    "delta3_1": "0.138498562",
    "delta3_2": "-0.038098236",
    "nabla_w3_1_1": "0.082167041",
}
AFTER = {
    "w3_1_1": "0.35891648",
    "w3_1_2": "0.408666186",
    "w3_2_1": "0.511301270",
    "w3_2_2": "0.561370121",
    "w2_1_1": "0.149780716",
    "w2_1_2": "0.19956143",
    "w2_2_1": "0.24975114",
    "w2_2_2": "0.29950229",
    "C": "0.280471447",
}


def check(value: float, published: str) -> None:
    """Equal to within one unit of the last digit that is printed."""
    unit = Decimal(1).scaleb(Decimal(published).as_tuple().exponent)  # type: ignore[arg-type]
    assert value == pytest.approx(float(published), rel=0, abs=float(unit))


@pytest.mark.parametrize(("id", "published"), BEFORE.items())
def test_before(id: str, published: str) -> None:
    check(run(NETWORK, X, Y).value(Quantity.parse(id)).item(), published)


@pytest.mark.parametrize(("id", "published"), AFTER.items())
def test_after_one_step_with_eta_one_half(id: str, published: str) -> None:
    after = descend(NETWORK, run(NETWORK, X, Y), eta=0.5)
    check(run(after, X, Y).value(Quantity.parse(id)).item(), published)
