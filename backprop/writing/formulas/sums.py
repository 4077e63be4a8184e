"""A sum taken apart: its terms one by one, each product and the sum so far."""

from backprop.engine import Quantity, Step
from backprop.engine.template import Operation, Plus, Product, Ref, Sum
from backprop.writing.text.numbers import factor, short


def sum_rows(step: Step) -> list[list[str]]:
    """The terms of a component step's sum, a row each: factors, product, sum so far.

    The last rows are what follows the sum: the bias, or the slope that multiplies it. Empty for a
    step that sums nothing, and for a matrix step.
    """
    match step.equation.right if step.j else None:
        case Operation(Sum(_, Product(Ref() as first, Ref() as second)), Ref(last)) as whole:
            total, rows = 0.0, []
            factors = (step.operands[ref.name] for ref in (first, second))
            for k, (w, other) in enumerate(zip(*factors, strict=True), start=1):
                product = float(w) * float(other[0])
                total += product
                names = f"{_name(step, first, k)} · {_name(step, second, k)}"
                numbers = f"{short(float(w))} · {factor(float(other[0]))}"
                rows.append([names, numbers, short(product), short(total)])
            # a sign in front would make it a list
            verb = "plus" if isinstance(whole, Plus) else "times"
            name = f"{verb} {step.operand_quantities[last].text}"
            value, result = float(step.operands[last][0]), float(step.result[0])
            return [*rows, [name, short(value), "", short(result)]]
    return []


def _name(step: Step, ref: Ref, k: int) -> str:
    whole = step.operand_quantities[ref.name].whole
    indices = (step.j if index == "j" else k for index in ref.indices)
    return Quantity(whole.symbol, whole.l, *indices).text
