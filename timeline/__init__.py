"""Dated events out of articles, reviewed by people, published with their citations."""

from __future__ import annotations

__version__ = "0.1.0"
