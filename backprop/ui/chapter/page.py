"""A page of the chapter: its title, one question, what answers it, and what is known then."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from backprop.chapter import Section, after, section_of
from backprop.ui import state
from backprop.ui.chapter import words
from backprop.ui.chapter.switch import switch
from backprop.ui.fragments import fragment
from backprop.ui.stage import shows

_ON = ":material/arrow_forward:"


def chapter_page(number: str, *draw: Callable[[], None]) -> None:
    """The page of the section with this number; ``draw`` are its parts' pages, in their order."""
    fragment("page", _shows, lambda: _page(section_of(number), draw))


def _shows() -> object:
    """What its stage shows, the selected number and the choices."""
    lesson = state.current()
    return shows(), lesson.selected, lesson.choices


def _page(section: Section, draw: Sequence[Callable[[], None]]) -> None:
    names = [part.name for part in section.parts]
    chosen = state.current().choice("part")
    n = names.index(chosen) if chosen in names else 0
    st.html(Path(__file__).with_suffix(".css"))
    with st.container(key="chapter_head", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.header(words.title(section), anchor=False, width="content")
            _switch(section, names[n])
            st.markdown(words.section_link(section), width="content")
        if n == 0:
            st.caption(section.promise)
        st.markdown(words.question(section.parts[n]))
    with st.container(key=f"part_{names[n]}", gap="small"):
        draw[n]()
    _way_on(section, n)


def _switch(section: Section, name: str) -> None:
    """The parts of the page, the present one marked."""
    titles = {part.name: part.title for part in section.parts}
    switch(
        words.PARTS,
        "part",
        list(titles),
        name,
        called=titles.__getitem__,
        label_visibility="collapsed",
        width="content",
    )


def _way_on(section: Section, n: int) -> None:
    """The next part; after the last what has been learned, and the next page or the explorer."""
    with st.container(
        key="chapter_way_on",
        horizontal=True,
        horizontal_alignment="right",
        vertical_alignment="center",
        gap="medium",
    ):
        following, is_last = after(section), n + 1 == len(section.parts)
        if is_last:
            with st.container(gap="xsmall"):
                st.markdown(words.learned(section))
                if not following:
                    st.markdown(words.CHAPTER_DONE)
        if following:
            st.page_link(following.page, label=words.next_page(following), icon=_ON)
        else:
            st.page_link("explorer.py", label=words.EXPLORER, icon=_ON)
        if not is_last:
            part = section.parts[n + 1]
            label = words.next_part(part)
            st.button(label, icon=_ON, on_click=state.choose, args=("part", part.name))
