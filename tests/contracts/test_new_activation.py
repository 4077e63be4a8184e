"""One record and its words are all that a new activation needs: softplus, on every page.

Without its words every page still works, and a check names what is missing.
"""

import numpy as np
import pytest

from backprop.chapter import SECTIONS
from backprop.engine import ACTIVATIONS, COSTS, Activation
from backprop.engine.activations import Array, sigmoid
from backprop.engine.examples import one_by_one
from backprop.engine.forward import slope
from backprop.engine.saturation import ends
from backprop.ideas.mean.compute_check import gradient_check
from backprop.ideas.remove.compute_mistakes import MISTAKES
from backprop.ideas.remove.words_mistakes import why_harmless
from backprop.ideas.tell.words_driven import when_driven
from backprop.lesson import Lesson, from_json, from_query, to_json, to_query
from backprop.lesson.change import with_weights
from backprop.writing import PALETTE, generic
from backprop.writing.text.activation_words import ACTIVATION_WORDS, ActivationWords
from backprop.writing.text.describe import about, as_text
from tests.contracts.missing_words import missing_words
from tests.pages.chapter_app import formulas, opened, stage, words
from tests.pages.sidebar_app import chose, lesson_of, listed
from tests.pages.sidebar_app import opened as app_opened
from tests.writing.reading import bare

PARTS = [(section.page, part.name) for section in SECTIONS for part in section.parts]


def softplus(z: Array) -> Array:
    return np.logaddexp(0, z)


SOFTPLUS = Activation(
    "softplus",
    softplus,
    sigmoid,
    r"\ln(1+e^{z})",
    r"\frac{1}{1+e^{-z}}",
    end_slopes=(0.0, 1.0),
)
WORDS = ActivationWords(
    noun="softplus",
    activation="{who} rounds off the corner of a relu: its [activation a].",
    slope="The [slope sigma_prime] of softplus is the sigmoid of [z].",
    driven="Driven down, a softplus goes to 0, and its slope with it.",
)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Softplus among the activations, without words."""
    monkeypatch.setitem(ACTIVATIONS, "softplus", SOFTPLUS)


@pytest.fixture
def worded(known: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Softplus among the activations, with its words."""
    monkeypatch.setitem(ACTIVATION_WORDS, "softplus", WORDS)


def lesson(cost: str) -> Lesson:
    """Softplus in both layers, the outputs near 0.5, which every cost can take."""
    weights = (0.3, -0.2, 0.1, 0.4, 0.2, -0.1, 0.2, -0.3, 0.1, 0.2, -0.5, -0.4)
    named = Lesson(
        sizes=(2, 2, 2),
        activation=("softplus",) * 2,
        cost=cost,
        x=(0.2, 0.5),
        y=(0, 1),
        data=((0.2, 0.5, 0, 1), (0.1, 0.4, 1, 0)),
    )
    return with_weights(named, weights)


def all_pages(cost: str) -> str:
    """What the explorer and every part of the chapter say and draw of such a lesson."""
    own = {"f": "softplus", "v": "z2", "selected": "z3_1", "step": "2"}
    link = to_query(lesson(cost)) | own
    said = []
    for page, part in [("explorer.py", ""), *PARTS]:
        app = opened(page, **link, **({"part": part} if part else {}))
        said += [words(app), *formulas(app.main), str(stage(app))]
    return "\n".join(said)


@pytest.mark.usefixtures("worded")
def test_every_page_shows_it() -> None:
    said = all_pages("quadratic")
    assert "rounds off the corner of a relu" in said
    assert "Driven down, a softplus goes to 0" in said
    assert r"\ln(1+e^{" in said
    assert missing_words() == []


@pytest.mark.usefixtures("known")
def test_no_page_fails_without_its_words_and_a_check_names_them() -> None:
    all_pages("cross-entropy")
    assert missing_words() == ["the activation softplus"]


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("cost", COSTS)
def test_every_step_and_every_neuron_has_a_text(cost: str) -> None:
    trace = lesson(cost).trace()
    for step in (*trace.steps, *trace.neuron_steps):
        assert as_text(step, trace)
        assert "softplus" in about(step.quantity, trace) or step.equation.symbol != "sigma_prime"
    for l in (2, 3):
        assert when_driven(trace, l, 1).endswith(".")


@pytest.mark.usefixtures("known")
def test_its_slope_is_spelled_out_though_a_sigmoid_has_the_same_function() -> None:
    formula = bare(generic(slope("softplus"), PALETTE["light"]))
    assert formula == r"\sigma'(z^{l}) = \frac{1}{1+e^{-z^{l}}}"


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("cost", COSTS)
def test_its_gradients_are_right_and_it_can_be_kept(cost: str) -> None:
    own = lesson(cost)
    for l in own.layers:
        assert gradient_check(one_by_one(own.network(), [(own.x, own.y)]), l).agrees
    assert from_query(to_query(own)) == (own, [])
    assert from_json(to_json(own)) == own


@pytest.mark.usefixtures("known")
def test_nothing_is_said_of_it_that_holds_for_a_relu_alone() -> None:
    assert SOFTPLUS.saturates
    assert ends("softplus", np.array([-3.0, 0.0, 3.0])).tolist() == ["bottom", "", ""]
    network = lesson("quadratic").network()
    assert "comes to the same" in why_harmless(MISTAKES["bp1-of-a"], network)


@pytest.mark.usefixtures("known")
def test_the_sidebar_offers_it() -> None:
    app = app_opened()
    assert "softplus" in listed(app, "Activation").options
    assert set(lesson_of(chose(app, "Activation", "softplus")).activation) == {"softplus"}


def test_it_is_gone_afterwards() -> None:
    assert "softplus" not in {**ACTIVATIONS, **ACTIVATION_WORDS}
    assert missing_words() == []
    with pytest.raises(ValueError, match="softplus"):
        lesson("quadratic")
