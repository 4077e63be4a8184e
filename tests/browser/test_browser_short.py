"""Numbers that the browser writes by itself, at a slider, look as Python writes them."""

from backprop.server.stage_modules import stage_modules
from backprop.writing import exact, short
from tests.browser.alone import StageAlone

MANTISSAS = (0, 1, 2, 1.5, 9.99, 9.996, 1.2345678901, 5.55554, 7.0000001, 3.1, 1.25000001)
HALVES = (12.25, -698.5, 432.5, 12344.5, 0.0625, 0.00390625, 1250000.0, 12345678.25, 2.5e15)
LIMITS = (5e-324, 1e-320, 1.7976931348623157e308, 0.0009995, 0.00099996, 0.0999, 99999.4, 99999.5)
NUMBERS = [*HALVES, *LIMITS] + [
    sign * mantissa * 10.0**power
    for sign in (1, -1)
    for mantissa in MANTISSAS
    for power in (-300, -12, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 8, 12, 300)
]
WRITTEN = """
async ([url, numbers]) => {
  const { exact, short } = await import(url);
  return numbers.map((one) => [short(one), exact(one)]);
}
"""


def test_short_and_exact_are_the_same_on_both_sides(stage: StageAlone) -> None:
    (module,) = [one for one in stage_modules() if one.endswith("/number.js")]
    written = stage.page.evaluate(WRITTEN, [module, NUMBERS])
    wrong = [
        (number, got)
        for number, got in zip(NUMBERS, written, strict=True)
        if got != [short(number), exact(number)]
    ]
    assert wrong == []
