"""The gradient of the mean cost in one layer, found in two ways: what the stage shows of it."""

from typing import Any

import numpy as np

from backprop.engine import Quantity
from backprop.engine.activations import Array
from backprop.engine.examples import Examples, mean_of_gradients, nudged
from backprop.writing import short
from backprop.writing.numbers import count_of

SYMBOLS = ("w", "b")
ALIKE = 1e-4
"""How far the two ways may differ, as a share of the largest gradient, with nothing to explain."""
ROUNDINGS = 16
"""How many of its last digits the cost may be wrong by."""


class Both:
    """The gradients of layer l: of each example, their mean, and that of the mean by nudging."""

    def __init__(self, found: Examples, l: int) -> None:
        self.found, self.l = found, l
        traces = list(found.traces.values())
        self.network = traces[0].network
        self.mean = {s: mean_of_gradients(traces, f"nabla_{s}", l) for s in SYMBOLS}
        self.nudged = {s: nudged(self.network, found.x, found.y, s, l) for s in SYMBOLS}

    def part(self, present: int | None) -> dict[str, Any]:
        """The part of the stage that shows them all, the present example (from 0) marked."""
        rows, columns = self.network.w[self.l].shape
        w, b = (Quantity(f"nabla_{symbol}", self.l).text for symbol in SYMBOLS)
        each = self._each()
        limit = max(float(np.abs(array).max()) for one in each.values() for array in one.values())
        return {
            "kind": "gradients",
            "l": self.l,
            "layers": list(range(2, self.network.L + 1)),
            "rows": rows,
            "columns": columns,
            "limit": limit or 1.0,
            "names": {"w": w, "b": b},
            "heading": f"{w} and {b} of each example".replace("∂C", "∂Cₓ"),
            "focus": self.focus("").id,
            "examples": [
                {"number": i, "present": i - 1 == present} | _sent(one) for i, one in each.items()
            ],
            "mean": {"title": "the mean of the gradients"} | _sent(self.mean),
            "check": {"title": "the gradient of the mean", "kinks": self._kinks()}
            | _sent({s: one.slope for s, one in self.nudged.items()}),
            "sign": self.sign(),
            "difference": self.difference(),
        }

    def focus(self, selected: str) -> Quantity:
        """The weight or bias that the selected number of this layer belongs to, else w_11."""
        try:
            chosen = Quantity.parse(selected)
        except ValueError:
            chosen = Quantity("C")
        symbol = chosen.symbol.removeprefix("nabla_")
        single = chosen.j and (chosen.k or symbol == "b")
        if symbol in SYMBOLS and chosen.l == self.l and single:
            return Quantity(symbol, self.l, chosen.j, chosen.k)
        return Quantity("w", self.l, 1, 1)

    def is_finite(self, weight: Quantity) -> bool:
        """Whether the cost can be taken on both sides of the weight."""
        return bool(np.isfinite(self.nudged[weight.symbol].slope[weight.index]))

    def sign(self) -> str:
        """How the two ways compare."""
        if self._apart() <= self._alike():
            return "="
        return "≈" if self._apart() <= self._rounding() else "≠"

    def difference(self) -> str:
        """How far apart the two ways are, and why where it is more than a little."""
        kinks = len(self._kinks())
        text = f"The largest difference is {short(self._apart())}."
        if kinks:
            cells = count_of(kinks, "cell")
            text += (
                f" At {cells} (◆) a z is so near 0 that relu has two slopes: there they may differ."
            )
        elif self.sign() == "≈":
            text += (
                f" It is rounding: C has about 16 digits, so that moving a weight by h finds "
                f"a slope only to about {short(self._rounding())}."
            )
        elif self.sign() == "≠":
            text += " C bends so sharply here that moving a weight finds few digits of the slope."
        if not all(np.isfinite(one.slope).all() for one in self.nudged.values()):
            text += (
                " Where there is –, a moved weight leads out of what the cross-entropy can take."
            )
        return text

    def _apart(self) -> float:
        """The largest difference of the two ways."""
        apart = [np.abs(self.mean[s] - self.nudged[s].slope) for s in SYMBOLS]
        return max(float(one[np.isfinite(one)].max(initial=0.0)) for one in apart)

    def _alike(self) -> float:
        """How large a difference may be that needs no words."""
        return ALIKE * max(float(np.abs(self.mean[s]).max()) for s in SYMBOLS)

    def _rounding(self) -> float:
        """How wrong the nudged slope may be because C is rounded."""
        eps = float(np.finfo(np.float64).eps)
        found = [
            np.maximum(np.abs(one.above), np.abs(one.below)) / one.width
            for one in self.nudged.values()
        ]
        return ROUNDINGS * eps * max(float(one[np.isfinite(one)].max(initial=0.0)) for one in found)

    def _each(self) -> dict[int, dict[str, Array]]:
        return {
            i: {s: trace.arrays(f"nabla_{s}")[self.l] for s in SYMBOLS}
            for i, trace in self.found.traces.items()
        }

    def _kinks(self) -> list[str]:
        return [
            Quantity(f"nabla_{s}", self.l, *(int(i) + 1 for i in index[: 2 if s == "w" else 1])).id
            for s in SYMBOLS
            for index in np.argwhere(self.nudged[s].kink)
        ]


def _sent(arrays: dict[str, Array]) -> dict[str, Any]:
    """w as rows and b as a list, None for what is no number."""
    w = [[one if np.isfinite(one) else None for one in row] for row in arrays["w"].tolist()]
    b = [one if np.isfinite(one) else None for one in arrays["b"].ravel().tolist()]
    return {"w": w, "b": b}
