"""What part "paths" says of the sum over all paths at once: it is the errors of BP1 and BP2."""

from backprop.engine import Quantity, Trace, path_count
from backprop.engine.four_equations import uses_slope
from backprop.ideas.paths.words import sign, ways
from backprop.inputs.phrases import count_of
from backprop.writing.text.fullness import Fullness
from backprop.writing.text.numbers import short
from backprop.writing.text.sentence import Segments, filled

_ONE_PATH = (
    "From each neuron of this layer there is 1 path to C: [delta] takes one term, [delta_next] "
    "times its [weight w], and a slope."
)

_LAST = "One last factor: [nabla_w] = [a] [error] {sign} {value}, the sum over {ways}."
_LAST_OF_ONE = "One last factor: [nabla_w] = [a] [error] {sign} {value}, along the one path."


def title_once(weight: Quantity, t: int) -> str:
    """What a step is called: the layer whose errors are made, at last the weight's gradient."""
    if t < weight.l:
        return f"The gradient {Quantity('nabla_w', *_place(weight)).text}"
    return f"From layer {t} on: {Quantity('delta', t).text}"


def sentence_once(trace: Trace, weight: Quantity, t: int) -> Segments:
    """What a step sums up."""
    network = trace.network
    l, L, sizes = weight.l, network.L, network.sizes
    names = {
        "delta": Quantity("delta", max(t, l)).text,
        "delta_next": Quantity("delta", t + 1).text,
        "w": Quantity("w", t + 1).text,
        "a": Quantity("a", l - 1, weight.k).text,
        "error": Quantity("delta", l, weight.j).text,
        "nabla_w": Quantity("nabla_w", *_place(weight)).text,
    }
    if t < l:
        value = trace.value(Quantity("nabla_w", *_place(weight))).item()
        return _coloured(
            _LAST_OF_ONE if path_count(sizes, l) == 1 else _LAST,
            names,
            ways=ways(path_count(sizes, l)),
            sign=sign(Fullness.of(trace).holds(value)),
            value=short(value),
        )
    if t == L:
        template = (
            "Each output has one way to C: [delta] is ∂C/∂a times σ′(z)."
            if uses_slope(network, L)
            else "Each output has one way to C: [delta] is ∂C/∂a times σ′(z): that is a − y."
        )
        return _coloured(template, names)
    if path_count(sizes, t) == 1:
        return _coloured(_ONE_PATH, names)
    return _coloured(
        "Each number of [delta] is the sum over {ways} from there to C. It takes {terms} "
        "and a slope: the paths share all that [delta_next] has summed.",
        names,
        ways=ways(path_count(sizes, t)),
        terms=count_of(sizes[t], "term"),
    )


def _coloured(template: str, names: dict[str, str], **numbers: object) -> Segments:
    pieces = filled(template.format(**numbers), names)
    like = {"delta_next": "delta", "error": "delta"}
    return [(text, like.get(symbol, symbol)) for text, symbol in pieces]


def _place(weight: Quantity) -> tuple[int, int | None, int | None]:
    return weight.l, weight.j, weight.k
