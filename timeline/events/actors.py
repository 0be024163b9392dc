"""Who takes part in an event and where it happens, from the names of its clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from timeline.events.english import is_event_noun
from timeline.events.gazetteer import PLACE_WORDS, is_organisation, is_place
from timeline.events.names import NAME, Names, is_name
from timeline.events.parser import Tree
from timeline.events.words import words

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMED = _PLACES | {"PERSON", "ORG"}
_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
_TAKING_PART = frozenset({"by", "between", "with"})
_LEADERS = words(
    """
    leaders leader presidents president ministers minister representatives government governments
    officials delegates parliaments parliament army forces troops diplomats envoys
    """
)
_WORKS = words(
    """
    act bill law resolution decision agreement treaty accord accords project plan war prize cup
    award time day week month amendment constitution olympic olympics games statement
    """
)
_LOCATIVE = frozenset({"in", "at", "near"})
_SITTING = words("house senate parliament legislature assembly court congress")
_BRACKET = re.compile(r"\s*[(\[].*$")


@dataclass(frozen=True, slots=True)
class _Entity:
    first: int
    last: int
    label: str
    name: str


def actors_and_places(
    tree: Tree, scope: set[int], title: str, names: Names, *, beyond: Collection[int] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """People and organisations, and places, each under its full name, once.

    Those whose tokens are in `scope` or who stand in the title. A country or city that acts
    ("Norland annexed") is who, otherwise where.
    """
    who: dict[str, None] = {}
    where: dict[str, None] = {}
    for person in sorted(names.people, key=title.find):
        if person in title and tree.text.find(person.rpartition(" ")[2]) < 0:
            who[person] = None  # stands for a pronoun
    entities = _entities(tree, names)
    for entity in entities:
        beside = entity.label in _PLACES and tree.tokens[entity.last].dep in ("appos", "conj")
        if entity.first in scope or (beside and tree.tokens[entity.last].head in scope):
            scope = scope | {entity.last}
            _place(tree, entity, names, who, where)
    if not who:
        for entity in entities:
            if entity.first in beyond and entity.label not in _PLACES:
                who[entity.name] = None
    if not where:
        for entity in entities:
            known = entity.name in who or is_organisation(entity.name)
            if entity.label in _PLACES and _locates(tree, entity) and not known:
                where[entity.name] = None
    if not where:
        where |= {place: None for name in who for place in _seat(name)}
    return tuple(who), tuple(w for w in where if w not in who)


def _place(
    tree: Tree, entity: _Entity, names: Names, who: dict[str, None], where: dict[str, None]
) -> None:
    name = entity.name
    on_it = not entity.label and tree.tokens[entity.first - 1].text.lower() == "on"
    located = (_locates(tree, entity) or on_it) and not names.is_person(name)
    placed = entity.label in _PLACES or (located and (is_place(name) or not entity.label))
    placed = placed or (entity.first > 1 and _is_place_of(tree, entity.first))
    named_to_act = not placed or names.is_person(name)
    if named_to_act or _acts(tree, entity) or is_organisation(name) or _leads(tree, entity):
        who[name] = None
    elif tree.tokens[entity.last].dep not in ("compound", "nmod", "amod"):
        where[name] = None


def _leads(tree: Tree, entity: _Entity) -> bool:
    """ "The leaders of Norland and Suder met": the countries meet."""
    root = entity.last
    while tree.tokens[root].dep == "conj" and tree.tokens[root].head != root:
        root = tree.tokens[root].head
    link = tree.tokens[tree.tokens[root].head]
    return link.text.lower() == "of" and tree.tokens[link.head].text.lower() in _LEADERS


def _is_place_of(tree: Tree, first: int) -> bool:
    """ "the town of Halden"."""
    before = [t.text.lower() for t in tree.tokens[first - 2 : first]]
    return before[1] == "of" and before[0] in PLACE_WORDS


def _locates(tree: Tree, entity: _Entity) -> bool:
    inside = range(entity.first, entity.last + 1)
    root = next((i for i in inside if tree.tokens[i].head not in inside), entity.last)
    if tree.tokens[root].dep == "npadvmod":  # "in Halden Bay Wednesday", read as one name
        root = entity.first
    return tree.tokens[entity.first - 1].text.lower() in _LOCATIVE or (
        tree.tokens[root].dep == "pobj"
        and tree.tokens[tree.tokens[root].head].text.lower() in _LOCATIVE
    )


def _seat(name: str) -> list[str]:
    """Parliaments and courts act where they sit: "Norland House of Deputies" in Norland."""
    parts = name.split()
    if len(parts) > 2 and parts[-2] == "of" and is_place(parts[-1]):
        return [parts[-1]]
    if not _SITTING & {w.lower() for w in parts}:
        return []
    for length in (2, 1):
        place = " ".join(parts[:length])
        if is_place(place) and len(parts) > length:
            return [place]
    return []


def _entities(tree: Tree, names: Names) -> list[_Entity]:
    """The named entities, organisations stretched to the capitalised name they are part of.

    The document knows people whom the model misses in this sentence.
    """
    found: list[_Entity] = []
    spans = [m.span() for m in NAME.finditer(tree.text)]
    for first, last in _labelled(tree):
        label = tree.tokens[first].entity
        if label not in _NAMED or (found and first <= found[-1].last):
            continue
        start, end = tree.tokens[first].start, tree.tokens[last].end
        whole = [span for span in spans if span[0] < end and span[1] > start]
        if label != "ORG" or not whole:
            whole = [(start, end)]
        for a, b in whole:
            found += _entity(tree, names, a, b, label)
    taken = {i for e in found for i in range(e.first, e.last + 1)}
    for start, end in spans:
        name = tree.text[start:end]
        known = names.is_person(name) or names.full(name) != name or is_place(name)
        known = known or (" " in name and not _WORKS & set(name.lower().split()))
        if known and not taken & set(tree.within(start, end)):
            found += _entity(tree, names, start, end, "")
    return sorted(found, key=lambda entity: entity.first)


def _entity(tree: Tree, names: Names, start: int, end: int, label: str) -> list[_Entity]:
    name = names.full(_BRACKET.sub("", tree.text[start:end]))
    inside = tree.within(start, end)
    work = label == "ORG" and name.rpartition(" ")[2].lower() in _WORKS
    return [_Entity(inside[0], inside[-1], label, name)] if is_name(name) and not work else []


def _labelled(tree: Tree) -> Iterator[tuple[int, int]]:
    first = None
    for index, token in enumerate(tree.tokens):
        if first is not None and (not token.entity or token.opens):
            yield first, index - 1
            first = None
        if token.entity and first is None:
            first = index
    if first is not None:
        yield first, len(tree.tokens) - 1


def _acts(tree: Tree, entity: _Entity) -> bool:
    inside = range(entity.first, entity.last + 1)
    root = next((i for i in inside if tree.tokens[i].head not in inside), entity.last)
    while tree.tokens[root].dep in ("conj", "appos") and tree.tokens[root].head != root:
        root = tree.tokens[root].head
    token = tree.tokens[root]
    if token.dep == "poss":
        return is_event_noun(tree.tokens[token.head].text)
    if token.dep in _ACTING:
        return True
    if token.dep != "pobj":
        return False
    link = tree.tokens[token.head]
    happening = is_event_noun(tree.tokens[link.head].text)  # "the collapse of the federation"
    return link.text.lower() in _TAKING_PART or (link.text.lower() == "of" and happening)
