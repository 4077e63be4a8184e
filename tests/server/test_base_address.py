"""The script that says where the app is, in the pages and nowhere else."""

import gzip

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from backprop.server.base_address import BaseAddress, script_url
from backprop.server.compression import all_assets
from backprop.server.streamlit_files import index_html
from tests.server.asgi import ask_once

PAGE = "<html><head><title>é</title></head></html>"


def test_it_comes_before_all_other_scripts() -> None:
    html = ask_once(BaseAddress(HTMLResponse(index_html()), "/a.js")).body.decode()
    assert html.index("<script") == html.index('<script src="./a.js"></script>')
    assert html.replace('<script src="./a.js"></script>', "") == index_html()


def test_the_length_is_that_of_the_new_page() -> None:
    answer = ask_once(BaseAddress(HTMLResponse(PAGE), "/a.js"))
    assert int(answer.headers["content-length"]) == len(answer.body) > len(PAGE.encode())


def test_a_compressed_page_stays_compressed() -> None:
    packed = Response(
        gzip.compress(PAGE.encode()),
        headers={"Content-Encoding": "gzip"},
        media_type="text/html",
    )
    answer = ask_once(BaseAddress(packed, "/a.js"))
    assert '<head><script src="./a.js"></script>' in gzip.decompress(answer.body).decode()
    assert int(answer.headers["content-length"]) == len(answer.body)


@pytest.mark.parametrize(
    "other", [PlainTextResponse("<head>"), HTMLResponse("<head>", status_code=404)]
)
def test_other_answers_are_left_alone(other: Response) -> None:
    assert ask_once(BaseAddress(other, "/a.js")).body == b"<head>"


def test_a_question_for_the_headers_alone_has_no_body_to_change() -> None:
    answer = ask_once(BaseAddress(HTMLResponse(PAGE), "/a.js"), method="HEAD")
    assert int(answer.headers["content-length"]) == len(PAGE.encode())


def test_the_script_is_served() -> None:
    assert script_url() in all_assets()
