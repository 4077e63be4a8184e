"""What the box of the four equations says: their links, and what can be taken away."""

from collections.abc import Sequence

from backprop.chapter.links import book_links
from backprop.engine import Network
from backprop.engine.backward import BP1A
from backprop.engine.output_pairs import pair_of
from backprop.ideas.remove.compute_mistakes import Mistake
from backprop.ideas.remove.words_mistakes import title_of, what_is_right
from backprop.writing.formulas.lines import aligned
from backprop.writing.text.cost_words import words_of_cost
from backprop.writing.text.descent_words import OTHER_SIGN

CHOSEN = "The equation that is looked at"
LAYER = "Layer $l$"
STEP = "The step w → w − η ∂C/∂w"
OTHER_SIGN_HERE = f":small[{OTHER_SIGN} It is a mistake only where the step still subtracts.]"
"""What is said of an error with the other sign, as Markdown."""
PUT_BACK = "Put everything back"
NEEDS_HIDDEN_LAYER = "BP2 leads an error back to a hidden layer; this network has none."

MEANINGS = {
    "BP1a": (
        r"$\partial C/\partial a^L_j$: how fast the cost changes with output $j$; "
        r"$\sigma'(z^L_j)$: how fast the activation changes with $z$ there"
    ),
    "BP2": (
        r"$(w^{l+1})^T$ moves the error back through the network, to the outputs of layer $l$; "
        r"$\odot\, \sigma'(z^l)$ moves it through the activation function, to the weighted inputs"
    ),
}
"""What the factors of an equation mean, as Markdown; shown until a part is taken away."""


def where_in_the_book(network: Network) -> str:
    """Where the book has the equations, as Markdown; (30) is BP1a for the quadratic cost."""
    links = book_links("BP1", "BP1a", "BP2", "BP3", "31", "BP4", "32")
    numbers = [one for one in pair_of(network).error.numbers if one != BP1A.name]
    noun = words_of_cost(network.cost).noun
    own = f", for {noun} {book_links(*numbers)}" if numbers else ""
    return f"{links}{own} in the book"


def equation_label(name: str, forms: Sequence[str], wrong: bool) -> str:
    """An equation with its name, as Markdown: a cross where it is wrong.

    ``forms`` is its LaTeX; for BP1a the general one may stand before what it comes to with this
    cost, which goes below it.
    """
    sign = " :red[:material/close:]" if wrong else ""
    general, *own = forms
    below = [("", rf"\enspace = {one.split('=', 1)[1]}") for one in own]
    return rf"**{name}{sign}** $\displaystyle {aligned([('', general), *below])}$"


def switches_label(name: str) -> str:
    """What the switches of an equation do."""
    return f"Take away or swap in {name}"


def correction(mistake: Mistake, network: Network) -> str:
    """What is right instead of a mistake, as Markdown."""
    return f":small[**{title_of(mistake.name)}:** {what_is_right(mistake, network)}]"
