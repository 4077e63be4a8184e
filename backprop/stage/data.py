"""What a stage is sent, key by key: the contract between Python and backprop/browser/.

backprop/browser/types.d.ts has the same for the JavaScript, where it is checked.

An id is an address as Quantity.id writes it, or as an exhibit is named: an array's (w3), a
number's (w3_2_4). A mark or a frame may name a neuron, too: see neuron_id.
"""

from typing import NotRequired, TypedDict

from backprop.figures.json import Json
from backprop.writing.text.sentence import Segments


class StageStep(TypedDict):
    """One step of a stage: what it is called, what it makes of what, and what it does, in words."""

    title: str
    tag: str
    """The number that the book gives its equation, or ""."""
    group: str
    """The steps with one group, one after the other, stand together in the row of all steps."""
    l: int
    """The layer that it is about: its heatmaps are on the board."""
    result: str
    """The id of the array, of the row or of the number that it makes."""
    operands: list[str]
    """The ids of what it uses; w3__2 is column 2 of w3."""
    sentence: Segments


class StageArray(TypedDict):
    """An array with its numbers, which the browser makes a heatmap of: see sent()."""

    title: str
    shape: list[int]
    """Its rows, and its columns where an entry has two indices."""
    values: str
    """Its numbers, row by row, as packed() writes them."""
    indices: NotRequired[tuple[str, str]]
    """The letters of its rows and columns, where they are not j and k."""
    numbered: NotRequired[bool]
    """False where its rows have no numbers beside them."""


class StageData(TypedDict, total=False):
    """All that a stage may be told; ``Picture`` puts it together."""

    # what is on the stage
    parts: list[Json]
    """The parts from top to bottom: for each the module that draws it, and what that is told."""
    sizes: list[int]
    """The neurons in each layer."""
    arrays: dict[str, StageArray]
    """By id: all numbers of the stage are read there."""
    rows: Json
    """By layer, as text, and by direction: the arrays and the signs of a row of the board."""
    layer: int | str
    """The layer of the board where there are no steps; "selected": that of the selected number."""
    words: list[Segments]
    """Sentences below, each in pieces: a text and the symbol whose colour it has, or ""."""

    # how it looks
    scales: dict[str, str]
    """By symbol, its scale of colours: "signed", "unit" or another of figures/theme.py."""
    limits: dict[str, float]
    """By symbol, the absolute value at the end of its scale."""
    like: dict[str, str]
    """By symbol of an exhibit, the quantity whose colour it has."""
    cost: dict[str, str]
    """The cost as a text: short and exact."""

    # what happens when it is pointed at or clicked
    uses: dict[str, list[str]]
    """By id of a cell, the cells that are lit with it: what it was made from."""
    made_of: dict[str, list[str]]
    """By symbol, those whose numbers in the same place are lit with it; a click selects the first.
    """
    marks: Json
    """By id of a cell or a neuron, its sign and the words for it."""
    fixed: list[str]
    """Arrays whose numbers are only lit, and never selected."""
    leads: dict[str, int]
    """By id of a number, or of its array, the step to which a click leads; it selects nothing."""

    # its steps and its frames
    steps: list[StageStep]
    """Its steps in order. Empty: nothing is hidden."""
    born: dict[str, list[int]]
    """By id of an array, the step that makes each of its rows; what is not there is there at first.
    """
    level: str
    """How fine the steps are: "layer" or "neuron"."""
    learning: Json
    """What the step of gradient descent shows beside its arrays: see stage/learning.py."""
    step_choice: str
    """The choice that keeps the step, where that is not the lesson's own step."""
    frames: Json
    """The numbers at each position of a slider: see frames()."""

    # what has changed, and what is turned
    kin: str
    """New data of the same kin show what has changed; of such a stage numbers can be turned."""
    turn: Json
    """The frames that were asked for to turn a number: see turned()."""

    # where the learner is
    trace: str
    """Another text for each trace, where something beside the stage shows numbers of it, too."""
    step: int
    """The step where the lesson is, from 1."""
    selected: str
    """The id of the selected number, or ""."""
    moved: str
    """Another text each time that Python moves the learner: then the stage follows.

    It begins with "opened" where a session has just opened the lesson from its link.
    """
    problem: Json | None
    """What was typed for a number and cannot be: its id, the text and the sentence."""

    # where the browser finds what it needs
    early: str
    """By what it knows these data before they are handed over: see server/early.js."""
    modules: str
    """The address of main.js."""
    plotly: str
    """The address of Plotly."""
