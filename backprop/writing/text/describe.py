"""A number in words, and a step as text and as a table: for screen readers and for copying."""

from backprop.engine import Quantity, Step, Trace
from backprop.engine.equation import tag_of
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.plaintext import equation_text, text_lines
from backprop.writing.text.sentence import plain, sentence, title

_WORDS = {
    "y": "the desired output of {one}",
    "b": "the bias of {one}",
    "z": "the weighted input of {one}",
    "a": "the activation of {one}",
    "C": "the cost: how far the outputs are from the desired outputs",
    "nabla_a": "how fast the cost changes with the activation of {one}",
    "sigma_prime": "the slope of the {sigma} at the weighted input of {one}",
    "delta": "the error of {one}: how fast the cost changes with its weighted input",
    "nabla_b": "how fast the cost changes with the bias of {one}",
    "nabla_x": "how fast the cost changes with {input} of the network",
    "w": "the weight from {start} to {one}",
    "nabla_w": "how fast the cost changes with the weight from {start} to {one}",
}


def about(quantity: Quantity, trace: Trace) -> str:
    """What a number is, for instance "the weight from neuron 4 of layer 2 to neuron 2 of layer 3".

    For a whole array, what each of its numbers is. Raises ValueError for an address outside the
    network.
    """
    quantity.check_is_in(trace.network.sizes)
    l, j, k = quantity.l, quantity.j, quantity.k
    if quantity.symbol == "a" and l == 1:
        return f"input {j} of the network" if j else "the inputs of the network"
    if quantity.symbol == "a" and l == trace.network.L:
        return f"output {j} of the network" if j else "the outputs of the network"
    return _WORDS[quantity.symbol].format(
        input=f"input {j}" if j else "each input",
        one=f"neuron {j} of layer {l}" if j else f"each neuron of layer {l}",
        start=f"neuron {k} of layer {l - 1}" if k else f"each neuron of layer {l - 1}",
        sigma=words_of_activation(trace.network.activation.get(l, "")).noun,
    )


def as_text(step: Step, trace: Trace) -> str:
    """The step as lines of text to copy: title, sentence, equation, numbers put in, results.

    Raises ValueError for a step over several examples.
    """
    numbers = ", ".join(map(tag_of, step.equation.numbers))
    lines = [title(step) + (f" ({numbers})" if numbers else "")]
    lines += [plain(sentence(step, trace.network)), "", equation_text(step)]
    for name, addresses, numbers, value in text_lines(step, trace.endless):
        first, *rest = dict.fromkeys((f"= {addresses}", numbers, value))
        lines += [f"{name} {first}", *(f"    {text}" for text in rest)]
    return "\n".join(lines).replace("\n\n\n", "\n\n")


def as_table(step: Step, trace: Trace) -> tuple[list[str], list[list[str]]]:
    """The step's results, one row each: a header, and rows of number, value, what it is made from.

    Raises ValueError for a step over several examples.
    """
    rows = [
        [name, value[2:], f"{addresses} {numbers}" if numbers != value else addresses]
        for name, addresses, numbers, value in text_lines(step, trace.endless)
    ]
    return ["number", "value", "made from"], rows
