"""Each line, run alone with its layers put in, gives the array that its step says it does."""

from typing import Any

import numpy as np
from hypothesis import given

from backprop import Network, Trace, listing, program, run
from backprop.ideas.code.compute import code_steps, put_in
from tests.laws import laws
from tests.writing.nets import traces


@laws
@given(traces())
def test_every_line_gives_the_array_of_its_step(trace: Trace) -> None:
    network = trace.network
    lines = listing(network)
    known: dict[str, Any] = {"w": network.w, "b": network.b, "x": trace.x, "y": trace.y}
    known |= {"z": {}, "delta": {}, "nabla_b": {}, "nabla_w": {}}
    exec(program(lines), known)  # for the functions that the lines call
    for step in code_steps(trace):
        exec(put_in(step, network.L, lines[step.line - 1].text), known)
        symbol, l = step.quantity.symbol, step.quantity.l
        array = known[symbol] if symbol == "nabla_a" else known[symbol][l]
        assert np.array_equal(array, trace.arrays(symbol)[l])
        assert step.step is None or step.step.result is trace.arrays(symbol)[l]


def test_a_line_knows_its_loop_and_the_function_that_it_calls() -> None:
    trace = run(Network.random((2, 3, 1), {2: "relu", 3: "sigmoid"}), [1, 2], [0])
    lines = [line.text for line in listing(trace.network)]
    by_id = {step.quantity.id: step for step in code_steps(trace)}
    loops = {id: lines[step.loop - 1].strip() for id, step in by_id.items() if step.loop}
    assert loops["z2"] == loops["a3"] == loops["nabla_w2"] == "for l in range(2, L + 1):"
    assert loops["delta2"] == "for l in range(L - 1, 1, -1):"
    assert by_id["nabla_w3"].loop > by_id["delta2"].loop > by_id["z2"].loop
    assert by_id["a1"].loop == by_id["nabla_a3"].loop == by_id["delta3"].loop == 0
    called = {id: [lines[n - 1] for n in step.called] for id, step in by_id.items() if step.called}
    assert called == {
        "a2": ["def relu(z):", "    return np.maximum(0, z)"],
        "a3": ["def sigmoid(z):", "    return 1 / (1 + np.exp(-z))"],
        "delta2": ["def relu_prime(z):", "    return np.where(z > 0, 1.0, 0.0)"],
        "delta3": ["def sigmoid_prime(z):", "    return sigmoid(z) * sigmoid(-z)"],
    }
