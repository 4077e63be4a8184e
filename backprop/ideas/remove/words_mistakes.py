"""What a mistake is called, what is right instead, and why it may change nothing."""

from backprop.engine import ACTIVATIONS, Network
from backprop.ideas.remove.compute_mistakes import Mistake
from backprop.writing.text.cost_words import words_of_pair

SAME_NUMBERS = "With these numbers it comes to the same."
_AT_Z = "σ is applied at z, so its slope is taken at z."
_TITLES = {
    "bp1-slope": "σ′ forgotten",
    "bp1-of-a": "σ′(a) for σ′(z)",
    "bp1-kept": "σ′ kept where it cancels",
    "bp1-sign": "y − a for a − y",
    "bp1-minus": "∇C with the other sign",
    "bp2-slope": "σ′ forgotten",
    "bp2-of-a": "σ′(a) for σ′(z)",
    "bp2-layer": "σ′ of the next layer",
    "bp2-product": "matrix product for ⊙",
    "bp2-transpose": "transpose forgotten",
    "bp2-new": "weights from after the step",
    "bp3-bias": "times the bias itself",
    "bp3-input": "times a, as for a weight",
    "bp4-a": "a of its own layer",
    "bp4-transpose": "transpose forgotten",
    "bp4-order": "order swapped",
    "bp4-delta": "δ of the next layer",
    "step-sign": "plus for minus",
}
_RIGHT = {
    "bp1-slope": "δ is how fast C grows with z. ∇C says it for a, and σ′(z) leads from a to z.",
    "bp1-of-a": _AT_Z,
    "bp1-kept": "{kept}",
    "bp1-sign": "Where an output is too high, C grows with it: a − y has the right sign.",
    "bp1-minus": "∇C points to where C grows; no sign changes on the way to δ.",
    "bp2-slope": "The sum is how fast C grows with a. One factor more, σ′(z), leads from a to z.",
    "bp2-of-a": _AT_Z,
    "bp2-layer": "The slope leads from a to z of one and the same neuron: its own layer's.",
    "bp2-product": "Every neuron has a slope of its own: entry times entry.",
    "bp2-transpose": "Forward a neuron uses its row of w, what comes in; backward its column, "
    "what goes out.",
    "bp2-new": "The gradient belongs to the network as it is: first the whole pass, then the step.",
    "bp3-bias": "z = wa + b grows by 1 for each 1 that b grows, whatever b is: the factor is 1.",
    "bp3-input": "A bias adds to z directly, with no input in front of it: the factor is 1.",
    "bp4-a": "What a weight multiplies is the a that enters it, from the layer before.",
    "bp4-transpose": "A column times a row makes a matrix: one number for each weight.",
    "bp4-order": "In w the row j is where a weight ends: the δ gives the rows, the a the columns.",
    "bp4-delta": "A weight acts through the z of the neuron it leads to: the δ of that layer.",
    "step-sign": "The gradient points uphill, so the step goes against it.",
}


def title_of(name: str) -> str:
    """What the mistake of this name is called."""
    return _TITLES[name]


def what_is_right(mistake: Mistake, network: Network) -> str:
    """In one sentence, why the equation is as it is in this network."""
    return _RIGHT[mistake.name].format(kept=words_of_pair(network).kept)


def why_harmless(mistake: Mistake, network: Network) -> str:
    """Why a mistake changes no number of this network's gradients, where one can see it."""
    layers = [network.L] if mistake.equation == "BP1a" else [*range(2, network.L)]
    if mistake.name == "bp2-layer":
        layers.append(network.L)
    every = [ACTIVATIONS[network.activation[l]] for l in layers]
    slope = mistake.place == "slope" and mistake.name != "bp2-product"
    if slope and all(sigma.is_identity for sigma in every):
        return "Linear neurons have the slope 1 everywhere, so nothing changes."
    if mistake.name.endswith("of-a") and all(sigma.same_slope_at_a for sigma in every):
        return "Here a is positive exactly where z is, and so the slope is the same."
    return SAME_NUMBERS
