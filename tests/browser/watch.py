"""What no page may do, whatever the test is about: fail in silence, or leave the machine."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, WebError

# A broken rule of the Content-Security-Policy speaks up in the console.
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
  console.error(`the policy ${violatedDirective} blocked ${blockedURI}`));
"""


class Watch:
    """Collects every page error, console error, broken policy and foreign request of a browser."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.complaints: list[str] = []
        self._host = urlsplit(url).netloc
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("weberror", self._on_error)
        context.on("console", self._on_console)
        context.on("request", lambda request: self._on_address(request.url))
        context.on("page", lambda page: page.on("websocket", lambda ws: self._on_address(ws.url)))

    def taken(self) -> list[str]:
        """What has come together since the last look."""
        taken, self.complaints = self.complaints, []
        return taken

    def _on_error(self, error: WebError) -> None:
        self.complaints.append(f"page error: {error.error}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"console error: {message.text} {message.location}")

    def _on_address(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("data", "blob") and parts.netloc != self._host:
            self.complaints.append(f"request to another site: {address[:200]}")
