"""The sentences: short, about the step's own quantity, and right in the special cases."""

import pytest

from backprop import Network, Trace, run
from backprop.engine.quantity import SYMBOLS
from backprop.writing.text.sentence import plain, sentence, title
from tests.writing.nets import every_step, trace_of


def said(trace: Trace, id: str) -> str:
    [step] = [s for s in (*trace.steps, *trace.neuron_steps[:-1]) if s.quantity.id == id][:1]
    return plain(sentence(step, trace.network))


def test_one_short_sentence_about_the_steps_quantity() -> None:
    for trace, step in every_step():
        pieces = sentence(step, trace.network)
        text = plain(pieces)
        assert len(text.split()) <= 25, text
        assert text.endswith(".")
        assert ". " not in text
        assert not set("{}[]<>_") & set(text)
        own = [words for words, symbol in pieces if symbol == step.quantity.symbol]
        assert any(step.quantity.text in words for words in own), text
        assert {symbol for _, symbol in pieces} <= {"", *SYMBOLS}
        assert all(words for words, _ in pieces)


def test_a_title_names_the_quantity() -> None:
    for _, step in every_step():
        heading = title(step)
        assert step.quantity.text in heading
        assert heading[0].isupper()
        assert "one" not in heading.lower().split()


@pytest.mark.parametrize(
    ("id", "heading"),
    [
        ("delta3", "The error of the output layer δ³"),
        ("delta3_2", "Output neuron 2's error δ³₂"),
        ("nabla_w3_2", "Neuron 2's weight gradients ∂C/∂w³₂ₖ"),
        ("C", "The cost C"),
    ],
)
def test_titles(id: str, heading: str) -> None:
    trace = trace_of([3, 4, 2], ["sigmoid", "sigmoid"], "quadratic", 1)
    steps = {s.quantity.id: s for s in (*trace.neuron_steps, *trace.steps)}
    assert title(steps[id]) == heading


def test_the_words_for_a_quantity_carry_its_symbol() -> None:
    trace = trace_of([2, 2], ["sigmoid"], "quadratic", 1)
    assert sentence(trace.steps[0], trace.network) == [
        ("Each neuron of layer 2 multiplies each ", ""),
        ("input a¹", "a"),
        (" by its ", ""),
        ("weight w²", "w"),
        (" and adds the products and its ", ""),
        ("bias b²", "b"),
        (": its ", ""),
        ("weighted input z²", "z"),
        (".", ""),
    ]


def test_a_neuron_is_named() -> None:
    trace = trace_of([3, 4, 2], ["sigmoid", "sigmoid"], "quadratic", 1)
    by_id = {s.quantity.id: plain(sentence(s, trace.network)) for s in trace.neuron_steps}
    assert by_id["z3_2"].startswith("Neuron 2 of layer 3 multiplies each activation a²ₖ")
    assert "w³₂ₖ" in by_id["z3_2"]
    assert "next errors δ³ₖ, each times the weight w³ₖ₄" in by_id["delta2_4"]
    assert "activation a²ₖ that enters it" in by_id["nabla_w3_2"]
    assert by_id["delta2_4"].startswith("Neuron 4 of layer 2 ")
    assert by_id["delta3_1"].startswith("Output 1's error δ³₁ ")


def test_the_slope_in_the_error_is_that_of_the_activation() -> None:
    text = said(trace_of([2, 2], ["sigmoid"], "quadratic", 1), "delta2")
    assert text.index("∇ₐC") < text.index("how fast the activation changes with z, σ′(z²)")


def test_cross_entropy_of_sigmoids_cancels_the_slope() -> None:
    text = said(trace_of([2, 2], ["sigmoid"], "cross-entropy", 1), "delta2")
    assert "cancels" in text
    assert "a² minus the desired y" in text


def test_cross_entropy_of_other_outputs_does_not() -> None:
    net = Network(w={2: [[0.5]]}, b={2: [0.1]}, activation="linear", cost="cross-entropy")
    assert "cancels" not in said(run(net, [0.5], [0.2]), "delta2")


@pytest.mark.parametrize(
    ("name", "slope"),
    [
        ("sigmoid", "near 0 where a sigmoid is saturated, ¼ at most"),
        ("tanh", "near 0 where tanh is saturated, 1 at most"),
        ("relu", "1 where z² is positive, 0 elsewhere"),
        ("leaky-relu", "1 where z² is positive, 0.01 elsewhere"),
        ("linear", "of a linear neuron is 1"),
    ],
)
def test_the_slope_of_each_activation(name: str, slope: str) -> None:
    assert slope in said(trace_of([2, 2], [name], "quadratic", 1), "sigma_prime2")


def test_each_activation_has_its_own_sentences() -> None:
    for id in ("a2", "sigma_prime2"):
        names = ("sigmoid", "tanh", "relu", "leaky-relu", "linear")
        found = {said(trace_of([2, 2, 1], [name, name], "quadratic", 1), id) for name in names}
        assert len(found) == len(names)
