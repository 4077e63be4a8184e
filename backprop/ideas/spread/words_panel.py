"""What the panel of part "spread" says: (47) to (50) in letters and numbers, and why they fit."""

from math import prod

from backprop.engine import ACTIVATIONS, Quantity
from backprop.engine.saturation import ends
from backprop.ideas.spread.compute import Change, Spread
from backprop.ideas.spread.words import signed
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured
from backprop.writing.text.activation_words import words_of_activation
from backprop.writing.text.fullness import Fullness
from backprop.writing.text.numbers import APPROX, latex_number, share_text, short

ROOM_FOR_KINKS = 2
HEADER = ("", "actual", "predicted", "how near")
VERDICTS = {
    "none": "no change",
    "lost": "too small to tell",
    "still": "no change shows",
    "unseen": "not predicted",
    "same": "the same",
    "rounded": "the same, rounded",
    "other way": "the wrong way",
    "far": "far off",
    "near": "{share} off",
}
HIDDEN = "≈ 0"
"""What stands for an actual change that rounding hides."""
NEEDS_HIDDEN_LAYER = (
    "This network has no hidden layer: a change goes straight to an output, and (49) and (50) have "
    "nothing to do."
)
KINK_HERE = (
    "{z} = 0 is the kink of {a}: its slope there is taken as that below 0, {slope}, which is right "
    "only for changes to below 0."
)
KINK = "With this Δw, {z} goes beyond 0, the kink of its activation: the rates are others there."
KINKS = "With this Δw, {z} go beyond 0, the kink of their activation: the rates are others there."
SLIDER = "The slider"
"""What ends where the cost cannot be taken."""
STRAIGHT = (
    "Every activation on the way is a straight line here: the activations change exactly as "
    "predicted"
)
ONLY_COST_BENDS = ", and only the cost bends."
ENTERS = "{a} = 0 enters this weight: whatever Δw is, nothing changes."
OFF = "{a} is off, as {z} = {value} is not above 0: its rate is 0, and a small Δw changes nothing."
FLAT = "At {z} = {value} this {noun} is nearly flat: its slope is {slope} of at most {most}."
ALL_FLAT = "At {z} = {value} this {noun} is so flat that its slope is 0 to the last digit."
FLAT_SIDE = "At {z} = {value} this {noun} is on its flat side: its slope is {slope}."
BEFORE = "The rates are those before the change: for a larger Δw they may no longer hold."
RATES = (
    "A rate is what you know already: ∂{a}/∂{w} = {entering} σ′({z}) (by (23)), ∂C/∂{w} is BP4's."
)
RATES_WITH_NEXT = (
    "A rate is what you know already: ∂{a}/∂{w} = {entering} σ′({z}) and "
    "∂{next}/∂{a} = {weight} σ′({next_z}) (both by (23)), ∂C/∂{w} is BP4's."
)


def equations_of(spread: Spread, i: int, q: int, colours: Colours) -> str:
    """(47) to (50), in letters and with the numbers for the dw at place i.

    (49) and (50) are about neuron q of the next layer; q is 0 where there is none.
    """
    dw, first = float(spread.dw[i]), float(spread.rates[spread.l][spread.j - 1])
    dc, da = _rate("C", "w^l_{jk}", "nabla_w", colours), _rate("a^l_j", "w^l_{jk}", "a", colours)
    dnext = _rate("a^{l+1}_q", "a^l_j", "a", colours)
    change = coloured(r"\Delta w^l_{jk}", "w", colours)
    a, a_next = (coloured(rf"\Delta {one}", "a", colours) for one in ("a^l_j", "a^{l+1}_q"))
    cost = coloured(r"\Delta C", "C", colours)
    numbers: dict[str, list[float]] = {"47": [spread.gradient, dw], "48": [first, dw]}
    if q:
        numbers["49"] = [float(spread.edge_rates[q - 1]), first * dw]
        numbers["50"] = [float(spread.edge_rates[q - 1]), first, dw]
    letters = {
        "47": (cost, rf"{dc} {change}"),
        "48": (a, rf"{da} {change}"),
        "49": (a_next, rf"{dnext} {a}"),
        "50": (a_next, rf"{dnext} {da} {change}"),
    }
    lines = []
    for name, (left, right) in letters.items():
        lines += [(left, rf"\approx {right} && ({name})"), *_product(spread, numbers.get(name, []))]
    return aligned(lines)


