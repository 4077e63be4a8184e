"""The numbers of a network in which one neuron has another function."""

import math
import re
from collections.abc import Callable

from tests.claims.claims import TRUTHS, Scene
from tests.claims.truth import Place, Truth, slope, value

Function = Callable[[float], float]


def bell(z: float) -> float:
    return math.exp(-(z**2))


def softplus(z: float) -> float:
    return max(z, 0.0) + math.log1p(math.exp(-abs(z)))


OWN: dict[str, tuple[Function, Function]] = {
    "sine": (math.sin, math.cos),
    "square": (lambda z: z * z, lambda z: 2 * z),
    "bell": (bell, lambda z: -2 * z * bell(z)),
    "softplus": (softplus, lambda z: value("sigmoid", z)),
}


class Other(Truth):
    """The network with f at one neuron, and there perhaps the slope of its own function."""

    at: Place
    f: tuple[Function, Function]

    @classmethod
    def of_scene(cls, scene: Scene) -> Truth:
        """As the page has it; the network's own where the cost cannot be taken with f."""
        own = Truth.of(scene.lesson)
        if not scene.data.get("marks"):
            return own
        return cls.made(own, neuron(scene), chosen(scene), forget=kept(scene))

    @classmethod
    def made(cls, own: Truth, at: Place, name: str, forget: bool) -> "Other":
        names = dict(own.activation)
        f, prime = OWN.get(name, (lambda z: value(name, z), lambda z: slope(name, z)))
        before = names[at.l]
        kind = own.reduction, own.biases
        self = cls(own.w, own.b, names, own.cost_name, own.x, own.y, *kind)
        self.at = at
        self.f = f, (lambda z: slope(before, z)) if forget else prime
        self.before = before
        if at.l == own.L:
            names[at.l] = f"{before}, one of them {name}"
        return self

    before: str

    def value_at(self, l: int, j: int, z: float) -> float:
        own = self.before if l == self.at.l else self.activation[l]
        return self.f[0](z) if (l, j) == (self.at.l, self.at.j) else value(own, z)

    def slope_at(self, l: int, j: int, z: float) -> float:
        own = self.before if l == self.at.l else self.activation[l]
        return self.f[1](z) if (l, j) == (self.at.l, self.at.j) else slope(own, z)


TRUTHS["function"] = Other.of_scene


def neuron(scene: Scene) -> Place:
    (at,) = (re.fullmatch(r"n(\d+)_(\d+)", id) for id in scene.data["marks"] if id[0] == "n")
    assert at
    return Place("z", int(at[1]), int(at[2]))


def kept(scene: Scene) -> bool:
    return scene.lesson.choice("function-slope") == "kept"


def chosen(scene: Scene) -> str:
    """The function that is shown: where the layer has the chosen one already, the first."""
    name = scene.lesson.choice("function-f")
    return "sine" if name == Truth.of(scene.lesson).activation[neuron(scene).l] else name


def right(scene: Scene) -> Other:
    """Without the slip."""
    return Other.made(Truth.of(scene.lesson), neuron(scene), chosen(scene), forget=False)
