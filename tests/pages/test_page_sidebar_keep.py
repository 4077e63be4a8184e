"""The sidebar's step of gradient descent, undo and redo, and files."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from backprop.inputs.limits import MAX_ETA
from backprop.lesson import PRESETS, Lesson, to_json
from backprop.writing import trace_csv, trace_json
from tests.pages.sidebar_app import (
    button,
    chose,
    edited,
    field,
    labelled,
    lesson_of,
    opened,
    pressed,
    ran,
    sentences,
    typed,
)

STEP = "Take one step of gradient descent"


def test_a_step_moves_mazurs_weights_to_his_numbers_and_says_how_the_cost_moved() -> None:
    app = pressed(opened(preset="mazur"), STEP)
    network = lesson_of(app).network()
    assert network.w[3].ravel() == pytest.approx(
        [0.35891648, 0.408666186, 0.511301270, 0.561370121], abs=1e-8
    )
    assert network.w[2].ravel() == pytest.approx(
        [0.149780716, 0.19956143, 0.24975114, 0.29950229], abs=1e-8
    )
    assert [box.value for box in app.sidebar.success] == ["C went down from 0.298 to 0.280."]


def test_what_is_said_of_the_cost_goes_with_the_step() -> None:
    app = pressed(opened(preset="mazur"), STEP)
    pressed(app, "Undo")
    assert not app.sidebar.success
    assert lesson_of(app) == PRESETS["mazur"]


def test_a_second_step_goes_on_from_the_first() -> None:
    app = pressed(pressed(opened(preset="mazur"), STEP), STEP)
    (said,) = [box.value for box in app.sidebar.success]
    assert said.startswith("C went down from 0.280 to 0.2")


def test_a_step_that_is_too_long_goes_up_and_says_so() -> None:
    app = opened(sizes="1-1", activation="linear", x="1", y="0", eta="5", seed="1")
    pressed(app, STEP)
    (said,) = [box.value for box in app.sidebar.warning]
    assert said.startswith("C went up from ")


def test_a_step_beyond_all_limits_is_refused_and_nothing_is_lost() -> None:
    app = opened(sizes="1-1", activation="linear", x="1000000", y="0", eta="1000")
    before = lesson_of(app)
    pressed(app, STEP)
    (sentence,) = sentences(app)
    assert sentence == "A weight or bias would grow beyond 1,000,000; a smaller η helps."
    assert lesson_of(app) == before
    typed(app, "Learning rate η", "1e-9")
    assert sentences(app) == []


def test_eta() -> None:
    assert lesson_of(typed(opened(), "Learning rate η", "0.05")).eta == 0.05


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("fast", "Learning rate η: A number is written like 0.5, −2 or 1e−3; this is “fast”."),
        ("0", "The learning rate η must be above 0 and at most 1,000; it is 0."),
        ("-1", "The learning rate η must be above 0 and at most 1,000; it is −1."),
        ("1001", f"The learning rate η must be above 0 and at most {MAX_ETA:,.0f}; it is 1001."),
    ],
)
def test_an_eta_that_is_none_is_kept_with_a_sentence(text: str, sentence: str) -> None:
    app = typed(opened(), "Learning rate η", text)
    assert sentences(app) == [sentence]
    assert field(app, "Learning rate η").value == text
    assert lesson_of(app) == Lesson()


def test_undo_and_redo_go_through_every_change() -> None:
    app = opened()
    assert button(app, "Undo").disabled
    assert button(app, "Redo").disabled
    lessons = [lesson_of(app)]
    changes: tuple[Callable[[], object], ...] = (
        lambda: typed(app, "Inputs x", "1, 1, 1"),
        lambda: edited(app, "weights_2", {"w2_1_1": "9"}),
        lambda: chose(app, "Layers", 4),
        lambda: pressed(app, STEP),
    )
    for change in changes:
        change()
        lessons.append(lesson_of(app))
    for lesson in reversed(lessons[:-1]):
        assert lesson_of(pressed(app, "Undo")) == lesson
    assert button(app, "Undo").disabled
    for lesson in lessons[1:]:
        assert lesson_of(pressed(app, "Redo")) == lesson
    assert button(app, "Redo").disabled


def test_a_new_change_leaves_nothing_to_redo() -> None:
    app = pressed(typed(opened(), "Inputs x", "1, 1, 1"), "Undo")
    assert not button(app, "Redo").disabled
    typed(app, "Inputs x", "0, 1, 1")
    assert button(app, "Redo").disabled


def test_the_link_to_copy_follows_the_lesson() -> None:
    app = typed(opened(), "Inputs x", "1, 1, 1")
    assert app.query_params["x"] == "1,1,1"
    assert [e for e in app.get("bidi_component") if e.proto.component_name == "backprop_copy_link"]


class Downloads:
    """What the download buttons were given, by their label."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: dict[str, tuple[Callable[[], str], str]] = {}
        real = st.download_button

        def button(label: str, data: Any, name: str, *args: Any, **options: Any) -> bool:
            self.made[label] = (data, name)
            assert options["on_click"] == "ignore"
            return real(label, data, name, *args, **options)

        monkeypatch.setattr(st, "download_button", button)

    def __getitem__(self, label: str) -> str:
        return self.made[label][0]()

    def names(self) -> list[str]:
        return [name for _, name in self.made.values()]


