"""What a page shows of the chapter: its equations with their place in the book, and other items."""

from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from backprop.chapter import ITEMS
from backprop.lesson import Lesson, with_layers
from backprop.ui import state
from backprop.ui.chapter.words import ADD_HIDDEN_LAYER, equation_links
from backprop.ui.notes import attempt, noted
from backprop.ui.resized import saying_what_became


def equation(latex: str, *numbers: str) -> None:
    """An equation of the chapter in letters, with links to where the book has it."""
    st.latex(latex)
    st.caption(equation_links(*numbers))


def shows(kind: str, name: str) -> DeltaGenerator:
    """A container for what shows this figure, exercise or problem of the chapter."""
    (item,) = [item for item in ITEMS if (item.kind, item.name) == (kind, name)]
    return st.container(key=item.id, gap="small")


def offer(sentence: str, button: str, change: Callable[[], Lesson]) -> None:
    """What an idea needs that this lesson lacks, and the button that gives it."""
    name = f"offer_{button}"

    def take() -> None:
        attempt(name, change)

    st.info(sentence)
    st.button(button, icon=":material/arrow_forward:", on_click=take)
    if wrong := noted(name):
        st.error(wrong.sentence)


def offer_hidden_layer(sentence: str) -> None:
    """An idea that needs a hidden layer, and the button that gives one."""
    offer(sentence, ADD_HIDDEN_LAYER, lambda: saying_what_became(with_layers(state.current(), 3)))
