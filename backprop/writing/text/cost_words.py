"""What is said about a cost, by itself and together with the activation of the outputs.

As for the activations there is one record for each, and what is true of any; the templates are
those of the sentences there.
"""

from dataclasses import dataclass

from backprop.engine import Network


@dataclass(frozen=True)
class CostWords:
    """The words for one cost.

    ``noun`` is what it is called in a sentence. ``cost`` and ``gradient`` are the sentences of the
    steps that compute it and nabla_a. ``of_outputs`` and ``over_examples``, the mean and the sum,
    are its formulas in letters, <a^L_j> for one that has a colour, where they are more than its
    equation; for at most ``most_worked`` outputs its equation is short enough with the numbers put
    in.
    ``about_26`` and ``about_27`` say what the book's equation of this ``number`` has to do with it.
    """

    noun: str
    cost: str = (
        "The [cost C] says how far the [outputs a] are from the [desired outputs y], as one number."
    )
    gradient: str = "[nabla_a] says how fast the [cost C] changes with {output}, [a]."
    of_outputs: str = ""
    over_examples: tuple[str, str] | None = None
    most_worked: int = 0
    about_26: str = "{number} in the book, there with the quadratic cost"
    about_27: str = "C is {noun} here; the book's {number} is the quadratic cost."


@dataclass(frozen=True)
class PairWords:
    """The words for an activation of the outputs and a cost that makes up for its slope.

    ``driven`` is what comes of driving such an output up or down. The others are for a slope that
    cancels: the ``error`` is the sentence of its step, ``product`` says which product is left in
    it, ``by_matrices`` what that is good for, and ``kept`` why no slope belongs there.
    """

    driven: str = (
        "This cost's ∂C/∂a grows beyond all bounds where output {j} is as wrong as it can be: "
        "that may make up for a σ′ near 0."
    )
    error: str = (
        "At these outputs the slope [sigma_prime] cancels: {outputs} [error delta] is found "
        "without it."
    )
    product: str = "With this cost the slope cancels out of BP1a, and no ⊙ is left."
    by_matrices: str = "With this cost, {delta} is better computed without σ′, which cancels."
    kept: str = "∂C/∂a of this cost has σ′(z) in its denominator, so the two cancel."


COST_WORDS = {
    "quadratic": CostWords(
        noun="the quadratic cost",
        cost="The [cost C] is half the squared distance between the [outputs a] and the "
        "[desired outputs y]: how wrong the network is.",
        gradient="[nabla_a] says how fast the [cost C] changes with {output}: for the quadratic "
        "cost, [a] minus the desired [y].",
        of_outputs=r"<C> = \tfrac{1}{2} \lVert <y> - <a^L> \rVert^2"
        r" = \tfrac{1}{2} \textstyle\sum_j (<y_j> - <a^L_j>)^2",
        over_examples=(
            r"\frac{1}{2n} \sum_x \lVert <y(x)> - <a^L(x)> \rVert^2",
            r"\frac{1}{2} \sum_x \lVert <y(x)> - <a^L(x)> \rVert^2",
        ),
        most_worked=4,
        about_26="{number} in the book",
        about_27="{number} in the book.",
    ),
    "squared-error": CostWords(
        noun="the squared error",
        cost="The [cost C] is the squared distance between the [outputs a] and the "
        "[desired outputs y], here without the book's ½: how wrong the network is.",
        gradient="[nabla_a] says how fast the [cost C] changes with {output}: for the squared "
        "error, twice [a] minus the desired [y].",
        of_outputs=r"<C> = \lVert <y> - <a^L> \rVert^2 = \textstyle\sum_j (<y_j> - <a^L_j>)^2",
        over_examples=(
            r"\frac{1}{n} \sum_x \lVert <y(x)> - <a^L(x)> \rVert^2",
            r"\sum_x \lVert <y(x)> - <a^L(x)> \rVert^2",
        ),
        most_worked=4,
        about_26="{number} in the book, there with ½, which halves C and its gradients",
        about_27="C is {noun} here, without the ½ of the book's {number}: C, the errors and the "
        "gradients are twice as large, and half of η takes the same step.",
    ),
    "cross-entropy": CostWords(
        noun="the cross-entropy",
        cost="The cross-entropy [cost C] is smallest where the [outputs a] equal the "
        "[desired outputs y]; a confident wrong output costs most.",
        gradient="[nabla_a] says how fast the [cost C] changes with {output}, [a]: very fast "
        "where a confident output is wrong.",
    ),
}
"""The words by the name of the cost."""

PAIR_WORDS = {
    ("cross-entropy", "sigmoid"): PairWords(
        driven="With the cross-entropy σ′ has cancelled from the error of output {j}, δ = a − y: "
        "saturated or not, it learns as long as it is wrong.",
        error="With the cross-entropy the slope [sigma_prime] of a sigmoid cancels: "
        "{outputs} [error delta] is simply [a] minus the desired [y].",
        product="With the cross-entropy of sigmoids the slope cancels out of BP1a: "
        "the error is [a] − [y], and no ⊙ is left.",
        by_matrices="With the cross-entropy of sigmoids, {delta} is better computed as {a} − y: "
        "where a saturated output is wrong, ∇ₐC is huge and σ′ tiny, and a − y needs neither.",
        kept="∂C/∂a of the cross-entropy has σ′(z) in its denominator, so the two cancel.",
    ),
    ("cross-entropy", "tanh"): PairWords(
        driven="With the cross-entropy ∂C/∂a grows where σ′ goes to 0: at the top δ is near "
        "2 (a − y), so a saturated output {j} learns as long as it is wrong."
    ),
}
"""The words by the names of the cost and of the activation of the outputs."""


def words_of_cost(name: str) -> CostWords:
    """The words for this cost; where none are written, those that are true of any."""
    return COST_WORDS.get(name) or CostWords(noun=f"the {name.replace('-', ' ')} cost")


def words_of_pair(network: Network) -> PairWords:
    """The words for a network's cost and its last activation, or those that are true of any."""
    return PAIR_WORDS.get((network.cost, network.activation[network.L])) or PairWords()
