"""One plain sentence for each step, in pieces, so that a quantity can be written in its colour."""

import re
from collections.abc import Callable, Mapping

from backprop.engine import Network, Quantity, Step
from backprop.engine.quantity import lowered
from backprop.writing.text.wording import wording

Segments = list[tuple[str, str]]

_OVER_K = ("a_prev", "delta_next")
"""Operands of one neuron's sum whose index runs."""
_TOKEN = re.compile(r"\[([^\]]*)\]")
_ONE = re.compile(r"\bone ((?:output |hidden )?(?:neuron|output|bias))\b", re.IGNORECASE)


def title(step: Step) -> str:
    """What the step computes, as a heading: "The error of a hidden layer δ²"."""
    heading = _ONE.sub(rf"\1 {step.j}", step.equation.title)
    return f"{heading[0].upper()}{heading[1:]} {_name(step.quantity)}"


def layer_name(l: int, L: int) -> str:
    """What layer l of L is called."""
    return f"Layer {l}, the outputs" if l == L else f"Layer {l}"


def sentence(step: Step, network: Network) -> Segments:
    """What the step does in one sentence of at most 25 words, as pieces (text, symbol).

    symbol is "" or that of the quantity which the text is about. It holds for one example.
    """
    template = wording(step.equation.symbol, network, step.l)
    output = f"output {step.j}" if step.j else "each output"
    text = template.format(
        who=f"Neuron {step.j} of layer {step.l}" if step.j else f"Each neuron of layer {step.l}",
        output=output,
        outputs=f"{output}'s",
        Outputs=f"{output.capitalize()}'s",
        input="input" if step.l == 2 else "activation",
    )
    return in_pieces(text, step)


def in_pieces(text: str, step: Step) -> Segments:
    """A text whose brackets name operands of the step, [errors delta_next], in pieces."""

    def named(name: str) -> tuple[str, str]:
        quantity = step.address(name)
        if step.j and name in _OVER_K:
            return f"{quantity.text}ₖ", quantity.symbol
        if step.j and name == "w_next":
            return f"{quantity.text}ₖ{',' if step.j > 9 else ''}{lowered(step.j)}", quantity.symbol
        return _name(quantity), quantity.symbol

    return _pieces(text, named)


def filled(template: str, texts: Mapping[str, str]) -> Segments:
    """A template in pieces: [weight w] is "weight " and the text that is given for w."""
    return _pieces(template, lambda symbol: (texts[symbol], symbol))


def _pieces(template: str, named: Callable[[str], tuple[str, str]]) -> Segments:
    """``named`` gives the text and the symbol for the last word in each pair of brackets."""
    pieces: Segments = []
    for index, piece in enumerate(_TOKEN.split(template)):
        if index % 2:
            *words, name = piece.split(" ")
            text, symbol = named(name)
            pieces.append((" ".join([*words, text]), symbol))
        elif piece:
            pieces.append((piece, ""))
    return pieces


def plain(segments: Segments) -> str:
    """The sentence as one text."""
    return "".join(text for text, _ in segments)


def _name(quantity: Quantity) -> str:
    """Its text; the weights into one neuron have the index k, which runs: w³₂ₖ."""
    if quantity.symbol not in ("w", "nabla_w") or not quantity.j or quantity.k:
        return quantity.text
    return quantity.text + (",ₖ" if quantity.j > 9 else "ₖ")
