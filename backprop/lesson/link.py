"""The lesson as the parameters of a link, and back, bit for bit.

A parameter is left out where its value is what the reader of the link would take anyway: that of
the preset which the lesson was, or the default for its sizes, whichever gives the shorter link. A
link may come from anybody: what makes no sense in it is dropped with a notice, the rest is kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from backprop.chapter import CHOICES
from backprop.inputs.codec import packed, unpacked
from backprop.inputs.limits import check_rows
from backprop.inputs.parsing import parse_link_number, parse_link_numbers, parse_sizes, parse_whole
from backprop.inputs.phrases import any_of, left_out, shown
from backprop.lesson.change import resized, with_choice
from backprop.lesson.counts import number_of_weights
from backprop.lesson.drawn import drawn
from backprop.lesson.link_weights import MATRICES, ways, with_edits, with_matrix
from backprop.lesson.presets import DATA_SETS, PRESETS, origin_of
from backprop.lesson.record import Lesson
from backprop.writing.text.numbers import written

LONGEST_PARAMETER = 60_000
SURE_LENGTH = 2_000
"""So many characters of a link arrive wherever it is sent."""
Texts = dict[str, str]


def to_query(lesson: Lesson) -> dict[str, str]:
    """The parameters of the shortest link to this lesson; {} for the default lesson."""
    texts, name = _texts(lesson), origin_of(lesson)
    usual, known = _usual(lesson.sizes)
    queries = [*_queries(lesson, texts, usual, known)]
    if name and _is_like(lesson, PRESETS[name]):
        known = _preset_texts(name) | {"preset": "book"}
        queries += _queries(lesson, texts | {"preset": name}, PRESETS[name], known)
    query = min(queries, key=_length)
    return {name: query[name] for name in READERS if name in query}


@lru_cache(maxsize=64)
def has_long_link(lesson: Lesson) -> bool:
    """Whether the link to this lesson is longer than SURE_LENGTH."""
    return _length(to_query(lesson)) > SURE_LENGTH


def from_query(query: Mapping[str, str]) -> tuple[Lesson, list[str]]:
    """The lesson of a link, and a notice for each parameter that made no sense; never raises.

    Parameters that are none of the lesson's are passed over. The lesson's network can be run.
    """
    lesson, wrong = read_query(query)
    return lesson, [left_out(name, why) for name, why in wrong.items()]


def read_query(query: Mapping[str, str]) -> tuple[Lesson, dict[str, str]]:
    """As ``from_query``: the lesson, and by name why a parameter was left out."""
    lesson, wrong = Lesson(), {}
    for name, read in READERS.items():
        text = query.get(name)
        if text is not None:
            try:
                if len(text) > LONGEST_PARAMETER:
                    raise ValueError(f"It has at most {LONGEST_PARAMETER:,} characters.")
                lesson = read(lesson, text)
            except ValueError as error:
                wrong[name] = str(error)
    if why := lesson.problem():  # mostly outputs that the cost cannot take; the default takes any
        lesson = replace(lesson, cost=Lesson.cost)
        wrong["cost"] = why
    return lesson, wrong


def _is_like(lesson: Lesson, preset: Lesson) -> bool:
    """Whether a link may begin with the preset, and need not take its weights away again."""
    return lesson.sizes == preset.sizes and (lesson.weights or preset.weights) == lesson.weights


def _queries(lesson: Lesson, texts: Texts, usual: Lesson, known: Texts) -> Iterator[Texts]:
    """The ways to write what is not ``known`` where the reader has the ``usual`` lesson."""
    query = {name: text for name, text in texts.items() if text != known[name]}
    yield query
    if lesson.weights is not None and "weights" in query:
        rest = {name: text for name, text in query.items() if name != "weights"}
        given = usual.weights or drawn(lesson.sizes, lesson.seed, lesson.spread)
        yield from (rest | way for way in ways(lesson.weights, given, lesson.sizes))


def _length(query: Texts) -> int:
    """The characters that a query has in an address, where , is %2C."""
    text = "&".join(f"{name}={text}" for name, text in query.items())
    return len(text) + 2 * sum(map(text.count, ",:;"))


@lru_cache(maxsize=16)
def _usual(sizes: tuple[int, ...]) -> tuple[Lesson, Texts]:
    """The lesson of a link with these sizes alone, and what it need not say."""
    usual = resized(Lesson(), sizes)
    return usual, _texts(usual) | {"sizes": "3-4-2"}


def _texts(lesson: Lesson) -> Texts:
    """Each choice as the link writes it; equal texts are equal bits."""
    names, data = lesson.activation, _rows(lesson.data)
    return {
        "sizes": "-".join(map(str, lesson.sizes)),
        "activation": names[0] if len(set(names)) == 1 else ",".join(names),
        "cost": lesson.cost,
        "seed": str(lesson.seed),
        "spread": written([lesson.spread], ","),
        "weights": "" if lesson.weights is None else packed(lesson.weights),
        "x": written(lesson.x, ","),
        "y": written(lesson.y, ","),
        "data": next((name for name, rows in DATA_SETS.items() if _rows(rows) == data), data),
        "eta": written([lesson.eta], ","),
        "over": lesson.over,
        "reduction": lesson.reduction,
        "biases": lesson.biases,
        "level": lesson.level,
        "step": str(lesson.step),
        "selected": lesson.selected,
        **{name: lesson.choice(name) for name in CHOICES},
    }


@cache
def _preset_texts(name: str) -> Texts:
    return _texts(PRESETS[name])


def _rows(rows: Iterable[Iterable[float]]) -> str:
    return ";".join(written(row, ",") for row in rows)


def _preset(_: Lesson, text: str) -> Lesson:
    if text not in PRESETS:
        raise ValueError(f"A preset is {any_of(PRESETS)}; this is {shown(text)}.")
    return PRESETS[text]


def _activation(lesson: Lesson, text: str) -> Lesson:
    names = tuple(name.strip() for name in text.split(","))
    return replace(lesson, activation=names * (len(lesson.sizes) - 1) if len(names) == 1 else names)


def _weights(lesson: Lesson, text: str) -> Lesson:
    count = number_of_weights(lesson.sizes)
    return replace(lesson, weights=unpacked(text, count) if text else None)


def _data(lesson: Lesson, text: str) -> Lesson:
    if text.upper() in DATA_SETS:
        return replace(lesson, data=DATA_SETS[text.upper()])
    rows = text.split(";") if text else []
    check_rows(len(rows))
    count = len(lesson.x) + len(lesson.y)
    return replace(lesson, data=tuple(parse_link_numbers(row, count) for row in rows))


def _matrix(name: str) -> Callable[[Lesson, str], Lesson]:
    return lambda lesson, text: with_matrix(lesson, name, text)


def _choice(name: str) -> Callable[[Lesson, str], Lesson]:
    return lambda lesson, text: with_choice(lesson, name, text)


READERS: dict[str, Callable[[Lesson, str], Lesson]] = {
    "preset": _preset,
    "sizes": lambda lesson, text: resized(lesson, parse_sizes(text)),
    "activation": _activation,
    "cost": lambda lesson, text: replace(lesson, cost=text),
    "seed": lambda lesson, text: replace(lesson, seed=parse_whole(text)),
    "spread": lambda lesson, text: replace(lesson, spread=parse_link_number(text)),
    "weights": _weights,
    **{name: _matrix(name) for name in MATRICES},
    "edits": with_edits,
    "x": lambda lesson, text: replace(lesson, x=parse_link_numbers(text, len(lesson.x), "x")),
    "y": lambda lesson, text: replace(lesson, y=parse_link_numbers(text, len(lesson.y), "y")),
    "data": _data,
    "eta": lambda lesson, text: replace(lesson, eta=parse_link_number(text)),
    "over": lambda lesson, text: replace(lesson, over=text),
    "reduction": lambda lesson, text: replace(lesson, reduction=text),
    "biases": lambda lesson, text: replace(lesson, biases=text),
    "level": lambda lesson, text: replace(lesson, level=text),
    "step": lambda lesson, text: replace(lesson, step=parse_whole(text)),
    "selected": lambda lesson, text: replace(lesson, selected=text),
    **{name: _choice(name) for name in CHOICES},
}
"""In the order in which one depends on another: what comes later is checked against the rest."""
