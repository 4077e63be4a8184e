"""Every page's frame: the navigation, the sidebar with the lesson, and the link that keeps it."""

import streamlit as st

from backprop.chapter import SECTIONS
from backprop.server.turns import PAGES
from backprop.ui import descent, first_look, fragments, sidebar, state
from backprop.ui.frame import frame

with PAGES.turn(state.account()):
    fragments.begin()
    descent.begin()
    page = st.navigation(
        {
            "": [st.Page("explorer.py", title="Explorer", default=True)],
            "The chapter": [
                st.Page(section.page, title=f"{section.number} {section.title}")
                for section in SECTIONS
            ],
        },
        position="top",
    )
    first_look.decide(on_explorer=page.url_path == "")
    st.set_page_config(
        page_title="Backprop explorer",
        layout="wide",
        initial_sidebar_state="collapsed" if first_look.is_on() else "auto",
    )
    state.open_lesson()
    frame()
    page.run()  # before the sidebar: its picture is what a visitor waits for
    with st.sidebar:
        sidebar.show()
