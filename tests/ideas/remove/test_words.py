"""What is said of a pass with mistakes in it."""

import numpy as np
import pytest
from hypothesis import given

from backprop import Network, Quantity, Trace, run
from backprop.ideas.remove.compute_faulty_backward import backward
from backprop.ideas.remove.compute_mistakes import MISTAKES, offered
from backprop.ideas.remove.words import Verdict, verdict
from tests.laws import laws
from tests.writing.nets import trace_of, traces

DEEP = trace_of([3, 4, 3, 2], ["tanh", "tanh", "sigmoid"], "quadratic", seed=1)
CONVENTION = "Right, by another convention"
NUMBERS = "The shapes fit, the numbers do not"


def said(id: str, *names: str, trace: Trace = DEEP) -> Verdict:
    mistakes = [MISTAKES[name] for name in names]
    return verdict(backward(trace, mistakes, eta=0.5), Quantity.parse(id))


@pytest.mark.parametrize(
    ("id", "names", "kind", "title", "text"),
    [
        ("delta3", [], "right", "All as it should be", "Now take a part away."),
        ("delta4", ["bp2-slope"], "right", "Right here", "No mistake changes δ⁴"),
        ("delta3", ["bp2-slope"], "wrong", NUMBERS, "All 3 numbers are wrong."),
        ("delta4", ["bp1-slope"], "wrong", NUMBERS, "Both numbers are wrong."),
        ("delta4", ["bp1-sign"], "wrong", NUMBERS, "Both signs are wrong."),
        ("delta3", ["bp1-sign"], "wrong", "Right equation, wrong input", "uses is wrong"),
        ("nabla_w3", ["bp1-sign"], "wrong", "Right equation, wrong input", "signs are wrong."),
        ("delta3", ["step-sign"], "wrong", "Right gradient, wrong step", "adds it instead"),
        ("delta4", ["bp1-sign", "step-sign"], "right", CONVENTION, "w + η δ a. Both steps are"),
        ("nabla_w2", ["bp1-sign", "step-sign"], "right", CONVENTION, "Many textbooks"),
        ("delta4", ["bp1-sign", "bp4-a", "step-sign"], "wrong", NUMBERS, "Both signs are wrong."),
        ("delta3", ["bp2-transpose"], "stopped", "It does not fit", "3 columns meet 2 rows."),
        (
            "nabla_w2",
            ["bp2-transpose"],
            "stopped",
            "The pass has stopped before",
            "δ³ does not come out, so nothing reaches ∂C/∂w². w⁴ is 2×3 and δ⁴ is 2×1",
        ),
        (
            "nabla_w4",
            ["bp4-delta"],
            "harmless",
            "Nothing changes",
            "After the last layer there is no other",
        ),
    ],
)
def test_the_verdict(id: str, names: list[str], kind: str, title: str, text: str) -> None:
    found = said(id, *names)
    assert (found.kind, found.title) == (kind, title)
    assert text in found.text


@pytest.mark.parametrize(
    ("names", "cause"),
    [
        (["bp2-transpose", "bp4-order"], "δ³ does not come out, so nothing reaches ∂C/∂b²."),
        (["bp2-transpose", "bp3-input"], "δ³ does not come out, so nothing reaches ∂C/∂b²."),
        (
            ["bp2-new", "bp4-order"],
            "∂C/∂w⁴ does not come out, so the step that BP2 takes too early",
        ),
        (["bp2-new", "bp4-order", "bp3-input"], "∂C/∂w⁴ does not come out, so the step"),
    ],
)
def test_what_stops_the_pass_is_no_gradient_but_where_new_weights_need_it(
    names: list[str], cause: str
) -> None:
    found = said("nabla_b2", *names)
    assert found.title == "The pass has stopped before"
    assert found.text.startswith(cause)


def test_some_numbers_wrong_and_some_of_them_in_sign() -> None:
    """b delta for delta: right where b is 1, wrong where it is 2, and in sign where it is -1."""
    net = Network({2: [[1], [1], [1]]}, {2: [1, 2, -1]}, "linear")
    trace = run(net, [3], [0, 0, 0])
    assert said("nabla_b2", "bp3-bias", trace=trace).text == (
        "Every shape fits, so nothing warns you. 2 of 3 numbers are wrong, 1 of them in sign."
    )


def test_one_number_is_wrong() -> None:
    net = Network({2: [[1], [1]]}, {2: [1, 2]}, "linear")
    found = said("nabla_b2", "bp3-bias", trace=run(net, [3], [0, 0]))
    assert found.text.endswith("1 of 2 numbers is wrong.")


def test_a_mistake_that_comes_this_far_may_change_nothing() -> None:
    """All errors are 0: a wrong BP2 leads 0 back, and b^2 keeps its gradient."""
    trace = run(Network({2: [[1]], 3: [[1]]}, {2: [1], 3: [0]}, "tanh"), [0], [np.tanh(np.tanh(1))])
    found = said("nabla_b2", "bp2-slope", trace=trace)
    assert (found.kind, found.text) == (
        "right",
        "No mistake changes ∂C/∂b²: it is as it should be.",
    )


def test_all_numbers_wrong_and_one_of_them_in_sign() -> None:
    net = Network({2: [[1], [1], [1]]}, {2: [2, 2, -1]}, "linear")
    trace = run(net, [3], [0, 0, 0])
    assert "All 3 numbers are wrong, 1 of them in sign." in (
        said("nabla_b2", "bp3-bias", trace=trace).text
    )


def test_linear_neurons_forgive_a_forgotten_slope_and_the_reason_is_given() -> None:
    trace = trace_of([2, 3, 2], ["linear", "linear"], "quadratic", seed=1)
    assert said("delta2", "bp2-slope", trace=trace).text.startswith("Linear neurons have the slope")
    both = said(
        "nabla_w2", "bp4-delta", "bp4-a", trace=trace_of([1, 1, 1], ["linear"] * 2, "quadratic", 1)
    )
    assert both.kind == "wrong"


def test_numbers_beyond_a_float_are_said_to_be_so() -> None:
    net = Network({2: [[1e200]], 3: [[1e-200]]}, {2: [0], 3: [0]}, "linear")
    found = backward(run(net, [1], [0]), [MISTAKES["bp2-new"]], eta=1e200)
    assert verdict(found, Quantity("delta", 2)).title == "Too large"
    assert "1.80×10³⁰⁸ there" in verdict(found, Quantity("nabla_w", 2)).text


@laws
@given(traces())
def test_something_short_is_said_about_everything(trace: Trace) -> None:
    for mistakes in offered(trace.network).values():
        for mistake in mistakes:
            wrong = backward(trace, [mistake], eta=0.5)
            for l in range(2, trace.network.L + 1):
                for symbol in ("delta", "nabla_b", "nabla_w"):
                    found = verdict(wrong, Quantity(symbol, l))
                    assert found.text.endswith(".")
                    assert len(found.text.split()) <= 35
