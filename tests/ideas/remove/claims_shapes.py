"""What part "remove" says of shapes that do not fit, and what must be true of it."""

import re

from tests.claims.claims import ADDRESS, Scene, claim, formulas_of
from tests.claims.said import Text
from tests.ideas.remove.claims import address, passes, target
from tests.ideas.remove.wrong_pass import Address

_OPERAND = re.compile(r"(?:σ′\()?(∂C/∂w|∂C/∂b|[wbzaδy]|∇ₐC)([⁰¹²³⁴⁵⁶⁷⁸⁹]*)\)?(ᵀ)?")


_STOPPED = re.compile(
    rf"({ADDRESS}) does not come out, so (?:the step that BP2 takes too early cannot be taken, and "
    rf")?nothing reaches ({ADDRESS})"
)


def shape(scene: Scene, text: str) -> tuple[int, int]:
    """The shape of a product, as its rows and columns say; of what is put together by entries, too."""
    every = _OPERAND.finditer(text.replace("new ", ""))
    operands = [_operand(scene, *found.groups()) for found in every]
    return operands[0][0], operands[-1][1]


def _operand(scene: Scene, symbol: str, layer: str, turned: str | None) -> tuple[int, int]:
    sizes = scene.truth.sizes
    l = "⁰¹²³⁴⁵⁶⁷⁸⁹".index(layer) if layer else scene.truth.L
    found = sizes[l - 1], sizes[l - 2] if symbol.endswith("w") else 1
    return found[::-1] if turned else found


def check_shape(scene: Scene, text: str, rows: str, columns: str) -> None:
    assert shape(scene, text) == (int(rows), int(columns)), shape(scene, text)


def after_title(scene: Scene, text: Text, words: str) -> str:
    """Without what comes before where no sentence is seen to begin, as w³ is a small letter."""
    before, _, left = words.rpartition(". ")
    if found := _STOPPED.fullmatch(before):
        stopped(scene, text, found[1], found[2])
    else:
        assert before in ("", "It does not fit"), before
    return left


def failing(scene: Scene) -> Address:
    """What the sentence is about: the result of this equation, or what ended the pass."""
    wrong = passes(scene.lesson)[1]
    if target(scene) in wrong.failed:
        return target(scene)
    assert target(scene) not in wrong.came
    assert wrong.cause
    return wrong.cause


@claim(
    "{left:text} is {n:int}×{m:int} and {right:text} is {p:int}×{q:int}: 1 column meets {rows:text}.",
    "{left:text} is {n:int}×{m:int} and {right:text} is {p:int}×{q:int}: {m2:int} columns meet {rows:text}.",
    where="^error$",
)
def product(scene: Scene, text: Text, m2: str = "1", **said: str) -> None:
    check_shape(scene, after_title(scene, text, said["left"]), said["n"], said["m"])
    check_shape(scene, said["right"], said["p"], said["q"])
    assert said["m"] == m2 != said["p"]
    assert said["rows"] == f"{said['p']} row{'s' * (said['p'] != '1')}"
    assert failing(scene)


@claim(
    "{left:text} is {n:int}×{m:int} and {right:text} is {p:int}×{q:int}: ⊙ needs two of the same shape.",
    where="^error$",
)
def entrywise(scene: Scene, text: Text, **said: str) -> None:
    check_shape(scene, after_title(scene, text, said["left"]), said["n"], said["m"])
    check_shape(scene, said["right"], said["p"], said["q"])
    assert (said["n"], said["m"]) != (said["p"], said["q"])
    assert failing(scene)


@claim(
    "{left:text} comes out {n:int}×{m:int}, but {right:address} is {p:int}×{q:int}.",
    "{left:text} comes out {n:int}×{m:int}, but {right:address} is {p:int}×{q:int}: rows and columns have changed places.",
    where="^error$",
)
def result(scene: Scene, text: Text, **said: str) -> None:
    check_shape(scene, after_title(scene, text, said["left"]), said["n"], said["m"])
    check_shape(scene, said["right"], said["p"], said["q"])
    assert (said["n"], said["m"]) != (said["p"], said["q"])
    assert ("changed places" in text.text) == ((said["n"], said["m"]) == (said["q"], said["p"]))
    assert address(said["right"]) == failing(scene)


@claim(
    "{cause:address} does not come out, so nothing reaches {what:address}.",
    "{cause:address} does not come out, so the step that BP2 takes too early cannot be taken, and nothing reaches {what:address}.",
    where="^error$",
)
def stopped(scene: Scene, text: Text, cause: str, what: str) -> None:
    wrong = passes(scene.lesson)[1]
    assert address(what) == target(scene)
    assert address(cause) == failing(scene) == wrong.cause
    assert ("too early" in text.text) == (address(cause)[0] == "nabla_w")


@claim("The numbers grow beyond 1.80×10³⁰⁸ here.", where="^error$")
@claim("The numbers grow beyond 1.80×10³⁰⁸ there.", where="^error$")
def too_large(scene: Scene, text: Text) -> None:
    assert text.text.endswith("there.") == (failing(scene) != target(scene))


@formulas_of("remove", "^latex$")
def shapes(scene: Scene, text: Text, latex: str) -> None:
    """The shape under each operand."""
    plain = re.sub(
        r"\\textcolor\{[^}]*\}|\\boxed|\\scriptstyle|\\text\{new \}|\\frac|\\partial |[{} ()]",
        "",
        latex,
    )
    found = re.findall(r"\\underbrace((?:(?!\\underbrace)[^_])+)_(\d+)\\times(\d+)", plain)
    for operand, rows, columns in found:
        symbol = re.fullmatch(r"(?:C)?(w|b|a|\\delta|\\sigma'[za])\^\d+(?:\^T)?", operand)
        layer = re.search(r"\^(\d+)", operand)
        if symbol and layer:
            l = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in layer[1])
            name = "w" if symbol[1] == "w" else "b"
            check_shape(scene, f"{name}{l}{'ᵀ' * operand.endswith('^T')}", rows, columns)
