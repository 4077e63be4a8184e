"""What saved links and files must open, written by hand: see test_lesson_saved_links.py."""

from typing import Any

BOOK: dict[str, Any] = {
    "sizes": (3, 4, 2), "activation": ("sigmoid", "sigmoid"), "cost": "quadratic", "seed": 5,
    "spread": 1.0, "weights": None, "x": (0.2, 0.5, 0.9), "y": (0.0, 1.0), "data": (), "eta": 0.5,
    "over": "example",
    "level": "layer", "step": 1, "selected": "",
}  # fmt: skip
XOR = ((0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0))
AND = ((0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1))
MAZUR = BOOK | {
    "sizes": (2, 2, 2), "x": (0.05, 0.1), "y": (0.01, 0.99),
    "weights": (0.15, 0.2, 0.25, 0.3, 0.35, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.6),
}  # fmt: skip
XOR_NET = BOOK | {
    "sizes": (2, 2, 1), "weights": (6, 6, -6, -6, -3, 9, 6, 6, -9), "x": (0, 1), "y": (1,),
    "data": XOR,
}  # fmt: skip
ONE = {"sizes": (2, 1), "activation": ("sigmoid",), "x": (0.2, 0.5), "y": (0,)}

PAGES = {
    "notation": ["address", "terms", "elementwise"],
    "cost": ["mean", "outputs"],
    "hadamard": ["own", "places"],
    "equations": ["demon", "remove", "tell", "matrices"],
    "algorithm": ["lanes", "function", "linear", "batch"],
    "listing": ["code", "columns"],
    "proof": ["proof", "prove"],
    "speed": ["check", "count"],
    "paths": ["spread", "paths"],
}
"""The pages beside the explorer, each with its parts; the first is there where none is named."""

