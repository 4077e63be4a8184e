"""The template of an equation as a tree: what it is made of, each part a small record.

A leaf is an operand with its indices; other nodes say what is done with their parts. How a node is
spaced is kept with it, but not compared. Trees are read, printed and worked out elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

Indices = Mapping[str, int]
"""The value of each index letter."""


MEAN_OVER, SUM_OVER = r"\tfrac{1}{n} \sum_x", r"\sum_x"
"""The mean and the sum over the examples, as they are written."""


@dataclass(frozen=True)
class Node:
    """A part of a template."""


@dataclass(frozen=True)
class Ref(Node):
    """The result or an operand with its indices: ``<w jk>`` is Ref("w", "jk").

    ``NAME_prev`` belongs to layer l - 1 and ``NAME_next`` to layer l + 1. ``layer`` is another
    layer where one is named: ``<a[L-1] n>`` is Ref("a", "n", "L-1").
    """

    name: str
    indices: str = ""
    layer: str = ""

    @property
    def symbol(self) -> str:
        """The symbol of its Quantity."""
        return symbol_and_offset(self.name)[0]


@dataclass(frozen=True)
class Rate(Node):
    """How fast one number changes with another: the partial derivative of ``of`` by ``by``."""

    of: Node
    by: Node


@dataclass(frozen=True)
class Number(Node):
    """A number that is written out, for instance 1 or 0.01."""

    text: str


@dataclass(frozen=True)
class Letter(Node):
    """A letter that is no operand: z in the formula of an activation, e."""

    name: str


@dataclass(frozen=True)
class Group(Node):
    """Parentheses, of the ``size`` "", "left" (they grow with what is in them) or "big"."""

    body: Node
    size: str = ""
    padded: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Sum(Node):
    """The sum of ``body`` over each of these indices, of which there may be several letters."""

    indices: str
    body: Node


@dataclass(frozen=True)
class Mean(Node):
    """The mean over the examples (equation 26), or with ``total`` the sum over them."""

    body: Node
    total: bool = False


@dataclass(frozen=True)
class Apply(Node):
    """A function by its LaTeX, for instance \\sigma', applied to what follows it."""

    function: str
    body: Node
    between: str = field(default="", compare=False)


@dataclass(frozen=True)
class Transpose(Node):
    """The transpose of a matrix, written (w)^T."""

    body: Node


@dataclass(frozen=True)
class Negative(Node):
    """Something with a minus sign before it."""

    body: Node


@dataclass(frozen=True)
class Norm(Node):
    """The length of a vector."""

    body: Node
    size: str = ""


@dataclass(frozen=True)
class Fraction(Node):
    """``above`` divided by ``below``; it may be a small one."""

    above: Node
    below: Node
    small: bool = field(default=False, compare=False)


@dataclass(frozen=True)
class Power(Node):
    """A power."""

    base: Node
    exponent: Node


@dataclass(frozen=True)
class Noted(Node):
    """Something with a word before it, for instance the new w."""

    note: str
    body: Node


@dataclass(frozen=True)
class Cases(Node):
    """``yes`` where the condition holds, else ``no``."""

    yes: Node
    condition: Node
    no: Node


@dataclass(frozen=True)
class Operation(Node):
    """Two things and a sign between them."""

    left: Node
    right: Node
    between: str = field(default=" ", compare=False)
    sign: ClassVar[str]


@dataclass(frozen=True)
class Product(Operation):
    """Two things side by side: a matrix product, or the product of two numbers."""

    sign: ClassVar[str] = "·"


@dataclass(frozen=True)
class Dot(Operation):
    """A product whose sign is written: of two vectors a number, as the sum of the products."""

    between: str = field(default=r" \cdot ", compare=False)
    sign: ClassVar[str] = "∙"


@dataclass(frozen=True)
class Hadamard(Operation):
    """A product entry by entry (equation 28)."""

    between: str = field(default=r" \odot ", compare=False)
    sign: ClassVar[str] = "⊙"


@dataclass(frozen=True)
class Plus(Operation):
    """A sum of two."""

    between: str = field(default=" + ", compare=False)
    sign: ClassVar[str] = "+"


@dataclass(frozen=True)
class Minus(Operation):
    """A difference."""

    between: str = field(default=" - ", compare=False)
    sign: ClassVar[str] = "−"


@dataclass(frozen=True)
class Comma(Operation):
    """Two arguments of a function."""

    between: str = field(default=", ", compare=False)
    sign: ClassVar[str] = ","


@dataclass(frozen=True)
class Relation(Operation):
    """One number compared with another: ``between`` is > or \\le."""

    between: str
    sign: ClassVar[str] = "?"


@dataclass(frozen=True)
class Equals(Operation):
    """An equation; in a chain of them the right-hand side is one, too."""

    between: str = field(default=" = ", compare=False)
    sign: ClassVar[str] = "="


def symbol_and_offset(name: str) -> tuple[str, int]:
    """The symbol of an operand and how far its layer is from l: ("a", -1) for a_prev."""
    if name.endswith("_prev"):
        return name.removesuffix("_prev"), -1
    if name.endswith("_next"):
        return name.removesuffix("_next"), 1
    return name, 0
