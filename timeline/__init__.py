"""Dated events out of articles, reviewed by people, published with their citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["extract", "load"]

if TYPE_CHECKING:
    from timeline.pipeline import extract
    from timeline.selection import load

_HOMES = {"extract": "timeline.pipeline", "load": "timeline.selection"}


def __getattr__(name: str) -> Any:
    """The public functions, loaded on first use: `timeline --help` needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
