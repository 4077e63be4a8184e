"""What part "paths" says on its stage: the terms of the sum, step by step, and its list."""

from backprop.engine import Quantity, Trace, path_count
from backprop.engine.paths import Neuron
from backprop.ideas.paths.compute import Term, is_walked
from backprop.writing.text.fullness import Fullness
from backprop.writing.text.numbers import short
from backprop.writing.text.sentence import Segments, filled

VIEW = "How they are summed"
SORT = "Order"
VIEWS = {"each": "One path after the other", "once": "All at once"}
SORTS = {"size": "largest first", "order": "in order"}

ARROW = " → "
END = "C"
COLUMNS_OF_PATHS = ("path", "product", "sum so far")
COLUMNS_OF_NEURONS = ("through", "their sum", "sum so far")
SUM_LABEL = "The sum so far, and the whole gradient as a dashed line"
LIST_LABEL = "All terms of the sum"


def ways(count: int) -> str:
    """How many paths, in digits with commas."""
    return "1 path" if count == 1 else f"{count:,} paths"


def name_of(term: Term) -> str:
    """A path by its neurons; or the neuron that others pass."""
    return ARROW.join(Quantity("a", *one).text for one in term.neurons)


def title(trace: Trace, weight: Quantity, term: Term, n: int, many: bool) -> str:
    """What a step is called: the n-th path, in full where there are not many."""
    if is_walked(trace, weight):
        if many:
            return f"Path {n}"
        return f"{weight.text}{ARROW}{name_of(term)}{ARROW}{END}"
    return f"All paths through {name_of(term)}"


def group(trace: Trace, weight: Quantity, term: Term) -> str:
    """The terms that add up to the gradient."""
    return "the paths" if is_walked(trace, weight) else Quantity("a", term.layer).text


def sentence(term: Term, last: bool, gradient: Quantity, value: float, exact: bool) -> Segments:
    """What a term adds; the last of its layer lands on BP4's number, ``exact`` in three digits."""
    numbers = {"term": short(term.value), "sum": short(term.total), "value": short(value)}
    numbers["sign"] = sign(exact)
    template = (_LAST if last else _NOT_LAST)[term.layer > gradient.l]
    names = {
        "nabla_w": gradient.text,
        "a": Quantity("a", gradient.l - 1, gradient.k).text,
        "delta": Quantity("delta", gradient.l, gradient.j).text,
    }
    return filled(template.format(**numbers), names)


_NOT_LAST = (
    "It adds {term}: the sum so far is {sum}, that of all is [nabla_w] {sign} {value}.",
    "They add {term}: the sum so far is {sum}, that of all is [nabla_w] {sign} {value}.",
)
_LAST = (
    "It adds {term}, and the sum is [nabla_w] {sign} {value}, as BP4 has it: [a] [delta].",
    "They add {term}, and the sum is [nabla_w] {sign} {value}, as BP4 has it: [a] [delta].",
)
"""Of one path, and of all through a neuron."""


def sign(exact: bool) -> str:
    """The sign before a printed number, which is all of it or not."""
    return "=" if exact else "≈"


def together(trace: Trace, weight: Quantity, neuron: Neuron, reach: float) -> str:
    """What stands under the diagram where paths are summed by the neuron that they pass.

    ``reach`` is dz^t_q/dw^l_jk.
    """
    t, q = neuron
    sizes, delta = trace.network.sizes, Quantity("delta", t, q)
    error = trace.value(delta).item()
    full = Fullness.of(trace).of_product((reach, error), reach * error)
    shown = short(error)
    return _TOGETHER.format(
        ways=ways(path_count(sizes, weight.l) // sizes[t - 1]),
        a=Quantity("a", t, q).text,
        z=Quantity("z", t, q).text,
        w=weight.text,
        delta=delta.text,
        reach=short(reach),
        error=f"({shown})" if error < 0 else shown,
        first=sign(full[0]),
        second=sign(full[1]),
        value=short(reach * error),
    )


_TOGETHER = "{ways} through {a}: ∂{z}/∂{w} · {delta} {first} {reach} · {error} {second} {value}"
