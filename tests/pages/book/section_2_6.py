"""What the book has in section 2.6, the algorithm, and how its page shows that it has it, too."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from tests.pages.book.reading import writes
from tests.pages.chapter_app import container, part_of, stage
from tests.stage.sent import frames

EQUATIONS: dict[str, str] = {}
CHOICES: dict[str, dict[str, str]] = {}


def _another_function(app: AppTest) -> bool:
    """A neuron marked, its layer written out, and the differences beside the gradients."""
    shown = container(app, "exercise-one-neuron-with-another-function")
    data = stage(shown)
    rows = part_of(shown, "exhibits")["rows"]
    return (
        any(id.startswith("n") for id in data["marks"])
        and part_of(shown, "board") is not None
        and {"nabla_w2", "moved_w2"} <= set(rows[0]["items"])
        and writes(app.main, r"f(z) = \sin z, \quad f'(z) = \cos z")
    )


def _linear_neurons(app: AppTest) -> bool:
    """The slider to a network whose slopes are all 1, and BP2 without its slope."""
    data = stage(container(app, "exercise-linear-neurons"))
    ends = [slope for row in frames(data, "sigma_prime2")[-1] for slope in row]
    return set(ends) == {1.0} and writes(app.main, r"(w^{l+1})^T \delta^{l+1} \; \cancel")


FIVE_STEPS = (
    r"a^1 = x",
    r"z^l = w^l a^{l-1} + b^l",
    r"a^l = \sigma(z^l)",
    r"\delta^L = \nabla_a C \odot \sigma'(z^L)",
    r"\delta^l = ((w^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l)",
    r"\frac{\partial C}{\partial b^l_j} = \delta^l_j",
    r"\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j",
)
"""The algorithm of backpropagation, step by step."""

UPDATE_RULE = (
    r"w^l \rightarrow w^l - \frac{\eta}{m} \sum_x \delta^{x,l} (a^{x,l-1})^T",
    r"b^l \rightarrow b^l - \frac{\eta}{m} \sum_x \delta^{x,l}",
)
"""Gradient descent over a mini-batch of m examples."""


def _backpropagation(app: AppTest) -> bool:
    """A lane for each step, by the book's names, and their equations in the panel."""
    shown = container(app, "algorithm-backpropagation")
    names = ["Input", "Feedforward", "Output error", "Backpropagate", "Output"]
    return [lane["name"] for lane in part_of(shown, "lanes")["lanes"]] == names and all(
        writes(app.main, equation) for equation in FIVE_STEPS
    )


def _mini_batch(app: AppTest) -> bool:
    """The batches of an epoch, the step over one, and its rule in the panel."""
    shown = container(app, "algorithm-a-step-over-a-mini-batch")
    batches = part_of(shown, "update")["batches"]
    return len(part_of(shown, "epoch")["batches"]) == len(batches) and all(
        writes(app.main, equation) for equation in UPDATE_RULE
    )


FIGURES: dict[str, Callable[[AppTest], bool]] = {
    "exercise-one-neuron-with-another-function": _another_function,
    "exercise-linear-neurons": _linear_neurons,
    "algorithm-backpropagation": _backpropagation,
    "algorithm-a-step-over-a-mini-batch": _mini_batch,
}
