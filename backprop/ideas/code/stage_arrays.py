"""The arrays of a line in the order of its code: the result, and what it is computed from."""

from backprop.engine import Quantity, Trace
from backprop.figures.json import Json
from backprop.ideas.code.compute import CodeStep, gradient_is_difference
from backprop.ideas.code.words import kind, shape_text, turned_title

Item = str | tuple[str, int] | tuple[str, int, bool]
"""A sign, or the symbol of an array and how far its layer is from the line's; True: turned."""

ROWS: dict[str, tuple[Item, ...]] = {
    "a1": (("a", 0),),
    "z": (("z", 0), "=", ("w", 0), "@", ("a", -1), "+", ("b", 0)),
    "z of weights": (("z", 0), "=", ("w", 0), "@", ("a", -1)),
    "a": (("a", 0), "= σ(", ("z", 0), ")"),
    "nabla_a": (("nabla_a", 0), "=", ("a", 0), "−", ("y", 0)),
    "nabla_a of": (("nabla_a", 0), "of", ("a", 0), "and", ("y", 0)),
    "output": (("delta", 0), "=", ("nabla_a", 0), "*", ("sigma_prime", 0)),
    "cancelled": (("delta", 0), "=", ("a", 0), "−", ("y", 0)),
    "delta": (
        *(("delta", 0), "= (", ("w", 1, True), "@", ("delta", 1), ") *"),
        ("sigma_prime", 0),
    ),
    "nabla_b": (("nabla_b", 0), "=", ("delta", 0)),
    "nabla_w": (("nabla_w", 0), "=", ("delta", 0), "@", ("a", -1, True)),
}
"""What stands in the row of a line, by its kind."""


def arrays_of_line(step: CodeStep, trace: Trace) -> list[str | Json]:
    """The row of a line: signs, and arrays with their titles and shapes."""
    name = kind(step, trace.network)
    row = ROWS[name if name != "nabla_a" or gradient_is_difference(trace) else "nabla_a of"]
    return [item if isinstance(item, str) else _array(step, trace, *item) for item in row]


def operands(step: CodeStep, trace: Trace) -> list[str]:
    """The ids of the arrays that a line uses."""
    return [item["id"] for item in arrays_of_line(step, trace)[1:] if not isinstance(item, str)]


def _array(
    step: CodeStep, trace: Trace, symbol: str, offset: int, turned: bool = False
) -> dict[str, object]:
    quantity = Quantity(symbol, step.quantity.l + offset)
    array = trace.arrays(symbol)[quantity.l]
    return {
        "id": quantity.id,
        "title": turned_title(quantity) if turned else quantity.text,
        "shape": shape_text(*(array.T if turned else array).shape),
        "turned": turned,
    }
