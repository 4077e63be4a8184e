"""What a backward pass with mistakes in it comes to at one array, in few words."""

from dataclasses import dataclass

from backprop.engine import Network, Quantity
from backprop.engine.activations import Array
from backprop.engine.four_equations import four_equations
from backprop.engine.outputs import LARGEST
from backprop.ideas.remove.compute_comparison import differ, wrong_signs
from backprop.ideas.remove.compute_faulty_backward import AppliedEquation, WrongPass
from backprop.ideas.remove.compute_mistakes import UPHILL, Mistake, is_convention
from backprop.ideas.remove.words_mistakes import SAME_NUMBERS, why_harmless
from backprop.ideas.remove.words_shapes import misfit_sentence
from backprop.writing.text.descent_words import OTHER_SIGN
from backprop.writing.text.numbers import short

_FITS = "Every shape fits, so nothing warns you."
_WRONG_ALREADY = "What this equation uses is wrong already."
_WHAT = {
    "the sign": "The sign is wrong.",
    "both signs": "Both signs are wrong.",
    "all signs": "All {size} signs are wrong.",
    "the number": "The number is wrong.",
    "both numbers": "Both numbers are wrong.",
    "both numbers, signs": "Both numbers are wrong, one of them in sign.",
    "all numbers": "All {size} numbers are wrong.",
    "all numbers, signs": "All {size} numbers are wrong, {signs} of them in sign.",
    "one number": "1 of {size} numbers is wrong.",
    "one number, signs": "1 of {size} numbers is wrong, even in sign.",
    "some numbers": "{count} of {size} numbers are wrong.",
    "some numbers, signs": "{count} of {size} numbers are wrong, {signs} of them in sign.",
    "some numbers, all signs": "{count} of {size} numbers are wrong, all of them in sign.",
}
"""What is wrong in a result, by the case."""
_NO_NEXT_LAYER = "After the last layer there is no other whose error one could take."
_NUMBERS_DO_NOT = "The shapes fit, the numbers do not"
_TOO_LARGE_HERE = f"The numbers grow {short(LARGEST)} here."
_TOO_LARGE_THERE = f"The numbers grow {short(LARGEST)} there."


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
        return Verdict("stopped", "The pass has stopped before", _stop(wrong.stopped_by, quantity))
    if applied.misfit:
        return Verdict("stopped", "It does not fit", misfit_sentence(applied))
    if applied.result is None:
        return Verdict("stopped", "Too large", _TOO_LARGE_HERE)
    if is_convention(wrong.mistakes):
        return Verdict("right", "Right, by another convention", OTHER_SIGN)
    true = wrong.trace.arrays(quantity.symbol)[quantity.l]
    name = applied.equation.name
    own = [mistake for mistake in wrong.mistakes if mistake.equation == name]
    is_right = applied.equation is four_equations(wrong.trace.network)[name]
    if differ(true, applied.result).any():
        return _wrong(true, applied.result, own=not is_right)
    if own:
        network = wrong.trace.network
        why = _NO_NEXT_LAYER if is_right else _why_harmless(own, network)
        return Verdict("harmless", "Nothing changes", why)
    if set(wrong.mistakes) == {UPHILL}:
        text = "The gradient is as it should be, but the step adds it instead of subtracting it."
        return Verdict("wrong", "Right gradient, wrong step", text)
    if wrong.mistakes:
        text = f"No mistake changes {quantity.text}: it is as it should be."
        return Verdict("right", "Right here", text)
    return Verdict("right", "All as it should be", "Now take a part away.")


def _stop(failure: AppliedEquation, quantity: Quantity) -> str:
    template = (
        "{cause} does not come out, so nothing reaches {quantity}. {why}"
        if failure.equation.symbol == "delta"
        else "{cause} does not come out, so the step that BP2 takes too early cannot be taken, and "
        "nothing reaches {quantity}. {why}"
    )
    why = misfit_sentence(failure) or _TOO_LARGE_THERE
    return template.format(cause=failure.quantity.text, quantity=quantity.text, why=why)


def _why_harmless(own: list[Mistake], network: Network) -> str:
    why = {why_harmless(mistake, network) for mistake in own}
    return why.pop() if len(why) == 1 else SAME_NUMBERS


def _wrong(true: Array, result: Array, own: bool) -> Verdict:
    """``own`` says that the mistake is in this very equation."""
    count, size = int(differ(true, result).sum()), true.size
    signs = int(wrong_signs(true, result).sum())
    what = _WHAT[_case(count, size, signs)].format(count=count, size=size, signs=signs)
    if not own:
        return Verdict("wrong", "Right equation, wrong input", f"{_WRONG_ALREADY} {what}")
    title = "The shapes fit, the number does not" if size == 1 else _NUMBERS_DO_NOT
    return Verdict("wrong", title, f"{_FITS} {what}")


def _case(count: int, size: int, signs: int) -> str:
    """What to say of so many wrong numbers, so many of them with the wrong sign."""
    if size == 1:
        return "the sign" if signs else "the number"
    all_of_them = "both" if size == 2 else "all"
    if signs == size:
        return f"{all_of_them} signs"
    which = all_of_them if count == size else "one" if count == 1 else "some"
    noun = "number" if which == "one" else "numbers"
    how = "" if not signs else ", all signs" if signs == count > 1 else ", signs"
    return f"{which} {noun}{how}"
