"""The files hold every number of the trace, to the last bit."""

import csv
import io
import json

import numpy as np
import pytest
from hypothesis import given

from backprop import Quantity, Trace, run
from backprop.writing import trace_csv, trace_json
from tests.engine.lessons import entries, lesson_342
from tests.laws import laws
from tests.writing.nets import trace_of, traces

PER_EXAMPLE = ("a", "y", "z", "nabla_a", "sigma_prime", "delta", "nabla_x")


def table(trace: Trace) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(trace_csv(trace))))


def check(trace: Trace) -> None:
    found = {(row["id"], row["example"]): float(row["value"]) for row in table(trace)}
    expected = {}
    for quantity in entries(trace):
        values = np.ravel(trace.value(quantity)).tolist()
        shared = quantity.symbol not in PER_EXAMPLE
        for example, value in enumerate(values, start=1):
            expected[quantity.id, "" if shared else str(example)] = value
    assert found == expected
    assert len(table(trace)) == len(expected)


@laws
@given(traces())
def test_the_table_is_the_trace(trace: Trace) -> None:
    check(trace)


@pytest.mark.parametrize("cost", ["quadratic", "cross-entropy"])
def test_the_table_of_several_examples(cost: str) -> None:
    check(lesson_342("sigmoid", cost, m=3).run())


def test_the_table_says_where_a_number_was_made() -> None:
    trace = trace_of([3, 4, 2], ["tanh", "sigmoid"], "quadratic", 1)
    rows = {row["id"]: row for row in table(trace)}
    *address, example, _ = rows["w3_2_4"].values()
    assert address == ["0", "given", "w3_2_4", "w³₂₄"]
    assert example == ""
    assert rows["z2_1"]["step"] == "1"
    assert rows["nabla_w2_4_3"]["step"] == "14"
    assert rows["nabla_w2_4_3"]["equation"] == "BP4"
    steps = [int(row["step"]) for row in table(trace)]
    assert steps == sorted(steps)


def test_extreme_numbers_survive() -> None:
    trace = trace_of([1, 1], ["linear"], "quadratic", 1)
    tiny = run(trace.network, [5e-324], [1 / 3])
    rows = {row["id"]: float(row["value"]) for row in table(tiny)}
    assert rows["a1_1"] == 5e-324
    assert rows["y2_1"] == 1 / 3


@laws
@given(traces())
def test_json_is_the_trace(trace: Trace) -> None:
    content = json.loads(trace_json(trace))
    network = trace.network
    assert content["sizes"] == list(network.sizes)
    assert content["activation"] == {str(l): name for l, name in network.activation.items()}
    assert content["cost function"] == network.cost
    assert content["cost"] == trace.cost
    assert content["x"] == trace.x.tolist()
    assert content["y"] == trace.y.tolist()
    assert content["w"] == {str(l): w.tolist() for l, w in network.w.items()}
    assert content["b"] == {str(l): b.tolist() for l, b in network.b.items()}
    for entry, step in zip(content["steps"], trace.steps, strict=True):
        assert entry["equation"] == step.equation.name
        assert entry["l"] == step.l
        assert entry["result"] == {step.quantity.id: step.result.tolist()}
        assert entry["operands"] == {
            step.operand_quantities[name].id: array.tolist()
            for name, array in step.operands.items()
        }
        for id, value in entry["operands"].items():
            assert value == trace.value(Quantity.parse(id)).tolist()


def test_json_has_no_words_that_json_has_not() -> None:
    def refuse(word: str) -> float:
        raise AssertionError(f"{word} must not be in the file")

    trace = trace_of([3, 4, 2], ["tanh", "sigmoid"], "quadratic", 1)
    json.loads(trace_json(trace), parse_constant=refuse)
