"""What is said of the paths, of lessons of every kind."""

import pytest

from backprop.engine import Quantity
from backprop.ideas.paths.compute import GROWING, count, flow, terms
from backprop.ideas.paths.words import group, sentence, title, together
from backprop.ideas.paths.words_once import sentence_once, title_once
from backprop.ideas.paths.words_panel import count_rows, counts_title, what_carries
from backprop.lesson import from_query
from backprop.writing.text.sentence import plain
from tests.ideas.paths.test_compute import W, by_hand

GRADIENT = Quantity("nabla_w", 2, 1, 1)


def said_of(weight: Quantity = W, **query: str) -> str:
    trace = from_query(query)[0].trace()
    return what_carries(trace, weight, terms(trace, weight, by_size=True))


def test_the_sum_grows_until_it_is_bp4s_number() -> None:
    first, last = terms(by_hand(), W, by_size=True)
    assert title(by_hand(), W, first, 1, many=False) == "w²₁₁ → a²₁ → a³₁ → a⁴₁ → C"
    assert title(by_hand(), W, first, 1, many=True) == "Path 1"
    assert plain(sentence(first, False, GRADIENT, 8, True)) == (
        "It adds 15: the sum so far is 15, that of all is ∂C/∂w²₁₁ = 8."
    )
    assert plain(sentence(last, True, GRADIENT, 8, True)) == (
        "It adds −7, and the sum is ∂C/∂w²₁₁ = 8, as BP4 has it: a¹₁ δ²₁."
    )


def test_where_they_cancel_it_is_said() -> None:
    trace = by_hand()
    assert what_carries(trace, W, terms(trace, W, by_size=True)) == (
        "It takes both paths to carry 90 % of the sum, signs aside. With their signs half of it or "
        "more cancels: their sizes add up to 22, the products themselves to 8."
    )


@pytest.mark.parametrize(
    ("weight", "query", "said"),
    [
        (W, {"preset": "deep"}, "of 6 paths carry at least 90 %"),
        (Quantity("w", 3, 1, 1), {}, "Its product is ∂C/∂w³₁₁ ≈ "),
        (W, {"preset": "nielsen-neuron"}, "Its product is ∂C/∂w²₁₁ ≈ "),
        (W, {"x": "0,1,1"}, "Both products are 0, so ∂C/∂w²₁₁ = 0."),
        (W, {"sizes": "12-12-12-12-12"}, "too many to draw: above 512"),
    ],
)
def test_what_carries_most(weight: Quantity, query: dict[str, str], said: str) -> None:
    assert said in said_of(weight, **query)


def test_small_numbers_have_as_many_digits_as_others() -> None:
    """Of Mazur's w2_22 the paths add 0.00150 and −5.04×10⁻⁴; BP4 has 9.95×10⁻⁴."""
    weight = Quantity("w", 2, 2, 2)
    trace = from_query({"preset": "mazur"})[0].trace()
    last = terms(trace, weight, by_size=True)[-1]
    said = plain(sentence(last, True, Quantity("nabla_w", 2, 2, 2), 0.00099542542, False))
    assert said == (
        "It adds −5.04×10⁻⁴, and the sum is ∂C/∂w²₂₂ ≈ 9.95×10⁻⁴, as BP4 has it: a¹₂ δ²₂."
    )


def test_paths_through_one_neuron_are_told_with_what_they_multiply() -> None:
    """What reaches a3_1 is 1.5, its error 10: 15 through one path."""
    trace = by_hand()
    reach = float(flow(trace, W).reach[3][0])
    assert (
        together(trace, W, (3, 1), reach) == "1 path through a³₁: ∂z³₁/∂w²₁₁ · δ³₁ = 1.5 · 10 = 15"
    )
    assert together(trace, W, (3, 1), 0.0).endswith("= 0 · 10 = 0")
    large = from_query({"sizes": "12-12-12-12-12"})[0].trace()
    term = terms(large, W, by_size=False)[0]
    assert title(large, W, term, 1, many=True) == "All paths through a³₁"
    assert group(large, W, term) == "a³"
    assert together(large, W, (3, 1), 0.0).startswith("144 paths through a³₁: ")
    assert plain(sentence(term, False, GRADIENT, 1, True)).startswith("They add ")


def test_all_at_once_each_error_is_a_sum_over_paths() -> None:
    trace = from_query({"preset": "deep"})[0].trace()
    assert title_once(W, 4) == "From layer 4 on: δ⁴"
    assert plain(sentence_once(trace, W, 4)).startswith("Each output has one way to C: δ⁴ is")
    assert "the sum over 2 paths from there to C. It takes 2 terms" in plain(
        sentence_once(trace, W, 3)
    )
    assert "over 6 paths" in plain(sentence_once(trace, W, 2))
    cancelled = from_query({"cost": "cross-entropy"})[0].trace()
    assert plain(sentence_once(cancelled, W, 3)).endswith("times σ′(z): that is a − y.")


def test_the_table_counts_what_the_chapter_promises() -> None:
    rows = count_rows([count(one) for one in GROWING])
    assert rows[0] == ("3-4-2 (yours)", "2", "34")
    assert [row[1] for row in rows] == ["2", "6", "512", "2,985,984"]
    assert rows[-1][0] == "8 layers of 12"
    assert count_rows([count((3, 4, 2))], spared=2)[0][-1] == "32"
    assert counts_title(W, count((3, 1))) == "From w²₁₁ leads 1 path to C."
