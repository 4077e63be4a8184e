"""The browser reads and writes the addresses of numbers as Python does."""

from backprop.engine import Quantity
from backprop.server.stage_modules import stage_modules
from tests.browser.alone import StageAlone

QUANTITIES = [
    Quantity("C"),
    Quantity("delta", 3),
    Quantity("a", 1, 12),
    Quantity("sigma_prime", 2, 4),
    Quantity("w", 3, 2, 4),
    Quantity("nabla_w", 12, 1, 10),
]
BACK_AND_FORTH = """
async ([url, ids]) => {
  const { idOf, parse } = await import(url);
  return ids.map((id) => {
    const { symbol, l, j, k } = parse(id);
    return [symbol, l || null, j, k, idOf(symbol, l || "", j, k)];
  });
}
"""


def test_an_address_is_the_same_on_both_sides(stage: StageAlone) -> None:
    (module,) = [one for one in stage_modules() if one.endswith("/address.js")]
    found = stage.page.evaluate(BACK_AND_FORTH, [module, [one.id for one in QUANTITIES]])
    assert found == [[one.symbol, one.l or None, one.j, one.k, one.id] for one in QUANTITIES]
