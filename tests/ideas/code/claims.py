"""What part "code" says of the program, and what must be true of it: it is run."""

import re
from functools import partial
from typing import Any

import numpy as np

from tests.claims.claims import Scene, always, claim
from tests.claims.said import Text

here = partial(claim, part="^code$")
always(
    "The input a¹ is kept as the activations of layer 1, where the loop will look for it.",
    "x is kept as a[1], so that the loop finds what enters each layer in a[l-1].",
    "Then * is ⊙.",
)
always("{line:text}", where="parts/lines/pieces$|parts/script$", part="^code$")
"""They are run: see ``printed``."""


def column(numbers: Any) -> Any:
    return np.array(numbers, float).reshape(-1, 1)


def script(scene: Scene) -> str:
    return next(str(part["script"]) for part in scene.data["parts"] if "script" in part)


def run(scene: Scene) -> dict[str, Any]:
    """What the script has at its end, and what it printed, as "printed"."""
    shown: list[Any] = []
    found: dict[str, Any] = {"print": shown.append}
    with np.errstate(all="ignore"):
        exec(script(scene), found)
    return {**found, "printed": shown}


def close(one: Any, other: Any) -> bool:
    return np.shape(one) == np.shape(other) and bool(
        np.allclose(one, other, rtol=1e-9, atol=1e-9 * min(1.0, float(np.abs(other).max())))
    )


@here("print(nabla_w[2])", where="parts/script$")
def printed(scene: Scene, text: Text) -> None:
    found = run(scene)
    (shown,) = found["printed"]
    assert close(shown, np.array(scene.truth.nabla_w[2]))
    for l, errors in scene.truth.delta.items():
        if scene.truth.biases != "none":
            assert close(found["nabla_b"][l], column(errors)), l
        assert close(found["nabla_w"][l], np.array(scene.truth.nabla_w[l])), l
    assert ("b" in found) == ("nabla_b" in found) == (scene.truth.biases != "none")
    lines = ["".join(piece for piece, _ in one["pieces"]) for one in shown_lines(scene)]
    assert script(scene).startswith("\n".join(lines))


def shown_lines(scene: Scene) -> list[Any]:
    return next(part["lines"] for part in scene.data["parts"] if "lines" in part)


@here("({number:text})", "{number:text}", where="parts/lines/tag$")
def equation_of_line(scene: Scene, text: Text, number: str) -> None:
    line = "".join(piece for piece, _ in shown_lines(scene)[text.places[1]]["pieces"])
    left = line.strip().partition(" =")[0]
    last = {"nabla_a": "", "delta[L]": "BP1a", "delta[l]": "BP2"}
    found = {"z[l]": "25", "a[l]": "25", "nabla_b[l]": "BP3", "nabla_w[l]": "BP4"} | last
    if scene.truth.cancels:
        found["delta[L]"] = "66) of chapter 3"
    assert number.strip("()") == found[left], left


def result(scene: Scene) -> tuple[str, int]:
    """The array that the present line computes: its symbol and its layer."""
    id = scene.data["steps"][scene.data["step"] - 1]["result"]
    found = re.fullmatch(r"(\w+?)(\d+)", id)
    assert found
    return found[1], int(found[2])


def true_arrays(scene: Scene) -> dict[str, Any]:
    """By symbol, and by layer where the program has several."""
    true = scene.truth
    columns = {
        name: {l: column(one) for l, one in getattr(true, name).items()}
        for name in ("a", "z", "b", "delta")
    }
    whole = {
        name: {l: np.array(one, float) for l, one in getattr(true, name).items()}
        for name in ("w", "nabla_w")
    }
    columns["nabla_b"] = columns["delta"]
    return {**columns, **whole, "nabla_a": column(true.nabla_a), "y": column(true.y)}


