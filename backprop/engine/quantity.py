"""Every number has an address: w^3_24, a^2_1, delta^3_2, dC/dw^3_24.

The address is the book's: layers, neurons and weights count from 1. Arrays count from 0; the one
place where the two meet is ``Quantity.index``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backprop.engine.validation import brief, check_one_of, layer_sizes, whole

SYMBOLS = (
    "a",
    "y",
    "w",
    "b",
    "z",
    "C",
    "nabla_a",
    "sigma_prime",
    "delta",
    "nabla_b",
    "nabla_w",
    "nabla_x",
)
"""The quantities of the chapter under the names that the code gives them; the input x is a^1,
and nabla_x the gradient by it."""
TWO_INDICES = ("w", "nabla_w")
"""The symbols of matrices, whose numbers have an index k, too."""
OF_BIASES = ("b", "nabla_b")
"""The symbols that a network without biases has not."""

_LATEX = {
    "nabla_a": r"\nabla_a C",
    "sigma_prime": r"\sigma'(z{})",
    "delta": r"\delta{}",
    "nabla_b": r"\frac{{\partial C}}{{\partial b{}}}",
    "nabla_w": r"\frac{{\partial C}}{{\partial w{}}}",
    "nabla_x": r"\frac{{\partial C}}{{\partial x{}}}",
}
_TEXT = {
    "nabla_a": "∇ₐC",
    "sigma_prime": "σ′(z{})",
    "delta": "δ{}",
    "nabla_b": "∂C/∂b{}",
    "nabla_w": "∂C/∂w{}",
    "nabla_x": "∂C/∂x{}",
}
_WITHOUT_LAYER = ("y", "C", "nabla_x")
_UP = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_DOWN = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_ID = re.compile(r"C|([a-z_]+)([1-9]\d?)(?:_([1-9]\d?)(?:_([1-9]\d?))?)?", re.ASCII)


@dataclass(frozen=True, order=True)
class Quantity:
    """The address of one number, or of a whole array where j is None.

    ``symbol`` is one of SYMBOLS, ``l`` the layer (the output layer for y and nabla_a, the first
    for nabla_x, 0 for C), j and k the book's indices: for w and nabla_w from neuron k of layer
    l - 1 to neuron j of layer l. Raises ValueError for an address that no network has.
    """

    symbol: str
    l: int = 0
    j: int | None = None
    k: int | None = None

    def __post_init__(self) -> None:
        symbol, l, j, k = self.symbol, self.l, self.j, self.k
        check_one_of("symbol", symbol, SYMBOLS)
        whole(l, "l", 0 if symbol == "C" else 1)
        if symbol == "C" and not (l == 0 and j is None and k is None):
            raise ValueError(f"C must have no layer and no index; got {brief(self)}")
        if j is not None:
            whole(j, "j", 1)
        if k is not None:
            whole(k, "k", 1)
            if j is None or symbol not in TWO_INDICES:
                raise ValueError(f"k must be of w or nabla_w and beside a j; got {brief(self)}")

    @property
    def id(self) -> str:
        """A short name for figures and links: w3_2_4, a2_1, delta3, C."""
        indices = [str(i) for i in (self.j, self.k) if i is not None]
        return "_".join([f"{self.symbol}{self.l or ''}", *indices])

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """The quantity with this ``id``. Raises ValueError for anything else."""
        found = _ID.fullmatch(text) if isinstance(text, str) else None
        symbol, *numbers = found.groups() if found else ("", "", "", "")
        l, j, k = (int(number) if number else None for number in numbers)
        if not found or (symbol or "C") not in SYMBOLS or (k and symbol not in TWO_INDICES):
            raise ValueError(
                "an address must look like w3_2_4, delta3_1 or C, with two indices only for w and "
                f"nabla_w; got {brief(text)}"
            )
        return cls(symbol or "C", l or 0, j, k)

    @property
    def whole(self) -> "Quantity":
        """The array that this number is an entry of."""
        return Quantity(self.symbol, self.l)

    def is_in(self, sizes: Sequence[int]) -> bool:
        """Whether a network with these numbers of neurons has this number, or this array."""
        L = len(layer_sizes(sizes))
        ends = {"C": (0, 0), "a": (1, L), "y": (L, L), "nabla_a": (L, L), "nabla_x": (1, 1)}
        first, last = ends.get(self.symbol, (2, L))
        return (
            first <= self.l <= last
            and (self.j is None or self.j <= sizes[self.l - 1])
            and (self.k is None or self.k <= sizes[self.l - 2])
        )

    def check_is_in(self, sizes: Sequence[int]) -> None:
        """Raise ValueError unless a network with these numbers of neurons has this number."""
        if not self.is_in(sizes):
            raise ValueError(f"a {'-'.join(map(str, sizes))} network has no {self.text}")

    @property
    def index(self) -> tuple[int, ...]:
        """Where the number stands in its array, counted from 0: () for a whole array."""
        return tuple(i - 1 for i in (self.j, self.k) if i is not None)

    @property
    def latex(self) -> str:
        """As a formula, for instance w^{3}_{24} or \\delta^{2}."""
        j = "" if self.j is None else str(self.j)
        k = "" if self.k is None else str(self.k)
        return quantity_latex(self.symbol, str(self.l), j, k)

    @property
    def text(self) -> str:
        """As plain text, for instance w³₂₄ or δ²."""
        comma = "," if max(self.j or 0, self.k or 0) > 9 else ""
        below = comma.join(lowered(i) for i in (self.j, self.k) if i is not None)
        if self.symbol == "nabla_a" and self.j:
            return f"∂C/∂a{raised(self.l)}{below}"
        above = "" if self.symbol in _WITHOUT_LAYER else raised(self.l)
        return _TEXT.get(self.symbol, self.symbol + "{}").format(above + below)


def raised(number: int) -> str:
    """A whole number in small digits above the line, as an exponent: ²³."""
    return str(number).translate(_UP)


def lowered(number: int) -> str:
    """A whole number in small digits below the line, as an index: ₂₃."""
    return str(number).translate(_DOWN)


def neuron_id(l: int, j: int) -> str:
    """A short name for neuron j of layer l, as Quantity.id is for a number: n2_1."""
    return f"n{l}_{j}"


def quantity_latex(symbol: str, l: str, j: str = "", k: str = "") -> str:
    """The formula of a quantity whose indices are numbers or letters, for instance l+1, j and k."""
    comma = "," if k and len(j + k) > 2 else ""
    below = f"_{{{j}{comma}{k}}}" if j else ""
    if symbol == "nabla_a" and j:
        return rf"\frac{{\partial C}}{{\partial a^{{{l}}}{below}}}"
    above = "" if symbol in _WITHOUT_LAYER else f"^{{{l}}}"
    return _LATEX.get(symbol, symbol + "{}").format(above + below)
