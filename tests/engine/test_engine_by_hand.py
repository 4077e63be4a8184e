"""Each equation on examples small enough to be worked by hand."""

from math import log
from typing import Any

import numpy as np
import pytest

from backprop import Network, Quantity, descend, run

LN2, LN3 = log(2), log(3)

# 2-2-1, linear: z^2 = (1*1 + 2*2 + 1/2, 3*1 - 1*2 - 1), z^3 = 2*5.5 - 4*0 + 1, y - a = -2.
LINEAR = (
    Network({2: [[1, 2], [3, -1]], 3: [[2, -4]]}, {2: [0.5, -1], 3: [1]}, "linear"),
    [1, 2],
    [10],
    {
        "z2": [[5.5], [0]],
        "a2": [[5.5], [0]],
        "z3": [[12]],
        "a3": [[12]],
        "C": 2,
        "nabla_a3": [[2]],
        "sigma_prime3": [[1]],
        "delta3": [[2]],
        "sigma_prime2": [[1], [1]],
        "delta2": [[4], [-8]],
        "nabla_b3": [[2]],
        "nabla_w3": [[11, 0]],
        "nabla_b2": [[4], [-8]],
        "nabla_w2": [[4, 8], [-8, -16]],
    },
)

# 2-2-1, sigmoid: sigma(ln 3) = 3/4 and sigma(-ln 3) = 1/4, slope 3/16; sigma(0) = 1/2, slope 1/4.
WEIGHTS: dict[int, Any] = {2: [[LN3, 0], [LN3, -LN3]], 3: [[2, -4]]}
BIASES: dict[int, Any] = {2: [0, 0], 3: [-0.5]}
SIGMOID = (
    Network(WEIGHTS, BIASES),
    [1, 2],
    [1],
    {
        "z2": [[LN3], [-LN3]],
        "a2": [[3 / 4], [1 / 4]],
        "z3": [[0]],
        "a3": [[1 / 2]],
        "C": 1 / 8,
        "nabla_a3": [[-1 / 2]],
        "sigma_prime3": [[1 / 4]],
        "delta3": [[-1 / 8]],
        "sigma_prime2": [[3 / 16], [3 / 16]],
        "delta2": [[-3 / 64], [3 / 32]],
        "nabla_b3": [[-1 / 8]],
        "nabla_w3": [[-3 / 32, -1 / 32]],
        "nabla_b2": [[-3 / 64], [3 / 32]],
        "nabla_w2": [[-3 / 64, -3 / 32], [3 / 32, 3 / 16]],
    },
)

# The same with the cross-entropy: the error is a - y, four times what it was.
CROSS_ENTROPY = (
    Network(WEIGHTS, BIASES, cost="cross-entropy"),
    [1, 2],
    [1],
    {
        "C": LN2,
        "nabla_a3": [[-2]],
        "sigma_prime3": [[1 / 4]],
        "delta3": [[-1 / 2]],
        "delta2": [[-3 / 16], [3 / 8]],
        "nabla_w3": [[-3 / 8, -1 / 8]],
        "nabla_w2": [[-3 / 16, -3 / 8], [3 / 8, 3 / 4]],
    },
)

# 1-1, tanh: tanh(ln 2) = (4 - 1)/(4 + 1) = 3/5, slope 1 - 9/25 = 16/25.
TANH = (
    Network({2: [[1]]}, {2: [0]}, "tanh", "cross-entropy"),
    [LN2],
    [1],
    {
        "a2": [[3 / 5]],
        "C": log(5 / 3),
        "nabla_a2": [[-5 / 3]],
        "sigma_prime2": [[16 / 25]],
        "delta2": [[-16 / 15]],
        "nabla_w2": [[-16 / 15 * LN2]],
    },
)

# 1-2, z = (6, -3): the second neuron is off, or leaks.
RELU = (
    Network({2: [[2], [-1]]}, {2: [0, 0]}, "relu"),
    [3],
    [5, 1],
    {
        "z2": [[6], [-3]],
        "a2": [[6], [0]],
        "sigma_prime2": [[1], [0]],
        "C": 1,
        "delta2": [[1], [0]],
        "nabla_w2": [[3], [0]],
    },
)
LEAKY_RELU = (
    Network({2: [[2], [-1]]}, {2: [0, 0]}, "leaky-relu"),
    [3],
    [5, 0.97],
    {
        "a2": [[6], [-0.03]],
        "sigma_prime2": [[1], [0.01]],
        "C": 1,
        "delta2": [[1], [-0.01]],
        "nabla_w2": [[3], [-0.03]],
    },
)

# 1-1-1-1, linear: BP2 twice.
CHAIN = (
    Network({2: [[3]], 3: [[-1]], 4: [[2]]}, {2: [0], 3: [0], 4: [0]}, "linear"),
    [2],
    [-10],
    {
        "z2": [[6]],
        "z3": [[-6]],
        "z4": [[-12]],
        "C": 2,
        "delta4": [[-2]],
        "delta3": [[-4]],
        "delta2": [[4]],
        "nabla_w4": [[12]],
        "nabla_w3": [[-24]],
        "nabla_w2": [[8]],
    },
)

# 1-1, linear, two examples: C = (1/2 + 25/2) / 2, dC/dw = (1*1 + 5*3) / 2.
TWO_EXAMPLES = (
    Network({2: [[2]]}, {2: [0]}, "linear"),
    [[1, 3]],
    [[1, 1]],
    {"a2": [[2, 6]], "C": 6.5, "delta2": [[1, 5]], "nabla_b2": [[3]], "nabla_w2": [[8]]},
)

EXAMPLES: dict[str, tuple[Network, Any, Any, dict[str, Any]]] = {
    "linear": LINEAR,
    "sigmoid": SIGMOID,
    "cross-entropy": CROSS_ENTROPY,
    "tanh": TANH,
    "relu": RELU,
    "leaky-relu": LEAKY_RELU,
    "chain": CHAIN,
    "two examples": TWO_EXAMPLES,
}
VALUES = [(name, id) for name, example in EXAMPLES.items() for id in example[3]]


@pytest.mark.parametrize(("name", "id"), VALUES)
def test_worked_by_hand(name: str, id: str) -> None:
    network, x, y, expected = EXAMPLES[name]
    value = run(network, x, y).value(Quantity.parse(id))
    np.testing.assert_allclose(value, expected[id], rtol=1e-14, atol=1e-15)
    assert value.shape == np.shape(expected[id])


def test_descend_by_hand() -> None:
    network, x, y, _ = LINEAR
    after = descend(network, run(network, x, y), eta=0.5)
    assert after.w[3].tolist() == [[2 - 5.5, -4]]
    assert after.w[2].tolist() == [[1 - 2, 2 - 4], [3 + 4, -1 + 8]]
    assert after.b[3].tolist() == [[1 - 1]]
    assert after.b[2].tolist() == [[0.5 - 2], [-1 + 4]]
    assert (after.activation, after.cost) == (network.activation, network.cost)
