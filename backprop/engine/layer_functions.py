"""The functions of a network's layers in a program: how they are called, and their definitions."""

from textwrap import wrap

from backprop.engine.activations import ACTIVATIONS
from backprop.engine.network import Network
from backprop.engine.output_pairs import pair_of
from backprop.engine.source import Function, definitions, used

WIDEST = 72
"""The most characters in a line that lists the functions of the layers."""


def called(network: Network, name: str) -> str:
    """How "sigma" or "sigma_prime" is called, with a place for the layer: sigmoid(z[{0}]).

    By its own name where all layers have the same, else by the layer: sigma[{0}](z[{0}]).
    """
    if _differ(network):
        return f"{name}[{{0}}](z[{{0}}])"
    (function,) = set(_by_layer(network, name).values())
    return f"{function.__name__}(z[{{0}}])"


def defined(network: Network) -> list[str]:
    """The lines that define all functions, and where the layers differ, those that list them."""
    pair = pair_of(network)
    values, slopes = (_by_layer(network, name) for name in ("sigma", "sigma_prime"))
    layers = dict.fromkeys([*values.values(), *slopes.values()])
    outputs = [pair.error.formula] if pair.cancels else [pair.gradient.formula, pair.error.formula]
    lines = definitions(dict.fromkeys([*layers, *used(*layers), *used(*outputs)]))
    if _differ(network):
        lines += ["", *_listed("sigma", values), *_listed("sigma_prime", slopes)]
    return lines


def _differ(network: Network) -> bool:
    return len(set(network.activation.values())) > 1


def _by_layer(network: Network, name: str) -> dict[int, Function]:
    """The function sigma of each layer 2..L, or its slope where the program names it."""
    L, every = network.L, {l: ACTIVATIONS[sigma] for l, sigma in network.activation.items()}
    if name == "sigma":
        return {l: one.value for l, one in every.items()}
    with_last = L == 2 or not pair_of(network).cancels
    return {l: one.derivative for l, one in every.items() if l < L or with_last}


def _listed(name: str, functions: dict[int, Function]) -> list[str]:
    pairs = ", ".join(f"{l}: {function.__name__}" for l, function in functions.items())
    return wrap(f"{name} = {{{pairs}}}", WIDEST, subsequent_indent="    ")
