"""The settings that a server started in this folder has, read back from Streamlit."""

import json
import subprocess
import sys

import pytest

from tests.server.conftest import ROOT

READ = """
import json
from streamlit import config
print(json.dumps({name: option.value for name, option in config.get_config_options().items()}))
"""


@pytest.fixture(scope="module")
def settings() -> dict[str, object]:
    """All of them, as a fresh process in the project's folder has them."""
    done = subprocess.run(
        [sys.executable, "-c", READ], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("runner.postScriptGC", False),
        ("server.fileWatcherType", "none"),
        ("server.enableStaticServing", False),
        ("server.showEmailPrompt", False),
        ("server.enableXsrfProtection", True),
        ("server.enableCORS", True),
        ("server.enableAgentApi", False),
        ("server.address", "localhost"),
        ("browser.serverAddress", "localhost"),
        ("browser.gatherUsageStats", False),
        ("client.showErrorDetails", "none"),
        ("client.showErrorLinks", False),
        ("client.toolbarMode", "minimal"),
        ("client.allowedOrigins", []),
        ("theme.base", None),
    ],
)
def test_setting(settings: dict[str, object], name: str, value: object) -> None:
    assert settings[name] == value


@pytest.mark.parametrize(
    ("name", "most"),
    [("server.maxUploadSize", 1), ("server.maxMessageSize", 4), ("server.maxWidgetStateSize", 2)],
)
def test_sizes_are_capped(settings: dict[str, object], name: str, most: int) -> None:
    size = settings[name]
    assert isinstance(size, int)
    assert 1 <= size <= most


def luminance(colour: str) -> float:
    """The relative luminance of #rrggbb, as WCAG defines it."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("theme", "background"), [("light", "#ffffff"), ("dark", "#171614")])
def test_the_primary_colour_can_be_read(
    settings: dict[str, object], theme: str, background: str
) -> None:
    primary = settings[f"theme.{theme}.primaryColor"]
    assert isinstance(primary, str)
    dark, bright = sorted((luminance(primary), luminance(background)))
    assert (bright + 0.05) / (dark + 0.05) >= 4.5
