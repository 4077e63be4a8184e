"""What part "columns" says of a mini-batch, and what must be true of it."""

from functools import partial
from itertools import pairwise

from backprop.lesson import examples_of
from tests.claims.claims import Scene, always, check_number, claim, number_of
from tests.claims.said import Text
from tests.claims.truth import Truth

here = partial(claim, part="^columns$")
MOST = 8
_UP = "⁰¹²³⁴⁵⁶⁷⁸⁹"

always(
    "Sums in another order may round differently.",
    "Which one is faster, and by how much?",
    part="^columns$",
)


LINES = {
    ("mean", True): ("two of its lines become means:", "nabla_b", "nabla_w"),
    ("mean", False): ("one of its lines becomes a mean:", "nabla_w"),
    ("sum", True): ("one of its lines becomes a sum:", "nabla_b"),
    ("sum", False): ("none of its lines changes: @ does the sum",),
}
"""What is said of the program, and the lines that follow, by reduction and whether it has biases."""


@here(
    "nabla_b[l] = delta[l].mean(1, keepdims=True)",
    "nabla_b[l] = delta[l].sum(1, keepdims=True)",
    "nabla_w[l] = delta[l] @ a[l-1].T / x.shape[1]",
    "none of its lines changes: @ does the sum",
    where="^code$",
)
def over_examples(scene: Scene, text: Text) -> None:
    call, changed, *lines = text.text.splitlines()
    reduction, biases = scene.lesson.reduction, scene.lesson.biases != "none"
    assert call.startswith("nabla_b, nabla_w = " if biases else "nabla_w = ")
    said = (changed.removeprefix("# "), *(line.partition("[")[0] for line in lines))
    assert said == LINES[reduction, biases]
    assert not lines or (".sum(" in text.text) == (reduction == "sum")


def examples(scene: Scene) -> list[Truth]:
    """The network on each example of the table, or on those made up, that has a cost."""
    n, found = len(scene.lesson.x), []
    for row in examples_of(scene.lesson):
        one = scene.truth.on(row[:n], row[n:])
        try:
            one.cost  # noqa: B018
            found.append(one)
        except (ValueError, OverflowError):
            continue
    return found or [scene.truth]


def batch(scene: Scene) -> list[Truth]:
    return examples(scene)[: len(scene.data["frames"]["values"])]


@here(
    "Multiplications in the equations: {one:number} for one example, so {m:int} × {again:number} = {all:number} in both forms."
)
def multiplications(scene: Scene, text: Text, one: str, m: str, again: str, **fields: str) -> None:
    sizes, true = scene.truth.sizes, scene.truth
    weights = [n * before for before, n in pairwise(sizes)]
    slopes = sum(sizes[1:])
    if true.cancels:
        slopes -= sizes[-1]
    true_one = sum(weights) + slopes + sum(weights[1:]) + sum(weights)
    assert one == again == f"{true_one:,}"
    assert int(m) == len(batch(scene)) == min(MOST, len(examples(scene))) or int(m) == 1
    assert fields["all"] == f"{int(m) * true_one:,}"


def gradients(true: Truth) -> list[float]:
    weights = [one for rows in true.nabla_w.values() for row in rows for one in row]
    if true.biases == "none":
        return weights
    return weights + [one for errors in true.delta.values() for one in errors]


@here(
    "Gradients: they differ by at most {apart:number}, where the largest of one example is {most:number}."
)
def differ(scene: Scene, text: Text, apart: str, most: str) -> None:
    largest = max(abs(one) for true in batch(scene) for one in gradients(true))
    check_number(most, largest, noise=1e-9 * largest)
    assert 0 < number_of(apart) <= 1e-6 * largest
    assert len(batch(scene)) > 1


@here("Gradients: the same in both forms, bit for bit.")
def same(scene: Scene, text: Text) -> None:
    """Of several examples no test can know it; the other sentence is false of one."""


@here("The mini-batch: the first {m:int} of {n:int} examples.")
def part_of_table(scene: Scene, text: Text, m: str, n: str) -> None:
    assert (int(m), int(n)) == (MOST, len(examples(scene)))
    assert len(batch(scene)) == MOST < int(n)


@here(
    "The mini-batch is the first example alone: the sums over all {n:int} grow beyond what a float64 holds."
)
def first_alone(scene: Scene, text: Text, n: str) -> None:
    assert int(n) == len(examples(scene)) > len(batch(scene)) == 1
    assert max(abs(one) for true in examples(scene) for one in gradients(true)) > 1e150


def layer(scene: Scene) -> int:
    (found,) = {id for id in scene.data["arrays"] if id.startswith("Z")}
    return int(found[1:])


@here(
    "Example {i:int} is column {column:int} of {A:text}, {Z:text} and {Delta:text}.",
    where="frames/words$",
)
def column(scene: Scene, text: Text, i: str, column: str, **names: str) -> None:
    l = layer(scene)
    assert int(i) == int(column) == text.position + 1
    assert names == {
        "A": f"A{_UP[l - 1]}" if l > 2 else "X", "Z": f"Z{_UP[l]}", "Delta": f"Δ{_UP[l]}",
    }  # fmt: skip


@here("The loop has the first of {m:int} products.", where="frames/words$")
def begun(scene: Scene, text: Text, m: str) -> None:
    assert text.position == 0
    assert int(m) == len(batch(scene)) > 1


@here("The loop has added {i:int} of {m:int} products.", where="frames/words$")
def under_way(scene: Scene, text: Text, i: str, m: str) -> None:
    assert 1 < int(i) == text.position + 1 < int(m) == len(batch(scene))


@here("The loop has added all {m:int}: it has come to the gradient below.", where="frames/words$")
def at_its_end(scene: Scene, text: Text, m: str) -> None:
    assert int(m) == len(batch(scene)) == text.position + 1 > 1


@here("With one example, each has one column.", where="frames/words$")
def alone(scene: Scene, text: Text) -> None:
    assert len(batch(scene)) == 1


@here("example {i:int}", where=r"marks/\w+/words$")
def mark(scene: Scene, text: Text, i: str) -> None:
    matrix, *indices = text.where.split("/")[-2].split("_")
    turned = matrix.startswith("turned")
    if len(indices) == 2:
        column = indices[0 if turned else 1]
    else:  # of a matrix with one column
        column = indices[0] if turned and indices else "1"
    assert int(i) == text.position + 1 == int(column)
