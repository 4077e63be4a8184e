"""The products of a step by their names and shapes, and the sentence that says which they are."""

import pytest

from backprop import Equation, Quantity, Step, Trace
from backprop.engine.backward import BP1A, BP1A_CANCELLED, BP2, BP3, BP4
from backprop.ideas.places.compute import in_order, right_hand_side
from backprop.ideas.places.words import product_name, shapes_text, term_text, underbraced, why
from backprop.writing.text.sentence import plain
from tests.writing.nets import every_kind, trace_of
from tests.writing.reading import LIGHT, uncoloured


def test_the_sentence_names_the_products_of_the_equation() -> None:
    for trace in every_kind():
        for step in trace.steps:
            if step.equation.symbol not in ("delta", "nabla_b", "nabla_w"):
                continue
            text = plain(why(step, trace.network))
            signs = {operation.sign for operation in in_order(right_hand_side(step.equation))}
            assert ("⊙" in text and "no ⊙" not in text) == ("⊙" in signs), text
            assert ("matrix product" in text) == ("·" in signs), text
            assert len(text.split()) <= 30, text


def test_another_equation_has_no_sentence() -> None:
    trace = next(every_kind())
    with pytest.raises(KeyError):
        why(trace.steps[0], trace.network)


def named(value: object) -> str:
    return value.template if isinstance(value, Equation) else ""


def step_of(trace: Trace, symbol: str, l: int) -> Step:
    found = trace.step_of(Quantity(symbol, l))
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("equation", "names"),
    [
        (BP1A, ["Hadamard product"]),
        (BP1A_CANCELLED, [""]),
        (BP2, ["matrix product", "Hadamard product"]),
        (BP3, []),
        (BP4, ["outer product"]),
    ],
    ids=named,
)
def test_what_each_product_is_called(equation: Equation, names: list[str]) -> None:
    assert [product_name(operation) for operation in in_order(right_hand_side(equation))] == names


def bare(latex: str) -> str:
    """Without the colours."""
    return uncoloured(latex).replace("{{", "{").replace(" ", "")


def test_each_product_stands_over_its_name_and_its_shapes() -> None:
    trace = trace_of([3, 4, 2], ["sigmoid", "sigmoid"], "quadratic", 1)
    hidden = bare(underbraced(step_of(trace, "delta", 2), LIGHT))
    matrix = r"\large\substack{\text{matrixproduct}\\(4\times2)(2\times1)}"
    entrywise = r"\large\substack{\text{Hadamardproduct}\\(4\times1)\odot(4\times1)}"
    assert hidden == (
        r"{\delta^{2}}=\underbrace{\underbrace{(({w^{3}})^T\,{\delta^{3}})}_{" + matrix + "}"
        r"\odot{\sigma'(z^{2})}}_{" + entrywise + "}"
    )
    weights = bare(underbraced(step_of(trace, "nabla_w", 3), LIGHT))
    assert r"\text{outerproduct}\\(2\times1)(1\times4)" in weights
    assert "underbrace" not in underbraced(step_of(trace, "nabla_b", 3), LIGHT)


def test_without_a_slope_nothing_is_marked_at_the_outputs() -> None:
    trace = trace_of([3, 4, 2], ["sigmoid", "sigmoid"], "cross-entropy", 1)
    assert bare(underbraced(step_of(trace, "delta", 3), LIGHT)) == r"{\delta^{3}}={a^{3}}-{y}"


def test_a_part_of_an_equation_in_plain_text() -> None:
    trace = trace_of([3, 4, 2], ["tanh", "tanh"], "quadratic", 1)
    hidden, weights = step_of(trace, "delta", 2), step_of(trace, "nabla_w", 3)
    matrix, entrywise = in_order(right_hand_side(hidden.equation))
    assert term_text(matrix, hidden) == "(w³)ᵀ δ³"
    assert shapes_text(matrix, hidden) == "(4×2)(2×1)"
    assert shapes_text(entrywise, hidden) == "(4×1) ⊙ (4×1)"
    (outer,) = in_order(right_hand_side(weights.equation))
    assert term_text(outer, weights) == "δ³ (a²)ᵀ"
    assert shapes_text(outer, weights) == "(2×1)(1×4)"
