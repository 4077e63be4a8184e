"""The conventions in the sidebar: chosen, told while folded, and taken back."""

from backprop.lesson import PRESETS
from backprop.ui.sidebar.conventions import OPEN
from tests.pages.sidebar_app import button, chose, labelled, lesson_of, listed, opened, ran


def captions(app: object) -> list[str]:
    return [one.value for one in app.sidebar.caption]  # type: ignore[attr-defined]


def test_each_convention_is_chosen_and_what_is_not_the_books_is_told_while_folded() -> None:
    app = opened(preset="mazur", step="15", selected="b2_1")
    assert not any("Not as in the book" in one for one in captions(app))
    app.session_state[OPEN] = True
    app = ran(app.run())
    app = chose(app, "Quadratic cost", False)
    app = chose(app, "C of several examples", "sum")
    app = chose(app, "Biases", "none")
    lesson = lesson_of(app)
    assert (lesson.cost, lesson.reduction, lesson.biases) == ("squared-error", "sum", "none")
    assert (lesson.step, lesson.selected) == (13, "")
    assert lesson.weights == PRESETS["mazur"].weights
    assert listed(app, "Cost").value == "quadratic"
    app.session_state[OPEN] = False
    app = ran(app.run())
    assert "Not as in the book: no ½ in C, C is a sum, no biases." in captions(app)
    for _ in range(3):
        button(app, "Undo").click()
        app = ran(app.run())
    assert lesson_of(app).without_place() == PRESETS["mazur"]


def test_a_cost_without_a_half_of_its_own_has_no_such_list() -> None:
    app = opened(cost="cross-entropy")
    app.session_state[OPEN] = True
    app = ran(app.run())
    assert "Quadratic cost" not in [one.label for one in app.sidebar.selectbox]
    assert labelled(app.sidebar.selectbox, "Biases").value == "learn"
