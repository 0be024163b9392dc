"""Languages: some written by hand, a folder each, all others compiled from locale data.

A folder `lang/<code>/` with Python in it is a hand-written language. One that holds only
`forms.yml` adds to the data of a compiled language; `corpus.yml` stands beside either.
"""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from timeline.temporal import locales
from timeline.temporal.rule import Language


def load(code: str) -> Language:
    """The language with this code; a region is taken off where it is not known ("en-GB").

    A language that nobody knows has no rules, and finds nothing.
    """
    short = _short(code)
    if short in written():
        return _module(short)
    return _compiled(code if locales.name_of(code) else "")


def speaks(code: str) -> bool:
    """Whether there are date rules for a language ("en", "pt-BR", "zh-Hant")."""
    return _short(code) in written() or bool(locales.name_of(code))


def available() -> frozenset[str]:
    """The codes of all languages with rules, written or compiled."""
    return written() | frozenset(locales.codes().values())


@cache
def written() -> frozenset[str]:
    """The codes of the languages written by hand."""
    here = Path(__file__).parent
    return frozenset(p.parent.name for p in here.glob("*/__init__.py"))


def _short(code: str) -> str:
    return code.lower().replace("_", "-").split("-")[0]


@cache
def _module(short: str) -> Language:
    language: Language = importlib.import_module(f"{__name__}.{short}").LANGUAGE
    return language


def _compiled(code: str) -> Language:
    from timeline.temporal.locales.language import compiled  # English never needs it

    return compiled(code)
