"""The gradients of each example, their mean and the check of it: what the stage shows of them."""

from typing import Any

import numpy as np

from backprop.engine import Network, Quantity
from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.figures.limits import largest
from backprop.ideas.mean.compute_check import GradientCheck
from backprop.ideas.mean.words import (
    GRADIENTS_TEXTS,
    difference,
    gradient_titles,
    gradients_heading,
    sign,
)
from backprop.lesson import weight_in_focus


def gradients_part(check: GradientCheck, network: Network, present: int | None) -> Json:
    """The part of the stage that shows them all, the present example (from 0) marked."""
    rows, columns = check.mean["w"].shape
    after = [network.activation[l] for l in range(check.l, network.L + 1)]
    w, b = (Quantity(f"nabla_{symbol}", check.l).text for symbol in ("w", "b"))
    in_one_way, in_the_other = gradient_titles(network)
    return {
        "module": "ideas/mean/gradients.js",
        "l": check.l,
        "layers": list(range(2, network.L + 1)),
        "rows": rows,
        "columns": columns,
        "limit": largest(*(array for one in check.each.values() for array in one.values())),
        "names": {"w": w, "b": b},
        "heading": gradients_heading(network, check.l),
        "share": f"1/{len(check.each)}" if network.takes_mean else "",
        "focus": weight_in_focus("", check.l).id,
        "examples": [
            {"number": i, "present": i - 1 == present} | _sent(one) for i, one in check.each.items()
        ],
        "mean": {"title": in_one_way} | _sent(check.mean),
        "check": {"title": in_the_other, "kinks": [one.id for one in check.kinks]}
        | _sent({symbol: one.slope for symbol, one in check.nudged.items()}),
        "sign": sign(check),
        "difference": difference(check, after, network.cost),
        "texts": GRADIENTS_TEXTS,
    }


def _sent(arrays: dict[str, Array]) -> dict[str, Any]:
    """w as rows and b as a list, None for what is no number."""
    w = [[one if np.isfinite(one) else None for one in row] for row in arrays["w"].tolist()]
    biases = arrays["b"].ravel().tolist() if "b" in arrays else []
    b = [one if np.isfinite(one) else None for one in biases]
    return {"w": w, "b": b}
