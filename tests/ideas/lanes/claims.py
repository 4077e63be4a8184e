"""What the page of the five steps says, and what must be true of it."""

import itertools

from tests.claims import formulas
from tests.claims.claims import Scene, always, claim, formulas_of
from tests.claims.said import Text

always(
    "C is one number, and it is known at the end only: so δ begins at the outputs.",
    "One pass backward gives all their slopes.",
    where="^markdown$",
)
always("no hidden layer: nothing to do", where="^stage/parts/texts/empty$")
always("The example's x is taken as the activations a¹ of layer 1.", where="^stage/steps/sentence$")


@claim(
    "δ² is made from δ³: a pass that comes from the left does not have it yet.",
    "Point at δ² before step 4 to see it.",
    where="^markdown$",
)
def made_from_the_next(scene: Scene, text: Text) -> None:
    assert scene.truth.L > 2


@claim(
    "This network has no hidden layer, so step 4 has nothing to do: the output error is the only error there is."
)
def nothing_to_do(scene: Scene, text: Text) -> None:
    assert scene.truth.L == 2


@claim(
    "One more pass forward shows what a change of *one* weight or bias does to C: {n:text} of them need {passes:text} more passes.",
    "One more pass forward shows what a change of *one* weight does to C: {n:text} of them need {passes:text} more passes.",
    "This network has *one* weight: one more pass forward shows what a change of it does to C, and one pass backward gives its slope.",
)
def passes(scene: Scene, text: Text, n: str = "1", passes: str = "1") -> None:
    biases = scene.truth.biases != "none"
    sizes = scene.truth.sizes
    count = sum(here * (before + biases) for before, here in itertools.pairwise(sizes))
    assert n == passes == f"{count:,}"
    assert ("or bias" in text.text) == biases
    assert ("This network" in text.text) == (count == 1)


@claim("{lane:int}", where="^stage/steps/group$")
def lane(scene: Scene, text: Text, lane: str) -> None:
    """Which of the five steps computes the array of this step of the stage."""
    result = scene.data["steps"][text.places[0]]["result"]
    symbol, l = result.rstrip("0123456789"), int(result.lstrip("abcdefghijklmnopqrstuvwxyz_"))
    assert int(lane) == {
        "a": 2 if l > 1 else 1,
        "z": 2,
        "nabla_a": 3,
        "nabla_b": 5,
        "nabla_w": 5,
    }.get(symbol, 3 if l == scene.truth.L else 4)


@formulas_of("lanes", "^latex$")
def formula(scene: Scene, text: Text, latex: str) -> None:
    if r"\blacktriangleright" in latex:  # the algorithm in letters
        cancels = (scene.truth.cost_name, scene.truth.activation[scene.truth.L])
        assert (r"\nabla_a C" in latex) == (cancels != ("cross-entropy", "sigmoid"))
        biases = scene.truth.biases != "none"
        assert latex.count("{b^{l}}") == latex.count(r"\partial b^") == biases, latex
    else:
        formulas.check(latex, scene.truth)
