"""The settings are looked up once, and again when they have changed."""

import pytest
from streamlit import config

from backprop.server.patches.option_cache import cache_options


def test_a_section_is_looked_up_once_until_the_settings_are_read_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    look_up = config.get_options_for_section

    def counted(section: str) -> dict[str, object]:
        asked.append(section)
        return look_up(section)

    monkeypatch.setattr(config, "get_options_for_section", counted)
    cache_options()
    theme = look_up("theme")
    for _ in range(3):
        assert config.get_options_for_section("theme") == theme
    assert config.get_options_for_section("server") == look_up("server")
    assert asked == ["theme", "server"]
    config._on_config_parsed.send()
    assert config.get_options_for_section("theme") == theme
    assert asked == ["theme", "server", "theme"]
