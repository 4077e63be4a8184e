"""What each part of a page sends to its stage for a lesson, as the page makes it."""

from collections.abc import Callable

import numpy as np

from backprop.engine import Quantity, proof
from backprop.engine.four_equations import EQUATIONS
from backprop.engine.push import pushes
from backprop.ideas.address.compute import first_weight
from backprop.ideas.address.stage import stage_data as address_data
from backprop.ideas.batch.compute import cost_over
from backprop.ideas.batch.stage import stage_data as batch_data
from backprop.ideas.batch.view_position import position
from backprop.ideas.demon.compute import demon_at
from backprop.ideas.demon.stage import stage_data as demon_data
from backprop.ideas.demon.view import DZ
from backprop.ideas.elementwise.compute import Own, functions
from backprop.ideas.elementwise.stage import stage_data as elementwise_data
from backprop.ideas.function.compute import OWN, differences, with_function
from backprop.ideas.function.stage import stage_data as function_data
from backprop.ideas.lanes.stage import stage_data as lanes_data
from backprop.ideas.linear.compute import towards_linear
from backprop.ideas.linear.stage import stage_data as linear_data
from backprop.ideas.linear.view import SHARES
from backprop.ideas.matrices.stage import stage_data as matrices_data
from backprop.ideas.mean.compute_check import gradient_check
from backprop.ideas.mean.stage import stage_data as mean_data
from backprop.ideas.outputs.compute import way_down
from backprop.ideas.outputs.stage import stage_data as outputs_data
from backprop.ideas.outputs.view import STEPS
from backprop.ideas.paths.compute import terms as terms_of
from backprop.ideas.paths.stage import stage_data as paths_data
from backprop.ideas.paths.stage_once import stage_once
from backprop.ideas.places.stage import stage_data as places_data
from backprop.ideas.products.stage import stage_data as own_data
from backprop.ideas.proof.stage import stage_data as proof_data
from backprop.ideas.prove.stage import stage_data as prove_data
from backprop.ideas.spread.compute import spread_of
from backprop.ideas.spread.stage import stage_data as spread_data
from backprop.ideas.spread.view import DW
from backprop.ideas.tell.stage import stage_data as tell_data
from backprop.ideas.tell.view import DRIVE
from backprop.ideas.terms.stage import stage_data as terms_data
from backprop.lesson import (
    Lesson,
    chosen_equation,
    chosen_layer,
    examples_of,
    layer_of_equation,
    run_rows,
)
from backprop.stage import StageData
from backprop.stage.explorer import stage_data as explorer_data
from backprop.ui.chosen_weight import first_weight as strongest_weight

PartOf = Callable[[Lesson], StageData]


def explorer(lesson: Lesson) -> StageData:
    return explorer_data(lesson, lesson.trace())


def address(lesson: Lesson) -> StageData:
    return address_data(lesson.trace(), first_weight(lesson.sizes))


def terms(lesson: Lesson, number: int = 1) -> StageData:
    return terms_data(lesson.trace(), chosen_layer(lesson), number)


def elementwise(lesson: Lesson) -> StageData:
    given = Own(np.array(lesson.value_of("v")), functions()[lesson.value_of("f")])
    result, _ = given.result()
    return elementwise_data(lesson.trace(), given, result)


def outputs(lesson: Lesson, pair: tuple[int, ...] = (1, 2)) -> StageData:
    return outputs_data(lesson, way_down(lesson.trace(), lesson.eta, STEPS), pair)


def mean(lesson: Lesson) -> StageData:
    rows = examples_of(lesson)
    found = run_rows(lesson, rows)
    check = gradient_check(found, chosen_layer(lesson))
    return mean_data(lesson.trace(), rows, 0, found, check)


def own(s: list[float], t: list[float]) -> StageData:
    return own_data(np.array(s)[:, None], np.array(t)[:, None], Lesson().trace())


def places(lesson: Lesson) -> StageData:
    trace, name = lesson.trace(), chosen_equation(lesson)
    symbol, l = EQUATIONS[name].symbol, layer_of_equation(lesson, name)
    return places_data(trace.maker(Quantity(symbol, l)), trace)


def matrices(lesson: Lesson) -> StageData:
    return matrices_data(lesson.trace(), chosen_layer(lesson))


def demon(lesson: Lesson, l: int = 2, j: int = 1) -> StageData:
    trace = lesson.trace()
    found = demon_at(trace.network, trace.x, trace.y, l, j, DZ)
    return demon_data(found, lesson.value_of("dz"))


def tell(lesson: Lesson, l: int = 2, j: int = 1) -> StageData:
    traces, _ = pushes(lesson.trace(), l, j, DRIVE)
    taken = [float(drive) for drive, one in zip(DRIVE, traces, strict=True) if one]
    ran = [one for one in traces if one]
    return tell_data(ran, taken, lesson.value_of("drive"), l, j)


def function(lesson: Lesson, l: int, j: int, name: str) -> StageData:
    trace, f = lesson.trace(), OWN[name]
    return function_data(with_function(trace, l, j, f), differences(trace, l, j, f), l, j)


def linear(lesson: Lesson) -> StageData:
    traces = towards_linear(lesson.trace(), SHARES)
    share = lesson.value_of("linear-share")
    return linear_data(traces, SHARES.tolist(), share, chosen_layer(lesson))


def lanes(lesson: Lesson, number: int = 1) -> StageData:
    return lanes_data(lesson.trace(), number)


def batch(lesson: Lesson) -> StageData:
    here = position(lesson)
    costs = [cost_over(lesson.network(), here.examples)]
    return batch_data(lesson.trace(), *here, chosen_layer(lesson), lesson.eta, costs)


def proof_of(lesson: Lesson, name: str = "BP1", l: int = 3, j: int = 1) -> StageData:
    trace = lesson.trace()
    return proof_data(trace, proof(trace, name, l, j), 1)


def prove(lesson: Lesson, of: str = "BP3", lines: tuple[str, ...] = ()) -> StageData:
    return prove_data(lesson.trace(), of, (2, 1, 1), lines)


def spread(lesson: Lesson, step: int = 1) -> StageData:
    trace = lesson.trace()
    found = spread_of(trace, strongest_weight(trace), DW)
    return spread_data(found, step, lesson.value_of("spread-dw"))


def paths(lesson: Lesson) -> StageData:
    trace = lesson.trace()
    weight = strongest_weight(trace)
    return paths_data(trace, weight, terms_of(trace, weight, by_size=True), 1)


def paths_at_once(lesson: Lesson) -> StageData:
    trace = lesson.trace()
    return stage_once(trace, strongest_weight(trace), 1)
