"""What the pointer is told: each address in words."""

from backprop import Network, Quantity
from backprop.ideas.address.words import pointing

BOOK = Network.random([3, 4, 2])


def said(id: str, network: Network = BOOK) -> str:
    """The sentence for one number, filled as the browser fills it."""
    quantity = Quantity.parse(id)
    template = pointing(network)[quantity.whole.id]
    return template.replace("{j}", str(quantity.j)).replace("{k}", str(quantity.k))


def test_the_numbers_that_the_book_points_at() -> None:
    assert said("w3_2_4") == (
        "from neuron 4 of layer 2 to neuron 2 of layer 3 · row 2, column 4 of w³"
    )
    assert said("b2_3") == "the bias of neuron 3 of layer 2 · row 3 of b²"
    assert said("a3_1") == "the activation of neuron 1 of layer 3 · row 1 of a³"


def test_inputs_are_the_activations_of_layer_1() -> None:
    assert said("a1_2") == "the activation of neuron 2 of layer 1, an input · row 2 of a¹"


def test_every_array_of_the_forward_pass_has_words() -> None:
    assert set(pointing(BOOK)) == {"a1", "w2", "b2", "z2", "a2", "w3", "b3", "z3", "a3"}
