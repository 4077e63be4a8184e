"""The equations of a mini-batch in letters: capital letters are matrices with m columns."""

from backprop.engine import Network
from backprop.engine.output_pairs import pair_of
from backprop.engine.quantity import quantity_latex
from backprop.writing.formulas.lines import aligned
from backprop.writing.formulas.palette import Colours, coloured


def in_letters(colours: Colours, network: Network) -> str:
    """X and all equations of this network, one below the other."""

    def letter(name: str, symbol: str, l: str) -> str:
        return coloured(f"{name}^{{{l}}}", symbol, colours)

    def of(symbol: str, l: str) -> str:
        return coloured(quantity_latex(symbol, l), symbol, colours)

    def by(name: str) -> str:
        return coloured(rf"\partial C / \partial {name}^{{l}}", f"nabla_{name}", colours)

    def slope(l: str) -> str:
        return coloured(rf"\sigma'(Z^{{{l}}})", "sigma_prime", colours)

    a, delta = letter("A", "a", "l-1"), letter(r"\Delta", "delta", "l")
    gradient = coloured(r"\nabla_A C", "nabla_a", colours)
    last = rf"{gradient} \odot {slope('L')}"
    if pair_of(network).cancels:
        last = f"{letter('A', 'a', 'L')} - {coloured('Y', 'y', colours)}"
    after = letter(r"\Delta", "delta", "l+1")
    back = rf"\left( ({of('w', 'l+1')})^T {after} \right) \odot {slope('l')}"
    weighted, share = f"= {of('w', 'l')} {a}", r"\tfrac{1}{m}\, " if network.takes_mean else ""
    if network.has_biases:
        weighted += f" + {of('b', 'l')}"
    lines = [
        (letter("A", "a", "1"), r"= X = [\, x_1 \; x_2 \, \cdots \, x_m \,]"),
        (letter("Z", "z", "l"), weighted),
        (letter("A", "a", "l"), rf"= \sigma({letter('Z', 'z', 'l')})"),
        (letter(r"\Delta", "delta", "L"), f"= {last}"),
        (delta, f"= {back}"),
        (by("b"), rf"= {share}{delta}\, (1, \ldots, 1)^T"),
        (by("w"), rf"= {share}{delta} ({a})^T"),
    ]
    return aligned(lines if network.has_biases else [*lines[:-2], lines[-1]])