def _rate(of: str, by: str, symbol: str, colours: Colours) -> str:
    return coloured(rf"\frac{{\partial {of}}}{{\partial {by}}}", symbol, colours)


def _product(spread: Spread, factors: list[float]) -> list[tuple[str, str]]:
    """The factors and what they come to, in a line of a formula; none for no factors."""
    if not factors:
        return []
    value = prod(factors)
    shown = r" \cdot ".join(latex_number(one, parentheses=n > 0) for n, one in enumerate(factors))
    full = Fullness.of(spread.here).of_product(factors, value, spread.dw.tolist())
    first, second = ("=" if holds else APPROX for holds in full)
    return [("", rf"{first} {shown} {second} {latex_number(value)}")]


def table_rows(spread: Spread, i: int, picked: Quantity) -> list[tuple[str, str, str, str]]:
    """Really and predicted, side by side: at the weight's neuron, at another one, and the cost."""
    neurons = [Quantity("a", spread.l, spread.j)]
    if picked not in neurons:
        neurons.append(picked)
    rows = [_row(f"Δ{one.text}", spread.change(i, one.l, one.j or 1)) for one in neurons]
    return [*rows, _row("ΔC", spread.change_of_cost(i))]


def _row(name: str, change: Change) -> tuple[str, str, str, str]:
    known = (change.predicted if change.kind == "same" else change.true), change.predicted
    true, predicted = (signed(short(one)) for one in known)
    true = HIDDEN if change.kind in ("lost", "still") else true
    share = share_text(change.share) if change.kind == "near" else ""
    return name, true, predicted, VERDICTS[change.kind].format(share=share)


def rates_sentence(spread: Spread, q: int) -> str:
    """What the rates are made of."""
    l, j, w = spread.l, spread.j, spread.weight
    names = {
        "a": Quantity("a", l, j).text,
        "w": w.text,
        "z": Quantity("z", l, j).text,
        "entering": Quantity("a", l - 1, w.k).text,
    }
    if not q:
        return RATES.format(**names)
    names |= {
        "next": Quantity("a", l + 1, q).text,
        "next_z": Quantity("z", l + 1, q).text,
        "weight": Quantity("w", l + 1, q, j).text,
    }
    return RATES_WITH_NEXT.format(**names)


def why(spread: Spread, i: int) -> str:
    """Why the prediction is as good as it is, for the dw at place i."""
    here, l, j = spread.here, spread.l, spread.j
    activation = here.network.activation[l]
    z, slope = (float(one[l][j - 1, 0]) for one in (here.z, here.sigma_prime))
    facts = {
        "a": Quantity("a", l, j).text,
        "z": Quantity("z", l, j).text,
        "value": short(z),
        "slope": short(slope),
        "noun": words_of_activation(activation).noun,
        "most": short(ACTIVATIONS[activation].steepest),
    }
    kinks = [one.text for one in spread.kinks(i)]
    if spread.entering == 0:
        return ENTERS.format(a=Quantity("a", l - 1, spread.weight.k).text)
    if kinks:
        named = ", ".join(kinks[:ROOM_FOR_KINKS]) + (" …" if len(kinks) > ROOM_FOR_KINKS else "")
        return (KINK if len(kinks) == 1 else KINKS).format(z=named)
    if ACTIVATIONS[activation].kinked and z == 0:
        return KINK_HERE.format(**facts)
    end = str(ends(activation, here.z[l])[j - 1, 0])
    if end:
        flat = {"off": OFF, "flat": FLAT_SIDE}.get(end, FLAT if slope else ALL_FLAT)
        return flat.format(**facts)
    if all(ACTIVATIONS[name].straight for name in here.network.activation.values()):
        bends = spread.change_of_cost(i).kind not in ("none", "lost", "same", "rounded")
        return STRAIGHT + (ONLY_COST_BENDS if bends else ".")
    return BEFORE
