"""What the exercise says of its lines and slips, and what must be true of it."""

import math
import re

from backprop.chapter.section_2_5 import CARDS
from tests.claims.claims import Scene, always, check_number, claim, place_of
from tests.claims.said import Text
from tests.claims.truth import Place
from tests.ideas.proof.claims import EPS, TINY, noise

always(
    "Some of the lines make a proof, in more than one order; the others are slips that are easily made.",
    "A line may use only what stands above it.",
    "So far every line holds.",
    "The definition (29): the error is the rate of the cost with z.",
    "The chain rule: the cost depends on the weight through the z of the layer that it leads to, with one term for each of them.",
    "The chain rule: the cost depends on the bias through the z of its layer, with one term for each of them.",
    "The weight leads to neuron j alone: the rate of every other z with it is 0, and one term is left of the sum.",
    "The bias of neuron j is in zⱼ alone: the rate of every other z with it is 0, and one term is left of the sum.",
    "The forward pass (23): z is the weighted sum of the activations before it, plus the bias.",
    "A derivative: of the sum only one term has this weight, times the activation that it carries.",
    "Put in what is equal: δ for ∂C/∂z, and a of the layer before for ∂z/∂w.",
    "Put in what is equal: δ for ∂C/∂z, and 1 for ∂z/∂b.",
    "How fast does z grow when this one weight grows?",
    "How fast does z grow when its bias grows?",
    "BP4 is proved in the same way.",
    "BP3 is proved in the same way.",
    "The value of the weight is no rate: in z the weight is multiplied by the activation that it carries, and that is the rate.",
    "The value of the bias is no rate: z is a sum plus the bias, so it grows one for one with it, whatever the bias is.",
    "The weight carries the activation of the layer before; this one only comes out of the neuron.",
    "The other terms of z do not have this weight in them: their rate with it is 0.",
    "The other z of the layer do not have this bias in them: their rate with it is 0.",
    "z is what σ is applied to: no σ lies between the bias and its z, so no σ′ does.",
    "∂zˡⱼ/∂bˡⱼ = 1",
    where="markdown|^stage/parts",
)
always(*CARDS, where="^stage/parts/(pool|lines|cards/(name|uses|instead))$")


def is_slip(scene: Scene, card: str) -> bool:
    """Whether what the card says is not true of every neuron of this layer."""
    l, sizes = chosen(scene).l, scene.truth.sizes
    name = scene.truth.activation[l]
    return {
        "sum": sizes[l - 2] > 1,
        "all": sizes[l - 1] > 1,
        "slope": name != "linear",
        "a": name != "linear" or card == "bp4-a",
        "twice": name not in ("linear", "relu"),
    }.get(card.partition("-")[2], True)


def cards(scene: Scene) -> dict[str, object]:
    (found,) = (part for part in scene.data["parts"] if "cards" in part)
    return dict(found)


def chosen(scene: Scene) -> Place:
    """The weight or bias whose gradient is to be proved."""
    proved = str(cards(scene)["proved"])
    found = re.match("Proved: (\\S+) =", proved)
    assert found, proved
    at = place_of(found[1])
    (marked,) = scene.data["marks"]
    assert marked == f"n{at.l}_{at.j}"
    return at


@claim(
    "Proved: {gradient:address} = {delta:address}, here {number:number}. z grows one for one with its bias, so the gradient of the bias is the error itself."
)
@claim(
    "Proved: {gradient:address} = {a:address} {delta:address}, here {number:number}. z grows with a weight at the rate of the activation that it carries, so its gradient is that activation times the error."
)
def proved(scene: Scene, text: Text, gradient: str, delta: str, number: str, a: str = "") -> None:
    at = place_of(gradient)
    assert place_of(delta) == Place("delta", at.l, at.j)
    assert at.symbol == ("nabla_w" if a else "nabla_b")
    assert not a or place_of(a) == Place("a", at.l - 1, at.k)
    true = scene.truth.value(at)
    check_number(number, true, noise=lost(scene, "end", 1.0))


def values(scene: Scene, card: str) -> tuple[float, float]:
    """Both sides of a card."""
    truth, (symbol, l, j, k) = scene.truth, chosen(scene)
    delta, z, slope = (truth.value(Place(one, l, j)) for one in ("delta", "z", "sigma_prime"))
    of, _, name = card.partition("-")
    assert (of == "bp4") == (symbol == "nabla_w")
    a = truth.a[l - 1][k - 1] if of == "bp4" else 1.0
    true = {"definition": delta, "z": z, "rate": a}.get(name, a * delta)
    instead = {
        "bp3-value": lambda: (1.0, truth.b[l][j - 1]),
        "bp3-slope": lambda: (1.0, slope),
        "bp3-all": lambda: (delta, math.fsum(truth.delta[l])),
        "bp3-a": lambda: (delta, truth.into(l, j)),
        "bp3-twice": lambda: (delta, delta * slope),
        "bp4-value": lambda: (a, truth.w[l][j - 1][k - 1]),
        "bp4-a": lambda: (a, truth.a[l][j - 1]),
        "bp4-sum": lambda: (a, math.fsum(truth.a[l - 1])),
        "bp4-twice": lambda: (a * delta, a * delta * slope),
        "bp4-delta": lambda: (a * delta, a * truth.delta[l - 1][k - 1]),
    }
    return instead[card]() if card in instead else (true, true)


def lost(scene: Scene, name: str, size: float) -> float:
    """How far a side may be off by rounding."""
    truth, (_, l, j, k) = scene.truth, chosen(scene)
    errors = max(noise(truth, Place("delta", l, i + 1)) for i in range(truth.sizes[l - 1]))
    if name.endswith("delta"):
        errors += noise(truth, Place("delta", l - 1, k))
    a = [abs(one) for one in truth.a[l - 1]]
    z = sum(abs(w) * one for w, one in zip(truth.w[l][j - 1], a, strict=True))
    return 64 * EPS * (size + z + sum(a)) + 8 * errors * max(1.0, *a)


@claim("{left:number} {sign:text} {right:number}", where="^stage/parts/cards/sides$")
@claim("Here its sides are {left:number} and {right:number}.")
@claim("Here both its sides happen to be {left:number}.")
def sides(scene: Scene, text: Text, left: str, sign: str = "", right: str = "") -> None:
    card = cards(scene)["cards"][text.places[1]]  # type: ignore[index]
    one, other = values(scene, card["name"])
    slack = lost(scene, card["name"], 0.0)
    assert "instead" not in card or is_slip(scene, card["name"])
    right = right or left
    check_number(left, one, noise=slack)
    check_number(right, other, noise=slack)
    if sign == "≠" or "sides are" in text.text:
        assert left != right
        assert one != other
    elif sign == "≈":
        assert left != right
        assert abs(one - other) <= slack
    else:
        assert left == right
        assert abs(one - other) <= max(slack, 1e-11 * abs(one))


@claim("Here the output is so saturated that its right side is not worked out.")
def not_worked_out(scene: Scene, text: Text) -> None:
    at = chosen(scene)
    assert at.l == scene.truth.L
    assert scene.truth.value(Place("sigma_prime", at.l, at.j)) < TINY


@claim(
    "The numbers are those of neuron {j:int} of layer {l:int}.",
    "The numbers are those of the weight {weight:address}.",
)
def whose_numbers(scene: Scene, text: Text, j: str = "", l: str = "", weight: str = "") -> None:
    place = place_of(weight) if weight else Place("b", int(l), int(j))
    assert math.isfinite(scene.truth.value(place))