LINKS: dict[str, dict[str, Any]] = {
    "/": BOOK,
    # the built-in examples
    "/?preset=book": BOOK,
    "/?preset=deep": BOOK
    | {"sizes": (3, 4, 3, 2), "activation": ("sigmoid",) * 3, "seed": 15},
    "/?preset=xor": XOR_NET,
    "/?preset=saturated": BOOK
    | {
        "sizes": (2, 3, 2), "x": (0.6, 0.9),
        "weights": (0.8, -0.4, -0.5, 0.9, 0.3, 0.6, 0.1, -0.2, 0.2, 2.0, 1.5, 1.0, -0.6, 0.4, -0.5,
                    5.5, 0.1),
    },
    "/?preset=vanishing": BOOK
    | {
        "sizes": (2, 3, 3, 3, 3, 3, 2), "activation": ("sigmoid",) * 6, "seed": 217,
        "x": (0.2, 0.5),
    },
    "/?preset=nielsen-neuron": BOOK
    | {
        "sizes": (1, 1), "activation": ("sigmoid",), "weights": (0.6, 0.9), "x": (1,), "y": (0,),
        "eta": 0.15,
    },
    "/?preset=mazur": MAZUR,
    "/?preset=mazur&level=neuron&step=12&selected=w3_2_1": MAZUR
    | {"level": "neuron", "step": 12, "selected": "w3_2_1"},
    "/?preset=xor&x=1,1&y=0": XOR_NET | {"x": (1, 1), "y": (0,)},
    # the network and its example
    "/?sizes=3-4-2&activation=sigmoid&cost=quadratic&seed=1&x=0.05,0.1,0.2&y=0.01,0.99&step=7": BOOK
    | {"seed": 1, "x": (0.05, 0.1, 0.2), "y": (0.01, 0.99), "step": 7},
    "/?sizes=2-1": BOOK | ONE,
    "/?sizes=12-12-12-12-12-12-12-12": BOOK
    | {
        "sizes": (12,) * 8, "activation": ("sigmoid",) * 7, "y": (0, 1) * 6,
        "x": (0.2, 0.5, 0.9, 0.4, 0.7, 0.1, 0.8, 0.3, 0.6, 1.0, 0.0, 0.5),
    },
    "/?activation=tanh": BOOK | {"activation": ("tanh", "tanh")},
    "/?activation=relu,linear": BOOK | {"activation": ("relu", "linear")},
    "/?activation=leaky-relu,sigmoid": BOOK | {"activation": ("leaky-relu", "sigmoid")},
    "/?cost=cross-entropy": BOOK | {"cost": "cross-entropy"},
    "/?seed=42&spread=0.5": BOOK | {"seed": 42, "spread": 0.5},
    "/?sizes=1-1&weights=eNpjYACBB_ZgiuHCfgANZgKv&x=1": BOOK
    | {"sizes": (1, 1), "activation": ("sigmoid",), "weights": (0.5, -0.25), "x": (1,), "y": (0,)},
    "/?sizes=4-1&weights=eNqbNRMEdtozgAHLAQjN4QChL0DFX-wHAMxYCFI": BOOK
    | {"sizes": (4, 1), "activation": ("sigmoid",), "x": (0.2, 0.5, 0.9, 0.4), "y": (0,)}
    | {"weights": (0.1, -2.5, 3, 0.25, -0.75)},
    "/?sizes=2-1&data=xor": BOOK | ONE | {"data": XOR},
    "/?sizes=2-1&data=AND&x=1,1&y=1": BOOK | ONE | {"data": AND, "x": (1, 1), "y": (1,)},
    "/?sizes=2-1&data=0.5,1,0;-2,1e-3,1": BOOK | ONE | {"data": ((0.5, 1, 0), (-2, 0.001, 1))},
    "/?sizes=2-1&x=0,5&data=0,5 1;1,2, 3": BOOK
    | ONE
    | {"x": (0, 5), "data": ((0, 5, 1), (1, 2, 3))},
    "/?sizes=2-1&data=xor&over=all": BOOK | ONE | {"data": XOR, "over": "all"},
    "/?eta=0.15": BOOK | {"eta": 0.15},
    # the place in the explorer
    "/?level=neuron&step=39": BOOK | {"level": "neuron", "step": 39},
    "/?step=14&selected=nabla_w3_2_4": BOOK | {"step": 14, "selected": "nabla_w3_2_4"},
    "/?selected=delta2": BOOK | {"selected": "delta2"},
    "/?selected=C": BOOK | {"selected": "C"},
    # the pages of the chapter
    "/notation": BOOK,
    "/notation?part=address&order=kj&selected=w3_2_4": BOOK
    | {"part": "address", "order": "kj", "selected": "w3_2_4"},
    "/notation?part=terms&layer=3&term=5": BOOK | {"part": "terms", "layer": 3, "term": 5},
    "/notation?part=elementwise&f=exp&v=-1,0.5,2": BOOK
    | {"part": "elementwise", "f": "exp", "v": (-1, 0.5, 2)},
    "/notation?part=elementwise&f=leaky-relu&v=z3": BOOK
    | {"part": "elementwise", "f": "leaky-relu", "v": 3},
    "/cost?part=mean&preset=xor": XOR_NET | {"part": "mean"},
    "/cost?part=outputs&sizes=1-3&pair=3,1": BOOK
    | {"sizes": (1, 3), "activation": ("sigmoid",), "x": (0.2,), "y": (0, 1, 0)}
    | {"part": "outputs", "pair": (3, 1)},
    "/hadamard?part=own&s=1,-2,0.5&t=3+4+5": BOOK
    | {"part": "own", "s": (1, -2, 0.5), "t": (3, 4, 5)},
    "/hadamard?part=places&equation=BP1a": BOOK | {"part": "places", "equation": "BP1a"},
    "/hadamard?part=places&equation=BP4&layer=2": BOOK
    | {"part": "places", "equation": "BP4", "layer": 2},
    "/equations?part=demon&preset=mazur": MAZUR | {"part": "demon"},
    "/equations?part=demon&dz=-0.35&selected=z2_3": BOOK
    | {"part": "demon", "dz": -0.35, "selected": "z2_3"},
    "/equations?part=remove&equation=BP2&off=bp2-slope,bp4-order": BOOK
    | {"part": "remove", "equation": "BP2", "off": ("bp2-slope", "bp4-order")},
    "/equations?part=remove&equation=BP3&off=step-sign": BOOK
    | {"part": "remove", "equation": "BP3", "off": ("step-sign",)},
    "/equations?part=tell&drive=2.5": BOOK | {"part": "tell", "drive": 2.5},
    "/equations?part=matrices&layer=2": BOOK | {"part": "matrices", "layer": 2},
    "/algorithm?part=lanes&lanes-step=10": BOOK | {"part": "lanes", "lanes-step": 10},
    "/algorithm?part=function&function-f=bell&function-slope=kept&selected=z2_3": BOOK
    | {"part": "function", "function-f": "bell", "function-slope": "kept", "selected": "z2_3"},
    "/algorithm?part=linear&linear-share=0.35&layer=3": BOOK
    | {"part": "linear", "linear-share": 0.35, "layer": 3},
    "/algorithm?part=batch&preset=xor&batch-size=3&batch-order=shuffled&batch-number=2": XOR_NET
    | {"part": "batch", "batch-size": 3, "batch-order": "shuffled", "batch-number": 2},
    "/listing?part=code&code-step=8": BOOK | {"part": "code", "code-step": 8},
    "/listing?part=columns&preset=xor&layer=3&columns-example=2": XOR_NET
    | {"part": "columns", "layer": 3, "columns-example": 2},
    "/proof?part=proof&proof-of=BP2&proof-line=5&selected=a2_3": BOOK
    | {"part": "proof", "proof-of": "BP2", "proof-line": 5, "selected": "a2_3"},
    "/proof?part=prove&prove-of=BP4&prove-lines=bp3-chain,bp4-z": BOOK
    | {"part": "prove", "prove-of": "BP4", "prove-lines": ("bp3-chain", "bp4-z")},
    "/speed?part=check&check-eps=2e-8&check-method=central&selected=nabla_b2_1": BOOK
    | {"part": "check", "check-eps": 2e-8, "check-method": "central", "selected": "nabla_b2_1"},
    "/speed?part=count": BOOK | {"part": "count"},
    "/paths?part=spread&spread-w=w2_3_1&spread-dw=-0.15&spread-step=2": BOOK
    | {"part": "spread", "spread-w": "w2_3_1", "spread-dw": -0.15, "spread-step": 2},
    "/paths?part=paths&paths-sort=order&paths-n=2": BOOK
    | {"part": "paths", "paths-sort": "order", "paths-n": 2},
    "/paths?part=paths&paths-view=once": BOOK | {"part": "paths", "paths-view": "once"},
}  # fmt: skip

