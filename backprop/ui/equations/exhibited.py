"""An equation as pictures: each factor a heatmap, the result beside the true one."""

import re
from typing import Any

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.engine.compare import differ
from backprop.engine.equation import symbol_and_offset
from backprop.engine.expression import Expression
from backprop.engine.wrong_pass import Attempt
from backprop.ui.stage import Exhibit, note, row, with_exhibits
from backprop.writing.fitting import FACTOR, in_text
from backprop.writing.plaintext import without_latex

Json = dict[str, Any]
Item = str | Json

_GROUP = re.compile(r"\\left\(|\\right\)")
_NAME = re.compile(r"<(\w+)>")
_BEYOND = "beyond 1.8e308"


def exhibited(data: Json, tried: Attempt, trace: Trace) -> tuple[Json, list[Json]]:
    """The stage's data with what these pictures need, and the rows of them.

    An array that is the trace's own is shown as such, so that its numbers can be selected.
    """
    data, items = _factors(data, tried, trace)
    quantity, result = tried.quantity, tried.result
    true = trace.arrays(quantity.symbol)[quantity.l]
    label = "the equation as it is written now"
    if result is None:
        return data, [row(label, *items, "=", "?")]
    if result.shape == true.shape and not differ(true, result).any():
        return data, [row(label, *items, "=", quantity.id)]
    data, now, *rest = _compared(data, quantity, true, result)
    signs = "; ± marks a wrong sign" if data["marks"] else ""
    return data, [row(label, *items, "=", now), row(f"and the true one{signs}", *rest)]


def _factors(data: Json, tried: Attempt, trace: Trace) -> tuple[Json, list[Item]]:
    """The right-hand side: heatmaps, and the signs between them."""
    right = tried.equation.template.split("=", 1)[1].strip()
    if " - " not in right:
        right = _GROUP.sub("", right)  # side by side binds first: no brackets are needed
    items: list[Item] = []
    end = 0
    for n, found in enumerate(FACTOR.finditer(right)):
        sign = without_latex(right[end : found.start()])
        if sign or n:
            items.append(sign or "·")
        data, item = _factor(data, found[0], n, tried, trace)
        items.append(item)
        end = found.end()
    return data, items


def _factor(data: Json, template: str, n: int, tried: Attempt, trace: Trace) -> tuple[Json, Item]:
    (name,) = _NAME.findall(template)
    symbol, offset = symbol_and_offset(name)
    quantity = Quantity(symbol, tried.l + offset)
    slope = getattr(tried.equation.formula, "slope", None)
    values = Expression(f"= {template}", slope)(**tried.operands)
    if not np.isfinite(values).all():
        return data, note(_BEYOND)
    own = trace.arrays(symbol)[quantity.l]
    if values.shape == own.shape and not differ(own, values).any():
        return data, quantity.id
    like = "sigma_prime" if "sigma" in template else symbol
    shown = Exhibit(
        f"factor_{'abcdef'[n]}{quantity.l}",
        in_text(template, tried),
        values,
        like=like,
        scale="signed" if "-" in template else data["scales"][like],
    )
    limit = max(data["limits"][like], float(np.abs(values).max()))
    return with_exhibits(data, [shown], limit), shown.name


def _compared(data: Json, quantity: Quantity, true: Array, result: Array) -> tuple[Any, ...]:
    """The wrong result, the true one, and the difference, on one scale; wrong signs are marked."""
    symbol, name = quantity.symbol, quantity.text
    pictures = [
        Exhibit(f"now_{quantity.id}", f"{name} now", result, like=symbol),
        Exhibit(f"true_{quantity.id}", f"{name} true", true, like=symbol),
    ]
    rest: list[Item] = [pictures[1].name]
    marks = {}
    if result.shape == true.shape:
        difference = Exhibit(f"less_{quantity.id}", "now − true", result - true, like=symbol)
        pictures.append(difference)
        rest += ["\u2003", difference.name]
        marks = _marks(pictures[0], true)
    limit = max(float(np.abs(picture.values).max()) for picture in pictures) or 1.0
    return with_exhibits(data, pictures, limit) | {"marks": marks}, pictures[0].name, *rest


def _marks(now: Exhibit, true: Array) -> Json:
    """The cells with the wrong sign."""
    sign = {"sign": "±", "words": "wrong sign"}
    matrix = true.shape[1] > 1
    return {
        f"{now.name}_{j + 1}_{k + 1}" if matrix else f"{now.name}_{j + 1}": sign
        for j, k in np.argwhere(np.sign(now.values) * np.sign(true) < 0).tolist()
    }
