"""The numbers to start with: the book's own where the network has them."""

import pytest

from backprop import Quantity
from backprop.ideas.address.compute import first_weight


@pytest.mark.parametrize(
    ("sizes", "id"),
    [
        ((3, 4, 2), "w3_2_4"),
        ((3, 4, 3, 2), "w3_2_4"),
        ((2, 2, 2), "w3_2_2"),
        ((1, 1), "w2_1_1"),
        ((2, 3, 3, 1), "w4_1_3"),
    ],
)
def test_the_weight_to_start_with(sizes: tuple[int, ...], id: str) -> None:
    assert first_weight(sizes) == Quantity.parse(id)
