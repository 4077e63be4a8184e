"""No request leaves the machine."""

from streamlit import net_util


def stay_offline() -> None:
    """Keep Streamlit from asking the internet for this machine's address.

    It would at every websocket that comes from an origin it does not know, one or two seconds
    during which nobody is served. Such a websocket is refused either way.
    """
    net_util.get_external_ip = _unknown


def _unknown() -> None:
    return None
