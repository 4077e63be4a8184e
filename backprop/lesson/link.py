"""The lesson as the parameters of a link, and back, bit for bit.

A parameter is left out where its value is what the reader of the link would take anyway: that of
the preset which the lesson is, else the default for its sizes. A link may come from anybody:
what makes no sense in it is dropped with a notice, the rest is kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from backprop.chapter import CHOICES
from backprop.inputs.codec import packed, unpacked
from backprop.inputs.limits import check_rows
from backprop.inputs.parsing import parse_link_numbers, parse_number, parse_sizes, parse_whole
from backprop.inputs.phrases import any_of, left_out, shown
from backprop.lesson.change import resized, with_choice
from backprop.lesson.counts import number_of_weights
from backprop.lesson.presets import DATA_SETS, PRESETS, preset_of
from backprop.lesson.record import Lesson
from backprop.writing.text.numbers import written

LONGEST_PARAMETER = 60_000


def to_query(lesson: Lesson) -> dict[str, str]:
    """The parameters of the link to this lesson; {} for the default lesson."""
    texts, name = _texts(lesson), preset_of(lesson)
    if name:
        usual = _preset_texts(name)
    else:
        usual = {**_texts(resized(Lesson(), lesson.sizes)), "sizes": "3-4-2"}
    query = {} if name in ("", "book") else {"preset": name}
    return query | {key: text for key, text in texts.items() if text != usual[key]}


def from_query(query: Mapping[str, str]) -> tuple[Lesson, list[str]]:
    """The lesson of a link, and a notice for each parameter that made no sense; never raises.

    Parameters that are none of the lesson's are passed over. The lesson's network can be run.
    """
    lesson, notices = Lesson(), []
    for name, read in _READERS.items():
        text = query.get(name)
        if text is not None:
            try:
                if len(text) > LONGEST_PARAMETER:
                    raise ValueError(f"It has at most {LONGEST_PARAMETER:,} characters.")
                lesson = read(lesson, text)
            except ValueError as error:
                notices.append(left_out(name, str(error)))
    if why := lesson.problem():  # mostly outputs that the cost cannot take; the default takes any
        lesson = replace(lesson, cost=Lesson.cost)
        notices.append(left_out("cost", why))
    return lesson, notices


def _texts(lesson: Lesson) -> dict[str, str]:
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
        "level": lesson.level,
        "step": str(lesson.step),
        "selected": lesson.selected,
        **{name: lesson.choice(name) for name in CHOICES},
    }


@cache
def _preset_texts(name: str) -> dict[str, str]:
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


def _choice(name: str) -> Callable[[Lesson, str], Lesson]:
    return lambda lesson, text: with_choice(lesson, name, text)


_READERS: dict[str, Callable[[Lesson, str], Lesson]] = {
    "preset": _preset,
    "sizes": lambda lesson, text: resized(lesson, parse_sizes(text)),
    "activation": _activation,
    "cost": lambda lesson, text: replace(lesson, cost=text),
    "seed": lambda lesson, text: replace(lesson, seed=parse_whole(text)),
    "spread": lambda lesson, text: replace(lesson, spread=parse_number(text)),
    "weights": _weights,
    "x": lambda lesson, text: replace(lesson, x=parse_link_numbers(text, len(lesson.x), "x")),
    "y": lambda lesson, text: replace(lesson, y=parse_link_numbers(text, len(lesson.y), "y")),
    "data": _data,
    "eta": lambda lesson, text: replace(lesson, eta=parse_number(text)),
    "over": lambda lesson, text: replace(lesson, over=text),
    "level": lambda lesson, text: replace(lesson, level=text),
    "step": lambda lesson, text: replace(lesson, step=parse_whole(text)),
    "selected": lambda lesson, text: replace(lesson, selected=text),
    **{name: _choice(name) for name in CHOICES},
}
"""In the order in which one depends on another: what comes later is checked against the rest."""
