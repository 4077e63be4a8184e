"""What part "function" says: the five steps, which of them change, and whether the slopes agree."""

import numpy as np

from backprop.engine import Network, Quantity, Trace
from backprop.engine.activations import Activation, Array
from backprop.engine.output_pairs import pair_of
from backprop.engine.quantity import neuron_id
from backprop.ideas.function.compute import EPS, OF_FEW_DIGITS
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.numbers import APPROX, equals, latex_number, short

FUNCTION = "The function f of this neuron"
SLIP = "Make the slip: keep σ′ there"
F_HERE = "**{a} = f({z})** in place of σ({z})."
SLOPE_HERE = "**f′({z})** in place of σ′({z}) makes {delta}."
NO_LONGER_CANCELS = (
    "**f′({z})** makes {delta}; it does not cancel from ∂C/∂a as σ′ did, so BP1 stands as it is."
)
HINT = "Click another neuron to give f to it; an input has no function."
IN_F, BOX = "f", "□"
"""The signs on the neuron that has f, and on the numbers that f and its slope make."""
NAMES = {"sine": "sin z", "square": "z²", "bell": "e^(−z²)", "softplus": "ln(1 + e^z)"}
USE_QUADRATIC = "Use the quadratic cost"
QUOTIENT = "ΔC/Δ{name}"
CHECK = "The gradients of layer {l}, and the difference quotients of C: each {moved} moved a little"
_BEFORE = {
    1: " The layer before it has the mistake, too.",
    2: " All layers before it have the mistake, too.",
}
_AFTER = {1: " The layer after it is right.", 2: " The layers after it are right."}
_VERDICT = {
    "shows": "The slip shows: in layer {l} the difference quotients of C and these gradients "
    "differ by up to {apart}, and the largest right gradient is {largest} in size.",
    "hidden": "The slip is too small to show: in layer {l} the difference quotients of C and these "
    "gradients differ by at most {apart}, and the largest right gradient is {largest} in size.",
    "same": "The difference quotients of C are the gradients of layer {l} to the last digit; the "
    "largest is {largest} in size.",
    "zero": "All gradients of layer {l} are 0, and so are the difference quotients of C.",
    "agree": "The difference quotients of C agree with all gradients of layer {l}: they differ by "
    "at most {apart}, and the largest gradient is {largest} in size.",
    "useless": "In layer {l} the difference quotients of C and the gradients differ by up to "
    "{apart}, and the largest gradient is {largest} in size: here C is too large beside them, "
    "bends too much or has a kink, so that difference quotients do not tell its slopes.",
}
CLEARLY = 10
"""A slip shows where it is so many times as far from the differences as rounding takes them."""
ALIKE = 1e-4
"""The two ways agree where they differ by at most this share of the largest gradient."""


def name_of(function: str) -> str:
    """What a function is called on its button."""
    return NAMES.get(function) or words_of_activation(function).noun


def check_label(l: int, network: Network) -> str:
    """What the row of the check is."""
    return CHECK.format(l=l, moved="weight and bias" if network.has_biases else "weight")


def signs(l: int, j: int, forget: bool) -> dict[str, dict[str, str]]:
    """The signs on the neuron and on the numbers that f and its slope make, by their ids."""
    slope = "still the slope of σ, by mistake" if forget else "the slope of f"
    return {
        neuron_id(l, j): {"sign": IN_F, "words": "made by f"},
        Quantity("a", l, j).id: {"sign": BOX, "words": "made by f"},
        Quantity("sigma_prime", l, j).id: {"sign": BOX, "words": slope},
    }


def cannot(error: str) -> str:
    """Why there is nothing to show with this function at this neuron."""
    if "must stay finite" in error:
        return "With this f the numbers grow beyond 1.8×10³⁰⁸, more than a computer's can be."
    return f"With this f the cost cannot be taken: {error.partition('; got')[0]}."


