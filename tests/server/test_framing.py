"""The one setting that lets other sites show the app in a frame."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backprop.server.framing import SETTING, frame_ancestors


@pytest.mark.parametrize(
    ("setting", "origins"),
    [
        ("", ()),
        ("https://school.example", ("https://school.example",)),
        (" https://school.example ", ("https://school.example",)),
        (
            "https://school.example http://localhost:8080 https://*.other.example",
            ("https://school.example", "http://localhost:8080", "https://*.other.example"),
        ),
    ],
)
def test_origins(monkeypatch: pytest.MonkeyPatch, setting: str, origins: tuple[str, ...]) -> None:
    monkeypatch.setenv(SETTING, setting)
    assert frame_ancestors() == origins


def test_none_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING, raising=False)
    assert frame_ancestors() == ()


@pytest.mark.parametrize(
    "setting",
    [
        "https://school.example; script-src *",
        "https://school.example, https://other.example",
        "https://school.example\nX-Evil: 1",
        "https://school.example\r\n",
        "https://school.example  https://other.example",
        "https://school.example/page",
        "https://",
        "https://*",
        "school.example",
        "javascript:alert(1)",
        "'unsafe-inline'",
        "*",
    ],
)
def test_anything_else_is_refused(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv(SETTING, setting)
    with pytest.raises(ValueError, match=f"{SETTING} must be origins such as .*, got "):
        frame_ancestors()


@given(
    before=st.sampled_from(["", "https://school.example", "https://school.example "]),
    bad=st.sampled_from(";,\n\r\t'\"\\"),
    after=st.text(st.characters(min_codepoint=32, max_codepoint=126)),
)
def test_no_directive_or_header_gets_in(before: str, bad: str, after: str) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(SETTING, before + bad + after)
        with pytest.raises(ValueError, match=SETTING):
            frame_ancestors()
