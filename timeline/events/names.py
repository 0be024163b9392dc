"""The people and organisations of a document, each under the name the article introduces it by.

A cheap pass over all paragraphs, without a model: it learns which short names belong to which
full ones ("Orr" to "Vera Orr", "WTC" to "World Trade Council") and which names are people's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache

from timeline.events.english import TITLES
from timeline.events.gazetteer import NATIONALITIES, is_given_name, is_organisation, is_place
from timeline.events.words import words

_CAP = r"(?:[A-ZÀ-ÖØ-ÞŁŚŠŽČİ][\w’'\-–]*[^\W_]|[A-Z]\.(?:[A-Z]\.)*)"
_INNER = r"(?:of|the|de|del|della|di|da|dos|du|des|la|le|van|von|der|den|bin|ibn|al|el|for|ter)"
_BODY = (
    r"(?:Organi[sz]ation|Ministry|Department|Institute|Cent(?:er|re)|Office|Bureau|Agency|Bank"
    r"|Committee|Commission|Council|Court|Fund|Society|Academy|Association|Convention|Board)"
)
# Bodies named after several things: "Organization for Security and Co-operation in Europe".
_LIST_NAMED = (
    rf"(?:{_CAP} )*{_BODY} (?:of|for) (?:the )?{_CAP}(?: {_CAP})*(?:, {_CAP}(?: {_CAP})*)*,? and"
    rf" {_CAP}(?: {_CAP})*(?: (?:in|of|for) {_CAP}(?: {_CAP})*)?"
)
NAME = re.compile(
    rf"(?<!\w)(?:{_LIST_NAMED}|{_CAP}(?:(?:(?<![’']s) (?:{_INNER} ){{0,2}}|-){_CAP})*)"
)
_EXPLAINED = re.compile(rf"({NAME.pattern}(?: and {NAME.pattern})?) \(([A-Z][A-Z.]{{1,7}})\)")
_LOWER = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿ][\w’'-]*")
_POSSESSIVE = re.compile(r"[’']s?$")
_COMPANY = words(
    "Group Inc Inc. Corp Corp. Corporation Company Ltd Ltd. Airlines Industries Agency"
)
_TOO_MANY = words("house police forces force army government press office group")
_NATIONAL = (
    "ian",
    "ish",
    "ese",
    "iot",
    "ench",
    "ean",
    "rican",
)  # "Soviet Russian" is nobody's name
_CALENDAR = words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december christmas easter
    jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight
    """
)
_DIRECTIONS = words(
    """
    north south east west northern southern eastern western central new old great greater upper
    lower united royal first second
    """
)
_OPENERS = words(
    """
    the a an in on at for from by with after before as when while if but and so yet it he she they
    we his her its their this that these those there then here both each some many most all no not
    one two three several since during under over according to what who why how also meanwhile
    through however moreover although though given despite until about our my your last next
    earlier later because recently top such even still while among between separately indeed
    instead nevertheless therefore thus once unless whether before only just other another few
    """
)
_OPENING_WORDS = _OPENERS - {"the", "a", "an"}
_TITLES_AND_OPENERS = TITLES | _OPENERS
_HONORIFICS = words("mr mrs ms mx dr prof professor sir dame lord lady")
_REGNAL = words("king queen prince princess pope emperor")  # they go with the first name
_CALENDAR_AND_ZONES = _CALENDAR | {"utc", "gmt", "est", "pdt"}


