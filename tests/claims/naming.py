"""What a step's sentence is about, and the names that it has for its quantities."""

import re

from backprop.engine.quantity import Quantity
from tests.claims.claims import Scene
from tests.claims.said import Text
from tests.claims.truth import Place


def step_of(scene: Scene, text: Text) -> Place:
    """The address of what the step computes that a text is about; j = 0 for a whole layer."""
    return place_by_id(scene.data["steps"][text.position]["result"])


def place_by_id(id: str) -> Place:
    quantity = Quantity.parse(id)
    return Place(quantity.symbol, quantity.l, quantity.j or 0, quantity.k or 0)


def is_about(
    scene: Scene, text: Text, symbol: str, l: str, j: str | None, plural: str = ""
) -> Place:
    """The step, which must be of this symbol, layer and neuron, or of all, which may be one."""
    place = step_of(scene, text)
    assert (place.symbol, place.l) == (symbol, int(l)), place
    assert place.j == int(j or 0), place
    if not j:
        assert (plural.lower() == "the") == (scene.truth.sizes[place.l - 1] == 1), plural
    return place


def who_is(scene: Scene, text: Text, symbol: str, who: str, l: str) -> Place:
    """The step that "Neuron 2" or "Each neuron" of layer l is said to be about."""
    found = re.fullmatch(r"[Nn]euron (\d+)|([Tt]he|[Ee]ach) (?:neuron|output)|[Oo]utput (\d+)", who)
    assert found, who
    return is_about(scene, text, symbol, l, found[1] or found[3], found[2] or "")


def up(l: int) -> str:
    return str(l).translate(str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"))


def down(n: int) -> str:
    return str(n).translate(str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"))


def named(symbol: str, place: Place, l: int = 0) -> str:
    """The name of a number of the step's neuron, or of the array of its layer."""
    below = down(place.j) if place.j else ""
    l = l or place.l
    letters = {"sigma_prime": "σ′(z", "delta": "δ", "nabla_b": "∂C/∂b", "nabla_w": "∂C/∂w"}.get(
        symbol, symbol
    )
    if symbol == "nabla_a":
        return f"∂C/∂a{up(l)}{below}" if place.j else "∇ₐC"
    return f"{letters}{up(l)}{below}" + (")" if symbol == "sigma_prime" else "")


def indexed(symbol: str, l: int, j: int, k: str, turned: bool = False) -> str:
    """A weight's name for the step of neuron j, its other index k; of the array for j = 0."""
    name = f"{ {'w': 'w', 'nabla_w': '∂C/∂w'}[symbol] }{up(l)}"
    if not j:
        return name
    indices = [k, down(j)] if turned else [down(j), k]
    return name + (("," if j > 9 else "").join(indices))
