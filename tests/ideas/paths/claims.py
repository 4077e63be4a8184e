"""What the panel of part "paths" says of the paths, and of all at once."""

import math

from tests.claims.claims import Scene, always, check_number, place_of
from tests.claims.said import Text
from tests.claims.truth import Place
from tests.ideas.paths.claims_numbers import (
    MOST,
    check_gradient,
    check_weight,
    count,
    gradient,
    here,
    is_full,
    noise,
    products,
    term_number,
    ways_of,
    weight,
)

always(
    "The paths from one weight multiply with every layer.",
    "The multiplications of a backward pass, for *all* gradients, only add up: it sums over all paths at once.",
    "In the explorer, change a weight and say what comes next before each step shows it.",
    "In each layer these sums add up to the same gradient.",
    part="^paths$",
)


@here("From {w:address} lead {ways:text} to C.", "From {w:address} leads {ways:text} to C.")
def how_many(scene: Scene, text: Text, w: str, ways: str) -> None:
    assert place_of(w) == weight(scene)
    n = ways_of(ways)
    assert n == count(scene, weight(scene).l)
    assert ("leads" in text.text) == (n == 1)


@here("Its product is {nabla_w:address} {sign:text} {value:number}.")
def its_product(scene: Scene, text: Text, nabla_w: str, sign: str, value: str) -> None:
    assert count(scene, weight(scene).l) == 1
    check_weight(scene, nabla_w)
    check_gradient(scene, sign, value)


@here(
    "Both products are 0, so {nabla_w:address} = 0.",
    "All {n:int} products are 0, so {nabla_w:address} = 0.",
)
def all_0(scene: Scene, text: Text, nabla_w: str, n: str = "2") -> None:
    check_weight(scene, nabla_w)
    every = products(scene)
    assert len(every) == int(n)
    assert not any(every)


@here(
    "{few:int} of {n:int} paths carry at least 90 % of the sum, signs aside.",
    "{few:int} of {n:int} paths carries at least 90 % of the sum, signs aside.",
    "It takes both paths to carry 90 % of the sum, signs aside.",
    "It takes all {n:int} paths to carry 90 % of the sum, signs aside.",
)
def carry(scene: Scene, text: Text, few: str = "", n: str = "2") -> None:
    sizes = sorted(map(abs, products(scene)), reverse=True)
    assert len(sizes) == int(n)
    most = int(few or n)
    assert most < len(sizes) if few else most == len(sizes)
    assert ("carries" in text.text) == (few == "1")
    whole = math.fsum(sizes)
    assert math.fsum(sizes[:most]) >= 0.9 * whole * (1 - 1e-9)
    assert math.fsum(sizes[: most - 1]) < 0.9 * whole * (1 + 1e-9)


@here(
    "With their signs half of it or more cancels: their sizes add up to {sizes:number}, the products themselves to {sum:number}."
)
def cancel(scene: Scene, text: Text, sizes: str, sum: str) -> None:
    whole = math.fsum(map(abs, products(scene)))
    check_number(sizes, whole, noise=1e-12 * whole)
    check_number(sum, gradient(scene), noise=noise(scene))
    assert abs(gradient(scene)) <= 0.5 * whole * (1 + 1e-9)


@here("They are too many to draw: above 512 they are summed by the neuron that they pass.")
def too_many(scene: Scene, text: Text) -> None:
    assert count(scene, weight(scene).l) > MOST


@here("Without a hidden layer every weight has just one path.")
def no_hidden_layer(scene: Scene, text: Text) -> None:
    assert scene.truth.L == 2


@here("{w:address} leads straight to an output: one path.")
def last_layer(scene: Scene, text: Text, w: str) -> None:
    assert place_of(w) == weight(scene)
    assert weight(scene).l == scene.truth.L > 2


@here("Click a line of an earlier layer for more.")
def earlier(scene: Scene, text: Text) -> None:
    assert count(scene, 2) > 1


def at_layer(scene: Scene, text: Text) -> int:
    return scene.truth.L - term_number(text)


@here("From layer {t:int} on: {delta:text}", where="steps/title$")
def layer_title(scene: Scene, text: Text, t: str, delta: str) -> None:
    assert int(t) == at_layer(scene, text)
    assert delta == f"δ{'⁰¹²³⁴⁵⁶⁷⁸⁹'[int(t)]}"


@here("{number:text}", where="steps/tag$")
def equation_of_step(scene: Scene, text: Text, number: str) -> None:
    t = at_layer(scene, text)
    assert number == ("BP1a" if t == scene.truth.L else "BP4" if t < weight(scene).l else "BP2")


@here(
    "Each output has one way to C: {delta:text} is ∂C/∂a times σ′(z).",
    "Each output has one way to C: {delta:text} is ∂C/∂a times σ′(z): that is a − y.",
)
def one_way(scene: Scene, text: Text, delta: str) -> None:
    true = scene.truth
    cancels = (true.cost_name, true.activation[true.L]) == ("cross-entropy", "sigmoid")
    assert ("a − y" in text.text) == cancels
    assert at_layer(scene, text) == true.L
    assert delta == f"δ{'⁰¹²³⁴⁵⁶⁷⁸⁹'[true.L]}"


@here("Each number of {delta:text} is the sum over {ways:text} from there to C.")
def number_of_errors(scene: Scene, text: Text, delta: str, ways: str) -> None:
    t = at_layer(scene, text)
    assert delta == f"δ{'⁰¹²³⁴⁵⁶⁷⁸⁹'[t]}"
    assert ways_of(ways) == count(scene, t) > 1


@here("It takes {terms:text} and a slope: the paths share all that {delta:text} has summed.")
def it_takes(scene: Scene, text: Text, terms: str, delta: str) -> None:
    t = at_layer(scene, text)
    n = scene.truth.sizes[t]
    assert terms == ("1 term" if n == 1 else f"{n} terms")
    assert delta == f"δ{'⁰¹²³⁴⁵⁶⁷⁸⁹'[t + 1]}"


@here(
    "From each neuron of this layer there is 1 path to C: {delta:text} takes one term, {after:text} times its weight {w:text}, and a slope."
)
def one_path(scene: Scene, text: Text, delta: str, after: str, w: str) -> None:
    t = at_layer(scene, text)
    up = "⁰¹²³⁴⁵⁶⁷⁸⁹"
    assert count(scene, t) == 1
    assert (delta, after, w) == (f"δ{up[t]}", f"δ{up[t + 1]}", f"w{up[t + 1]}")


@here(
    "One last factor: {nabla_w:address} = {a:address} {delta:address} {sign:text} {value:number}, the sum over {ways:text}.",
    "One last factor: {nabla_w:address} = {a:address} {delta:address} {sign:text} {value:number}, along the one path.",
)
def one_last(
    scene: Scene,
    text: Text,
    nabla_w: str,
    a: str,
    delta: str,
    sign: str,
    value: str,
    ways: str = "1 path",
) -> None:
    place = weight(scene)
    check_weight(scene, nabla_w)
    assert (place_of(a), place_of(delta)) == (
        Place("a", place.l - 1, place.k),
        Place("delta", place.l, place.j),
    )
    true = gradient(scene)
    assert sign != "=" or is_full(true)
    check_number(value, true, noise=noise(scene))
    assert ways_of(ways) == count(scene, place.l)
    assert ("along" in text.text) == (count(scene, place.l) == 1)
