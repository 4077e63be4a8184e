"""What the browser gets as JSON."""

from typing import Any

Json = dict[str, Any]
"""A figure, or a part of one, as the browser gets it."""
