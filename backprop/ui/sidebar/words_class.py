"""What the dialog that makes links for a class says."""

from backprop.lesson.link import SURE_LENGTH
from backprop.ui.sidebar.words import SAVE

CLASS_LINK = {
    "open": "Link for a class",
    "purpose": "It opens this lesson at this step, as you tick it here.",
    "present": "Present: one screen, in letters for the back row",
    "hide": "Leave out",
    "address": "The link",
    "long": f"It has over {SURE_LENGTH:,} characters; many mail programs and chats cut it. "
    "The file holds the same lesson, with nothing left out.",
    "save": SAVE,
    "copy": "Copy",
    "copied": "Copied",
    "not_copied": "Not copied",
    "close": "Close",
}
"""Every label, by its name in the browser."""

HIDE = {
    "sidebar": "the sidebar",
    "formulas": "the formulas",
    "code": "the code",
    "weights": "the weights and biases",
    "numbers": "all numbers",
    "steps": "the steps ahead",
}
"""What a link can leave out, by its word there."""
