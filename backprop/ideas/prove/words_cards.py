"""What is said of each card: a nudge towards a line and its rule, and why a slip is one."""

NUDGES = {
    "bp3-definition": "What does δ stand for?",
    "bp3-chain": "Through which numbers can the bias reach the cost?",
    "bp3-only": "Which z of the layer has this bias in it?",
    "bp3-z": "What is z made of?",
    "bp3-rate": "How fast does z grow when its bias grows?",
    "bp3-end": "Two rates are known by now: what do they make of ∂C/∂b?",
    "bp4-definition": "What does δ stand for?",
    "bp4-chain": "Through which numbers can the weight reach the cost?",
    "bp4-only": "Which z of the layer has this weight in it?",
    "bp4-z": "What is z made of?",
    "bp4-rate": "How fast does z grow when this one weight grows?",
    "bp4-end": "Two rates are known by now: what do they make of ∂C/∂w?",
}
"""A small hint at each line, by the name of its card."""

RULES = {
    "bp3-definition": "The definition (29): the error is the rate of the cost with z.",
    "bp3-chain": "The chain rule: the cost depends on the bias through the z of its layer, with "
    "one term for each of them.",
    "bp3-only": "The bias of neuron j is in zⱼ alone: the rate of every other z with it is 0, and "
    "one term is left of the sum.",
    "bp3-z": "The forward pass (23): z is the weighted sum of the activations before it, plus the "
    "bias.",
    "bp3-rate": "A derivative: in z the bias stands by itself, and the weighted sum does not "
    "change with it.",
    "bp3-end": "Put in what is equal: δ for ∂C/∂z, and 1 for ∂z/∂b.",
    "bp4-definition": "The definition (29): the error is the rate of the cost with z.",
    "bp4-chain": "The chain rule: the cost depends on the weight through the z of the layer that "
    "it leads to, with one term for each of them.",
    "bp4-only": "The weight leads to neuron j alone: the rate of every other z with it is 0, and "
    "one term is left of the sum.",
    "bp4-z": "The forward pass (23): z is the weighted sum of the activations before it, plus the "
    "bias.",
    "bp4-rate": "A derivative: of the sum only one term has this weight, times the activation "
    "that it carries.",
    "bp4-end": "Put in what is equal: δ for ∂C/∂z, and a of the layer before for ∂z/∂w.",
}
"""The rule by which each line holds, by the name of its card."""

SLIPS = {
    "bp3-value": "The value of the bias is no rate: z is a sum plus the bias, so it grows one for "
    "one with it, whatever the bias is.",
    "bp3-slope": "z is what σ is applied to: no σ lies between the bias and its z, so no σ′ does.",
    "bp3-all": "The other z of the layer do not have this bias in them: their rate with it is 0.",
    "bp3-a": "∂C/∂a skips σ: from the bias the way goes to z, so the first factor is ∂C/∂z.",
    "bp3-twice": "δ is the rate with z, and so has this σ′ in it already.",
    "bp4-value": "The value of the weight is no rate: in z the weight is multiplied by the "
    "activation that it carries, and that is the rate.",
    "bp4-a": "The weight carries the activation of the layer before; this one only comes out "
    "of the neuron.",
    "bp4-sum": "The other terms of z do not have this weight in them: their rate with it is 0.",
    "bp4-twice": "δ is the rate with z, and so has this σ′ in it already.",
    "bp4-delta": "The weight leads to neuron j of layer l: the error that counts is the one "
    "there, not that of the neuron it comes from.",
}
"""Why each slip is one, by the name of its card."""
