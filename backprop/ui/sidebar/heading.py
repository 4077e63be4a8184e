"""The heading of a group of the sidebar, with the sign that asks what its words mean."""

from html import escape

from backprop.ui.sidebar.words_help import Group


def heading(name: str, group: Group) -> str:
    """The heading as HTML."""
    title, ask = escape(group.title), escape(group.ask)
    button = f'<button type="button" data-asks="{name}" aria-label="{ask}">?</button>'
    return f"<h2>{title}{button}</h2>"
