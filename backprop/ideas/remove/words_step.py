"""What the mistakes do to the step of the whole network: signs, direction, the cost after it."""

from collections.abc import Sequence

from backprop.engine import Network
from backprop.ideas.remove.compute_comparison import Comparison
from backprop.writing.text.numbers import digits_to_tell, short, with_digits

_ABOUT = {
    "learn": "One small step of all weights and biases, as long as the true one:",
    "fixed": "One small step of all weights, as long as the true one; biases stay as they are:",
    "none": "One small step of all weights, as long as the true one:",
}
"""By what is done with biases."""
WRONG_WAY = "Move the wrong way"
ANGLE = "Angle to the true step"
COST_AFTER = "C after the step"
LUCKY = (
    "By chance even lower than the true step: where C is smooth, no step of this length lowers it "
    "more if that is small enough."
)
SIGNS_CANCEL = (
    "**Two signs cancel:** the gradient has the other sign, and the step adds it, so it goes "
    "downhill as the true one does."
)

TRUE_IS_0 = "The true gradient is 0: there is no true step to compare this one with."
THIS_IS_0 = "This gradient is 0: the step moves nothing."
ALL_ARE_0 = "Every gradient is 0, and so are the true ones: no step moves anything."


def about(network: Network) -> str:
    """What is compared."""
    return _ABOUT[network.biases]


def no_step(missing: Sequence[str]) -> str:
    """That there is no step without the gradients of these names."""
    return f"Without {', '.join(missing)} there is no step for the whole network."


def how_many(found: Comparison) -> str:
    """How many weights and biases move the wrong way."""
    return f"{found.wrong_way} of {found.count}"


def angle_text(found: Comparison) -> str:
    """The angle between the two steps, or a dash."""
    return "–" if found.angle is None else f"{short(found.angle)}°"


def cost_before(before: str) -> str:
    """The cost that the step starts from."""
    return f"from {before}"


def true_step(right: str) -> str:
    """The cost after the true step."""
    return f"true step: {right}"


def costs(found: Comparison) -> tuple[str, str, str]:
    """The cost before, after the true and after this step, in digits that tell them apart.

    A dash where there is none.
    """
    every = [cost for cost in (found.before, found.right, found.wrong) if cost is not None]
    digits = digits_to_tell(every, most=10)
    before, right, wrong = (
        "–" if cost is None else with_digits(cost, digits)
        for cost in (found.before, found.right, found.wrong)
    )
    return before, right, wrong
