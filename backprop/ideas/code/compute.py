"""The program of a network as it runs: which line computes which array of the trace."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backprop.engine import ACTIVATIONS, Line, Quantity, Step, Trace, listing
from backprop.engine.listing import Execution, executions
from backprop.engine.output_pairs import pair_of
from backprop.engine.source import expression


@dataclass(frozen=True, eq=False)
class CodeStep:
    """Line ``line`` of the program, counted from 1, as it computes one array.

    ``step`` is the trace's step with the same result, None for the input. ``loop`` is the line of
    the loop that it runs in, 0 for none; ``called`` are the lines of the function that it calls.
    """

    line: int
    quantity: Quantity
    step: Step | None
    loop: int = 0
    called: tuple[int, ...] = ()


def code_steps(trace: Trace) -> tuple[CodeStep, ...]:
    """All lines that compute an array, in the order in which they run.

    Raises ValueError for a trace of several examples.
    """
    trace.check_is_of_one("what a line computes")
    lines = listing(trace.network)
    return tuple(_code_step(trace, lines, one) for one in executions(lines))


def _code_step(trace: Trace, lines: Sequence[Line], one: Execution) -> CodeStep:
    quantity = Quantity(one.symbol, one.l)
    found = trace.step_of(quantity)
    name = _called(trace, quantity)
    return CodeStep(
        one.line,
        quantity,
        found[1] if found else None,
        _loop_of(lines, one.line),
        _defined(lines, name) if name else (),
    )


def _loop_of(lines: Sequence[Line], number: int) -> int:
    """The line above this one that begins its loop, 0 where it is in none."""
    above = range(number - 1, 0, -1)
    deep = lines[number - 1].text.startswith(" " * 8)
    return next((n for n in above if lines[n - 1].text.endswith(":")), 0) if deep else 0


def _called(trace: Trace, quantity: Quantity) -> str:
    """The name of the function that the line of this array calls, "" for none."""
    network, l = trace.network, quantity.l
    sigma = ACTIVATIONS[network.activation[l]] if l > 1 else None
    if not sigma:
        return ""
    if quantity.symbol == "a":
        return sigma.value.__name__
    slope = l < network.L or not pair_of(network).cancels
    return sigma.derivative.__name__ if quantity.symbol == "delta" and slope else ""


def _defined(lines: Sequence[Line], name: str) -> tuple[int, ...]:
    """The lines that define the function of this name."""
    texts = [line.text for line in lines]
    first = next(n for n, text in enumerate(texts, 1) if re.match(rf"def {name}\(", text))
    end = texts.index("", first) if "" in texts[first:] else len(texts)
    return tuple(range(first, end + 1))


def put_in(step: CodeStep, L: int, text: str) -> str:
    """The text of a line with the layers of this step put in: z[2] = w[2] @ a[1] + b[2]."""

    def layer(found: re.Match[str]) -> str:
        return f"[{(L if found[1] == 'L' else step.quantity.l) + int(found[2] or 0)}]"

    return re.sub(r"\[([lL])([-+]1)?\]", layer, text.strip())


def gradient_is_difference(trace: Trace) -> bool:
    """Whether nabla_a is the outputs minus y, and nothing else."""
    return expression(pair_of(trace.network).gradient.formula, {}) == "a - y"


def slope_is_used(step: CodeStep) -> bool:
    """Whether the line of an error multiplies by the slope."""
    return step.step is not None and "sigma_prime" in step.step.operands
