"""The pictures of part "paths": the terms of the sum over all paths, one after the other."""

from collections.abc import Sequence
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
    title,
    together,
)
from backprop.stage import Picture, StageData, StageStep, diagram

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


def _sent(term: Term, trace: Trace, weight: Quantity, found: Flow) -> Json:
    """A term: the layer of its first neuron, all its neurons, its value and the sum up to it."""
    sent: Json = {
        "first": term.neurons[0][0],
        "at": [j for _, j in term.neurons],
        "value": float(f"{term.value:.9g}"),
        "total": float(f"{term.total:.9g}"),
    }
    if is_walked(trace, weight):
        return sent
    t, q = term.neurons[0]
    return sent | {"words": together(trace, weight, (t, q), float(found.reach[t][q - 1]))}


def _walk(trace: Trace, weight: Quantity, found: Flow) -> Json:
    """The overlay of the diagram: how much runs along each line, and the rates of each."""
    whole = found.total or 1.0
    overlay: Json = {
        "module": "ideas/paths/walk.js",
        "weight": weight.id,
        "shares": {str(t): _rounded(edges / whole) for t, edges in found.edges.items()},
    }
    if is_walked(trace, weight):
        l, j = weight.l, (weight.j or 1) - 1
        start = float(trace.a[l - 1][(weight.k or 1) - 1, 0] * trace.sigma_prime[l][j, 0])
        overlay["rates"] = {
            "first": start,
            "between": {str(t): one.tolist() for t, one in rates(trace, l).items()},
            "last": trace.nabla_a[:, 0].tolist(),
        }
    return overlay


def _rounded(array: Array) -> list[list[float]]:
    return [[round(value, DIGITS) for value in row] for row in array.tolist()]


def _sums(trace: Trace, weight: Quantity, terms: Sequence[Term], found: Flow) -> Json:
    """The list of terms, with sums so far, and their line."""
    power, decimals = _scale([one for term in terms for one in (term.value, term.total)])
    gradient = Quantity("nabla_w", weight.l, weight.j, weight.k)
    return {
        "module": "ideas/paths/sums.js",
        "terms": [_sent(one, trace, weight, found) for one in terms],
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
            ),
        )
        for n, term in enumerate(terms)
    ]
