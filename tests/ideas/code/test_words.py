"""What is said of the lines: with the shapes of this network, and true without a hidden layer."""

from backprop.ideas.code.compute import CodeStep, code_steps
from backprop.ideas.code.words import NO_LOOP, here, in_code
from backprop.lesson import Lesson, from_query


def step_of(lesson: Lesson, id: str) -> CodeStep:
    (found,) = [step for step in code_steps(lesson.trace()) if step.quantity.id == id]
    return found


def said(lesson: Lesson, id: str) -> str:
    return in_code(step_of(lesson, id), lesson.trace())


def test_the_shapes_are_those_of_the_network() -> None:
    """3-4-2: w^2 is 4x3, (w^3)^T 4x2, and delta^3 (a^2)^T is as w^3, 2x4."""
    lesson = Lesson()
    assert "4×3 times 3×1 gives 4×1" in said(lesson, "z2")
    assert "4×2 times 2×1 gives 4×1" in said(lesson, "delta2")
    assert "2×1 times 1×4 gives 2×4" in said(lesson, "nabla_w3")


def test_the_line_has_the_layers_of_its_step() -> None:
    lesson = Lesson()
    assert here(step_of(lesson, "z3"), lesson.trace()) == "z[3] = w[3] @ a[2] + b[3]"
    assert here(step_of(lesson, "nabla_a3"), lesson.trace()) == "nabla_a = a[3] - y"
    other = from_query({"cost": "squared-error", "biases": "none"})[0]
    assert here(step_of(other, "z3"), other.trace()) == "z[3] = w[3] @ a[2]"
    assert "bias" not in said(other, "z3")
    assert here(step_of(other, "nabla_a3"), other.trace()) == "nabla_a = 2 * (a[3] - y)"


def test_without_a_hidden_layer_the_loop_back_is_explained() -> None:
    lesson = from_query({"sizes": "2-1"})[0]
    assert NO_LOOP in said(lesson, "delta2")
    assert NO_LOOP not in said(Lesson(), "delta3")


def test_where_the_slope_cancels_no_slope_is_named() -> None:
    lesson = from_query({"cost": "cross-entropy"})[0]
    assert "calls no σ′" in said(lesson, "delta3")
    assert "⊙" in said(lesson, "delta2")
