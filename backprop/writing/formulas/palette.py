"""One colour per kind of quantity, the same in formulas and sentences; one set for each theme.

What belongs together looks akin: weights and their gradient are blue, biases and theirs teal, z and
the slope there purple, activations and the gradients by them and by the inputs green, the error
red. Picked by a search for colours that stay apart for colour-blind eyes too, with a contrast of
4.5 to 1 or more against the page and the sidebar. A colour never says anything that the letter does
not say.
"""

Colours = dict[str, str]

PALETTE: dict[str, Colours] = {
    "light": {
        "w": "#045cfb",
        "b": "#04768a",
        "z": "#69018c",
        "a": "#07723e",
        "y": "#925003",
        "C": "#2c1c24",
        "nabla_a": "#3d4900",
        "sigma_prime": "#a041bb",
        "delta": "#d02042",
        "nabla_b": "#00475b",
        "nabla_w": "#0a06d5",
        "nabla_x": "#003400",
        "quiet": "#6a6e75",
    },
    "dark": {
        "w": "#57a1d3",
        "b": "#04e3ff",
        "z": "#b56fff",
        "a": "#3dd777",
        "y": "#fca301",
        "C": "#dec9bc",
        "nabla_a": "#eaf420",
        "sigma_prime": "#ff61b7",
        "delta": "#fe5743",
        "nabla_b": "#a6fddf",
        "nabla_w": "#a9afff",
        "nabla_x": "#24a26c",
        "quiet": "#9aa0a8",
    },
}
"""The colours by theme and by the symbol of a Quantity, as #rrggbb.

``quiet`` is the grey of what plays no part at the moment.
"""


def painted(latex: str, colour: str) -> str:
    """The formula in this colour."""
    return rf"\textcolor{{{colour}}}{{{latex}}}"


def coloured(latex: str, symbol: str, colours: Colours) -> str:
    """The formula in the colour of its quantity."""
    return painted(latex, colours[symbol])
