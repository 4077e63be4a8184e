"""Why the cost does not change with an activation, in words."""

from backprop.engine import Trace


def why_nothing_back(trace: Trace, l: int, j: int) -> str:
    """Why dC/da of neuron j of layer l is 0, as the beginning of a sentence."""
    if l == trace.network.L:
        if trace.a[l][j - 1, 0] == trace.y[j - 1, 0]:
            return f"output {j} is exactly right"
        return "it is too small for a number of 16 digits to hold"
    onward, errors = trace.network.w[l + 1][:, j - 1], trace.delta[l + 1][:, 0]
    if not onward.any():
        return f"no weight leads on from neuron {j} of layer {l}"
    if not (onward * errors).any():
        return f"no neuron that neuron {j} of layer {l} leads to has an error other than 0"
    return f"what comes back to neuron {j} of layer {l} from the next layer cancels"
