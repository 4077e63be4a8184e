"""An equation's LaTeX is the book's, its source computes its result, and both name its operands."""

import inspect
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from backprop import ACTIVATIONS, COSTS, Equation, Quantity, equation_of
from backprop.engine.equation import numbered, tag_of
from tests.engine.lessons import lesson_342

CHAPTER_2 = "http://neuralnetworksanddeeplearning.com/chap2.html#eqtn"
CHAPTER_3 = "http://neuralnetworksanddeeplearning.com/chap3.html#eqtn"
DC_DB, DC_DW = (rf"\frac{{\partial C}}{{\partial {of}^{{l}}" for of in "bw")
MEAN = r"\tfrac{1}{n} \sum_x "

# name: the matrix form and the numbers of the book, the component form and its numbers.
QUADRATIC = {
    "weighted input": (
        r"z^{l} = w^{l} a^{l-1} + b^{l}",
        ["25"],
        r"z^{l}_{j} = \sum_k w^{l}_{jk} a^{l-1}_{k} + b^{l}_{j}",
        ["23"],
    ),
    "activation": (r"a^{l} = \sigma(z^{l})", ["25"], r"a^{l}_{j} = \sigma(z^{l}_{j})", ["23"]),
    "cost": (
        r"C = \tfrac{1}{2} \lVert y - a^{L} \rVert^2",
        ["27"],
        r"C = \tfrac{1}{2} \sum_j (y_{j} - a^{L}_{j})^2",
        ["27"],
    ),
    "nabla_a": (
        r"\nabla_a C = a^{L} - y",
        [],
        r"\frac{\partial C}{\partial a^{L}_{j}} = a^{L}_{j} - y_{j}",
        [],
    ),
    "sigma_prime": (
        r"\sigma'(z^{l}) = \sigma'(z^{l})",
        [],
        r"\sigma'(z^{l}_{j}) = \sigma'(z^{l}_{j})",
        [],
    ),
    "BP1a": (
        r"\delta^{L} = \nabla_a C \odot \sigma'(z^{L})",
        ["BP1a", "30"],
        r"\delta^{L}_{j} = \frac{\partial C}{\partial a^{L}_{j}} \, \sigma'(z^{L}_{j})",
        ["BP1"],
    ),
    "BP2": (
        r"\delta^{l} = \left( (w^{l+1})^T \delta^{l+1} \right) \odot \sigma'(z^{l})",
        ["BP2"],
        r"\delta^{l}_{j} = \sum_k w^{l+1}_{kj} \delta^{l+1}_{k} \, \sigma'(z^{l}_{j})",
        ["BP2", "45"],
    ),
    "BP3": (DC_DB + r"} = \delta^{l}", ["BP3", "31"], DC_DB + r"_{j}} = \delta^{l}_{j}", ["BP3"]),
    "BP4": (
        DC_DW + r"} = \delta^{l} (a^{l-1})^T",
        ["BP4", "32"],
        DC_DW + r"_{jk}} = a^{l-1}_{k} \delta^{l}_{j}",
        ["BP4"],
    ),
}
CROSS_ENTROPY = {
    "cost": (
        r"C = -y \cdot \ln a^{L} - (1 - y) \cdot \ln (1 - a^{L})",
        r"C = -\sum_j \left( y_{j} \ln a^{L}_{j} + (1 - y_{j}) \ln (1 - a^{L}_{j}) \right)",
    ),
    "nabla_a": (
        r"\nabla_a C = \frac{1 - y}{1 - a^{L}} - \frac{y}{a^{L}}",
        r"\frac{\partial C}{\partial a^{L}_{j}} = "
        r"\frac{1 - y_{j}}{1 - a^{L}_{j}} - \frac{y_{j}}{a^{L}_{j}}",
    ),
}
OF_SIGMOID = {
    "cost": (
        r"C = -y \cdot \ln \sigma(z^{L}) - (1 - y) \cdot \ln (1 - \sigma(z^{L}))",
        r"C = -\sum_j \left( y_{j} \ln \sigma(z^{L}_{j}) "
        r"+ (1 - y_{j}) \ln (1 - \sigma(z^{L}_{j})) \right)",
    ),
    "nabla_a": (
        r"\nabla_a C = \frac{1 - y}{1 - \sigma(z^{L})} - \frac{y}{\sigma(z^{L})}",
        r"\frac{\partial C}{\partial a^{L}_{j}} = "
        r"\frac{1 - y_{j}}{1 - \sigma(z^{L}_{j})} - \frac{y_{j}}{\sigma(z^{L}_{j})}",
    ),
    "BP1a": (r"\delta^{L} = a^{L} - y", r"\delta^{L}_{j} = a^{L}_{j} - y_{j}"),
}
OVER_EXAMPLES = {
    "cost": (
        "C = " + MEAN + r"\left( \tfrac{1}{2} \lVert y - a^{L} \rVert^2 \right)",
        "C = " + MEAN + r"\left( \tfrac{1}{2} \sum_j (y_{j} - a^{L}_{j})^2 \right)",
    ),
    "BP3": (DC_DB + "} = " + MEAN + r"\delta^{l}", DC_DB + "_{j}} = " + MEAN + r"\delta^{l}_{j}"),
    "BP4": (
        DC_DW + "} = " + MEAN + r"\delta^{l} (a^{l-1})^T",
        DC_DW + "_{jk}} = " + MEAN + r"a^{l-1}_{k} \delta^{l}_{j}",
    ),
}


