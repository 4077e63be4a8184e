"""What the page looks like around its content: less empty room, and the notices of a link."""

import streamlit as st

CSS = """
<style>
[data-testid="stMainBlockContainer"] { padding: 2.6rem 1.6rem 1rem; max-width: 2200px; }
@media (max-width: 640px) { [data-testid="stMainBlockContainer"] { padding-top: 4rem; } }
@media (min-width: 1800px) { html { font-size: 19px; } }
.st-key-panel .katex { font-size: 1.02em; }
.st-key-panel .katex-display { margin: 0; padding: 0.3em 0 0.8em; overflow: visible; }
.st-key-panel [data-testid="stCaptionContainer"] { opacity: 0.9; color: inherit; }
.st-key-panel [data-testid="stCaptionContainer"] code { color: inherit; font-size: 0.85rem; }
[data-testid="stSidebarUserContent"] { padding-bottom: 2rem; }
</style>
"""


def frame() -> None:
    """Draw the frame, before the page; the notices of a link go with the next run of the page."""
    st.html(CSS)
    notices = st.session_state.pop("notices", [])
    if notices:
        lines = notices if len(notices) == 1 else [f"- {notice}" for notice in notices]
        st.warning("\n".join(lines), icon=":material/link_off:")