@here("{line:text}", where="^code$")
def line_as_it_runs(scene: Scene, text: Text, line: str) -> None:
    """With the true numbers its right side comes to what stands on its left."""
    symbol, l = result(scene)
    if text.text == "a = {1: x}":
        assert (symbol, l) == ("a", 1)
        return
    arrays = true_arrays(scene)
    left, _, right = text.text.partition(" = ")
    assert left == ("nabla_a" if symbol == "nabla_a" else f"{symbol}[{l}]")
    with np.errstate(all="ignore"):
        found = eval(right, {**run(scene), **arrays})
    true = arrays["nabla_a"] if symbol == "nabla_a" else arrays[symbol][l]
    beyond = ~np.isfinite(true) | ~np.isfinite(found)
    assert close(np.where(beyond, 0, found), np.where(beyond, 0, true))


def check_shapes(scene: Scene, symbol: str, *said: str) -> None:
    """The shapes of two factors and their product, or of an array."""
    name, l = result(scene)
    assert name == symbol, name
    n = [0, *scene.data["sizes"], 0]
    shapes = {
        "z": ((n[l], n[l - 1]), (n[l - 1], 1), (n[l], 1)),
        "a": ((n[l], 1),),
        "nabla_a": ((n[l], 1),),
        "nabla_b": ((n[l], 1),),
        "nabla_w": ((n[l], 1), (1, n[l - 1]), (n[l], n[l - 1])),
        "delta": ((n[l], n[l + 1]), (n[l + 1], 1), (n[l], 1)),
    }[symbol]
    if symbol == "delta" and l == scene.truth.L:
        shapes = ((n[l], 1),) * 3
    assert said == tuple(f"{rows}×{columns}" for rows, columns in shapes), shapes


@here("@ is the matrix product: {w:text} times {a:text} gives {z:text}.")
def product(scene: Scene, text: Text, w: str, a: str, z: str) -> None:
    check_shapes(scene, "z", w, a, z)


@here("+ b[l] adds each neuron's bias.")
def with_bias(scene: Scene, text: Text) -> None:
    assert scene.truth.biases != "none"
    assert result(scene)[0] == "z"


@here("The function takes the whole {z:text} column and is applied to each entry.")
def whole_column(scene: Scene, text: Text, z: str) -> None:
    check_shapes(scene, "a", z)


@here("NumPy computes entry by entry: {nabla_a:text}, one number for each output.")
def entry_by_entry(scene: Scene, text: Text, nabla_a: str) -> None:
    check_shapes(scene, "nabla_a", nabla_a)


@here("multiplies entry by entry, it is ⊙: {nabla_a:text} and {slope:text} give {delta:text}.")
def with_slope(scene: Scene, text: Text, nabla_a: str, slope: str, delta: str) -> None:
    check_shapes(scene, "delta", nabla_a, slope, delta)
    assert result(scene)[1] == scene.truth.L


@here(
    "The slope has cancelled, so this line calls no σ′: {a:text} minus {y:text} gives {delta:text}."
)
def without_slope(scene: Scene, text: Text, a: str, y: str, delta: str) -> None:
    check_shapes(scene, "delta", a, y, delta)
    assert result(scene)[1] == scene.truth.L
    assert (scene.truth.cost_name, scene.truth.activation[scene.truth.L]) == (
        "cross-entropy", "sigmoid",
    )  # fmt: skip


@here(".T swaps the rows and columns of w: {turned:text} times {after:text} gives {delta:text}.")
def back(scene: Scene, text: Text, turned: str, after: str, delta: str) -> None:
    check_shapes(scene, "delta", turned, after, delta)


@here("Nothing is left to compute: this gradient is the error itself, {nabla_b:text}.")
def error_itself(scene: Scene, text: Text, nabla_b: str) -> None:
    check_shapes(scene, "nabla_b", nabla_b)


@here(
    "A column times a row holds every product of an entry of one and an entry of the other: "
    "{delta:text} times {turned:text} gives {nabla_w:text}, the shape of w."
)
def every_product(scene: Scene, text: Text, delta: str, turned: str, nabla_w: str) -> None:
    check_shapes(scene, "nabla_w", delta, turned, nabla_w)


@here("This network has no hidden layer, so the loop back has nothing to do.")
def no_hidden_layer(scene: Scene, text: Text) -> None:
    assert scene.truth.L == 2
