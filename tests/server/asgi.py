"""Asks an ASGI application directly, without a server in between."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Scope

T = TypeVar("T")


@dataclass(frozen=True)
class Answer:
    """What the application sent."""

    status: int
    headers: Headers
    body: bytes


async def ask(
    app: ASGIApp,
    path: str,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    query: str = "",
) -> Answer:
    """The answer of `app` to one HTTP request."""
    sent: list[Message] = []
    raw = [(name.lower().encode(), text.encode()) for name, text in (headers or {}).items()]
    scope: Scope = {"type": "http", "method": method, "path": path, "headers": raw}
    scope["query_string"] = query.encode()

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], Headers(raw=sent[0]["headers"]), body)


def ask_once(app: ASGIApp, path: str = "/", **options: Any) -> Answer:
    """As `ask`, for a test that is not itself asynchronous."""
    return wait_for(ask(app, path, **options))


def wait_for(work: Coroutine[Any, Any, T]) -> T:
    """What `work` comes to. In a thread of its own, since Playwright's loop runs in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
