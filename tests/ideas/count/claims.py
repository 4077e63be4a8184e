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
    """Weights and biases, and the multiplications of a pass forward and back, one by one."""
    sizes = scene.truth.sizes
    forward = back = 0
    for l, (before, n) in enumerate(pairwise(sizes), start=2):
        forward += n * before
        back += n * before + n  # BP4 and the slopes
        if l > 2:
            back += n * before  # BP2
    return forward + sum(sizes[1:]), forward, back


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
    assert many > 2


@here(
    "With {P:int} weights and biases both ways take the same; from three on differences take more."
)
def the_same(scene: Scene, text: Text, P: str) -> None:
    many, forward, back = counted(scene)
    assert int(P) == many == 2
    assert differences(scene) == forward + back


@here(
    "One backward pass takes about {share:number} times the multiplications of one forward pass here."
)
def backward(scene: Scene, text: Text, share: str) -> None:
    _, forward, back = counted(scene)
    check_number(share, back / forward)


@here("BP1 counts with σ′, though in this network σ′ cancels: a backward pass takes {n:int} fewer.")
def spared(scene: Scene, text: Text, n: str) -> None:
    assert int(n) == len(scene.truth.y)
    last = scene.truth.activation[scene.truth.L]
    assert (scene.truth.cost_name, last) == ("cross-entropy", "sigmoid")


@here(
    "{passes:number} forward passes: C(w), and C(w + ε eⱼ) for each of the {P:number} weights and biases"
)
def passes(scene: Scene, text: Text, passes: str, P: str) -> None:
    many, *_ = counted(scene)
    assert (passes, P) == (f"{many + 1:,}", f"{many:,}")


@here("1 forward pass and 1 backward pass for all {P:number} together")
def together(scene: Scene, text: Text, P: str) -> None:
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
