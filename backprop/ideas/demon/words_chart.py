"""What the demon's stage calls its slider, its curves and their axes."""

from backprop.engine import Quantity
from backprop.ideas.demon.compute import TOLERANCE, Demon
from backprop.writing.text.numbers import percent

PUSH = "Δz"
COST_AXIS = "cost C"
VALID = f"within {percent(TOLERANCE)} of the true change"
"""What the ground of the chart means where it is shaded."""


def dz_label(demon: Demon) -> str:
    """The label of the slider and of the axis along which it moves."""
    return f"Δz, added to {Quantity('z', demon.l, demon.j).text}"


def true_label(demon: Demon) -> str:
    """The curve of the true cost."""
    return f"C at {Quantity('z', demon.l, demon.j).text} + Δz: what really happens"


def prediction_label(demon: Demon) -> str:
    """The line of the predicted cost."""
    return f"C + {_delta(demon)} Δz: what the error promises"


def chart_label(demon: Demon) -> str:
    """The name of the chart."""
    return f"The true cost and the promise of {_delta(demon)} over Δz"


def _delta(demon: Demon) -> str:
    return Quantity("delta", demon.l, demon.j).text
