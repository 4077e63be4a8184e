"""A file is compressed once, and sent as the client can take it."""

import asyncio
import gzip
from pathlib import Path

import pytest

from backprop.server.asset import Asset, accepts_gzip
from tests.server.asgi import Answer, ask, ask_once, wait_for

CONTENT = b"const numbers = [0.05, 0.1, 0.2];\n" * 500
GZIP = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "script.js"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def compressions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of what was compressed during the test."""
    lengths: list[int] = []
    compress = gzip.compress

    def counted(data: bytes, compresslevel: int = 9, *, mtime: float | None = None) -> bytes:
        lengths.append(len(data))
        return compress(data, compresslevel, mtime=mtime)

    monkeypatch.setattr(gzip, "compress", counted)
    return lengths


def test_it_is_sent_compressed(script: Path) -> None:
    answer = ask_once(Asset(script), headers=GZIP)
    assert answer.status == 200
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert int(answer.headers["content-length"]) == len(answer.body) < len(CONTENT) / 10
    assert gzip.decompress(answer.body) == CONTENT


def test_a_script_may_have_no_file() -> None:
    for headers in ({}, GZIP):
        answer = ask_once(Asset(CONTENT), headers=headers)
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        assert (gzip.decompress(answer.body) if headers else answer.body) == CONTENT


def test_it_may_be_kept_for_a_year(script: Path) -> None:
    answer = ask_once(Asset(script), headers=GZIP)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "br"}])
def test_a_client_without_gzip_gets_plain_bytes(script: Path, headers: dict[str, str]) -> None:
    answer = ask_once(Asset(script), headers=headers)
    assert answer.body == CONTENT
    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"


def test_it_is_compressed_once_however_many_ask(script: Path, compressions: list[int]) -> None:
    asset = Asset(script)

    async def many() -> list[Answer]:
        return await asyncio.gather(*(ask(asset, "/", headers=GZIP) for _ in range(20)))

    assert {answer.body for answer in wait_for(many())} == {gzip.compress(CONTENT, mtime=0)}
    assert compressions == [len(CONTENT)] * 2, "once by the asset and once by this test"


def test_a_packed_asset_does_not_compress_on_request(script: Path, compressions: list[int]) -> None:
    asset = Asset(script)
    asset.pack()
    compressions.clear()
    ask_once(asset, headers=GZIP)
    assert compressions == []


@pytest.mark.parametrize("headers", [{}, GZIP])
def test_head_says_what_get_would_send(script: Path, headers: dict[str, str]) -> None:
    get = ask_once(Asset(script), headers=headers)
    head = ask_once(Asset(script), method="HEAD", headers=headers)
    assert head.headers == get.headers
    assert head.body == b""


@pytest.mark.parametrize("headers", [{}, GZIP])
@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
def test_what_the_browser_has_is_not_sent_again(
    script: Path, headers: dict[str, str], known: str
) -> None:
    etag = ask_once(Asset(script), headers=headers).headers["etag"]
    again = ask_once(Asset(script), headers={**headers, "If-None-Match": known.format(etag)})
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == etag
    assert again.headers["cache-control"].startswith("public")


def test_each_encoding_has_its_own_etag(script: Path) -> None:
    asset = Asset(script)
    plain = ask_once(asset).headers["etag"]
    assert ask_once(asset, headers=GZIP).headers["etag"] != plain
    assert ask_once(asset, headers={**GZIP, "If-None-Match": plain}).status == 200


def test_the_etag_follows_the_content(script: Path) -> None:
    before = ask_once(Asset(script)).headers["etag"]
    script.write_bytes(CONTENT + b"//")
    assert ask_once(Asset(script)).headers["etag"] != before


@pytest.mark.parametrize(
    ("accept_encoding", "accepted"),
    [
        ("gzip", True),
        ("GZIP", True),
        ("br, gzip;q=0.5", True),
        ("gzip; q=0.001", True),
        ("*", True),
        ("", False),
        ("br", False),
        ("identity, x-gzip-like", False),
        ("gzip;q=0", False),
        ("gzip; q=0.000, br", False),
        ("gzip;q=0, *", False),
    ],
)
def test_accepts_gzip(accept_encoding: str, accepted: bool) -> None:
    assert accepts_gzip(accept_encoding) is accepted
