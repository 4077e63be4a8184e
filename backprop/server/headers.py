"""The security headers of every answer: a page may load from its own server and nowhere else.

In another site's iframe the app works as it is; only uploads need more, because the XSRF cookie
must cross sites: HTTPS and `server.xsrfCookieSameSite = "none"`. CORS stays as it is, since the
frame talks to its own origin, and "Copy link" needs `allow="clipboard-write"` on the iframe.
"""

import base64
import hashlib
import re
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop.server.framing import frame_ancestors
from backprop.server.streamlit_files import index_html


def security_headers() -> dict[str, str]:
    """The headers, with the policy for the sites that `frame_ancestors` allows."""
    others = frame_ancestors()
    headers = {
        "Content-Security-Policy": content_security_policy(others),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": (
            "camera=(), clipboard-write=(self), display-capture=(), geolocation=(), "
            "microphone=(), midi=(), payment=(), usb=()"
        ),
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    # X-Frame-Options cannot name other sites, and where it disagrees older browsers believe it.
    return headers if others else {**headers, "X-Frame-Options": "SAMEORIGIN"}


def content_security_policy(others: tuple[str, ...]) -> str:
    """The policy: everything from this server; `others` may show it in a frame.

    Components of Streamlit arrive as blobs, emotion writes style elements, and icons are data URLs.
    """
    own_scripts = " ".join(_inline_script_hashes(index_html()))
    directives = {
        "default-src": "'self'",
        "script-src": f"'self' blob: 'wasm-unsafe-eval' {own_scripts}".strip(),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(("'self'", *others)),
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def _inline_script_hashes(html: str) -> list[str]:
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digests = [hashlib.sha256(script.encode()).digest() for script in scripts]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


class SecurityHeaders:
    """Middleware that sets `headers` on every HTTP answer, in place of any of the same name."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self.app = app
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)
