"""The proofs of the four equations as data: what each line says, by which rule, of which lines.

BP1 and BP2 are the book's, (36) to (39) and (40) to (45); BP3 and BP4 are its exercise.
"""

from dataclasses import dataclass
from functools import cached_property

from backprop.engine.template import Equals
from backprop.engine.template_reading import read_equation

DEFINITION = "definition"
CHAIN_RULE = "chain rule"
ONE_TERM = "only k = j contributes"
ONE_TERM_OF_M = "only m = j contributes"
DERIVATIVE = "a derivative worked out"
SUBSTITUTION = "substitution"
RULES = (DEFINITION, CHAIN_RULE, ONE_TERM, ONE_TERM_OF_M, DERIVATIVE, SUBSTITUTION)


@dataclass(frozen=True)
class Claim:
    """What one line of a proof says: an equation about neuron j of layer l, and weight k.

    ``number`` is the book's or "", ``uses`` are the lines that it uses, counted from 0. ``each`` is
    an index that is free in the line: the line holds for each value of it.
    """

    number: str
    template: str
    rule: str
    uses: tuple[int, ...] = ()
    each: str = ""

    @cached_property
    def tree(self) -> Equals:
        """The template as a tree. Raises ValueError for what is not in the notation."""
        return read_equation(self.template)


_DELTA = r"<delta j> = \frac{\partial <C>}{\partial <z j>}"
_BY_B = r"\frac{\partial <C>}{\partial <b j>}"
_BY_W = r"\frac{\partial <C>}{\partial <w jk>}"

PROOFS: dict[str, tuple[Claim, ...]] = {
    "BP1": (
        Claim("36", _DELTA, DEFINITION),
        Claim(
            "37",
            r"<delta j> = [k| \frac{\partial <C>}{\partial <a k>}"
            r" \frac{\partial <a k>}{\partial <z j>} |]",
            CHAIN_RULE,
            (0,),
        ),
        Claim(
            "38",
            r"<delta j> = \frac{\partial <C>}{\partial <a j>}"
            r" \frac{\partial <a j>}{\partial <z j>}",
            ONE_TERM,
            (1,),
        ),
        Claim(
            "39",
            r"<delta j> = \frac{\partial <C>}{\partial <a j>} \, \sigma'(<z j>)",
            DERIVATIVE,
            (2,),
        ),
    ),
    "BP2": (
        Claim("40", _DELTA, DEFINITION),
        Claim(
            "41",
            r"<delta j> = [k| \frac{\partial <C>}{\partial <z_next k>}"
            r" \frac{\partial <z_next k>}{\partial <z j>} |]",
            CHAIN_RULE,
            (0,),
        ),
        Claim(
            "42",
            r"<delta j> = [k| \frac{\partial <z_next k>}{\partial <z j>} <delta_next k> |]",
            DEFINITION,
            (1,),
        ),
        Claim(
            "43",
            r"<z_next k> = [j| <w_next kj> <a j> |] + <b_next k>"
            r" = [j| <w_next kj> \, \sigma(<z j>) |] + <b_next k>",
            DEFINITION,
            each="k",
        ),
        Claim(
            "44",
            r"\frac{\partial <z_next k>}{\partial <z j>} = <w_next kj> \, \sigma'(<z j>)",
            DERIVATIVE,
            (3,),
            each="k",
        ),
        Claim(
            "45",
            r"<delta j> = [k| <w_next kj> <delta_next k> \, \sigma'(<z j>) |]",
            SUBSTITUTION,
            (2, 4),
        ),
    ),
    "BP3": (
        Claim("", _DELTA, DEFINITION),
        Claim(
            "",
            rf"{_BY_B} = [k| \frac{{\partial <C>}}{{\partial <z k>}}"
            r" \frac{\partial <z k>}{\partial <b j>} |]",
            CHAIN_RULE,
        ),
        Claim(
            "",
            rf"{_BY_B} = \frac{{\partial <C>}}{{\partial <z j>}}"
            r" \frac{\partial <z j>}{\partial <b j>}",
            ONE_TERM,
            (1,),
        ),
        Claim("", "<z j> = [k| <w jk> <a_prev k> |] + <b j>", DEFINITION),
        Claim("", r"\frac{\partial <z j>}{\partial <b j>} = 1", DERIVATIVE, (3,)),
        Claim("", rf"{_BY_B} = <delta j>", SUBSTITUTION, (0, 2, 4)),
    ),
    "BP4": (
        Claim("", _DELTA, DEFINITION),
        Claim(
            "",
            rf"{_BY_W} = [m| \frac{{\partial <C>}}{{\partial <z m>}}"
            r" \frac{\partial <z m>}{\partial <w jk>} |]",
            CHAIN_RULE,
        ),
        Claim(
            "",
            rf"{_BY_W} = \frac{{\partial <C>}}{{\partial <z j>}}"
            r" \frac{\partial <z j>}{\partial <w jk>}",
            ONE_TERM_OF_M,
            (1,),
        ),
        Claim("", "<z j> = [m| <w jm> <a_prev m> |] + <b j>", DEFINITION),
        Claim("", r"\frac{\partial <z j>}{\partial <w jk>} = <a_prev k>", DERIVATIVE, (3,)),
        Claim("", rf"{_BY_W} = <a_prev k> <delta j>", SUBSTITUTION, (0, 2, 4)),
    ),
}
"""The lines of each proof in an order that their own dependencies allow."""
