"""The proofs: by hand on a linear network, as a law on random ones, and what is refused."""

import math
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from backprop import ACTIVATIONS, Network, Trace, proof, run
from backprop.engine.proof import worked_out
from backprop.engine.proof_lines import PROOFS, RULES, Claim
from tests.engine.lessons import lesson, lesson_342

LINEAR = run(
    Network(w={2: [[1], [2]], 3: [[1, -1], [2, 3]]}, b={2: [0, 0], 3: [0, 0]}, activation="linear"),
    x=[1],
    y=[0, 0],
)
"""1-2-2: a2 = (1, 2), a3 = z3 = delta3 = (-1, 8), delta2 = (-1 + 16, 1 + 24)."""


def sides(name: str, l: int, j: int, k: int | None = None) -> list[Any]:
    found = proof(LINEAR, name, l, j, k)
    return [line.sides if len(line.sides) > 1 else line.sides[0] for line in found.lines]


def test_each_line_by_hand() -> None:
    assert sides("BP1", 3, 2) == [(8, 8)] * 4
    each_z, each_rate = ((-1, -1), (8, 8)), ((1, 1), (2, 2))
    assert sides("BP2", 2, 1) == [(15, 15), (15, 15), (15, 15), each_z, each_rate, (15, 15)]
    assert sides("BP3", 2, 2) == [(25, 25), (25, 25), (25, 25), (2, 2), (1, 1), (25, 25)]
    assert sides("BP4", 3, 2, 2) == [(8, 8), (16, 16), (16, 16), (8, 8), (2, 2), (16, 16)]


def test_the_lines_are_the_books_and_use_only_those_above() -> None:
    numbers = [line.number for name in ("BP1", "BP2") for line in PROOFS[name]]
    assert numbers == [str(n) for n in range(36, 46)]
    for lines in PROOFS.values():
        assert all(use < place for place, line in enumerate(lines) for use in line.uses)
        assert {line.rule for line in lines} <= set(RULES)
        used = {use for line in lines for use in line.uses}
        assert used == set(range(len(lines) - 1)), "each line but the last is there to be used"


def random_trace(seed: int) -> Trace:
    """A network of two to five layers of one to five neurons, each with any activation."""
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 6, rng.integers(2, 6)).tolist()
    names = rng.choice([*ACTIVATIONS], len(sizes) - 1).tolist()
    return lesson(sizes, names, ["quadratic", "cross-entropy"][seed % 2], 1, seed).run()


def test_both_sides_of_every_line_are_equal_on_random_networks() -> None:
    for seed in range(200):
        trace = random_trace(seed)
        L, sizes = trace.network.L, trace.network.sizes
        rng = np.random.default_rng(seed)
        l = int(rng.integers(2, L + 1))
        j, k = int(rng.integers(1, sizes[l - 1] + 1)), int(rng.integers(1, sizes[l - 2] + 1))
        for name in ("BP1" if l == L else "BP2", "BP3", "BP4"):
            for line in proof(trace, name, l, j, k if name == "BP4" else None).lines:
                for left, right in line.sides:
                    assert left == pytest.approx(right, rel=1e-12, abs=1e-300), (seed, name)


def test_the_sides_come_from_two_computations() -> None:
    """An error that the backward pass had got wrong would not be the rate found forward."""
    trace = lesson_342("sigmoid", "quadratic", 1).run()
    wrong = replace(trace, delta={l: 2 * delta for l, delta in trace.delta.items()})
    for name, l, k in (("BP1", 3, None), ("BP2", 2, None), ("BP3", 2, None), ("BP4", 2, 1)):
        *_, last = proof(wrong, name, l, 1, k).lines
        first = proof(wrong, name, l, 1, k).lines[0]
        assert abs(first.left) == pytest.approx(2 * abs(first.right))
        assert name in ("BP2",) or last.left != pytest.approx(last.right)


def test_what_is_no_truth_has_two_sides_that_differ() -> None:
    slip = Claim("", r"\frac{\partial <C>}{\partial <b j>} = <a j> <delta j>", "")
    line = worked_out(slip, LINEAR, l=2, j=2)
    assert (line.left, line.right) == (25, 50)


@pytest.mark.parametrize(("z", "lost"), [(-40, False), (-800, True)])
def test_a_saturated_output_keeps_what_float64_can_hold(z: float, lost: bool) -> None:
    """y = 1, so delta = a - y is -1; dC/da is -1/a, which at z = -800 is -2.7e347."""
    network = Network({2: [[z]]}, {2: [0]}, "sigmoid", "cross-entropy")
    definition, *others = proof(run(network, [1], [1]), "BP1", 2, 1).lines
    assert (definition.left, definition.right) == (-1, -1)
    for line in others:
        assert line.left == -1
        assert math.isnan(line.right) if lost else line.right == pytest.approx(-1, rel=1e-12)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("BP5", 2, 1), "the equation must be BP1, BP2, BP3 or BP4; got 'BP5'"),
        (("BP1", 2, 1), "the layer of BP1 must be 3; got 2"),
        (("BP2", 3, 1), "the layer of BP2 must be 2; got 3"),
        (("BP3", 1, 1), "the layer of BP3 must be from 2 to 3; got 1"),
        (("BP3", 2, 5), "a 3-4-2 network has no δ²₅"),
        (("BP2", 2, 0), "j must be a whole number, 1 or above; got 0"),
        (("BP2", 2, None), "needs a neuron j; got None"),
        (("BP4", 2, 1), "the proof of BP4 needs the neuron k that the weight comes from; got None"),
        (("BP4", 2, 1, 4), "a 3-4-2 network has no w²₁₄"),
        (("BP3", 2, 1, 1), "the proof of BP3 needs no k; got 1"),
    ],
)
def test_what_has_no_proof_is_refused(arguments: tuple[Any, ...], sentence: str) -> None:
    trace = lesson_342("sigmoid", "quadratic", 1).run()
    with pytest.raises(ValueError, match=re.escape(sentence)):
        proof(trace, *arguments)


def test_bp2_without_a_hidden_layer_and_several_examples_are_refused() -> None:
    with pytest.raises(ValueError, match="BP2 needs a hidden layer; got a network of 2 layers"):
        proof(run(Network.random([2, 2]), [1, 0], [0, 0]), "BP2", 2, 1)
    with pytest.raises(ValueError, match="must be of one example; got 2"):
        proof(lesson_342("sigmoid", "quadratic", 2).run(), "BP2", 2, 1)
