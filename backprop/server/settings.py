"""Settings are looked up once.

Streamlit goes through all of its 200 settings six times at each press of a key, to tell the browser
again which colours the app has: a quarter of what a step costs the server.
"""

from functools import cache

from streamlit import config


def remember_settings() -> None:
    """Keep what a section of the settings holds until the settings are read anew."""
    lookup = cache(config.get_options_for_section)
    config.on_config_parsed(lookup.cache_clear, force_connect=True)
    config.get_options_for_section = lookup
