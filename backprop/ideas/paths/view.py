"""Part "paths"."""


def paths() -> None:
    """Nothing yet."""
