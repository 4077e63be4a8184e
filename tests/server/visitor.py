"""A visitor without a browser: plain requests, and Streamlit's messages over the websocket."""

import urllib.error
import urllib.request

from starlette.datastructures import Headers
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Exception_pb2 import Exception as ExceptionElement
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.server.asgi import Answer


def get(url: str, **headers: str) -> Answer:
    """The server's answer, whatever its status."""
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request) as response:
            return Answer(response.status, Headers(dict(response.headers)), response.read())
    except urllib.error.HTTPError as refused:
        with refused:
            return Answer(refused.code, Headers(dict(refused.headers)), refused.read())


def visit(url: str, query: str = "", origin: str | None = None) -> list[ForwardMsg]:
    """Open the page, as one that `origin` brought would: every message of its first run."""
    messages: list[ForwardMsg] = []
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    headers = {"Origin": origin} if origin else {}
    with connect(address, additional_headers=headers, max_size=None) as socket:
        rerun = BackMsg()
        rerun.rerun_script.query_string = query
        socket.send(rerun.SerializeToString())
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            messages.append(ForwardMsg.FromString(socket.recv(decode=False)))
    return messages


def texts(messages: list[ForwardMsg]) -> list[str]:
    """The texts that the page shows with st.text."""
    elements = (message.delta.new_element for message in messages)
    return [element.text.body for element in elements if element.WhichOneof("type") == "text"]


def exceptions(messages: list[ForwardMsg]) -> list[ExceptionElement]:
    """The exceptions that the page shows."""
    elements = (message.delta.new_element for message in messages)
    return [element.exception for element in elements if element.WhichOneof("type") == "exception"]
