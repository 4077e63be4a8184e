"""What is said of each line, of one term and of many, equal and rounded and lost."""

from dataclasses import replace

from backprop import Network, proof, run
from backprop.ideas.proof.words import agreement, cancelled, lost, rule, sentence
from backprop.ideas.proof.words_formulas import letters, numbers
from backprop.lesson import PRESETS
from backprop.writing import PALETTE
from backprop.writing.text.sentence import plain
from tests.pages.book.reading import plain as bare

BOOK = PRESETS["book"].trace()
LIGHT = PALETTE["light"]


def test_a_sum_of_one_term_is_not_said_to_lose_others() -> None:
    trace = run(Network.random([1, 1, 1]), [1], [0])
    for name, l, texts in (
        (
            "BP1",
            3,
            {"37": "just one term.", "38": "The sum has just one term, so it is that term."},
        ),
        ("BP2", 2, {"41": "just one term."}),
    ):
        of = proof(trace, name, l, 1)
        said = {line.number: plain(sentence(of, line, trace)) for line in of.lines}
        assert all(said[number].endswith(text) for number, text in texts.items())


def test_the_sentences_name_the_numbers_of_the_neuron() -> None:
    first, second, *_, rate, last = (
        plain(sentence(of, line, BOOK)) for of in [proof(BOOK, "BP2", 2, 3)] for line in of.lines
    )
    assert first.startswith("The error δ²₃ is defined as the rate of the cost C with z²₃, (29)")
    assert "each of its 2 neurons" in second
    assert "its weight w³ₖ₃, times σ′(z²₃)" in rate
    assert last.startswith("Each rate is now known. This is BP2: the error δ²₃ is 0.0")


def test_both_sides_are_compared_as_they_are() -> None:
    off = replace(BOOK, delta={**BOOK.delta, 3: BOOK.delta[3] * (1 + 2**-50)})
    of = proof(off, "BP1", 3, 1)
    assert agreement(of.lines[0]) == (
        "**Left 0.13480522441801479, right 0.13480522441801468:** "
        "they differ by 1.1×10⁻¹⁶, which is rounding."
    )
    linear = run(Network({2: [[2]]}, {2: [1]}, "linear"), [1], [0])
    exact = proof(linear, "BP1", 2, 1)
    assert agreement(exact.lines[1]) == "**Left 3, right 3:** the same to the last of 16 digits."
    next_z = proof(BOOK, "BP2", 2, 1)
    assert agreement(next_z.lines[3]).startswith("**For k = 1: left ")


def test_what_is_lost_says_so_and_has_no_numbers() -> None:
    trace = run(Network({2: [[-800]]}, {2: [0]}, "sigmoid", "cross-entropy"), [1], [1])
    of = proof(trace, "BP1", 2, 1)
    assert "cannot be worked out. δ²₁ = −1 was computed without σ′." in lost(of, of.lines[2])
    assert numbers(of, of.lines[2], trace, LIGHT, 400) == ""
    assert numbers(of, of.lines[0], trace, LIGHT, 400) != ""
    assert "δ²₁ is better computed as a²₁ − y" in cancelled(of, trace)
    assert cancelled(proof(BOOK, "BP1", 3, 1), BOOK) == ""


def test_a_rule_names_the_lines_it_is_used_on() -> None:
    of = proof(BOOK, "BP2", 2, 1)
    assert rule(of, of.lines[5]).endswith("It uses (42) and (44).")
    assert "It uses" not in rule(of, of.lines[3])


def test_the_numbers_stand_where_the_letters_do() -> None:
    """On 1-1 with a = z = 3: (37) has one product, 3 times 1."""
    trace = run(Network({2: [[2]]}, {2: [1]}, "linear"), [1], [0])
    of = proof(trace, "BP1", 2, 1)
    assert bare(numbers(of, of.lines[1], trace, LIGHT, 400)) == bare(r"\delta^2_1 = 3 * 1 = 3")
    assert bare(letters(of.lines[0].claim, "L", LIGHT, 400)) == bare(
        r"\delta^L_j = \frac{\partial C}{\partial z^L_j}"
    )
