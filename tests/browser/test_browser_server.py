"""What a browser gets from the server, and how much of it a step costs."""

from playwright.sync_api import Response, expect

from backprop.lesson import Lesson
from tests.browser.explorer import Explorer

STEPS = Lesson().trace().steps


def test_the_page_comes_with_security_headers_and_plotly_once(explorer: Explorer) -> None:
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        if "plotly" in answer.url:
            answers.append(answer)

    explorer.page.on("response", keep)
    answer = explorer.page.reload()
    assert answer is not None
    policy = answer.header_value("content-security-policy") or ""
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert "'unsafe-eval'" not in policy
    assert "frame-ancestors 'self'" in policy
    assert answer.header_value("x-content-type-options") == "nosniff"
    assert answer.header_value("referrer-policy") == "same-origin"
    explorer.wait_until_drawn()
    assert len(answers) == 1
    assert answers[0].header_value("content-encoding") == "gzip"
    assert "immutable" in (answers[0].header_value("cache-control") or "")


def test_a_step_sends_little_and_not_the_trace_again(explorer: Explorer) -> None:
    received: list[bytes] = []

    def keep(frame: str | bytes) -> None:
        received.append(frame if isinstance(frame, bytes) else frame.encode())

    explorer.page.on("websocket", lambda socket: socket.on("framereceived", keep))
    explorer.reload()
    expect(explorer.code).to_have_text([STEPS[0].equation.source])
    explorer.wait_until_quiet()
    assert any(b'"arrays"' in frame for frame in received)  # the trace, at the start
    for number, step in enumerate(STEPS[1:], start=2):
        received.clear()
        explorer.press("ArrowRight")
        expect(explorer.code).to_have_text([step.equation.source])
        while not received:  # the equation waits for no server, which answers later
            explorer.page.evaluate("() => new Promise(requestAnimationFrame)")
        explorer.wait_until_quiet()
        assert 0 < sum(map(len, received)) <= 10_240, f"step {number}"
        assert not any(b'"arrays"' in frame for frame in received), f"step {number}"
