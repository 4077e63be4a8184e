"""What is the same on every stage, as a module of its JavaScript: the browser keeps it."""

import json
from functools import cache
from pathlib import Path

from backprop.chapter import CHOICES, SECTIONS
from backprop.figures import SCALES
from backprop.server.qr import LONGEST, qr_url
from backprop.server.streamlit_files import from_a_page
from backprop.writing import PALETTE
from backprop.writing.text.change_words import CHANGE_WORDS
from backprop.writing.text.opening_words import CHANGE
from backprop.writing.text.present_words import KEYS, PRESENT_WORDS

_ROOT = Path(__file__).parents[1]


@cache
def constants() -> bytes:
    """The module browser/constants.js; browser/constants.d.ts says what each of its names is."""
    usual = {name: choice.default for name, choice in CHOICES.items()}
    every = {
        "COLOURS": PALETTE,
        "RAMPS": SCALES,
        "USUAL": usual,
        "CHANGE": CHANGE,
        "CHANGE_WORDS": CHANGE_WORDS,
        "PAGES": ["", *(Path(section.page).stem for section in SECTIONS)],
        "KEYS": list(KEYS.items()),
        "PRESENT": PRESENT_WORDS,
        "QR": {"address": from_a_page(qr_url()), "longest": LONGEST},
        "STYLES": styles(),
    }
    lines = (f"export const {name} = {json.dumps(value)};\n" for name, value in every.items())
    return "".join(lines).encode()


def styles() -> str:
    """What all parts have in common, and then the style sheet of each, beside an idea's module."""
    first = _ROOT / "browser" / "styles" / "stage.css"
    shared = sorted(path for path in first.parent.glob("*.css") if path != first)
    beside = (path.with_suffix(".css") for path in sorted(_ROOT.glob("ideas/*/*.js")))
    every = (first, *shared, *(path for path in beside if path.exists()))
    return "\n".join(path.read_text(encoding="utf-8") for path in every)
