"""What part "count" says of the multiplications of both ways, counted here once more."""

import math
import re
from functools import partial
from itertools import pairwise

from tests.claims.claims import Scene, always, check_number, claim, formulas_of
from tests.claims.said import Text

here = partial(claim, part="^count$")

always(
    "In large networks ten times as many weights mean about a hundred times as many multiplications by differences, and about ten times as many by backpropagation.",
    "Counted is each multiplication of the equations for one example, without the values of σ and σ′.",
    "With m examples both ways take m times as many.",
    part="^count$",
)


def counted(scene: Scene) -> tuple[int, int, int]:
    """Weights and biases, if any, and the multiplications of a pass forward and back, one by one."""
    sizes = scene.truth.sizes
    forward = back = 0
    for l, (before, n) in enumerate(pairwise(sizes), start=2):
        forward += n * before
        back += n * before + n  # BP4 and the slopes
        if l > 2:
            back += n * before  # BP2
    biases = sum(sizes[1:]) if has_biases(scene) else 0
    return forward + biases, forward, back


def has_biases(scene: Scene) -> bool:
    return scene.lesson.biases != "none"


def differences(scene: Scene) -> int:
    many, forward, _ = counted(scene)
    return (many + 1) * forward


@here(
    "By differences that is about {ratio:number} times as many: P/{share:number}, with P = {P:number}."
)
def compared(scene: Scene, text: Text, ratio: str, share: str, P: str) -> None:
    many, forward, back = counted(scene)
    check_number(ratio, differences(scene) / (forward + back))
    check_number(share, many * (forward + back) / differences(scene))
    assert f"{many:,}" == P
    assert differences(scene) > forward + back


@here(
    "With {P:int} weights and biases both ways take the same; from three on differences take more.",
    "With {P:int} weights both ways take the same; from three on differences take more.",
)
def the_same(scene: Scene, text: Text, P: str) -> None:
    many, forward, back = counted(scene)
    assert int(P) == many == 2
    assert differences(scene) == forward + back
    assert ("biases" in text.text) == has_biases(scene)


@here(
    "Here differences take fewer multiplications, {slow:int} against {fast:int}; from three weights on they take more."
)
def fewer(scene: Scene, text: Text, slow: str, fast: str) -> None:
    many, forward, back = counted(scene)
    assert int(slow) == differences(scene) < int(fast) == forward + back
    assert many < 3
    assert not has_biases(scene)


@here("The factor 2 of ∇ₐC is not counted.")
def twice(scene: Scene, text: Text) -> None:
    assert scene.truth.squared == 2


@here(
    "One backward pass takes about {share:number} times the multiplications of one forward pass here."
)
def backward(scene: Scene, text: Text, share: str) -> None:
    _, forward, back = counted(scene)
    check_number(share, back / forward)


@here("BP1 counts with σ′, though in this network σ′ cancels: a backward pass takes {n:int} fewer.")
def spared(scene: Scene, text: Text, n: str) -> None:
    assert int(n) == len(scene.truth.y)
    assert scene.truth.cancels


@here(
    "{passes:number} forward passes: C(w), and C(w + ε eⱼ) for each of the {P:number} weights and biases",
    "{passes:number} forward passes: C(w), and C(w + ε eⱼ) for each of the {P:number} weights",
    "{passes:number} forward passes: C(w), and C(w + ε) for the one weight",
)
def passes(scene: Scene, text: Text, passes: str, P: str = "1") -> None:
    many, *_ = counted(scene)
    assert ("biases" in text.text) == has_biases(scene)
    assert (passes, P) == (f"{many + 1:,}", f"{many:,}")


@here(
    "1 forward pass and 1 backward pass for all {P:number} together",
    "1 forward pass and 1 backward pass",
)
def together(scene: Scene, text: Text, P: str = "1") -> None:
    assert f"{counted(scene)[0]:,}" == P


@here("slope {slope:number}", where="annotations/text$")
def slope(scene: Scene, text: Text, slope: str) -> None:
    """Of the line at whose end it stands, which ends at the most weights and biases."""
    figure = scene.data["parts"][text.places[0]]["figure"]
    line, own = figure["data"][text.places[1]], figure["data"][-1]
    _, forward, back = counted(scene)
    ends = [math.log10(one) for one in (forward + back, differences(scene))]
    assert all(math.isclose(y, end, abs_tol=1e-6) for y, end in zip(own["y"], ends, strict=True))
    assert any(math.isclose(y, ends[1 - text.places[1]], abs_tol=1e-6) for y in line["y"])
    middle_x, middle_y = (sum(line[name]) / len(line[name]) for name in "xy")
    pairs = list(zip(line["x"], line["y"], strict=True))
    up = sum((x - middle_x) * (y - middle_y) for x, y in pairs)
    true = up / sum((x - middle_x) ** 2 for x, _ in pairs)
    assert abs(float(slope) - true) <= 0.0501


@formulas_of("count")
def counts(scene: Scene, text: Text, latex: str) -> None:
    numbers = [int(one) for one in re.findall(r"\d+", re.sub(r"\{,\}|\\text\{[^}]*\}", "", latex))]
    many, forward, back = counted(scene)
    passes = [many, 1, forward, (many + 1) * forward]
    assert numbers == [*passes, forward, back, forward + back], numbers
