"""Streamlit does not ask the internet who we are."""

import socket

import pytest
from streamlit import net_util
from streamlit.web.server.server_util import is_url_from_allowed_origins

from backprop.server.patches.external_address import never_ask_for_external_address


def test_an_unknown_origin_is_refused_without_asking(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def getaddrinfo(*address: object, **_options: object) -> list[object]:
        asked.append(address)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)  # put back after
    assert not is_url_from_allowed_origins("http://elsewhere.example")
    assert asked, "Streamlit asks no more of itself: this patch can go"
    asked.clear()
    never_ask_for_external_address()
    assert not is_url_from_allowed_origins("http://elsewhere.example")
    assert asked == []
