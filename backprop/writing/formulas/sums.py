"""A sum taken apart: its terms one by one, each product and the sum so far."""

from backprop.engine import Quantity, Step
from backprop.writing.text.numbers import short

_FACTORS = {"z": ("w", "a_prev"), "delta": ("w_next", "delta_next")}


def sum_rows(step: Step) -> list[list[str]]:
    """The terms of a component step's sum, a row each: factors, product, sum so far.

    The last rows are what follows the sum: the bias, or the slope that multiplies it. Empty for a
    step that sums nothing, and for a matrix step.
    """
    first, second = _FACTORS.get(step.equation.symbol, ("", ""))
    if step.j is None or second not in step.operands:
        return []
    total, rows = 0.0, []
    for k, (w, other) in enumerate(zip(step.operands[first], step.operands[second], strict=True)):
        product = float(w) * float(other[0])
        total += product
        names = f"{_name(step, first, k + 1)} · {_name(step, second, k + 1)}"
        numbers = f"{short(float(w))} · {short(float(other[0]))}"
        rows.append([names, numbers, short(product), short(total)])
    last = "b" if step.equation.symbol == "z" else "sigma_prime"
    verb = "plus" if last == "b" else "times"  # a sign in front would make it a list
    value = short(float(step.operands[last][0]))
    name = f"{verb} {step.operand_quantities[last].text}"
    return [*rows, [name, value, "", short(float(step.result[0]))]]


def _name(step: Step, operand: str, k: int) -> str:
    whole = step.operand_quantities[operand].whole
    indices = {"w": (step.j, k), "w_next": (k, step.j)}.get(operand, (k,))
    return Quantity(whole.symbol, whole.l, *indices).text
