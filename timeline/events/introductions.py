"""How a document introduces its people, bodies and things, before it calls them by a noun alone.

"A two-year ban" before "the ban", "the Halden Harbour Council" before "the council", "President
Vera Orr" before "the president". Only what the whole document knows one of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from timeline.events.english import TITLES, is_event_noun
from timeline.events.names import NAME
from timeline.events.words import words

_NO_MODIFIER = words(
    """
    of in to for on at by with from and or as was were is are be been had has have that which who
    new other first second third last next same such more most many several few own further
    the a an this these those only it he she they not will would
    """
)
_BODIES = words(
    """
    council committee commission parliament congress senate assembly court ministry department
    agency bureau party union bank university college institute association federation foundation
    society club church hospital museum airline group league alliance board fund authority office
    organization organisation company army navy police treaty accord agreement act bridge airport
    """
)
_CALENDAR = words(
    """
    january february march april may june july august september october november december monday
    jan feb mar apr jun jul aug sep sept oct nov dec
    tuesday wednesday thursday friday saturday sunday week month year years months weeks days
    """
)
_OPENERS = words("the a an in on at for from by with after before as when while if but and so")
_NO_LONGER = (
    "".join(
        rf"(?<!{word} )"
        for word in ("[Ff]ormer", "[Vv]ice", "[Dd]eputy", "[Aa]cting", "[Ll]ate", "then")
    )
    + r"(?<!-)"
)


class Introductions:
    """What one document calls its things in full; every answer is the only one there is."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "\n".join(texts)
        self._known: dict[str, str | None] = {}

    def of(self, noun: str) -> str | None:
        """The one fuller name of a noun, or None where there is none or are several."""
        if noun not in self._known:
            self._known[noun] = self._body(noun) if noun in _BODIES else None
            self._known[noun] = self._known[noun] or self._described(noun)
        return self._known[noun]

    def holder(self, role: str, full: Callable[[str], str]) -> str | None:
        """Who the one president (minister, mayor) of the document is; `full` completes a name."""
        if role not in TITLES:
            return None
        word = rf"[{role[0].upper()}{role[0]}]{re.escape(role[1:])}"
        before = rf"{_NO_LONGER}\b{word}\s({NAME.pattern})"
        behind = rf"({NAME.pattern}), (?:the |then )?(?:[\w-]+\s){{0,2}}{word}\b"
        found = {m[1] for p in (before, behind) for m in re.finditer(p, self._text)}
        return _only(full(name) for name in found)

    def _body(self, noun: str) -> str | None:
        """ "The council" where one body is named that, and none is spoken of without a name."""
        proper = noun.capitalize()
        if re.search(rf"\b(?:[Aa]n?|[Aa]nother|[Tt]wo)\s(?:[\w-]+\s){{0,3}}{noun}s?\b", self._text):
            return None
        named = re.compile(
            rf"(?:[A-Z][\w’'-]*\s){{1,4}}{proper}\b(?!\s(?:[A-Z]|of|for))"
            rf"|(?:[A-Z][\w’'-]*\s)*{proper}\s(?:of|for)\s(?:the\s)?(?:{NAME.pattern})"
        )
        return _only(_without_opener(m.group()) for m in named.finditer(self._text))

    def _described(self, noun: str) -> str | None:
        named = re.compile(
            rf"\b(?:(?:[Aa]n?|its|their)\s(?P<plain>(?:[\w’'-]+\s){{1,3}})"
            rf"|the\s(?P<proper>(?:[A-Z][\w’-]*\s){{1,3}})){re.escape(noun)}\b",
        )
        found = {}
        for match in named.finditer(self._text):
            modifiers = (match["plain"] or match["proper"]).split()
            if not any(w.lower() in _NO_MODIFIER or w.isdigit() for w in modifiers):
                found[" ".join(modifiers).lower()] = f"{' '.join(modifiers)} {noun}"
        if not found and is_event_noun(noun):
            return self._completed(noun)
        return found.popitem()[1] if len(found) == 1 else None

    def _completed(self, noun: str) -> str | None:
        """ "A crisis in Norland", "the talks between Norland and Suder" before the bare noun."""
        named = re.compile(
            rf"\b(?:[Aa]n?|[Tt]he)\s({re.escape(noun)}\s(?:of|in|against|between|over)"
            rf"\s(?:the\s)?(?:{NAME.pattern})(?:\sand\s(?:{NAME.pattern}))?)"
        )
        found = {match[1] for match in named.finditer(self._text)}
        found = {f for f in found if not _CALENDAR & set(f.lower().replace(".", "").split())}
        return found.pop() if len(found) == 1 else None


def _without_opener(name: str) -> str:
    parts = name.split()
    while len(parts) > 1 and parts[0].lower() in _OPENERS:
        parts = parts[1:]
    return " ".join(parts)


def _only(names: Iterable[str]) -> str | None:
    """The one name, or the longest where the others are its ends."""
    found = {name for name in names if " " in name}
    longest = max(sorted(found), key=len, default=None)
    return longest if longest and all(longest.endswith(name) for name in found) else None
