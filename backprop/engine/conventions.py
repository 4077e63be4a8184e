"""The conventions in which books differ, and what follows from them for a network or a lesson."""

REDUCTIONS = ("mean", "sum")
"""What becomes of the costs of several examples, C_x: their mean (equation 26), or their sum."""
BIASES = ("learn", "fixed", "none")
"""Whether biases are learned, stay as they are, or are not there at all."""


class Conventions:
    """What has a ``reduction``, one of REDUCTIONS, and ``biases``, one of BIASES."""

    reduction: str
    biases: str

    @property
    def takes_mean(self) -> bool:
        """Whether C and the gradients of several examples are means; else they are sums."""
        return self.reduction == "mean"

    def divisor(self, m: int) -> int:
        """What a sum over m examples is divided by: m for the mean, and 1 for the sum."""
        return m if self.takes_mean else 1

    @property
    def has_biases(self) -> bool:
        """Whether there are biases, learned or not."""
        return self.biases != "none"

    @property
    def learns_biases(self) -> bool:
        """Whether a step of gradient descent moves the biases."""
        return self.biases == "learn"

    @property
    def learned(self) -> tuple[str, ...]:
        """The symbols of what a step of gradient descent moves: w, and b where biases learn."""
        return ("w", "b") if self.learns_biases else ("w",)

    @property
    def parameters(self) -> tuple[str, ...]:
        """The symbols of what has a gradient: w, and b where there are biases."""
        return ("w", "b") if self.has_biases else ("w",)
