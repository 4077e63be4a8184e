"""Tests here run pages, too."""

from tests.pages.conftest import components_looked_up_once

__all__ = ["components_looked_up_once"]
