"""Behind a proxy that strips a prefix, as JupyterHub's does, the app is all there."""

from playwright.sync_api import Browser, expect

from backprop.lesson import Lesson
from tests.browser.explorer import Explorer
from tests.browser.proxy import stripping
from tests.browser.server import Server
from tests.browser.watch import Watch


def test_the_stage_comes_and_steps_below_a_prefix(chromium: Browser, server: Server) -> None:
    with stripping("/strip", server.url) as url:
        context = chromium.new_context()
        watch = Watch(context, url)
        explorer = Explorer(context.new_page(), url)
        asked: list[str] = []
        explorer.page.on("request", lambda request: asked.append(request.url))

        explorer.open()
        explorer.press("ArrowRight")
        explorer.at(2)
        expect(explorer.code).to_have_text(Lesson().trace().steps[1].equation.source)
        scripts = [one for one in asked if "/backprop/" in one]
        assert len(scripts) == len(set(scripts)) > 20, "what was preloaded is what is used"

        explorer.open("part=demon&preset=mazur", path="equations/x")
        assert explorer.page.url.startswith(f"{url}/equations?part=demon&preset=mazur")
        context.close()
    assert watch.taken() == []
