"""One plain sentence for each step, in pieces, so that a quantity can be written in its colour."""

import re
from collections.abc import Callable, Mapping

from backprop.engine import Network, Quantity, Step
from backprop.engine.quantity import lowered
from backprop.writing.text.wording import wording

Segments = list[tuple[str, str]]

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
    """What the step does in one sentence of at most 35 words, as pieces (text, symbol).

    symbol is "" or that of the quantity which the text is about. It holds for one example.
    """
    template = wording(step.equation.symbol, network, step.l)
    several = "the" if network.sizes[step.l - 1] == 1 else "each"
    output = f"output {step.j}" if step.j else f"{several} output"
    who = f"neuron {step.j}" if step.j else f"{several} neuron"
    text = template.format(
        who=f"{who.capitalize()} of layer {step.l}",
        output=output,
        outputs=f"{output}'s",
        Outputs=f"{output.capitalize()}'s",
        input="input" if step.l == 2 else "activation",
    )
    return in_pieces(text, step)


def in_pieces(text: str, step: Step) -> Segments:
    """A text whose brackets name operands of the step, [errors delta_next], in pieces."""

    def named(name: str) -> tuple[str, str]:
        return _operand(step, name), step.address(name).symbol

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
    return _indexed(quantity.whole, quantity.j, "ₖ")


def _operand(step: Step, name: str) -> str:
    """What the step means by this name; at neuron level with the index k that runs: w³ₖ₂."""
    whole = step.address(name).whole
    found = {ref.name: ref.indices for ref in step.equation.refs}
    if not step.j or "k" not in found.get(name, ""):
        return _name(step.address(name))
    k = 1 if len(step.operands[name]) == 1 else "ₖ"
    return _indexed(whole, *(k if index == "k" else step.j for index in found[name]))


def _indexed(whole: Quantity, *indices: int | str) -> str:
    """An array's text with indices behind it, a comma between those of more than one digit."""
    comma = "," if any(isinstance(one, int) and one > 9 for one in indices) else ""
    below = comma.join(lowered(one) if isinstance(one, int) else one for one in indices)
    return f"{whole.text}{below}"
