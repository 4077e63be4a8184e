"""Disable Streamlit's look-up of the machine's external address."""

from streamlit import net_util


def never_ask_for_external_address() -> None:
    """Keep Streamlit from asking the internet for this machine's address.

    It would at every websocket that comes from an origin it does not know, one or two seconds
    during which nobody is served. Such a websocket is refused either way.
    """
    net_util.get_external_ip = _unknown


def _unknown() -> None:
    return None
