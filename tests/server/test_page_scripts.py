"""Scripts of ours, in the pages and nowhere else."""

import gzip

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from backprop.server.compression import all_assets
from backprop.server.page_scripts import PageScripts, page_scripts
from backprop.server.streamlit_files import index_html
from tests.server.asgi import ask_once

PAGE = "<html><head><title>é</title></head></html>"


def test_they_come_in_order_before_all_other_scripts() -> None:
    html = ask_once(PageScripts(HTMLResponse(index_html()), ["/a.js", "/b.js"])).body.decode()
    ours = '<script src="./a.js"></script><script src="./b.js"></script>'
    assert html.index("<script") == html.index(ours)
    assert html.replace(ours, "") == index_html()


def test_the_length_is_that_of_the_new_page() -> None:
    answer = ask_once(PageScripts(HTMLResponse(PAGE), ["/a.js"]))
    assert int(answer.headers["content-length"]) == len(answer.body) > len(PAGE.encode())


def test_a_compressed_page_stays_compressed() -> None:
    packed = Response(
        gzip.compress(PAGE.encode()),
        headers={"Content-Encoding": "gzip"},
        media_type="text/html",
    )
    answer = ask_once(PageScripts(packed, ["/a.js"]))
    assert '<head><script src="./a.js"></script>' in gzip.decompress(answer.body).decode()
    assert int(answer.headers["content-length"]) == len(answer.body)


@pytest.mark.parametrize(
    "other", [PlainTextResponse("<head>"), HTMLResponse("<head>", status_code=404)]
)
def test_other_answers_are_left_alone(other: Response) -> None:
    assert ask_once(PageScripts(other, ["/a.js"])).body == b"<head>"


def test_a_question_for_the_headers_alone_has_no_body_to_change() -> None:
    answer = ask_once(PageScripts(HTMLResponse(PAGE), ["/a.js"]), method="HEAD")
    assert int(answer.headers["content-length"]) == len(PAGE.encode())


def test_they_are_served() -> None:
    assert len(page_scripts()) == 5
    assert page_scripts().keys() <= all_assets().keys()
