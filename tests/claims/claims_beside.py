"""What stands beside the steps of the explorer: titles, numbers of the book, rows, the selected number."""

import re

from tests.claims.claims import Scene, always, check_number, claim, place_of
from tests.claims.naming import indexed, named, step_of
from tests.claims.said import Text
from tests.claims.truth import Place


@claim("{what:text}", where="^stage/steps/title$", part="^$")
def title(scene: Scene, text: Text, what: str) -> None:
    """Ends with the name of what the step computes, and names its neuron, if it is of one."""
    if what == "One step of gradient descent":
        return
    place = step_of(scene, text)
    name = (
        indexed("nabla_w", place.l, place.j, "ₖ")
        if place.symbol == "nabla_w"
        else named(place.symbol, place)
    )
    assert what.endswith(f" {name}"), name
    said = re.search(r"(?:[Nn]euron|[Oo]utput) (\d+)", what)
    assert int(said[1] if said else 0) == place.j
    kinds = {"Output ": place.l == scene.truth.L, "Hidden ": place.l < scene.truth.L}
    assert all(holds for word, holds in kinds.items() if what.startswith(word))


TAGS = {"z": ("25", "23"), "a": ("25", "23"), "nabla_b": ("BP3",), "nabla_w": ("BP4",)}


@claim("{tag:text}", where="^stage/steps/tag$", part="^(lanes|code)?$")
def tag(scene: Scene, text: Text, tag: str) -> None:
    """The number in the book: (66) and (63) are those of chapter 3."""
    place, true = step_of(scene, text), scene.truth
    cross = true.cost_name == "cross-entropy"
    if place.symbol == "C":
        assert tag.startswith("63" if cross else "27")
    elif place.symbol == "delta" and place.l == true.L:
        cancels = cross and true.activation[true.L] == "sigmoid"
        assert tag.startswith("66") if cancels else tag == ("BP1" if place.j else "BP1a")
    elif place.symbol == "delta":
        assert tag == "BP2"
    else:
        assert tag in TAGS[place.symbol]


@claim("Layer {l:int}", "Layer {l:int}, the outputs", where="layers/|labels")
def layer(scene: Scene, text: Text, l: str) -> None:
    assert ("outputs" in text.text) == (int(l) == scene.truth.L)
    assert text.where.endswith(f"/{l}")


@claim("The step of the {what:text}, layer {l:int}", where="labels")
def row(scene: Scene, text: Text, what: str, l: str) -> None:
    assert what == ("weights", "biases")[text.position]
    assert text.where.endswith(f"/{l}")


@claim("{cell:text}", where=r"^blocks/steps/\d+/rows$", part="^$")
def sum_row(scene: Scene, text: Text, **fields: str) -> None:
    """A row of a sum: the factors by name and in numbers, their product, the sum so far."""
    names, numbers, product, so_far = text.beside
    true = scene.truth
    if text.text != numbers or " · " not in numbers:
        return
    one, other = map(place_of, names.split(" · "))
    values = [true.value(one), true.value(other)]
    first, second = numbers.split(" · ")
    assert (second[0] == "(") == (values[1] < 0)
    w, l = true.w[one.l], one.l
    if other.symbol == "a":
        terms = [w[one.j - 1][k] * true.a[l - 1][k] for k in range(other.j)]
    else:
        terms = [w[k][one.k - 1] * true.delta[l][k] for k in range(other.j)]
    noise = 1e-12 * sum(map(abs, terms))
    every = [*values, terms[-1], sum(terms)]
    for said, value in zip((first, second.strip("()"), product, so_far), every, strict=True):
        check_number(said, value, noise=max(noise, 1e-12 * abs(value)))


@claim(
    "{name:address} is the {what:text} of neuron {j:int} of layer {l:int}",
    "{name:address} is the {what:text} of neuron {j:int} of layer {l:int}: how fast the cost changes with its weighted input",
    "{name:address} is {what:text} of neuron {j:int} of layer {l:int}",
)
def of_neuron(scene: Scene, text: Text, name: str, what: str, j: str, l: str) -> None:
    place = place_of(name)
    assert (place.j, place.l or scene.truth.L) == (int(j), int(l))
    if place.symbol == "sigma_prime":
        noun = {"leaky-relu": "leaky relu", "linear": "linear function"}
        activation = scene.truth.activation[place.l]
        assert (
            what.removeprefix("the ")
            == f"slope of the {noun.get(activation, activation)} at the weighted input"
        )
        return
    words = {
        "b": "bias", "z": "weighted input", "a": "activation", "delta": "error", "y": "desired output",
        "nabla_b": "how fast the cost changes with the bias",
    }  # fmt: skip
    assert what.removeprefix("the ") == words[place.symbol]
    assert place.symbol != "a" or 1 < place.l < scene.truth.L


@claim("{name:address} is {which:text} {j:int} of the network")
def at_an_end(scene: Scene, text: Text, name: str, which: str, j: str) -> None:
    place = place_of(name)
    if place.symbol == "nabla_x":
        assert (which, int(j)) == ("how fast the cost changes with input", place.j)
        return
    assert (which, int(j)) == ("input" if place.l == 1 else "output", place.j)
    assert place.l in (1, scene.truth.L)


always("BP2 without its slope: an input has none.", part="^$")


@claim(
    "{name:address} is the weight from neuron {k:int} of layer {m:int} to neuron {j:int} of layer {l:int}",
    "{name:address} is how fast the cost changes with the weight from neuron {k:int} of layer {m:int} to neuron {j:int} of layer {l:int}",
)
def of_weight(scene: Scene, text: Text, name: str, k: str, m: str, j: str, l: str) -> None:
    place = place_of(name)
    assert place == Place("nabla_w" if "changes" in text.text else "w", int(l), int(j), int(k))
    assert int(m) == int(l) - 1


@claim("{numbers:text} in the book; step {n:int} of {count:int}, layer by layer")
def where_made(scene: Scene, text: Text, numbers: str, n: str, count: str) -> None:
    """z, a, slope, error and one or two gradients of each layer, C and its gradient, learning."""
    each = 6 if scene.lesson.has_biases else 5
    assert 1 <= int(n) <= int(count) == each * (scene.truth.L - 1) + 3