class Names:
    """What one document tells about its names."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = tuple(texts)
        counts: Counter[str] = Counter()
        titled: dict[str, set[str]] = {}
        for text in texts:
            for found in NAME.finditer(text):
                whole, bare = _parts(text, found)
                if bare:
                    counts[bare] += 1
                    if whole != bare and whole.rpartition(" ")[2] == bare.rpartition(" ")[2]:
                        before = whole.removesuffix(bare).lower().split()
                        titled.setdefault(bare, set()).update(before)
        self._texts = texts
        self._surnames = {
            last: full
            for last, full in _surnames(counts, titled).items()
            if self._may_be(full, titled.get(last, set())) and self._is_surname(last, full)
        }
        self._others = _bodies(counts) | _long_forms(texts) | _company_names(counts)
        self.people = frozenset(self._surnames.values()) | {
            n for n in counts if " " in n and (n in titled or _looks_personal(n))
        }
        alternatives = "|".join(map(re.escape, sorted(self._surnames, key=len, reverse=True)))
        self._short = re.compile(rf"(?<![\w.’'-])({alternatives})(?![\w-])")

    def full(self, name: str) -> str:
        """The name as the article introduces it: no titles, no possessive, no article."""
        bare = strip_titles(_POSSESSIVE.sub("", _without_calendar(name)))
        return self._surnames.get(bare) or self._others.get(bare) or bare

    def _may_be(self, full: str, titles: set[str]) -> bool:
        """Whether "President Orr" can be Vera Orr: somewhere the two stand together."""
        ranks = (titles & TITLES) - _HONORIFICS
        if not ranks:
            return True
        rank = rf"\b(?:{'|'.join(map(re.escape, sorted(ranks)))})\b"
        name, between = rf"\b{re.escape(full.lower())}\b", r"(?:[^.!?]|\.\w)"
        alone = rf"{rank}(?!\s{re.escape(full.lower().rpartition(' ')[2])}\b)"
        near = re.compile(rf"{rank}{between}{{0,40}}{name}|{name}{between}{{0,60}}{alone}")
        return any(near.search(text.lower()) for text in self._texts)

    def _is_surname(self, last: str, full: str) -> bool:
        """ "Top Israeli" is nobody, nor is "Because Halden"."""
        first = full.split()[0]
        if is_given_name(first):
            return last not in NATIONALITIES
        return is_name(last) and first.lower() not in _OPENERS and not self.is_common(first)

    def is_person(self, name: str) -> bool:
        """Whether the document shows this to be a person's name."""
        return self.full(name) in self.people

    def is_common(self, word: str) -> bool:
        """Whether the document has a word without its capital, too."""
        return word.lower() in self._common

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(w for text in self._texts for w in _LOWER.findall(text))

    def expand(self, text: str) -> str:
        """The text with each surname made a full name where it stands first."""
        if not self._surnames:
            return text
        seen = {full for full in self._surnames.values() if full in text}

        def replace(match: re.Match[str]) -> str:
            full = self._surnames[match[1]]
            before = text[: match.start()].rstrip().rpartition(" ")[2]
            part_of_name = before[:1].isupper() and before.lower() not in _TITLES_AND_OPENERS
            if full in seen or part_of_name:
                return match[1]
            seen.add(full)
            return full

        return self._short.sub(replace, text)


@lru_cache(maxsize=4096)
def strip_titles(name: str) -> str:
    """ "Defense Secretary Ash Carter" to "Ash Carter": titles before a name, and articles."""
    parts = name.split()
    while len(parts) > 1 and parts[0].lower() in ("the", "a", "an"):
        parts = parts[1:]
    if is_organisation(" ".join(parts)):
        return " ".join(parts)
    titles = [i for i, w in enumerate(parts[:-1]) if w.lower().rstrip(".") in TITLES]
    regnal = titles and parts[titles[-1]].lower() in _REGNAL
    if regnal and parts[titles[-1] + 2 : titles[-1] + 3] in ([], ["of"]):
        return " ".join(parts[titles[-1] : titles[-1] + 2])
    if titles == [0] and parts[0] == "General":
        return " ".join(parts)  # a rank is written "Gen."; General Motors is none
    parts = parts[titles[-1] + 1 :] if titles else parts
    return " ".join(parts[2:] if len(parts) > 3 and parts[0] == "of" else parts)


def is_name(text: str) -> bool:
    """Whether a text can name somebody or some place: no weekday, time zone, nationality."""
    single = text.removesuffix("s")
    if " " not in text and (single.endswith(_NATIONAL[:3]) or {text, single} & NATIONALITIES):
        return False
    return len(text) > 1 and text.lower() not in _CALENDAR_AND_ZONES


def is_title(name: str) -> bool:
    """Whether a name is only what somebody is: "French President"."""
    parts = name.lower().split()
    return parts[-1] in TITLES and all(
        w in TITLES or w.endswith(_NATIONAL) or w in _OPENERS for w in parts
    )


