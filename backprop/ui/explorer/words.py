"""What the explorer's panel says of the present step and of the selected number."""

from functools import cache

from backprop.engine import Equation, Network, Quantity, Step, Trace
from backprop.engine.equation import BOOK, numbered
from backprop.writing import PALETTE, about, exact, generic
from backprop.writing.text.convention_words import reduced
from backprop.writing.text.descent_words import over

DETAILS = "This step as text and as a table"
IN_COMPONENTS, AS_MATRICES = "In components", "As matrices"
"""The two forms of an equation."""
MADE_FROM, GOES_INTO, GRADIENT = "made from", "goes into", "its gradient"
"""The rows of numbers that the selected one has to do with."""
NO_SLOPE = "BP2 without its slope: an input has none. Learning does without this gradient."
"""What is said of the gradient by an input, which no step makes."""
SUM_HEADER = ("term", "numbers", "product", "sum so far")
"""The heads of the table of a sum."""

DESCENT_HEADER = ("number", "before", "−η times its gradient", "after")
"""The heads of the table of all weights and biases."""
DESCENT_IN_THE_BOOK = f"{numbered('16')} and {numbered('17')} in the book"
DESCENT_ADDRESS = f"{BOOK}/chap1.html#eqtn16"

_CODE = "The code that computed it, to about 16 digits; shown numbers are rounded."
_REDUCED = "It takes the {reduced} over the examples; here there is one."
_OVER_EXAMPLES = ("C", "nabla_b", "nabla_w")


@cache
def in_letters(form: str, equation: Equation, theme: str, room: int) -> str:
    """The equation as the book has it, below the name of its form.

    In one element with the formula, since each element costs the server as much as a formula.
    """
    formula = generic(equation, PALETTE[theme], room)
    return rf"\begin{{gathered}} \textsf{{\small {form}}} \\ {formula} \end{{gathered}}"


def small(latex: str) -> str:
    """A formula in smaller letters."""
    return r"\small " + latex


def code_note(step: Step, network: Network) -> str:
    """What is said of the line of code that computed a step."""
    if step.equation.symbol not in _OVER_EXAMPLES:
        return _CODE
    return f"{_CODE} {_REDUCED.format(reduced=reduced(network))}"


def descent_note(rows: int, network: Network) -> str:
    """What is said of the code of a step over so many rows of the table, or 0 for this example."""
    if rows:
        theirs = f"each gradient is the {reduced(network)} of theirs"
        return f"The code that takes the step, {over(rows)}: {theirs}."
    return f"The code that takes the step, {over(0)}."


def in_table(value: float) -> str:
    """A number in the table of all weights and biases."""
    return exact(value)


def meaning(selected: Quantity, trace: Trace) -> str:
    """What the selected number is, as Markdown."""
    return f"**{selected.text}** is {about(selected, trace)}"


def where_made(maker: Step, n: int, count: int) -> str:
    """The equation that made the selected number, in step n of ``count``."""
    if maker.equation.symbol == "nabla_x":
        return NO_SLOPE
    return f"{in_the_book(maker)}; step {n} of {count}, layer by layer"


def in_the_book(step: Step) -> str:
    """Where the book has the equation."""
    names = [numbered(number) for number in step.equation.numbers]
    return f"{' and '.join(names)} in the book" if names else "This step in the book"
