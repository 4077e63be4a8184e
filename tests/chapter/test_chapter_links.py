"""Links into the book lead where it has what they name, and say when that is chapter 3."""

import pytest

from backprop import Network, Step, run
from backprop.chapter import SECTIONS, section_of
from backprop.chapter.links import book_links
from backprop.ideas.code.stage import stage_data
from backprop.ideas.remove.words_box import where_in_the_book
from backprop.stage.explorer import described
from backprop.ui.explorer.words import in_the_book
from backprop.writing import as_text

CHAPTERS = "http://neuralnetworksanddeeplearning.com/chap"
TRACE = run(Network.random([3, 4, 2], cost="cross-entropy"), [0.2, 0.5, 0.9], [0, 1])


def test_the_anchor_of_2_1_has_the_line_break_that_the_book_has_in_it() -> None:
    assert section_of("2.1").book.endswith("_computing_the_output%0A_from_a_neural_network")
    for section in SECTIONS:
        assert section.book.startswith(CHAPTERS + "2.html#")
        assert section.book.isprintable()
        assert " " not in section.book


def test_an_equation_is_linked_in_its_own_chapter() -> None:
    assert book_links("53", "BP1a", "66") == (
        f"[(53)]({CHAPTERS}2.html#eqtn53), [BP1a]({CHAPTERS}2.html#eqtnBP1a), "
        f"[(66) of chapter 3]({CHAPTERS}3.html#eqtn66)"
    )
    assert f"for the cross-entropy {book_links('66')} in" in where_in_the_book(TRACE.network)


def step_of(symbol: str, level: str) -> Step:
    return next(step for step in TRACE.at(level) if step.equation.symbol == symbol)


@pytest.mark.parametrize("level", ["layer", "neuron"])
@pytest.mark.parametrize(("symbol", "number"), [("C", "63"), ("delta", "66")])
def test_a_step_says_that_its_number_is_of_chapter_3(symbol: str, number: str, level: str) -> None:
    step = step_of(symbol, level)
    assert described(step, TRACE)["tag"] == f"{number}, chapter 3"
    assert in_the_book(step) == f"({number}) of chapter 3 in the book"
    assert step.equation.book == f"{CHAPTERS}3.html#eqtn{number}"
    assert as_text(step, TRACE).splitlines()[0].endswith(f" ({number}, chapter 3)")


def test_the_program_says_so_too() -> None:
    data = stage_data(TRACE, 1)
    assert "66, chapter 3" in [step["tag"] for step in data["steps"]]
    (listing,) = (part for part in data["parts"] if "lines" in part and isinstance(part, dict))
    assert "(66) of chapter 3" in [line["tag"] for line in listing["lines"]]
