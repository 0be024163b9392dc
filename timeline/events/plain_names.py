"""Who and where without a language model: by capitals, word lists and the word before a name."""

from __future__ import annotations

import re

from timeline.events.english import SAYING, TITLES, is_event_noun
from timeline.events.gazetteer import NATIONALITIES, WORKS, is_organisation, is_place
from timeline.events.names import NAME, Names, is_name, is_title
from timeline.events.plain_title import verb_at
from timeline.events.verbs import is_verb
from timeline.events.words import words

_PREPOSITIONS = words("in at near from into outside inside across off")
_PRONOUNS = words("he she it they we i you the this that these those who there since very")
_MONEY = ("$", "£", "€")


def names_of(names: Names, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who and where among the capitalised names of a text, under their full names."""
    who: dict[str, None] = {}
    where: dict[str, None] = {}
    verb = verb_at(text)
    for found in NAME.finditer(text):
        name = names.full(found.group())
        if not _is_named(names, text, found, name):
            continue
        if _is_placed(names, text, found, name, verb) or _follows(text, found, name, list(where)):
            where[name] = None
        else:
            who[name] = None
    return tuple(who), tuple(w for w in where if w not in who)


def _is_named(names: Names, text: str, found: re.Match[str], name: str) -> bool:
    """Whether a capitalised stretch names somebody, a body or a place."""
    if not is_name(name) or is_title(name) or name.lower() in TITLES | SAYING | _PRONOUNS:
        return False
    last = name.rpartition(" ")[2].lower()
    if last in WORKS or name in NATIONALITIES or text[found.end() : found.end() + 1] in _MONEY:
        return False
    return names.is_person(name) or not _only_opens(names, text, found, name)


def _is_placed(names: Names, text: str, found: re.Match[str], name: str, verb: int | None) -> bool:
    if names.is_person(name):
        return False
    before = [w.lower() for w in text[: found.start()].split()[-2:]]
    at = before[:-1] if before[-1:] == ["the"] else before
    locative = bool(at) and at[-1] in _PREPOSITIONS
    behind = verb is not None and found.start() > verb
    thing = text[found.end() :].split()[:1]
    holds = bool(thing) and thing[0].islower() and thing[0].isalpha() and not is_verb(thing[0])
    placed = is_place(name) and (locative or behind or (holds and not name.isupper()))
    return placed or (locative and not is_organisation(name))


def _follows(text: str, found: re.Match[str], name: str, where: list[str]) -> bool:
    """ "Paris, France": the second says where the first is."""
    return bool(where) and is_place(name) and text[: found.start()].endswith(f"{where[-1]}, ")


def _only_opens(names: Names, text: str, found: re.Match[str], name: str) -> bool:
    """Whether a single word has its capital from standing first in the text."""
    word = found.group()
    if found.start() or " " in word or word.isupper() or is_place(name) or is_organisation(name):
        return not found.start() and names.is_common(word)
    if names.is_common(word) or word.endswith(("s", "ing")) or is_event_noun(word):
        return True
    follows = text[found.end() :].split()
    return not follows or not is_verb(follows[0])
