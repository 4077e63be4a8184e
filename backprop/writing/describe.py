"""A number in words, and a step as text and as a table: for screen readers and for copying."""

import numpy as np

from backprop.engine import Quantity, Step, Trace, made_from
from backprop.engine.activations import Array
from backprop.engine.equation import symbol_and_offset
from backprop.writing.numbers import exact
from backprop.writing.sentence import plain, sentence, title

_WORDS = {
    "y": "what output {j} ought to be",
    "b": "the bias of neuron {j} of layer {l}",
    "z": "the weighted input of neuron {j} of layer {l}",
    "a": "the activation of neuron {j} of layer {l}",
    "C": "the cost of this example",
    "nabla_a": "how fast the cost changes with output {j}",
    "sigma_prime": "the slope of the activation of neuron {j} of layer {l}",
    "delta": "the error of neuron {j} of layer {l}: how fast the cost changes with its z",
    "nabla_b": "how fast the cost changes with the bias of neuron {j} of layer {l}",
    "w": "the weight from neuron {k} of layer {before} to neuron {j} of layer {l}",
    "nabla_w": "how fast the cost changes with the weight from neuron {k} of layer {before} "
    "to neuron {j} of layer {l}",
}
_PLAIN = (
    (r"\left", ""), (r"\right", ""), (r"\,", " "), (r"\odot", "⊙"), (r"\sigma", "σ"), (r"\cdot", "·"),
    (r"\tfrac{1}{2}", "1/2"), (r"\lVert", "‖"), (r"\rVert", "‖"), (r"\ln", "ln"), ("^T", "ᵀ"),
    ("^2", "²"), (r"e^{-", "exp{-"), (r"e^{", "exp{"), (r"\frac{", "{"), ("}{", "} / {"),
    ("{", "("), ("}", ")"),
)  # fmt: skip


def about(quantity: Quantity, trace: Trace) -> str:
    """What a number is, for instance "the bias of neuron 2 of layer 3"."""
    l, j, k = quantity.l, quantity.j, quantity.k
    if quantity.symbol == "a" and l == 1:
        return f"input {j}"
    if quantity.symbol == "a" and l == trace.network.L:
        return f"output {j} of the network"
    return _WORDS[quantity.symbol].format(l=l, before=l - 1, j=j, k=k)


def in_plain_text(step: Step) -> str:
    """The step's equation in letters that need no formatting: z² = w² a¹ + b²."""

    def address(name: str, indices: str) -> str:
        symbol, offset = symbol_and_offset(name)
        if symbol == "C":
            return "C"
        quantity = Quantity(symbol, step.l + offset, step.j if "j" in indices else None)
        rest = indices if step.j is None else indices.replace("j", "")
        return quantity.text + (f"[{rest}]" if rest else "")

    text = step.equation.fill(address, lambda index, body: f"Σ[{index}] {body}")
    for latex, letters in _PLAIN:
        text = text.replace(latex, letters)
    return text


def as_text(step: Step, trace: Trace) -> str:
    """The step as lines of text: what it does, its equation, what goes in and what comes out."""
    numbers = ", ".join(step.equation.numbers)
    lines = [title(step) + (f" ({numbers})" if numbers else "")]
    lines += [plain(sentence(step, trace.network)), in_plain_text(step)]
    lines += [
        f"{step.operand_quantities[name].text} = {_array(operand)}"
        for name, operand in step.operands.items()
    ]
    return "\n".join([*lines, f"{step.quantity.text} = {_array(step.result)}"])


def as_table(step: Step, trace: Trace) -> tuple[list[str], list[list[str]]]:
    """The step's results, one row each: header and rows of (number, value, what it is made from)."""
    rows = []
    for quantity in entries(step, trace):
        parts = [
            f"{part.text} = {_one(part, trace)}" for part in made_from(quantity, trace.network)
        ]
        rows.append([quantity.text, _one(quantity, trace), ", ".join(parts)])
    return ["number", "value", "made from"], rows


def entries(step: Step, trace: Trace) -> list[Quantity]:
    """The addresses of all numbers that a step gives."""
    whole = step.quantity.whole
    if whole.symbol == "C":
        return [Quantity("C")]
    found = [
        Quantity(whole.symbol, whole.l, *(i + 1 for i in place[: 1 + (whole.symbol == "nabla_w")]))
        for place in np.ndindex(trace.value(whole).shape)
    ]
    unique = list(dict.fromkeys(found))
    return unique if step.j is None else [one for one in unique if one.j == step.j]


def _one(quantity: Quantity, trace: Trace) -> str:
    return exact(float(trace.value(quantity).flat[0]))


def _array(array: Array) -> str:
    if array.size == 1:
        return exact(float(array.flat[0]))
    if array.ndim == 2 and array.shape[1] == 1:
        array = array[:, 0]
    parts = [_array(part) if array.ndim == 2 else exact(float(part)) for part in array]
    return f"({', '.join(parts)})"
