"""The colours can be read on the page and told apart, by the formula of WCAG 2 and in OKLab."""

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest

from backprop.engine.quantity import SYMBOLS
from backprop.writing import PALETTE

PAGES = {"light": ["#ffffff", "#f0f2f6"], "dark": ["#0e1117", "#262730"]}

# How red, green and blue reach an eye without one kind of cone (Machado and others, 2009).
EYES = {
    "normal": np.eye(3),
    "protan": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deutan": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.01182, 0.04294, 0.968881],
        ]
    ),
}
# The least that two colours differ, in OKLab where black and white differ by 1.
APART = {"normal": 0.1, "protan": 0.06, "deutan": 0.06}


def linear(colour: str) -> npt.NDArray[np.float64]:
    """Red, green and blue as amounts of light."""
    c = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    lights = [float(linear(c) @ [0.2126, 0.7152, 0.0722]) + 0.05 for c in (one, other)]
    return max(lights) / min(lights)


def oklab(rgb: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    lms = np.array(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ]
    )
    lab = np.array(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ]
    )
    return np.asarray(lab @ np.cbrt(lms @ rgb.clip(0, 1)))


def test_the_contrast_formula_on_known_pairs() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", PALETTE)
def test_every_quantity_has_its_own_colour(theme: str) -> None:
    assert set(PALETTE[theme]) == {*SYMBOLS, "quiet"}
    assert len(set(PALETTE[theme].values())) == len(SYMBOLS) + 1


@pytest.mark.parametrize("theme", PALETTE)
@pytest.mark.parametrize("symbol", [*SYMBOLS, "quiet"])
def test_text_in_a_colour_can_be_read(theme: str, symbol: str) -> None:
    for page in PAGES[theme]:
        assert contrast(PALETTE[theme][symbol], page) >= 4.5


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", PALETTE)
def test_colours_can_be_told_apart(theme: str, eye: str) -> None:
    seen = {s: oklab(EYES[eye] @ linear(colour)) for s, colour in PALETTE[theme].items()}
    for one, other in combinations(SYMBOLS, 2):
        distance = float(np.linalg.norm(seen[one] - seen[other]))
        assert distance >= APART[eye], f"{one} and {other} look alike: {distance:.3f}"


@pytest.mark.parametrize("theme", PALETTE)
@pytest.mark.parametrize(("one", "kin"), [("w", "nabla_w"), ("b", "nabla_b"), ("z", "sigma_prime")])
def test_what_belongs_together_looks_akin(theme: str, one: str, kin: str) -> None:
    def hue(symbol: str) -> float:
        _, a, b = oklab(linear(PALETTE[theme][symbol]))
        return float(np.degrees(np.arctan2(b, a)))

    apart = abs((hue(one) - hue(kin) + 180) % 360 - 180)
    assert apart <= 50
