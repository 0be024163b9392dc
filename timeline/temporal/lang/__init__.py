"""Languages, a folder each: vocabulary, rules and a corpus of phrases."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from timeline.temporal.rule import Language


@cache
def load(code: str) -> Language:
    """The language with this code ("en", "en-GB" loads "en"). LookupError where there is none."""
    short = code.lower().replace("_", "-").split("-")[0]
    if short not in available():
        raise LookupError(f"no rules for the language {code!r}")
    module = importlib.import_module(f"{__name__}.{short}")
    language: Language = module.LANGUAGE
    return language


@cache
def available() -> frozenset[str]:
    """The codes of all languages that have a folder."""
    here = Path(__file__).parent
    return frozenset(p.parent.name for p in here.glob("*/__init__.py"))
