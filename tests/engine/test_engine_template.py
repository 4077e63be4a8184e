"""The notation of templates: what it reads to, that nothing of it is lost, and what it refuses."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backprop import ACTIVATIONS, COSTS, Equation
from backprop.engine.equation import array_of
from backprop.engine.quantity import Quantity
from backprop.engine.template import (
    Apply,
    Equals,
    Group,
    Hadamard,
    Letter,
    Mean,
    Minus,
    Negative,
    Number,
    Plus,
    Power,
    Product,
    Rate,
    Ref,
    Sum,
    Transpose,
)
from backprop.engine.template_latex import notation
from backprop.engine.template_reading import read, read_equation
from backprop.engine.template_walking import edited
from tests.engine.lessons import lesson_342

SUM_OVER_PATHS = (
    r"<nabla_w jk> = [m| [n| \frac{\partial <C>}{\partial <a[L] m>} "
    r"\frac{\partial <a[L] m>}{\partial <a[L-1] n>} "
    r"\frac{\partial <a[L-1] n>}{\partial <a j>} |] |] \frac{\partial <a j>}{\partial <w jk>}"
)
"""Equation (53) for a weight two layers before the last."""

TREES = [
    (
        "<z j> = [k| <w jk> <a_prev k> |] + <b j>",
        Equals(
            Ref("z", "j"),
            Plus(Sum("k", Product(Ref("w", "jk"), Ref("a_prev", "k"))), Ref("b", "j")),
        ),
    ),
    (
        "[m| [n| <w mn> |] <b m> |]",
        Sum("m", Product(Sum("n", Ref("w", "mn")), Ref("b", "m"))),
    ),
    ("[mnp| <w mn> <w np> |]", Sum("mnp", Product(Ref("w", "mn"), Ref("w", "np")))),
    (
        r"\frac{\partial <C>}{\partial <a[L-1] q>}",
        Rate(Ref("C"), Ref("a", "q", "L-1")),
    ),
    (
        r"<a> - <u> (<v>)^T \odot <b> - <c>",
        Minus(
            Minus(Ref("a"), Hadamard(Product(Ref("u"), Transpose(Ref("v"))), Ref("b"))),
            Ref("c"),
        ),
    ),
    (
        r"\tfrac{1}{n} \sum_x <delta> (<a_prev>)^T",
        Mean(Product(Ref("delta"), Transpose(Ref("a_prev")))),
    ),
    (
        r"-\ln (1 - \sigma(<z j>))^2",
        Negative(
            Apply(
                r"\ln",
                Power(
                    Group(Minus(Number("1"), Apply(r"\sigma", Group(Ref("z", "j"))))), Number("2")
                ),
            )
        ),
    ),
    ("e^{-z}", Power(Letter("e"), Negative(Letter("z")))),
]


@pytest.mark.parametrize(("template", "tree"), TREES)
def test_the_tree_of_a_template(template: str, tree: object) -> None:
    assert read(template) == tree


def test_the_order_of_a_difference_and_the_kind_of_a_product_count() -> None:
    assert read("<a> - <y>") != read("<y> - <a>")
    assert read("<a> <y>") != read(r"<a> \odot <y>")
    assert read("<a> <y>") == read(r"<a> \, <y>")  # only the space differs


def test_nothing_of_a_template_is_lost() -> None:
    forms: list[Equation | None] = []
    for output in ACTIVATIONS:
        for cost in COSTS:
            for step in lesson_342(output, cost, 1).run().steps:
                one, many = step.equation, step.equation.over(2)
                forms += [one, one.component, many, many.component]
    templates = {form.template for form in forms if form}
    templates |= {sigma.latex for sigma in ACTIVATIONS.values()}
    templates |= {sigma.derivative_latex for sigma in ACTIVATIONS.values()}
    assert len(templates) > 30
    for template in {*templates, SUM_OVER_PATHS, *(template for template, _ in TREES)}:
        assert notation(read(template)) == template


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("<z j> = <w jk> +", "needs an operand at the end"),
        ("[k| <w jk>", r"needs \|\] at the end"),
        ("[m| [n| <w mn> |]", r"needs \|\] at the end"),
        ("<w mn> |]", r"needs the end, or a sign between two parts before '\|\]'"),
        (r"\left( <a> )", r"needs \\right\) before '\)'"),
        ("<w J>", "needs an operand before '<w J>'"),
        (r"<a> \otimes <b>", r"or a sign between two parts before '.*otimes <b>'"),
        (r"\frac{\partial <a>}{<b>}", r"needs \\partial before '<b>}'"),
        (r"1 \text{ if } z", r"needs \\text{ else } at the end"),
    ],
)
def test_what_cannot_be_read_says_what_is_missing_and_where(template: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read(template)


SIGNS = r"<w jk> <a> [k| |] ( ) \left( \right) + - = \odot \, \ln \frac{ }{ } ^T ^2 1 z \partial"


@given(st.lists(st.sampled_from([*SIGNS.split(" "), r"\frac", r"\text{new }"]), max_size=9))
@example([r"\frac"])
@settings(deadline=None)
def test_any_signs_are_read_or_refused(signs: list[str]) -> None:
    try:
        tree = read(" ".join(signs))
    except ValueError:
        return
    assert read(notation(tree)) == tree


def test_an_equation_has_two_sides() -> None:
    with pytest.raises(ValueError, match="needs a left-hand side and =; got <a> <b>"):
        read_equation("<a> <b>")


def test_the_sum_over_paths_in_letters() -> None:
    paths = Equation("paths", "The sum over paths", "nabla_w", ("53",), SUM_OVER_PATHS, abs)
    assert paths.latex == (
        r"\frac{\partial C}{\partial w^{l}_{jk}} = \sum_m \sum_n "
        r"\frac{\partial C}{\partial a^{L}_{m}} "
        r"\frac{\partial a^{L}_{m}}{\partial a^{L-1}_{n}} "
        r"\frac{\partial a^{L-1}_{n}}{\partial a^{l}_{j}} "
        r"\frac{\partial a^{l}_{j}}{\partial w^{l}_{jk}}"
    )
    flat = Equation("paths", "", "C", (), "<C> = [mn| <w_next mn> |]", abs)
    assert flat.latex == r"C = \sum_{mn} w^{l+1}_{mn}"


def test_the_layer_of_an_operand() -> None:
    refs = Ref("a_prev"), Ref("w_next"), Ref("a", layer="L-1"), Ref("a", layer="l+2")
    assert [array_of(ref, l=2, L=5) for ref in refs] == [
        Quantity("a", 1), Quantity("w", 3), Quantity("a", 4), Quantity("a", 4),
    ]  # fmt: skip


def test_an_edit_leaves_alone_what_it_is_not_about() -> None:
    tree = read(r"\left( (<w>)^T <u> \right) \odot <v>")
    assert isinstance(tree, Hadamard)
    assert edited(tree, lambda node: node) is tree
    new = edited(tree, lambda node: Ref("u") if node == Ref("v") else node)
    assert notation(new) == r"\left( (<w>)^T <u> \right) \odot <u>"
    assert isinstance(new, Hadamard)
    assert new.left is tree.left
