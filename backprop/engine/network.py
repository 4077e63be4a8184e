"""A network is its weights and biases, one activation per layer, and a cost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from backprop.engine.activations import ACTIVATIONS, Array
from backprop.engine.conventions import BIASES, REDUCTIONS, Conventions
from backprop.engine.costs import COSTS
from backprop.engine.quantity import OF_BIASES, Quantity
from backprop.engine.validation import (
    brief,
    check_kind,
    check_one_of,
    column,
    finite,
    frozen,
    keyed_by,
    keys,
    layer_sizes,
    whole,
)

Layers = Mapping[int, Array]

MOST_DRAWN = 10**8
"""So many weights and biases are drawn at most: 0.8 GB, and once more for the network's copy."""


@dataclass(frozen=True, eq=False, init=False)
class Network(Conventions):
    """A feedforward network, keyed by the book's layer numbers: ``w[l]`` and ``b[l]``, l = 2..L.

    w[l] has the shape (n_l, n_(l-1)), row j for the weights into neuron j; b[l] has (n_l, 1).
    ``activation`` is one name for all layers or one per layer, ``cost`` a name, ``reduction`` one
    of REDUCTIONS and ``biases`` one of BIASES; where there are none, b is left out and then 0. The
    arrays are copied and read-only. Raises ValueError for shapes that do not fit together, values
    that are not finite, and unknown names.
    """

    w: Layers
    b: Layers
    activation: Mapping[int, str]
    cost: str
    reduction: str
    biases: str
    sizes: tuple[int, ...]
    """The number of neurons in each layer, the input layer first."""

    def __init__(
        self,
        w: Mapping[int, npt.ArrayLike],
        b: Mapping[int, npt.ArrayLike] | None = None,
        activation: str | Mapping[int, str] = "sigmoid",
        cost: str = "quadratic",
        reduction: str = "mean",
        biases: str = "learn",
    ) -> None:
        check_one_of("reduction", reduction, REDUCTIONS)
        check_one_of("biases", biases, BIASES)
        layers = list(range(2, len(w) + 2)) if isinstance(w, Mapping) else []
        given = b if b is not None or biases != "none" else dict.fromkeys(layers)
        if not layers or not keyed_by(layers, w) or not keyed_by(layers, given):
            raise ValueError(
                "w and b must be dictionaries with the layers 2, 3, ..., L; "
                f"got w for {keys(w)} and b for {keys(b)}"
            )
        weights = {l: frozen(w[l], f"w[{l}]") for l in layers}
        first = weights[2].shape[1] if weights[2].ndim == 2 else 0
        sizes = [first] + [len(weights[l]) if weights[l].ndim else 0 for l in layers]
        for l in layers:
            expected = (sizes[l - 1], sizes[l - 2])
            if weights[l].shape != expected or 0 in expected:
                before = f" after {sizes[l - 2]} neurons" if l > 2 and weights[l].ndim == 2 else ""
                raise ValueError(
                    f"w[{l}] must have one row per neuron of layer {l} and one column per neuron "
                    f"of layer {l - 1}; got {weights[l].shape}{before}"
                )
        columns = {
            l: column(np.zeros(sizes[l - 1]) if b is None else b[l], sizes[l - 1], f"b[{l}]")
            for l in layers
        }
        if biases == "none" and any(one.any() for one in columns.values()):
            raise ValueError(f"b must be left out or 0 where biases are none; got {brief(b)}")
        if isinstance(activation, str):
            activation = dict.fromkeys(layers, activation)
        if not keyed_by(layers, activation):
            raise ValueError(
                f"activation must be one name or have the layers {layers}; got {keys(activation)}"
            )
        names = {l: activation[l] for l in layers}
        for name in names.values():
            check_one_of("activation", name, ACTIVATIONS)
        check_one_of("cost", cost, COSTS)
        for field, value in (
            ("w", MappingProxyType(weights)),
            ("b", MappingProxyType(columns)),
            ("activation", MappingProxyType(names)),
            ("cost", cost),
            ("reduction", reduction),
            ("biases", biases),
            ("sizes", tuple(sizes)),
        ):
            object.__setattr__(self, field, value)

    @property
    def L(self) -> int:
        """The number of layers, the input layer counted as the first."""
        return len(self.sizes)

    def check_has(self, quantity: Quantity) -> None:
        """Raise ValueError unless this is a Quantity and the network has it."""
        check_kind("quantity", quantity, Quantity)
        quantity.check_is_in(self.sizes)
        if quantity.symbol in OF_BIASES and not self.has_biases:
            raise ValueError(f"a network without biases has no {quantity.text}")

    def with_parameters(
        self,
        w: Mapping[int, npt.ArrayLike] | None = None,
        b: Mapping[int, npt.ArrayLike] | None = None,
    ) -> "Network":
        """The same network with other weights, w[l] (n_l, n_(l-1)), or biases, b[l] (n_l, 1).

        What is not given stays; where there were no biases, those that are given are fixed.
        Raises ValueError as the network itself does.
        """
        biases = self.biases if b is None or self.has_biases else "fixed"
        w, b = self.w if w is None else w, self.b if b is None else b
        return Network(w, b, self.activation, self.cost, self.reduction, biases)

    @classmethod
    def random(
        cls,
        sizes: Sequence[int],
        activation: str | Mapping[int, str] = "sigmoid",
        cost: str = "quadratic",
        seed: int = 1,
        spread: float = 1.0,
        reduction: str = "mean",
        biases: str = "learn",
    ) -> "Network":
        """A network whose weights and biases are drawn from a normal distribution around 0.

        ``spread`` is its standard deviation; the same seed gives the same network. Raises
        ValueError for fewer than two layers, an empty layer, more than MOST_DRAWN numbers to draw,
        a spread that is negative, or a seed that is no whole number from 0 up.
        """
        counts = layer_sizes(sizes)
        numbers = sum((before + 1) * n for before, n in pairwise(counts))
        if numbers > MOST_DRAWN:
            raise ValueError(
                f"sizes must come to at most {MOST_DRAWN:,} weights and biases; got {brief(sizes)}"
            )
        seed = whole(seed, "seed", 0)
        spread = abs(finite(spread, "spread", least=0))  # NumPy refuses -0.0.
        rng = np.random.default_rng(seed)
        layers = range(2, len(counts) + 1)
        w = {l: rng.normal(0, spread, (counts[l - 1], counts[l - 2])) for l in layers}
        b = {l: rng.normal(0, spread, (counts[l - 1], 1)) for l in layers}
        drawn = None if biases == "none" else b
        return cls(w, drawn, activation, cost, reduction, biases)
