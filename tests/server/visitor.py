"""A visitor without a browser: plain requests, and Streamlit's messages over the websocket."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection

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


@contextmanager
def staying(url: str, query: str = "", origin: str | None = None) -> Iterator[list[ForwardMsg]]:
    """As `visit`, with the page open until the end of the block."""
    messages: list[ForwardMsg] = []
    address = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    headers = {"Origin": origin} if origin else {}
    with connect(address, additional_headers=headers, max_size=None) as socket:
        rerun = BackMsg()
        rerun.rerun_script.query_string = query
        socket.send(rerun.SerializeToString())
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            messages.append(ForwardMsg.FromString(socket.recv(decode=False)))
        yield messages


def visit(url: str, query: str = "", origin: str | None = None) -> list[ForwardMsg]:
    """Open the page, as one that `origin` brought would: every message of its first run."""
    with staying(url, query, origin) as messages:
        return messages


@contextmanager
def uploading(
    url: str, page: list[ForwardMsg], name: str, content: bytes = b"{}"
) -> Iterator[tuple[HTTPConnection, bytes]]:
    """A file on its way to the session of an open page, as a browser sends it; its end is left."""
    session = page[0].new_session.initialize.session_id
    cookie = get(f"{url}/_stcore/health").headers["set-cookie"].partition(";")[0]
    head = b'--file\r\nContent-Disposition: form-data; name="file"; filename="lesson.json"\r\n\r\n'
    end = b"\r\n--file--\r\n"
    headers = {
        "Content-Length": str(len(head + content + end)),
        "Content-Type": "multipart/form-data; boundary=file",
        "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2],
    }
    with closing(HTTPConnection(url.partition("//")[2])) as connection:
        path = f"/_stcore/upload_file/{session}/{name}"
        connection.request("PUT", path, head + content, headers)
        yield connection, end


def upload(url: str, page: list[ForwardMsg], name: str, content: bytes = b"{}") -> int:
    """Send a file to the session of an open page: the answer's status."""
    with uploading(url, page, name, content) as (connection, end):
        connection.send(end)
        return connection.getresponse().status


def texts(messages: list[ForwardMsg]) -> list[str]:
    """The texts that the page shows with st.text."""
    elements = (message.delta.new_element for message in messages)
    return [element.text.body for element in elements if element.WhichOneof("type") == "text"]


def exceptions(messages: list[ForwardMsg]) -> list[ExceptionElement]:
    """The exceptions that the page shows."""
    elements = (message.delta.new_element for message in messages)
    return [element.exception for element in elements if element.WhichOneof("type") == "exception"]