def equations(cost: str, output: str, m: int = 1) -> dict[str, Equation]:
    """The matrix equations of a run, by name."""
    trace = lesson_342(output, cost, m).run()
    return {step.equation.name: step.equation for step in trace.steps}


def component(equation: Equation) -> Equation:
    assert equation.component is not None
    return equation.component


@pytest.mark.parametrize("name", QUADRATIC)
def test_as_the_book_writes_it(name: str) -> None:
    latex, numbers, of_one, numbers_of_one = QUADRATIC[name]
    equation = equations("quadratic", "sigmoid")[name]
    assert (equation.latex, [*equation.numbers]) == (latex, numbers)
    assert (component(equation).latex, [*component(equation).numbers]) == (of_one, numbers_of_one)


@pytest.mark.parametrize(
    ("cost", "output", "m", "expected"),
    [
        ("cross-entropy", "tanh", 1, CROSS_ENTROPY),
        ("cross-entropy", "sigmoid", 1, OF_SIGMOID),
        ("quadratic", "sigmoid", 2, OVER_EXAMPLES),
    ],
)
def test_the_other_forms(
    cost: str, output: str, m: int, expected: dict[str, tuple[str, str]]
) -> None:
    found = equations(cost, output, m)
    forms = {name: (found[name].latex, component(found[name]).latex) for name in expected}
    assert forms == expected


def test_the_mean_over_examples_is_equation_26() -> None:
    one, many = equations("quadratic", "sigmoid", 1), equations("quadratic", "sigmoid", 2)
    for name in QUADRATIC:
        expected = ["26"] if name in OVER_EXAMPLES else []
        assert [*many[name].numbers] == [*expected, *one[name].numbers]
        assert many[name].formula is one[name].formula


def test_where_the_slope_cancels_it_is_equation_66_of_chapter_3() -> None:
    equation = equations("cross-entropy", "sigmoid")["BP1a"]
    for one in (equation, component(equation)):
        assert (one.numbers, one.tag, one.book) == (("66",), "66, chapter 3", CHAPTER_3 + "66")


def test_a_number_says_its_chapter_where_that_is_the_third() -> None:
    numbers = ("53", "BP1a", "63")
    assert [*map(numbered, numbers)] == ["(53)", "BP1a", "(63) of chapter 3"]
    assert [*map(tag_of, numbers)] == ["53", "BP1a", "63, chapter 3"]
    assert equations("quadratic", "sigmoid")["nabla_a"].tag == ""


def test_only_the_quadratic_cost_is_equation_30() -> None:
    assert equations("cross-entropy", "tanh")["BP1a"].numbers == ("BP1a",)
    assert equations("cross-entropy", "tanh")["BP1a"].latex == QUADRATIC["BP1a"][0]


STEPS = [
    step
    for output, cost, m in product(ACTIVATIONS, COSTS, (1, 2))
    for trace in [lesson_342(output, cost, m).run()]
    for step in trace.steps + trace.neuron_steps
]


def test_the_source_computes_the_result() -> None:
    """The printed line of code, evaluated on the operands of the step."""
    for step in STEPS:
        formula = inspect.unwrap(step.equation.formula)
        code = step.equation.source.removeprefix("return ")
        result = np.asarray(eval(code, {**formula.__globals__, **step.operands}))
        assert result.tobytes() == step.result.tobytes(), code


def test_the_source_is_a_line_of_the_formula() -> None:
    for step in STEPS:
        formula = inspect.unwrap(step.equation.formula)
        lines = Path(formula.__code__.co_filename).read_text().splitlines()
        below = [line.strip() for line in lines[formula.__code__.co_firstlineno - 1 :]]
        returned = [line for line in below if line.startswith("return ")]
        assert step.equation.source == returned[0]


def test_latex_and_formula_name_the_same_operands() -> None:
    for step in STEPS:
        equation = step.equation
        named = {ref.name for ref in equation.refs}
        assert named == set(equation.operands) == set(step.operands)


def test_the_link_leads_to_an_equation_of_the_book() -> None:
    tags = {str(number) for number in range(23, 54)} | {"BP1", "BP1a", "BP2", "BP3", "BP4"}
    for step in STEPS:
        equation = step.equation
        if equation.book.startswith(CHAPTER_3):
            assert (equation.symbol, equation.numbers) in (("C", ("63",)), ("delta", ("66",)))
            continue
        assert set(equation.numbers) <= tags | {"63"}
        assert equation.book.removeprefix(CHAPTER_2) in tags
    links = {"weighted input": "25", "cost": "27", "BP1a": "BP1a", "BP2": "BP2", "BP3": "BP3"}
    for name, tag in links.items():
        assert equations("quadratic", "sigmoid")[name].book == CHAPTER_2 + tag
    assert equations("cross-entropy", "sigmoid")["cost"].book == CHAPTER_3 + "63"


def test_the_equation_of_an_address_is_the_one_that_computed_it() -> None:
    for output, cost in product(ACTIVATIONS, COSTS):
        given = lesson_342(output, cost, 1)
        for step in given.run().steps:
            assert equation_of(step.quantity, given.network) is step.equation
        for id in ("a1_1", "y3_1", "w2_1_1", "b3_2"):
            assert equation_of(Quantity.parse(id), given.network) is None
