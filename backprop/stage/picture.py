"""The data of a stage, put together piece by piece: see ``StageData`` for what each of them is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from backprop.engine import Quantity, Trace
from backprop.engine.activations import Array
from backprop.figures import limits, scale_of
from backprop.figures.json import Json
from backprop.stage.arrays import MATRICES, of_symbol, sent
from backprop.stage.board import rows
from backprop.stage.data import StageArray, StageData, StageStep
from backprop.stage.exhibits import Exhibit, exhibited
from backprop.stage.frames import Marks, frames
from backprop.stage.highlights import Cells, Uses, cells
from backprop.writing import exact, short
from backprop.writing.text.sentence import Segments

VECTORS = ("a", "b", "z", "y", "sigma_prime", "nabla_a", "delta", "nabla_b")


@dataclass(frozen=True, eq=False)
class Picture:
    """What a stage shows; each method gives another picture, with something more on it."""

    data: StageData

    @classmethod
    def of(
        cls, trace: Trace, parts: Iterable[str | Json], symbols: Sequence[str] = VECTORS + MATRICES
    ) -> "Picture":
        """A stage with these parts that shows a whole trace, nothing hidden.

        A part is the module that draws it (browser/board.js, ideas/mean/examples.js), or a
        dictionary with its ``module`` and what else that is told. Of the arrays only those of
        these ``symbols`` are sent.
        """
        network = trace.network
        scales = {one: scale_of(one, trace) for one in (*VECTORS, *MATRICES, *symbols)}
        return cls(
            {
                "parts": [_told(part) for part in parts],
                "sizes": list(network.sizes),
                "level": "layer",
                "arrays": _arrays(trace, symbols),
                "born": {},
                "rows": {str(l): rows(network, l) for l in range(2, network.L + 1)},
                "limits": limits(trace),
                "scales": scales,
                "cost": {"short": short(trace.cost), "exact": exact(trace.cost)},
                "steps": [],
            }
        )

    def has(self, name: str) -> bool:
        """Whether there is an array with this id."""
        return name in self.data["arrays"]

    def cells(self, name: str) -> Cells:
        """The ids of the cells of the array with this id, row by row."""
        return cells(self.data["arrays"], name)

    def limit(self, symbol: str) -> float:
        """The absolute value at the end of the scale of this symbol."""
        return self.data["limits"][symbol]

    def scale(self, symbol: str) -> str:
        """The scale of colours of this symbol."""
        return self.data["scales"][symbol]

    def with_parts(self, *parts: str | Json) -> "Picture":
        """With these parts besides."""
        return self._with({"parts": [*self.data["parts"], *map(_told, parts)]})

    def with_words(self, sentences: Iterable[Segments]) -> "Picture":
        """With these sentences in its part browser/words.js."""
        return self._with({"words": list(sentences)})

    def with_exhibits(self, shown: Iterable[Exhibit], limit: float | None = None) -> "Picture":
        """With these exhibits besides; ``limit`` for all, or else each family's own."""
        return self._with(exhibited(self.data, list(shown), limit))

    def with_frames(
        self,
        choice: str,
        label: str,
        positions: Sequence[float],
        present: float,
        arrays: Mapping[str, Sequence[Array]],
        words: Sequence[Sequence[Segments]] = (),
        marks: Sequence[Marks] = (),
        rest: float = 0.0,
    ) -> "Picture":
        """With a slider over these positions: see ``frames``."""
        made = frames(
            choice, label, positions, present, arrays, words=words, marks=marks, rest=rest
        )
        return self._with({"frames": made})

    def with_steps(
        self, steps: Sequence[StageStep], born: Mapping[str, list[int]], level: str = "neuron"
    ) -> "Picture":
        """With these steps; ``born`` says which of them makes each row of an array."""
        return self._with({"steps": list(steps), "born": dict(born), "level": level})

    def at_step(self, step: int, choice: str, leads: Mapping[str, int]) -> "Picture":
        """At this step, from 1, which a choice of the lesson keeps; where clicks lead to steps."""
        return self._with({"step": step, "step_choice": choice, "leads": dict(leads)})

    def with_rows(self, rows: Json) -> "Picture":
        """With these rows of arrays on its board, by layer and direction."""
        return self._with({"rows": rows})

    def at_layer(self, layer: int | str) -> "Picture":
        """With this layer on its board: "selected" for that of the selected number."""
        return self._with({"layer": layer})

    def with_kin(self, kin: str) -> "Picture":
        """With numbers that may be turned, and are compared with those before of the same kin."""
        return self._with({"kin": kin})

    def with_selected(self, selected: str) -> "Picture":
        """With the number of this id selected."""
        return self._with({"selected": selected})

    def with_uses(self, uses: Uses) -> "Picture":
        """With what each cell was made from, lit when it is pointed at."""
        return self._with({"uses": uses})

    def with_marks(self, marks: Marks) -> "Picture":
        """With signs on these cells."""
        return self._with({"marks": marks})

    def _with(self, more: StageData) -> "Picture":
        return Picture(self.data | more)


def _told(part: str | Json) -> Json:
    return {"module": part} if isinstance(part, str) else part


def _arrays(trace: Trace, symbols: Iterable[str]) -> dict[str, StageArray]:
    """The arrays of these symbols by id."""
    found = {}
    for symbol in symbols:
        for l, values in of_symbol(symbol, trace).items():
            quantity = Quantity(symbol, l)
            found[quantity.id] = sent(values, quantity.text, matrix=symbol in MATRICES)
    return found
