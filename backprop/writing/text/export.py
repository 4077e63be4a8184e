"""The whole trace as a file: CSV for a spreadsheet, JSON for a program. Numbers keep every bit."""

import csv
import io
import json

import numpy as np

from backprop.engine import Quantity, Trace
from backprop.engine.quantity import SYMBOLS


def trace_csv(trace: Trace) -> str:
    """Every number of the trace in a row: step (0 where given), equation, id, name, value."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["step", "equation", "id", "name", "example", "value"])
    rows: list[tuple[int, list[str | int]]] = []
    for whole, array in _arrays(trace).items():
        made = trace.step_of(whole)
        born = (made[0], made[1].equation.name) if made else (0, "given")
        per_example = whole.symbol not in ("w", "b", "C", "nabla_b", "nabla_w")
        for place in np.ndindex(array.shape):
            indices = [i + 1 for i in place]
            example = indices[-1] if per_example else ""
            if per_example or whole.symbol in ("b", "nabla_b"):
                indices = indices[:1]
            quantity = Quantity(whole.symbol, whole.l, *indices)
            number = repr(float(array[place]))
            rows.append((born[0], [*born, quantity.id, quantity.text, example, number]))
    table.writerows(row for _, row in sorted(rows, key=lambda pair: pair[0]))
    return out.getvalue()


def trace_json(trace: Trace) -> str:
    """The network, the example and every step with its operands and its result, as nested lists."""
    network = trace.network
    layers = range(2, network.L + 1)
    content = {
        "sizes": list(network.sizes),
        "activation": {l: network.activation[l] for l in layers},
        "cost function": network.cost,
        "reduction": network.reduction,
        "biases": network.biases,
        "w": {l: network.w[l].tolist() for l in layers},
        "b": {l: one.tolist() for l, one in trace.arrays("b").items()},
        "x": trace.x.tolist(),
        "y": trace.y.tolist(),
        "cost": trace.cost,
        "steps": [
            {
                "equation": step.equation.name,
                "latex": step.equation.latex,
                "l": step.l,
                "operands": {
                    step.operand_quantities[name].id: operand.tolist()
                    for name, operand in step.operands.items()
                },
                "result": {step.quantity.id: step.result.tolist()},
            }
            for step in trace.steps
        ],
    }
    return json.dumps(content, ensure_ascii=False, allow_nan=False, indent=1)


def _arrays(trace: Trace) -> dict[Quantity, np.ndarray]:
    """Every array of the trace by its address, the cost too."""
    found = {Quantity("C"): np.array(trace.cost)}
    for symbol in SYMBOLS:
        if symbol != "C":
            found |= {Quantity(symbol, l): array for l, array in trace.arrays(symbol).items()}
    return found
