"""An equation is one record: its formula as code, its LaTeX, and where the book has it.

The LaTeX is a template whose tokens name the formula's own operands, so that code and mathematics
cannot drift apart: in ``<z j> = [k| <w jk> <a_prev k> |] + <b j>`` each ``<...>`` is the result or
an operand with its indices, and ``[k| ... |]`` a sum over k. Filled with letters it is the equation
of the book, filled with addresses or numbers it is the equation of one step (see ``writing``).
"""

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from backprop.engine.activations import Array
from backprop.engine.quantity import Quantity, quantity_latex

Formula = Callable[..., Array]

BOOK = "http://neuralnetworksanddeeplearning.com"
LAST_OF_CHAPTER_2 = 53
_SUM = re.compile(r"\[(\w)\|(.*?)\|\]", re.DOTALL)
_TOKEN = re.compile(r"<(\w+)((?: [jk]+)?)>")


@dataclass(frozen=True, eq=False)
class Equation:
    """One equation of the chapter.

    ``formula`` computes the result from operands given by name; ``symbol`` is what it defines;
    ``numbers`` are the book's; ``component``, on a matrix equation, is the same for one neuron;
    ``mean`` is the template over several examples, where it differs; ``layer`` is the letter that
    the book has for its layer.
    An operand called NAME_prev belongs to layer l - 1, NAME_next to layer l + 1.
    """

    name: str
    title: str
    symbol: str
    numbers: tuple[str, ...]
    template: str
    formula: Formula
    component: "Equation | None" = None
    mean: str = ""
    layer: str = "l"

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
    def latex(self) -> str:
        """The equation as the book writes it, with letters for the indices."""
        return self.fill(self.letters)

    def letters(self, name: str, indices: str) -> str:
        """The result or an operand as the book writes it, for instance a^{l-1}_{k}."""
        symbol, offset = symbol_and_offset(name)
        l = {-1: f"{self.layer}-1", 0: self.layer, 1: f"{self.layer}+1"}[offset]
        return quantity_latex(symbol, l, indices[:1], indices[1:])

    @property
    def book(self) -> str:
        """The address of the equation in the book; without a number, that of BP1, which uses it."""
        number = self.numbers[0] if self.numbers else "BP1"
        chapter = 3 if number.isdigit() and int(number) > LAST_OF_CHAPTER_2 else 2
        return f"{BOOK}/chap{chapter}.html#eqtn{number}"

    def over(self, m: int) -> "Equation":
        """The equation as it reads over m examples (equation 26)."""
        return self._mean if m > 1 and self.mean else self

    @cached_property
    def _mean(self) -> "Equation":
        return replace(
            self,
            template=self.mean,
            numbers=("26", *self.numbers),
            component=self.component and self.component._mean,
        )

    def fill(
        self,
        token: Callable[[str, str], str],
        total: Callable[[str, str], str] = lambda index, body: rf"\sum_{index} {body}",
    ) -> str:
        """The template with each token replaced by ``token(name, indices)`` and each sum by
        ``total(index, body)``, where body still holds its tokens; they are replaced afterwards.
        """
        summed = _SUM.sub(lambda found: total(found[1], found[2].strip()), self.template)
        return _TOKEN.sub(lambda found: token(found[1], found[2].strip()), summed)

    @property
    def result_indices(self) -> str:
        """The indices of the result as the template writes them: "jk", "j" or none."""
        found = _TOKEN.match(self.template)
        return found[2].strip() if found else ""

    def tokens(self) -> tuple[tuple[str, str], ...]:
        """The operands as the template writes them: (name, indices), each once."""
        right = self.template.split("=", 1)[1]
        return tuple(
            dict.fromkeys((name, indices.strip()) for name, indices in _TOKEN.findall(right))
        )


def symbol_and_offset(name: str) -> tuple[str, int]:
    """The symbol of an operand and how far its layer is from l: ("a", -1) for a_prev."""
    if name.endswith("_prev"):
        return name.removesuffix("_prev"), -1
    if name.endswith("_next"):
        return name.removesuffix("_next"), 1
    return name, 0


def numbered(number: str) -> str:
    """How the book's number of an equation is written: (30), but BP1a."""
    return f"({number})" if number.isdigit() else number


def operand_at(name: str, l: int) -> Quantity:
    """The array that an equation of layer l means by this name: a^(l-1) by a_prev."""
    symbol, offset = symbol_and_offset(name)
    return Quantity("C") if symbol == "C" else Quantity(symbol, l + offset)
