"""What is said while the explorer is presented: the keys, and what they show and cover."""

KEYS = {
    "F": "present, or leave it",
    "→ ←": "the next step, the one before",
    "1 2 3 4": "only the network, the matrices, the equation, the code",
    "0": "all of it again",
    "C": "cover each result until it has been guessed; → uncovers it",
    "B": "a black screen; any key brings the picture back",
    "R": "a ring around the pointer",
    "N P": "the next page, the one before",
    "Q": "this link as a QR code",
    "?": "these keys",
    "Esc": "close what lies on top, then leave",
}
"""Each key, and what it does."""

PRESENT_WORDS = {
    "keys": "Keys for presenting",
    "close": "Close",
    "on": "Presenting. Press ? for the keys, Escape to leave.",
    "off": "No longer presenting.",
    "all": "All parts are shown.",
    "network": "Only the network is shown.",
    "matrices": "Only the matrices are shown.",
    "equation": "Only the equation is shown.",
    "code": "Only the code is shown.",
    "lacking": "This page has no such part.",
    "black": "The screen is black. Any key brings the picture back.",
    "back": "The picture is back.",
    "covering": "Results are covered. Guess first; the next press uncovers.",
    "uncovering": "Results are no longer covered.",
    "covered": "covered",
    "hidden": "hidden",
    "ring_on": "A ring follows the pointer.",
    "ring_off": "The ring is gone.",
    "qr": "QR code of this link",
    "too_long": "A QR code holds {most} characters, and this link has {count}. Copy it instead.",
    "no_qr": "The QR code did not arrive. Copy the link instead.",
}
"""Every label and sentence, by its name in the browser."""