def test_the_files_are_those_of_the_lesson_as_it_is_when_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    downloads = Downloads(monkeypatch)
    app = opened(preset="mazur")
    assert downloads.names() == ["lesson.json", "trace.csv", "trace.json"]
    trace = PRESETS["mazur"].trace()
    assert downloads["Save lesson"] == to_json(PRESETS["mazur"])
    assert downloads["Trace as CSV"] == "\ufeff" + trace_csv(trace)
    assert downloads["Trace as JSON"] == trace_json(trace)
    early = downloads.made["Save lesson"][0]
    edited(app, "weights_2", {"w2_1_1": "0.5"})
    assert early() == to_json(lesson_of(app))


def test_a_link_that_is_long_offers_the_file_and_says_why() -> None:
    """Each of the 24 numbers in a row takes six characters: 0.5, and %2C or %3B."""
    app = opened(sizes="12-12", data=";".join([",".join(["0.5"] * 24)] * 13))
    said = [one.value for one in app.sidebar.caption if "2,000 characters" in one.value]
    assert len(said) == 0
    app = opened(sizes="12-12", data=";".join([",".join(["0.5"] * 24)] * 15))
    said = [one.value for one in app.sidebar.caption if "2,000 characters" in one.value]
    assert len(said) == 1


def uploaded(app: Any, content: bytes, name: str = "lesson.json") -> Any:
    labelled(app.sidebar.file_uploader, "Open lesson").upload(name, content)
    return ran(app.run())


def test_a_lesson_comes_back_from_its_file_bit_for_bit() -> None:
    lesson = replace(
        PRESETS["deep"],
        weights=tuple(0.1 * n for n in range(39)),
        x=(1 / 3, -0.0, 1e-300),
        step=7,
        selected="w3_2_4",
    )
    app = uploaded(opened(), to_json(lesson).encode())
    assert lesson_of(app) == lesson
    assert str(lesson_of(app).x) == str(lesson.x)
    assert sentences(app) == []
    assert lesson_of(pressed(app, "Undo")).sizes == (3, 4, 2)


def test_a_file_can_be_opened_twice() -> None:
    app = uploaded(opened(), to_json(PRESETS["mazur"]).encode())
    assert labelled(app.sidebar.file_uploader, "Open lesson").value is None
    pressed(app, "Undo")
    assert lesson_of(uploaded(app, to_json(PRESETS["mazur"]).encode())) == PRESETS["mazur"]


HUGE = to_json(Lesson()).replace('"sizes": [3, 4, 2]', '"sizes": [3, 10000, 2]')


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "A lesson file is JSON; this file is not, or not all of it."),
        (b"\xff\xfe\x00", "A lesson file is text in UTF-8; this file is not."),
        (b"[1, 2]", 'A lesson file has "format": "backprop lesson" in it; this file has not.'),
        (HUGE.encode(), "A layer has 1 to 12 neurons; layer 2 has 10000."),
        (b" " * 1_000_001, "A lesson file has at most 1,000,000 bytes; this has 1,000,001."),
    ],
)
def test_a_file_that_is_no_lesson_gets_one_sentence(content: bytes, sentence: str) -> None:
    app = uploaded(opened(), content)
    assert sentences(app) == [sentence]
    assert lesson_of(app) == Lesson()
    uploaded(app, to_json(PRESETS["xor"]).encode())
    assert sentences(app) == []
    assert lesson_of(app) == PRESETS["xor"]


def test_a_file_that_the_server_has_lost_gets_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MemoryUploadedFileManager, "get_files", lambda *_, **__: [])
    app = uploaded(opened(), to_json(PRESETS["xor"]).encode())
    assert sentences(app) == ["The file did not arrive. Please open it again."]
    assert lesson_of(app) == Lesson()


def test_the_browser_refuses_a_file_of_50_megabytes_before_it_is_sent() -> None:
    uploader = labelled(opened().sidebar.file_uploader, "Open lesson")
    assert uploader.proto.max_upload_size_mb == 1
