"""Each built-in example shows what it says."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest

from backprop.engine import descend
from backprop.lesson import (
    DATA_SETS,
    DESCRIPTIONS,
    PRESETS,
    TITLES,
    Lesson,
    origin_of,
    with_network,
)

NAMES = ["book", "deep", "xor", "saturated", "vanishing", "nielsen-neuron", "mazur"]


def test_the_presets_and_their_words() -> None:
    assert list(PRESETS) == list(TITLES) == list(DESCRIPTIONS) == NAMES
    assert all(DESCRIPTIONS.values())
    assert len(set(TITLES.values())) == len(NAMES)
    assert all(lesson.problem() == "" for lesson in PRESETS.values())
    assert all((p.level, p.step, p.selected) == ("layer", 1, "") for p in PRESETS.values())


def test_book_is_the_default_and_lively() -> None:
    assert PRESETS["book"] == Lesson()
    trace = PRESETS["book"].trace()
    assert all(((a > 0.1) & (a < 0.9)).all() for a in (trace.a[2], trace.a[3]))
    assert all((abs(delta) > 0.01).all() for delta in trace.delta.values())


def test_deep_has_six_paths_from_a_first_weight() -> None:
    assert PRESETS["deep"].sizes == (3, 4, 3, 2)
    trace = PRESETS["deep"].trace()
    assert all((abs(delta) > 0.001).all() for delta in trace.delta.values())


def test_xor_solves_xor() -> None:
    lesson = PRESETS["xor"]
    assert lesson.sizes == (2, 2, 1)
    assert lesson.data == DATA_SETS["XOR"]
    for x1, x2, y in lesson.data:
        assert y == (x1 != x2)
        output = replace(lesson, x=(x1, x2), y=(y,)).trace().a[3].item()
        assert abs(output - y) < 0.1
    assert (*lesson.x, *lesson.y) in lesson.data


def test_the_table_of_and() -> None:
    assert sorted(DATA_SETS["AND"]) == sorted((a, b, a * b) for a in (0, 1) for b in (0, 1))


def test_saturated_is_wrong_and_hardly_learns() -> None:
    trace = PRESETS["saturated"].trace()
    wrong, healthy = (trace.a[3] - trace.y).ravel()
    assert wrong > 0.99
    assert 0.3 < abs(healthy) < 0.9
    slow, quick = abs(trace.nabla_w[3])
    assert (slow < 0.001).all()
    assert (quick > 100 * slow).all()


def test_vanishing_gradients_shrink_at_every_layer() -> None:
    trace = PRESETS["vanishing"].trace()
    assert trace.network.L == 7
    sizes = [float(np.linalg.norm(trace.nabla_b[l])) for l in range(2, 8)]
    assert all(after > 2 * before for before, after in pairwise(sizes))
    first, *_, last = (float(np.linalg.norm(trace.nabla_w[l])) for l in range(2, 8))
    assert last > 200 * first


def test_nielsens_neuron() -> None:
    lesson = PRESETS["nielsen-neuron"]
    assert (lesson.sizes, lesson.weights, lesson.eta) == ((1, 1), (0.6, 0.9), 0.15)
    assert (lesson.x, lesson.y) == ((1.0,), (0.0,))
    assert round(lesson.trace().a[2].item(), 2) == 0.82


def test_mazur_published_these_numbers() -> None:
    lesson = PRESETS["mazur"]
    trace = lesson.trace()

    def close(array: npt.ArrayLike, published: float | list[float] | list[list[float]]) -> None:
        difference = np.squeeze(array) - np.array(published)
        assert (abs(difference) < 6e-9).all()

    close(trace.a[2], [0.593269992, 0.596884378])
    close(trace.a[3], [0.751365070, 0.772928465])
    close(trace.cost, 0.298371109)
    close(trace.delta[3], [0.138498562, -0.038098236])
    close(trace.nabla_w[3][0, 0], 0.082167041)
    after = descend(trace.network, trace, lesson.eta)
    close(after.w[3], [[0.35891648, 0.408666186], [0.511301270, 0.561370121]])
    close(after.w[2], [[0.149780716, 0.19956143], [0.24975114, 0.29950229]])


@pytest.mark.parametrize("name", NAMES)
def test_an_example_that_is_changed_in_one_way_is_still_known(name: str) -> None:
    lesson = PRESETS[name]
    trace = lesson.trace()
    learned = with_network(lesson, descend(trace.network, trace, 1.0))
    other_x = replace(lesson, x=tuple(x + 0.01 for x in lesson.x))
    assert origin_of(lesson) == origin_of(learned) == origin_of(other_x) == name
    assert origin_of(replace(lesson, activation=("tanh",) * len(lesson.activation))) == name


def test_of_what_has_no_example_s_numbers_none_is_said() -> None:
    assert origin_of(Lesson(sizes=(3, 4, 2), seed=1, x=(1, 1, 1))) == ""
    assert origin_of(Lesson(sizes=(2, 2, 1), activation=("tanh",) * 2, x=(1, 0), y=(1,))) == ""
