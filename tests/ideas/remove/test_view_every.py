"""Section 2.4, "Take a part away": every mistake, and all at once, in every kind of network."""

import pytest
from streamlit.testing.v1 import AppTest

from backprop.ideas.remove.compute_mistakes import MISTAKES, offered
from backprop.lesson import PRESETS, Lesson, resized, to_query, with_choice
from backprop.lesson.change import with_weights
from tests.pages.chapter_app import opened, ran, stage

NEITHER = resized(Lesson(activation=("tanh", "linear"), cost="cross-entropy"), (2, 3, 2))
LESSONS = {
    **PRESETS,
    "neither": with_weights(NEITHER, [*[0.1] * 9, *[0.2] * 6, 0.3, 0.4]),
    "relu": Lesson(activation=("relu", "leaky-relu")),
    "entropy": Lesson(cost="cross-entropy"),
    "largest": resized(Lesson(activation=("linear",) * 2, spread=10, eta=1000), (12,) * 8),
    "one": resized(Lesson(activation=("tanh", "linear")), (1, 1, 1)),
}


def shown(lesson: Lesson, **choices: str) -> AppTest:
    return opened("equations.py", **to_query(lesson), part="remove", **choices)


@pytest.mark.parametrize("name", LESSONS)
def test_every_mistake_in_every_kind_of_network(name: str) -> None:
    lesson = LESSONS[name]
    app = shown(lesson)
    kinds = set()
    for equation, mistakes in offered(lesson.network()).items():
        for mistake in mistakes:
            now = with_choice(app.session_state["lesson"], "off", mistake.name)
            if equation != "step":
                now = with_choice(now, "equation", equation)
            app.session_state["lesson"] = now
            ran(app.run())
            said = [*app.main.error, *app.main.warning, *app.main.info, *app.main.success]
            kinds.add(type(said[0]).__name__)
            assert stage(app)["parts"][0]["rows"]
    assert kinds - {"Success"}


def test_all_mistakes_at_once() -> None:
    for lesson in LESSONS.values():
        shown(lesson, off=",".join(name for name in list(MISTAKES)[-12:]))
        shown(lesson, off="bp1-sign,bp2-slope,bp2-new,bp3-bias,bp4-a,bp4-delta,step-sign")
