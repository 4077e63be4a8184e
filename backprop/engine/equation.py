"""An equation is one record: its formula as code, its LaTeX, and where the book has it.

The LaTeX comes from a template whose leaves name the formula's own operands, so that code and
mathematics cannot drift apart: ``<z j> = [k| <w jk> <a_prev k> |] + <b j>`` (see ``template`` and
``template_reading``). Printed with letters it is the equation of the book, with addresses or
numbers the equation of one step (see ``writing``).
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property

from backprop.engine.activations import Array
from backprop.engine.quantity import Quantity, quantity_latex
from backprop.engine.template import MEAN_OVER, SUM_OVER, Equals, Node, Ref, symbol_and_offset
from backprop.engine.template_latex import latex
from backprop.engine.template_reading import read_equation
from backprop.engine.template_walking import leaves

Formula = Callable[..., Array]

BOOK = "http://neuralnetworksanddeeplearning.com"
LAST_OF_CHAPTER_2 = 53


@dataclass(frozen=True, eq=False)
class Equation:
    """One equation of the chapter.

    ``formula`` computes the result from operands given by name; ``symbol`` is what it defines;
    ``numbers`` are the book's; ``component``, on a matrix equation, is the same for one neuron;
    ``several`` is the template over several examples, where it differs: a mean; ``total`` the
    formula where a sum is taken in its place; ``layer`` is the letter that the book has for its
    layer, or the number of the one layer for which it holds.
    An operand called NAME_prev belongs to layer l - 1, NAME_next to layer l + 1.
    """

    name: str
    title: str
    symbol: str
    numbers: tuple[str, ...]
    template: str
    formula: Formula
    component: "Equation | None" = None
    several: str = ""
    layer: str = "l"
    total: Formula | None = None

    @cached_property
    def operands(self) -> tuple[str, ...]:
        """The names of the formula's operands, in the order of its signature."""
        return tuple(inspect.signature(self.formula).parameters)

    @cached_property
    def source(self) -> str:
        """The line of code that computes the result."""
        lines = inspect.getsource(inspect.unwrap(self.formula)).splitlines()
        return next(line.strip() for line in lines if line.strip().startswith("return "))

    @cached_property
    def tree(self) -> Equals:
        """The template as a tree. Raises ValueError for what is not in the notation."""
        return read_equation(self.template)

    @property
    def right(self) -> Node:
        """The right-hand side of the tree."""
        return self.tree.right

    @cached_property
    def latex(self) -> str:
        """The equation as the book writes it, with letters for the indices."""
        return latex(self.tree, lambda node: self.letters(node) if isinstance(node, Ref) else None)

    def letters(self, ref: Ref) -> str:
        """The result or an operand as the book writes it, for instance a^{l-1}_{k}."""
        return letters_of(ref, self.layer)

    @property
    def book(self) -> str:
        """The address of the equation in the book; without a number, that of BP1, which uses it."""
        return address_in_book(self.numbers[0] if self.numbers else "BP1")

    @property
    def tag(self) -> str:
        """The book's first number for it, with the chapter where that is the third; or ""."""
        return tag_of(self.numbers[0]) if self.numbers else ""

    def over(self, m: int, reduction: str = "mean") -> "Equation":
        """The equation as it reads over m examples: a mean (equation 26), or a sum."""
        one = self if reduction == "mean" or self.total is None else self._summed
        return one._of_several if m > 1 and self.several else one

    @cached_property
    def _summed(self) -> "Equation":
        assert self.total is not None
        return replace(
            self,
            formula=self.total,
            several=self.several.replace(MEAN_OVER, SUM_OVER),
            component=self.component and self.component._summed,
            total=None,
        )

    @cached_property
    def _of_several(self) -> "Equation":
        return replace(
            self,
            template=self.several,
            numbers=self.numbers if self.total is None else ("26", *self.numbers),
            component=self.component and self.component._of_several,
        )

    @property
    def result_indices(self) -> str:
        """The indices of the result as the template writes them: "jk", "j" or none."""
        left = self.tree.left
        return left.indices if isinstance(left, Ref) else ""

    @cached_property
    def refs(self) -> tuple[Ref, ...]:
        """The operands as the template writes them, each once."""
        return tuple(dict.fromkeys(leaves(self.right)))


def letters_of(ref: Ref, layer: str) -> str:
    """An operand in letters, in an equation of a layer that is written as l, L or a number."""
    symbol, offset = symbol_and_offset(ref.name)
    l = ref.layer or f"{layer}{offset:+}".removesuffix("+0")
    if layer.isdigit():
        l = str(int(layer) + offset)
    return quantity_latex(symbol, l, ref.indices[:1], ref.indices[1:])


def numbered(number: str) -> str:
    """How the book's number of an equation is written: (30), but BP1a, and (63) of chapter 3."""
    chapter = " of chapter 3" if is_of_chapter_3(number) else ""
    return f"({number}){chapter}" if number.isdigit() else number


def tag_of(number: str) -> str:
    """The same in a box or in brackets of its own: 30, BP1a, and 63, chapter 3."""
    return f"{number}, chapter 3" if is_of_chapter_3(number) else number


def address_in_book(number: str) -> str:
    """The address of the equation with this number in the book."""
    return f"{BOOK}/chap{3 if is_of_chapter_3(number) else 2}.html#eqtn{number}"


def is_of_chapter_3(number: str) -> bool:
    """Whether the book's number of an equation is beyond those of chapter 2."""
    return number.isdigit() and int(number) > LAST_OF_CHAPTER_2


@cache
def operand_at(name: str, l: int) -> Quantity:
    """The array that an equation of layer l means by this name: a^(l-1) by a_prev."""
    symbol, offset = symbol_and_offset(name)
    return Quantity("C") if symbol == "C" else Quantity(symbol, l + offset)


def array_of(ref: Ref, l: int, L: int) -> Quantity:
    """The array that an equation of layer l means by this operand, in a network of L layers."""
    if not ref.layer:
        return operand_at(ref.name, l)
    return Quantity(ref.name, (L if ref.layer[0] == "L" else l) + int(ref.layer[1:] or 0))
