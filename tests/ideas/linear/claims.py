"""What is said of linear neurons, and what must be true of it."""

from tests.claims.claims import TRUTHS, Scene, always, check_number, claim
from tests.claims.said import Text
from tests.claims.truth import Truth, slope, value

always(
    "With σ(z) = z every slope is 1.",
    "The algorithm has the same five steps.",
    where="^markdown$",
)


class Towards(Truth):
    """The network with a share of a = z in each activation; its cost can take any output."""

    share = 0.0

    @classmethod
    def at(cls, scene: Scene, share: float) -> "Towards":
        own = Truth.of(scene.lesson)
        cost = own.cost_name if own.squared else "quadratic"
        kind = own.reduction, own.biases
        self = cls(own.w, own.b, own.activation, cost, own.x, own.y, *kind)
        self.share = share
        return self

    def value_at(self, l: int, j: int, z: float) -> float:
        return (1 - self.share) * value(self.activation[l], z) + self.share * z

    def slope_at(self, l: int, j: int, z: float) -> float:
        return (1 - self.share) * slope(self.activation[l], z) + self.share


TRUTHS["linear"] = lambda scene: Towards.at(scene, 0.0)


def is_linear(scene: Scene) -> bool:
    return {*scene.lesson.activation} == {"linear"}


@claim(
    "What was multiplied by σ′ is multiplied by 1, and σ′ falls out of BP1 and BP2; BP3 and BP4 never had it.",
    "What was multiplied by σ′ is multiplied by 1, and σ′ falls out of BP1 and BP2; BP4 never had it.",
)
def falls_out(scene: Scene, text: Text) -> None:
    assert ("BP3" in text.text) == scene.lesson.has_biases


@claim("This network is linear already: the slider has nothing to change.")
def already(scene: Scene, text: Text) -> None:
    assert is_linear(scene)


@claim("Make this network linear", where="button")
def not_yet(scene: Scene, text: Text) -> None:
    assert not is_linear(scene)


@claim(
    "A linear output may be any number, and this cost cannot take that: here the quadratic cost stands in for it."
)
def another_cost(scene: Scene, text: Text) -> None:
    assert scene.lesson.cost == "cross-entropy"


@claim(
    "So an error changes on its way back by the weights alone: no neuron is saturated, and none is off.",
    "And all layers come to one, aᴸ = {one:text}: however deep, a linear network can do no more than one without a hidden layer.",
)
def deep(scene: Scene, text: Text, one: str = "") -> None:
    assert one in ("", "W x + B" if scene.lesson.has_biases else "W x")
    assert len(scene.lesson.sizes) > 2


@claim(
    "Without a hidden layer, a linear network is just aᴸ = {one:text}, with one matrix of weights."
)
def one_layer(scene: Scene, text: Text, one: str) -> None:
    assert one == ("W x + B" if scene.lesson.has_biases else "W x")
    assert len(scene.lesson.sizes) == 2


@claim("Every σ′ is {low:number}; the largest entry of δ² is {largest:number} in size.")
@claim(
    "Each σ′ is from {low:number} to {high:number}; the largest entry of δ² is {largest:number} in size."
)
def at_share(scene: Scene, text: Text, low: str, largest: str, high: str = "") -> None:
    true = Towards.at(scene, float(scene.data["frames"]["values"][text.position]))
    slopes = [one for layer in true.sigma_prime.values() for one in layer]
    check_number(low, min(slopes), noise=1e-12 * min(slopes))
    check_number(high or low, max(slopes), noise=1e-12 * max(slopes))
    assert low != high
    most = max(abs(one) for one in true.delta[2])
    check_number(largest, most, noise=1e-10 * most)
