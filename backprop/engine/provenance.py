"""Where a number comes from and where it goes: read off the equations themselves.

A component equation names its operands with their indices, so its template already says which
numbers make which: in ``<z j> = [k| <w jk> <a_prev k> |] + <b j>`` z^l_j is made from its own b^l_j
and, for every k, from w^l_jk and a^(l-1)_k.
"""

from itertools import product

from backprop.engine.backward import BP2, BP3, BP4, NABLA_X
from backprop.engine.equation import Equation, array_of
from backprop.engine.forward import activation, slope, weighted_input_of
from backprop.engine.network import Network
from backprop.engine.output_pairs import pair_of
from backprop.engine.quantity import Quantity
from backprop.engine.validation import check_kind


def equation_of(quantity: Quantity, network: Network) -> Equation | None:
    """The matrix equation of one example that defines a quantity; None for x, y, w and b.

    Raises ValueError for an address outside this network.
    """
    check_kind("network", network, Network)
    network.check_has(quantity)
    L, l, sigma = network.L, quantity.l, network.activation
    match quantity.symbol:
        case "C":
            return pair_of(network).cost.over(1, network.reduction)
        case "nabla_a":
            return pair_of(network).gradient
        case "z":
            return weighted_input_of(network)
        case "a":
            return activation(sigma[l]) if l > 1 else None
        case "sigma_prime":
            return slope(sigma[l])
        case "delta":
            return BP2 if l < L else pair_of(network).error
        case "nabla_b":
            return BP3.over(1, network.reduction)
        case "nabla_w":
            return BP4.over(1, network.reduction)
        case "nabla_x":
            return NABLA_X
    return None


def made_from(quantity: Quantity, network: Network) -> list[Quantity]:
    """The numbers that the equation of this number uses; none for a number that is given.

    Raises ValueError for an address outside this network.
    """
    equation = equation_of(quantity, network)
    if equation is None or equation.component is None:
        return []
    known = dict(zip(equation.component.result_indices, _indices(quantity), strict=False))
    l = quantity.l or network.L
    found = []
    for ref in equation.component.refs:
        found += _all(array_of(ref, l, network.L), ref.indices, known, network)
    return found


def goes_into(quantity: Quantity, network: Network) -> list[Quantity]:
    """The numbers whose equations use this number.

    Raises ValueError for an address outside this network.
    """
    check_kind("network", network, Network)
    network.check_has(quantity)
    whole, found = quantity.whole, list[Quantity]()
    for result in _results(network):
        equation = equation_of(result, network)
        assert equation is not None
        assert equation.component is not None
        component, l = equation.component, result.l or network.L
        for ref in component.refs:
            if array_of(ref, l, network.L) == whole:
                known = dict(zip(ref.indices, _indices(quantity), strict=False))
                found += _all(result, component.result_indices, known, network)
    return list(dict.fromkeys(found))


def _results(network: Network) -> list[Quantity]:
    """Every array that is computed, in the order of the trace."""
    L = network.L
    forward = [Quantity(symbol, l) for l in range(2, L + 1) for symbol in ("z", "a")]
    outputs = [Quantity("C"), Quantity("nabla_a", L)]
    errors = [Quantity(s, l) for l in range(L, 1, -1) for s in ("sigma_prime", "delta")]
    learned = ("nabla_b", "nabla_w") if network.has_biases else ("nabla_w",)
    gradients = [Quantity(s, l) for l in range(L, 1, -1) for s in learned]
    return [*forward, *outputs, *errors, *gradients, Quantity("nabla_x", 1)]


def _indices(quantity: Quantity) -> list[int]:
    return [i for i in (quantity.j, quantity.k) if i is not None]


def _all(whole: Quantity, indices: str, known: dict[str, int], network: Network) -> list[Quantity]:
    """The entries of one array whose indices agree with those known, the others running free."""
    if not indices:
        return [whole]
    shape = (network.sizes[whole.l - 1], network.sizes[whole.l - 2])
    ranges = [
        [known[letter]] if letter in known else range(1, n + 1)
        for letter, n in zip(indices, shape, strict=False)
    ]
    return [Quantity(whole.symbol, whole.l, *entry) for entry in product(*ranges)]
