"""The modules that a page names in its headers."""

import re

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse

from backprop.server.compression import all_assets
from backprop.server.preload import Preload, first_picture
from backprop.server.stage_modules import stage_modules
from backprop.server.streamlit_files import linked_from_index, scripts_and_styles
from tests.server.asgi import ask_once


def test_the_stage_and_its_frame_and_the_formulas_are_named_once() -> None:
    named = first_picture()
    assert len(set(named)) == len(named)
    assert set(named) <= set(all_assets())
    for script in ("BidiComponent", "rehype-katex"):
        assert [one for one in named if f"/{script}." in one] != []


def test_of_the_stage_just_what_the_explorer_draws_with_is_named() -> None:
    named = {one.rpartition("/")[2] for one in first_picture() if one in stage_modules()}
    assert {"main.js", "diagram.js", "board.js", "heatmap.js"} <= named
    assert named.isdisjoint({"curve.js", "slider.js", "neuron_push.js", "examples.js"})
    assert not any("/ideas/" in one for one in first_picture())


def test_all_that_they_import_comes_with_them() -> None:
    named = first_picture()
    known = {*named, *linked_from_index()}
    code = {address: path.read_bytes() for address, path in scripts_and_styles().items()}
    for address, module in (code | stage_modules()).items():
        if address in named:
            start = module.decode().split(";const ")[0].split("var ")[0]
            for name in re.findall(r'import[^;]*?"\./([^"]+)";', start):
                assert f"{address.rpartition('/')[0]}/{name}" in known


def test_nothing_is_named_that_the_page_links_by_itself() -> None:
    assert not set(first_picture()) & linked_from_index()


@pytest.mark.parametrize(
    ("page", "named"), [(HTMLResponse("<p>"), True), (PlainTextResponse("ok"), False)]
)
def test_pages_name_them_and_other_answers_do_not(page: HTMLResponse, named: bool) -> None:
    answer = ask_once(Preload(page, ["/a.js", "/b.js"]))
    link = "<./a.js>; rel=modulepreload, <./b.js>; rel=modulepreload"
    assert answer.headers.getlist("link") == ([link] if named else [])
