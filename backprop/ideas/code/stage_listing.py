"""The program as a part of the stage: its lines in the colours of the quantities."""

import re
from collections.abc import Sequence

from backprop.engine import Line, Network, Trace, listing
from backprop.engine.equation import numbered
from backprop.engine.layer_functions import called
from backprop.engine.listing import with_numbers
from backprop.figures.json import Json
from backprop.ideas.code.compute import CodeStep
from backprop.ideas.code.words import LISTING_TEXTS
from backprop.writing.text.sentence import Segments

_ARRAY = r"\b(nabla_a|nabla_b|nabla_w|delta|w|b|z|a|y|x)\b(?:\[[lL1][-+]?1?\])?"


def listing_part(trace: Trace, steps: Sequence[CodeStep]) -> Json:
    """What the stage is told of the program, and of the line at each of its steps."""
    lines = listing(trace.network)
    tags = {one.line: one.step.equation.numbers[:1] for one in steps if one.step}
    return {
        "module": "ideas/code/listing.js",
        "lines": [
            {
                "pieces": in_pieces(line, trace.network),
                "tag": "".join(map(numbered, tags.get(number, ()))),
            }
            for number, line in enumerate(lines, start=1)
        ],
        "runs": [{"line": one.line, "loop": one.loop, "called": list(one.called)} for one in steps],
        "script": with_numbers(trace.network, lines, trace.x, trace.y),
        "texts": LISTING_TEXTS,
    }


def in_pieces(line: Line, network: Network) -> Segments:
    """The text of a line, each quantity with its symbol; outside the algorithm, in one piece."""
    if not line.symbol:
        return [(line.text, "")]
    slopes = [re.escape(called(network, "sigma_prime").format(l)) for l in "lL"]
    slope = line.symbol == "delta" and "|".join(slopes)
    token = re.compile(f"(?P<slope>{slope})|{_ARRAY}" if slope else f"(?P<slope>\\0)|{_ARRAY}")
    pieces: Segments = []
    end = 0
    for found in token.finditer(line.text):
        pieces.append((line.text[end : found.start()], ""))
        symbol = "sigma_prime" if found["slope"] else found[2].replace("x", "a")
        pieces.append((found[0], symbol))
        end = found.end()
    return [piece for piece in [*pieces, (line.text[end:], "")] if piece[0]]
