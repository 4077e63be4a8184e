"""QR codes of links, against the modules that the library counts by itself."""

import re
from urllib.parse import quote

import pytest
import segno
from starlette.responses import PlainTextResponse

from backprop.server.qr import LONGEST, QUIET, QRCodes, qr_url
from tests.server.asgi import Answer, ask_once

APP = QRCodes(PlainTextResponse("the app"))


def asked(address: str, path: str = qr_url()) -> Answer:
    return ask_once(APP, path, query=f"address={quote(address)}")


def black(svg: str) -> set[tuple[int, int]]:
    """The black modules of a picture, each as its column and row, without the quiet zone."""
    (path,) = re.findall(r'stroke="#000" d="([^"]+)"', svg)
    found, x, y = set(), 0.0, 0.0
    for command, numbers in re.findall(r"([Mmh])([^Mmh]+)", path):
        values = [float(one) for one in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            found |= {(int(x) - QUIET + n, int(y) - QUIET) for n in range(int(values[0]))}
            x += values[0]
        else:
            before = (0.0, 0.0) if command == "M" else (x, y)
            x, y = before[0] + values[0], before[1] + values[1]
    return found


@pytest.mark.parametrize(
    "address", ["http://localhost:8501/?step=3", "https://x.example/" + "é" * 90]
)
def test_the_picture_has_the_modules_of_the_address(address: str) -> None:
    answer = asked(address)
    code = segno.make_qr(address, error="l")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert black(answer.body.decode()) == {
        (x, y) for y, row in enumerate(code.matrix) for x, module in enumerate(row) if module
    }


def test_the_longest_link_has_one_and_a_longer_one_has_none() -> None:
    address = "http://localhost/?weights="
    assert asked(address.ljust(LONGEST, "a")).status == 200
    assert asked(address.ljust(LONGEST + 1, "a")).status == 414


@pytest.mark.parametrize("address", ["", "javascript:alert(1)", "data:text/html,x"])
def test_only_an_address_of_the_web_has_one(address: str) -> None:
    assert asked(address).status == 400


def test_other_requests_go_on_to_the_app() -> None:
    assert asked("http://localhost/", "/backprop/other").body == b"the app"
    assert ask_once(APP, qr_url(), method="POST").body == b"the app"
