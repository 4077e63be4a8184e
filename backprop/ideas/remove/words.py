"""What a backward pass with mistakes in it comes to at one array, in few words."""

from dataclasses import dataclass

from backprop.engine import Quantity
from backprop.engine.activations import Array
from backprop.engine.four_equations import four_equations
from backprop.ideas.remove.compute_comparison import differ, wrong_signs
from backprop.ideas.remove.compute_faulty_backward import AppliedEquation, WrongPass
from backprop.ideas.remove.compute_mistakes import UPHILL, Mistake
from backprop.ideas.remove.words_mistakes import why_harmless
from backprop.ideas.remove.words_shapes import misfit_sentence

_FITS = {
    "the sign": "Every shape fits, so nothing warns you: the sign is wrong.",
    "all signs": "Every shape fits, so nothing warns you: all signs are wrong.",
    "the number": "Every shape fits, so nothing warns you: the number is wrong.",
    "both numbers": "Every shape fits, so nothing warns you: both numbers are wrong.",
    "all numbers": "Every shape fits, so nothing warns you: all {size} numbers are wrong.",
    "one number": "Every shape fits, so nothing warns you: {count} of {size} numbers is wrong.",
    "some numbers": "Every shape fits, so nothing warns you: {count} of {size} numbers are wrong.",
    "one number, signs": (
        "Every shape fits, so nothing warns you: {count} of {size} numbers is wrong, {signs} "
        "of them in sign."
    ),
    "some numbers, signs": (
        "Every shape fits, so nothing warns you: {count} of {size} numbers are wrong, "
        "{signs} of them in sign."
    ),
}
"""What is wrong in the result of an equation with a mistake in it, by the case."""
_WRONG_ALREADY = {
    "the sign": "What this equation uses is wrong already: the sign is wrong.",
    "all signs": "What this equation uses is wrong already: all signs are wrong.",
    "the number": "What this equation uses is wrong already: the number is wrong.",
    "both numbers": "What this equation uses is wrong already: both numbers are wrong.",
    "all numbers": "What this equation uses is wrong already: all {size} numbers are wrong.",
    "one number": "What this equation uses is wrong already: {count} of {size} numbers is wrong.",
    "some numbers": (
        "What this equation uses is wrong already: {count} of {size} numbers are wrong."
    ),
    "one number, signs": (
        "What this equation uses is wrong already: {count} of {size} numbers is wrong, "
        "{signs} of them in sign."
    ),
    "some numbers, signs": (
        "What this equation uses is wrong already: {count} of {size} numbers are wrong, "
        "{signs} of them in sign."
    ),
}
"""The same of an equation that is right, but uses what is wrong."""


@dataclass(frozen=True)
class Verdict:
    """A title and a sentence; ``kind`` is "right", "harmless", "wrong" or "stopped"."""

    kind: str
    title: str
    text: str

    @property
    def markdown(self) -> str:
        """Both, the title in bold."""
        return f"**{self.title}.** {self.text}"


def verdict(wrong: WrongPass, quantity: Quantity) -> Verdict:
    """What becomes of this array, delta, nabla_b or nabla_w of one layer."""
    applied = wrong.equations.get(quantity)
    if applied is None:
        return Verdict("stopped", "The pass has stopped before", _stop(wrong.failures[0], quantity))
    if applied.misfit:
        return Verdict("stopped", "It does not fit", misfit_sentence(applied))
    if applied.result is None:
        return Verdict("stopped", "Too large", "The numbers grow beyond 1.8e308 here.")
    true = wrong.trace.arrays(quantity.symbol)[quantity.l]
    name = applied.equation.name
    own = [mistake for mistake in wrong.mistakes if mistake.equation == name]
    if differ(true, applied.result).any():
        return _wrong(true, applied.result, bool(own))
    if own:
        return Verdict("harmless", "Nothing changes", _harmless(own, applied, wrong))
    if set(wrong.mistakes) == {UPHILL}:
        text = "The gradient is as it should be, but the step goes up instead of down."
        return Verdict("wrong", "Right gradient, wrong step", text)
    if wrong.mistakes:
        text = f"No mistake changes {quantity.text}: it is as it should be."
        return Verdict("right", "Right here", text)
    return Verdict("right", "All as it should be", "Now take a part away.")


def _stop(failure: AppliedEquation, quantity: Quantity) -> str:
    why = misfit_sentence(failure) or "The numbers grow beyond 1.8e308 there."
    return f"{failure.quantity.text} does not come out, so nothing reaches {quantity.text}. {why}"


def _harmless(own: list[Mistake], applied: AppliedEquation, wrong: WrongPass) -> str:
    network = wrong.trace.network
    if applied.equation is four_equations(network)[applied.equation.name]:
        return "After the last layer there is no other whose error one could take."
    why = {why_harmless(mistake, network) for mistake in own}
    return why.pop() if len(why) == 1 else "With these numbers it comes to the same."


def _wrong(true: Array, result: Array, own: bool) -> Verdict:
    """``own`` says that the mistake is in this very equation."""
    count, size = int(differ(true, result).sum()), true.size
    signs = int(wrong_signs(true, result).sum())
    if signs == size:
        case = "all signs" if size > 1 else "the sign"
    elif size == 1:
        case = "the number"
    elif count == size and not signs:
        case = "both numbers" if size == 2 else "all numbers"
    else:
        case = ("one number" if count == 1 else "some numbers") + (", signs" if signs else "")
    template = (_FITS if own else _WRONG_ALREADY)[case]
    title = "It fits, and is wrong" if own else "A right equation, and a wrong result"
    return Verdict("wrong", title, template.format(count=count, size=size, signs=signs))
