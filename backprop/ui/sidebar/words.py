"""Every label and sentence of the sidebar."""

from collections.abc import Sequence

from backprop.engine import Quantity
from backprop.inputs.phrases import count_of
from backprop.lesson.link import SURE_LENGTH

PRESET = "Example"
OWN_PRESET = "Your own"
"""A lesson that is none of the built-in examples."""
NO_ORIGIN = "A network of your own. Choose an example to see what it is about."
RESET = "Back to it"

LAYERS = "Layers"
NEURONS_TABLE = "Neurons in each layer"
NEURONS_CORNER, NEURONS_ROW = "Layer", "Neurons"

ACTIVATION, COST = "Activation", "Cost"
EACH = "one per layer"
"""The choice of another activation for each layer."""

SEED, SPREAD = "Seed", "Standard deviation"
BY_HAND = "by hand"
"""In place of a seed, where the weights are typed."""
ROLL = "Roll"
WEIGHTS = "Weights and biases"
INTO_LAYER = "Into layer"

X, Y = "Inputs x", "Desired y"

DATA_SET, ROW = "Data set", "Row"
NO_DATA, OWN_DATA = "none", "your own"
"""Two choices beside the built-in data sets."""
CHOOSE_ROW = "choose"
FIT = "Make the network fit"

RATE = "Learning rate η"
OVER = "A step goes over"
"""What the list beside eta chooses, where there is a table."""
TAKE_STEP = "Take one step of gradient descent"

CONVENTIONS = "What other books do"
HALF, REDUCED, BIASES_OF = "Quadratic cost", "C of several examples", "Biases"
HALVES = {True: "with ½, as in the book", False: "without ½"}
OF_REDUCTIONS = {"mean": "the mean, as in the book", "sum": "the sum"}
OF_BIASES = {"learn": "learn, as in the book", "fixed": "stay as they are", "none": "are not there"}
_OTHER = {"sum": "C is a sum", "fixed": "biases stay", "none": "no biases"}

UNDO, REDO = "Undo", "Redo"
FILES = "Files"
SAVE, OPEN = "Save lesson", "Open lesson"
LONG_LINK = (
    f"This link has over {SURE_LENGTH:,} characters; many mail programs and chats cut it. "
    "The file holds the same lesson."
)
AS_CSV, AS_JSON = "Trace as CSV", "Trace as JSON"
FILE_LOST = "The file did not arrive. Please open it again."


def other_conventions(half: bool, reduction: str, biases: str) -> str:
    """What is not as in the book; "" where all is."""
    found = [] if half else ["no ½ in C"]
    found += [_OTHER[one] for one in (reduction, biases) if one in _OTHER]
    return f"Not as in the book: {', '.join(found)}." if found else ""


def cost_label(name: str, half: bool) -> str:
    """A cost in the list of costs, where the quadratic one stands for both, with and without ½."""
    return name if half else "squared error"


def changed_from(title: str) -> str:
    """That a lesson was the example of this title."""
    return f"You have changed “{title}”."


def neurons_label(l: int, L: int) -> str:
    """The cell with the number of neurons in layer l of L."""
    if l == 1:
        return "Neurons in layer 1, the inputs"
    return f"Neurons in layer {l}, the outputs" if l == L else f"Neurons in layer {l}"


def layer_called(l: int) -> str:
    """The cell with the number of neurons in layer l, in a sentence."""
    return f"layer {l}"


def layer_label(l: int) -> str:
    """The activation of one layer."""
    return f"Layer {l}"


def weights_name(l: int, has_biases: bool = True) -> str:
    """The table of the weights and biases into layer l."""
    w, b = Quantity("w", l).text, Quantity("b", l).text
    both = f"{w} and {b}" if has_biases else w
    return f"{both}: row j for the neuron in layer {l}, column k for the one before"


def over_name(rows: int) -> str:
    """What a step goes over: so many rows of the table, or 0 for this example."""
    return f"all {count_of(rows, 'row')}" if rows else "this example"


def row_text(x: str, y: str) -> str:
    """A row of the data set in the list of rows."""
    return f"{x} → {y}"


def does_not_fit(data_set: str, needed: Sequence[int], here: Sequence[int]) -> str:
    """That a data set needs another network; both are a number of inputs and one of outputs."""
    (inputs, outputs), (n_x, n_y) = needed, here
    return (
        f"{data_set} needs {count_of(inputs, 'input')} and {count_of(outputs, 'output')}; "
        f"this network has {count_of(n_x, 'input')} and {count_of(n_y, 'output')}."
    )