def steps(trace: Trace, l: int, j: int) -> list[str]:
    """The five steps of the algorithm, each with what changes in it, as Markdown."""
    a, z, delta = (Quantity(symbol, l, j).text for symbol in ("a", "z", "delta"))
    names = {"a": a, "z": z, "delta": delta}
    same, here = "as before.", SLOPE_HERE.format(**names)
    if l == trace.network.L and pair_of(trace.network).cancels:
        here = NO_LONGER_CANCELS.format(**names)
    output, hidden = (here, same) if l == trace.network.L else (same, here)
    return [
        f"**Input**: {same}",
        f"**Feedforward**: {F_HERE.format(**names)}",
        f"**Output error**: {output}",
        f"**Backpropagate**: {hidden}",
        f"**Output**: {same}",
    ]


def formulas(
    trace: Trace, l: int, j: int, f: Activation, slope: float, forget: bool, colours: Colours
) -> str:
    """f and f′, and the activation and the error of this neuron with their numbers."""
    latex = {
        symbol: coloured(Quantity(symbol, l, j).latex, symbol, colours)
        for symbol in ("a", "z", "delta")
    }
    z, a, delta = (trace.arrays(symbol)[l][j - 1].item() for symbol in ("z", "a", "delta"))
    into, cause = _into(trace, l, j)
    inside = coloured(latex_number(z), "z", colours)
    prime = r"\sigma'" if forget else "f'"
    factors = rf"{_number(into, 'delta', colours)} \cdot {_number(slope, 'sigma_prime', colours)}"
    made = equals(z, a)
    if z and not f.straight and f.name not in OF_FEW_DIGITS:
        made = APPROX
    activation = f"{equals(z)} f({inside}) {made} {coloured(latex_number(a), 'a', colours)}"
    error = f"{equals(into, slope, delta)} {coloured(latex_number(delta), 'delta', colours)}"
    return aligned(
        [
            ("f(z)", rf"= {f.latex}, \quad f'(z) = {f.derivative_latex}"),
            (latex["a"], f"= f({latex['z']}) {activation}"),
            (latex["delta"], rf"= {cause} \; {prime}({latex['z']})"),
            ("", f"{equals(into, slope)} {factors} {error}"),
        ]
    )


def _into(trace: Trace, l: int, j: int) -> tuple[float, str]:
    """What the slope is multiplied with, dC/da of this neuron, as a number and in letters."""
    if l == trace.network.L:
        return trace.nabla_a[j - 1].item(), r"\frac{\partial C}{\partial a}"
    into = trace.network.w[l + 1][:, j - 1] @ trace.delta[l + 1][:, 0]
    return float(into), rf"\sum_k w^{{{l + 1}}}_{{k{',' * (j > 9)}{j}}} \delta^{{{l + 1}}}_k"


def _number(value: float, symbol: str, colours: Colours) -> str:
    return coloured(latex_number(value, parentheses=True), symbol, colours)


def verdict(true: Trace, shown: Trace, moved: dict[str, Array], l: int) -> str:
    """Whether the difference quotients of C agree with the gradients shown, in a sentence."""
    slopes = np.concatenate([*moved.values()], axis=None)
    wrong, right = (
        np.concatenate([one.arrays(f"nabla_{symbol}")[l] for symbol in moved], axis=None)
        for one in (shown, true)
    )
    largest, apart = np.abs(right).max(), np.abs(wrong - slopes).max()
    case = "useless"
    if (wrong != right).any():
        rounding = np.finfo(np.float64).eps * abs(true.cost) / EPS
        noise = max(rounding, float(np.abs(right - slopes).max()))
        case = "hidden" if apart <= max(CLEARLY * noise, ALIKE * largest) else "shows"
    elif apart == 0:
        case = "same" if largest else "zero"
    elif apart <= ALIKE * largest:
        case = "agree"
    said = _VERDICT[case].format(l=l, apart=short(apart), largest=short(largest))
    return said + _elsewhere(true, shown, l) if case == "shows" else said


def _elsewhere(true: Trace, shown: Trace, l: int) -> str:
    """What a slip in layer l does to the gradients of the other layers, where there are some."""
    before, after = range(2, l), true.network.L - l
    inherit = before and all((true.delta[m] != shown.delta[m]).any() for m in before)
    said = _BEFORE[min(len(before), 2)] if inherit else ""
    return said + (_AFTER[min(after, 2)] if after else "")
