"""The pictures of part "paths": the terms of the sum over all paths, one after the other."""

from collections.abc import Sequence
from itertools import pairwise
from math import floor, log10

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.figures.json import Json
from backprop.ideas.paths.compute import Flow, Term, flow, is_walked, rates
from backprop.ideas.paths.words import (
    ARROW,
    COLUMNS_OF_NEURONS,
    COLUMNS_OF_PATHS,
    END,
    LIST_LABEL,
    SUM_LABEL,
    group,
    sentence,
    sign,
    title,
    together,
)
from backprop.stage import Picture, StageData, StageStep, diagram
from backprop.writing.text.fullness import Fullness

MOST_MARKS = 60
"""So many marks has the row of all steps at most; one stands then for several."""
DIGITS = 4


def stage_data(trace: Trace, weight: Quantity, terms: Sequence[Term], step: int) -> StageData:
    """What the stage is sent: a step for each term, the flow on the lines, the list of terms.

    It begins at ``step``, from 1.
    """
    found = flow(trace, weight)
    network = diagram("a", "w", _walk(trace, weight, found))
    parts: list[str | Json] = ["browser/header.js", network, _sums(trace, weight, terms, found)]
    return (
        Picture.of(trace, parts, "aw")
        .with_steps(_steps(trace, weight, terms), {})
        .at_step(step, "paths-n", {})
        .data
    )


def _sent(
    term: Term, trace: Trace, weight: Quantity, found: Flow, rates: Json, fullness: Fullness
) -> Json:
    """A term: the layer of its first neuron, all its neurons, its value and the sum up to it.

    With ``rates``, of paths, also the signs before their numbers and before the product.
    """
    sent: Json = {
        "first": term.neurons[0][0],
        "at": [j for _, j in term.neurons],
        "value": float(f"{term.value:.9g}"),
        "total": float(f"{term.total:.9g}"),
    }
    if rates:
        full = fullness.of_product(_along(term, rates), term.value)
        return sent | {"signs": "".join(map(sign, full))}
    t, q = term.neurons[0]
    return sent | {"words": together(trace, weight, (t, q), float(found.reach[t][q - 1]))}


def _along(term: Term, rates: Json) -> list[float]:
    """The rates of one path."""
    steps = pairwise(term.neurons)
    between = [rates["between"][str(u)][q - 1][p - 1] for (_, p), (u, q) in steps]
    return [rates["first"], *between, rates["last"][term.neurons[-1][1] - 1]]


def _rates(trace: Trace, weight: Quantity) -> Json:
    """The rate of the weight, those between layers, and of the cost by each output; none if many.

    They are multiplied along each path.
    """
    if not is_walked(trace, weight):
        return {}
    l, j = weight.l, (weight.j or 1) - 1
    start = float(trace.a[l - 1][(weight.k or 1) - 1, 0] * trace.sigma_prime[l][j, 0])
    return {
        "first": start,
        "between": {str(t): one.tolist() for t, one in rates(trace, l).items()},
        "last": trace.nabla_a[:, 0].tolist(),
    }


def _walk(trace: Trace, weight: Quantity, found: Flow) -> Json:
    """The overlay of the diagram: how much runs along each line, and the rates of each."""
    whole = found.total or 1.0
    overlay: Json = {
        "module": "ideas/paths/walk.js",
        "weight": weight.id,
        "shares": {str(t): _rounded(edges / whole) for t, edges in found.edges.items()},
    }
    if found_rates := _rates(trace, weight):
        overlay["rates"] = found_rates
    return overlay


def _rounded(array: Array) -> list[list[float]]:
    return [[round(value, DIGITS) for value in row] for row in array.tolist()]


def _sums(trace: Trace, weight: Quantity, terms: Sequence[Term], found: Flow) -> Json:
    """The list of terms, with sums so far, and their line."""
    power, decimals = _scale([one for term in terms for one in (term.value, term.total)])
    gradient = Quantity("nabla_w", weight.l, weight.j, weight.k)
    every, fullness = _rates(trace, weight), Fullness.of(trace)
    return {
        "module": "ideas/paths/sums.js",
        "terms": [_sent(one, trace, weight, found, every, fullness) for one in terms],
        "gradient": {"name": gradient.text, "value": trace.value(gradient).item()},
        "columns": COLUMNS_OF_PATHS if is_walked(trace, weight) else COLUMNS_OF_NEURONS,
        "power": power,
        "decimals": decimals,
        "texts": {"arrow": ARROW, "end": END, "label": SUM_LABEL, "list": LIST_LABEL},
    }


def _scale(numbers: Sequence[float]) -> tuple[int, int]:
    """A power of ten that all are written in, and decimals, so that the largest has four digits."""
    largest = max(map(abs, numbers))
    exponent = floor(log10(largest)) if largest else 0
    power = exponent if not -3 <= exponent < DIGITS else 0
    return power, max(0, DIGITS - 1 - (exponent - power))


def _steps(trace: Trace, weight: Quantity, terms: Sequence[Term]) -> list[StageStep]:
    gradient = Quantity("nabla_w", weight.l, weight.j, weight.k)
    value, together_ = trace.value(gradient).item(), -(-len(terms) // MOST_MARKS)
    exact = Fullness.of(trace).holds(value)
    return [
        StageStep(
            title=title(trace, weight, term, n + 1, len(terms) > MOST_MARKS),
            tag="",
            group=group(trace, weight, term),
            l=term.layer,
            result=f"term{term.layer * 100 + n // together_}_{n + 1}",
            operands=[],
            sentence=sentence(
                term,
                n + 1 == len(terms) or terms[n + 1].layer != term.layer,
                gradient,
                value,
                exact,
            ),
        )
        for n, term in enumerate(terms)
    ]