FILES: dict[str, dict[str, Any]] = {
    "every_entry.json": {
        "sizes": (2, 1), "activation": ("tanh",), "cost": "quadratic", "seed": 9, "spread": 2,
        "weights": (0.1, -2.5, 3), "x": (1, 0.5), "y": (0,), "data": AND, "eta": 2,
        "over": "example", "level": "neuron", "step": 3, "selected": "w2_1_2",
        "part": "demon", "dz": 0.5, "equation": "BP3", "off": ("bp1-slope", "step-sign"),
    },
    "before_pages.json": BOOK | ONE
    | {"cost": "cross-entropy", "seed": 3, "x": (1, 0), "y": (1,), "step": 8},
    "by_hand.json": BOOK | {
        "sizes": (1, 2, 1), "activation": ("relu", "linear"), "seed": 0, "x": (3,), "y": (1,),
        "weights": (2, 0.5, 0, -1, 1, -1, 4), "data": ((3, 1), (2, 0)), "eta": 1, "selected": "C",
    },
}  # fmt: skip

VALUES = {
    "f": "square sigmoid tanh relu leaky-relu linear cube half absolute exp",
    "v": "z2 z3 z4 z5 z6 z7 z8",
    "order": "jk kj",
    "equation": "BP1a BP2 BP3 BP4",
    "off": "bp1-slope bp1-of-a bp1-kept bp1-sign bp1-minus bp2-slope bp2-of-a bp2-layer "
    "bp2-product bp2-transpose bp2-new bp3-bias bp3-input bp4-order bp4-transpose bp4-a bp4-delta "
    "step-sign",
    "proof-of": "BP1 BP2",
    "prove-of": "BP3 BP4",
    "prove-lines": "bp3-definition bp3-chain bp3-only bp3-z bp3-rate bp3-end bp3-value bp3-slope "
    "bp3-all bp3-a bp3-twice bp4-definition bp4-chain bp4-only bp4-z bp4-rate bp4-end bp4-value "
    "bp4-a bp4-sum bp4-twice bp4-delta",
    "check-method": "forward central",
    "paths-view": "each once",
    "paths-sort": "size order",
    "activation": "sigmoid tanh relu leaky-relu linear",
    "cost": "quadratic cross-entropy",
    "level": "layer neuron",
    "batch-order": "table shuffled",
    "function-f": "sine square bell softplus sigmoid tanh relu leaky-relu linear",
    "function-slope": "own kept",
}
"""Every name that a parameter may have as its value."""
CHOSEN = {
    "part": "", "layer": "", "order": "jk", "term": "1", "f": "square", "v": "2, 3", "pair": "1,2",
    "s": "1, 2", "t": "3, 4", "dz": "0", "equation": "", "off": "", "drive": "0",
    "lanes-step": "1", "function-f": "sine", "function-slope": "own", "linear-share": "0",
    "batch-size": "2", "batch-order": "table", "batch-number": "1",
    "code-step": "1", "columns-example": "1",
    "proof-of": "", "proof-line": "1", "prove-of": "BP3", "prove-lines": "",
    "check-eps": "1e-5", "check-method": "forward",
    "spread-w": "", "spread-dw": "0.5", "spread-step": "1", "paths-view": "each",
    "paths-sort": "size", "paths-n": "1",
}  # fmt: skip
"""What is chosen on the pages where a link does not say it."""