def _without_calendar(name: str) -> str:
    """ "Halden Wednesday" is a name and the day something happened."""
    parts = name.split()
    if len(parts) > 1 and parts[0].lower() in _OPENING_WORDS:
        parts = parts[2:] if len(parts) > 2 and parts[1] == "of" else parts[1:]
    while len(parts) > 1 and parts[0].lower() in _CALENDAR:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].lower() in _CALENDAR:
        parts = parts[:-1]
    return " ".join(parts)


def _parts(text: str, found: re.Match[str]) -> tuple[str, str]:
    """A name without the word that only opens its sentence, and that without titles."""
    parts = _POSSESSIVE.sub("", found.group()).split()
    before = text[: found.start()].rstrip()
    if not before or before[-1] in '.!?“"”:':
        while parts and parts[0].lower() in _OPENERS:
            parts = parts[1:]
    if len(parts) == 1 and parts[0].lower() in _CALENDAR:
        return "", ""
    whole = _without_calendar(" ".join(parts))
    return whole, strip_titles(whole) if whole else ""


def _looks_personal(name: str) -> bool:
    first, *rest = name.split()
    known = is_given_name(first) or first.lower() in _REGNAL
    return 1 <= len(rest) <= 3 and known and not is_organisation(name)


def _surnames(counts: Counter[str], titled: Collection[str]) -> dict[str, str]:
    """Surname to full name, where the document has one full name only that ends in it."""
    candidates: dict[str, set[str]] = {}
    for name in counts:
        parts = name.split()
        if not 2 <= len(parts) <= 4 or is_organisation(name) or is_place(name):
            continue
        national = any(w.endswith(_NATIONAL) for w in parts) or parts[0].lower() in _DIRECTIONS
        if (is_given_name(parts[0]) or not national) and not any(
            w in ("of", "the", "for") for w in parts
        ):
            candidates.setdefault(parts[-1], set()).add(name)
    out = {}
    for last, names in candidates.items():
        best = max(sorted(names), key=len)
        alone = counts[last] > 0 or last in titled
        agree = all(best.endswith(n) or set(n.split()) <= set(best.split()) for n in names)
        if alone and agree and not is_place(last) and len(last) > 2 and last[1].islower():
            out[last] = best
    return out


def _long_forms(texts: Iterable[str]) -> dict[str, str]:
    """Acronyms that the document explains: "the World Trade Council (WTC)"."""
    out: dict[str, str] = {}
    for text in texts:
        for found in _EXPLAINED.finditer(text):
            parts = [(i, w) for i, w in enumerate(found[1].split()) if w[0].isupper()]
            parts = parts[1:] if parts[0][1] == "The" else parts
            for first, (at, _) in enumerate(parts):
                initials = "".join(w[0] for _, w in parts[first:])
                acronym = found[2].replace(".", "")
                if initials == acronym or (first == 0 and initials.startswith(acronym)):
                    out.setdefault(found[2], " ".join(found[1].split()[at:]))
    return out


def _company_names(counts: Counter[str]) -> dict[str, str]:
    """ "Halden" to "Halden Group", where the document has both."""
    full = {name.rpartition(" ")[0]: name for name in counts if name.rpartition(" ")[2] in _COMPANY}
    return {short: name for short, name in full.items() if short and counts[short]}


def _bodies(counts: Counter[str]) -> dict[str, str]:
    """ "Department" to "Department of the Interior", where one longer name has it."""
    bodies = sorted((n for n in counts if " " in n and is_organisation(n)), key=len)
    out: dict[str, str] = {}
    for short in counts:
        if short.lower() in _TOO_MANY or not is_organisation(short):
            continue
        longer = [n for n in bodies if n != short and _is_part(short, n)]
        if longer and all(n in longer[-1] for n in longer):
            out[short] = longer[-1]
    return {short: out.get(name, name) for short, name in out.items()}


def _is_part(short: str, name: str) -> bool:
    """Whether a name is the short form of another: its end, or what stands before "of"."""
    return name.endswith(f" {short}") or name.startswith((f"{short} of ", f"{short} for "))
