"""Who takes part in an event and where it happens, from the names of its clause."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.events.english import SAYING, is_event_noun
from timeline.events.gazetteer import PLACE_WORDS, WORKS, is_organisation, is_place
from timeline.events.names import NAME, Names, is_name, is_title
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
_LOCATIVE = words("in at near within inside outside across throughout around off along")
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod"})
_PARTS = words(
    """
    surface coast shore south north west east centre center heart outskirts suburb part parts area
    areas waters skies state capital south-east south-west north-east north-west
    """
)
_SITTING = words("house senate parliament legislature assembly court congress")
_FRAYED = re.compile(r"^[\[\](){}\"“”]+|[\[\](){}\"“”]+$|(?:\s(?:of|the|for|in|and|at))+$", re.I)
_OPENING_TAGS = frozenset({"IN", "RB", "CC", "VBG", "VBN", "CD", "EX", "WRB", "WDT", "PRP$"})
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
    rows = _in_rows(tree, entities)
    for entity in entities:
        if entity.first in scope or _is_beside(tree, entity, scope):
            scope = scope | {entity.last}
            if entity in rows:
                where |= {rows[entity].name: None, entity.name: None}
            else:
                _place(tree, entity, names, who, where)
    if not who:
        around = (e for e in entities if e.first in beyond and not _is_placed(tree, e, names))
        who |= {entity.name: None for entity in around}
    if not where and not _is_saying(tree, scope):
        where = _elsewhere(tree, [e for e in entities if e.name not in who], scope, names)
    where = where or {place: None for name in who for place in _seat(name)}
    return tuple(who), tuple(w for w in where if w not in who)


def _elsewhere(
    tree: Tree, entities: Sequence[_Entity], scope: Collection[int], names: Names
) -> dict[str, None]:
    """Where the sentence plays, when the clause itself doesn't say: not what was only said."""
    found: dict[str, None] = {}
    rows = _in_rows(tree, entities)
    for entity in entities:
        placed = _is_placed(tree, entity, names) and not is_organisation(entity.name)
        at = _locates(tree, entity) or _is_place_of(tree, entity.first)
        at = at or entity in rows or _is_of_a_thing(tree, entity, scope)
        if placed and at and not _is_only_said(tree, entity, scope):
            found[entity.name] = None
    return found


def _is_of_a_thing(tree: Tree, entity: _Entity, scope: Collection[int]) -> bool:
    """ "The Brussels metro": where a thing of the clause stands. States have things elsewhere."""
    token = tree.tokens[entity.last]
    noun = tree.tokens[token.head]
    plain = token.dep == "compound" and noun.pos == "NOUN" and token.head in scope
    return plain and not entity.name.isupper() and entity.first in scope


def _is_saying(tree: Tree, scope: Collection[int]) -> bool:
    """Whether the clause is about somebody saying something: where that plays is another matter."""
    tops = (i for i in scope if tree.tokens[i].head not in scope or tree.tokens[i].head == i)
    return any(tree.tokens[i].text.lower() in SAYING and tree.tokens[i].pos == "VERB" for i in tops)


def _is_only_said(tree: Tree, entity: _Entity, scope: Collection[int]) -> bool:
    """Whether a name stands in what the clause says somebody said."""
    below = entity.last
    for above in tree.ancestors(entity.last):
        if above in scope:
            return tree.tokens[below].dep == "ccomp"
        below = above
    return False


def _is_beside(tree: Tree, entity: _Entity, scope: Collection[int]) -> bool:
    """Whether a name stands for a word of the clause, or in one row with a name that does."""
    token = tree.tokens[entity.last]
    if entity.label in _PLACES | {"PERSON"} and token.dep in ("appos", "conj"):
        return token.head in scope
    return False


def _in_rows(tree: Tree, entities: Sequence[_Entity]) -> dict[_Entity, _Entity]:
    """ "In Paris, France": each second place with the one before it, whatever the parse."""
    found: dict[_Entity, _Entity] = {}
    for first, second in pairwise(entities):
        row = first.last + 2 == second.first and tree.tokens[first.last + 1].text == ","
        places = all(e.label in _PLACES or is_place(e.name) for e in (first, second))
        at = first in found or _locates(tree, first) or _is_place_of(tree, first.first)
        if row and places and at:
            found[second] = first
    return found


def _place(
    tree: Tree, entity: _Entity, names: Names, who: dict[str, None], where: dict[str, None]
) -> None:
    name = entity.name
    placed = _is_placed(tree, entity, names)
    named_to_act = not placed or names.is_person(name)
    if named_to_act or _acts(tree, entity) or is_organisation(name) or _leads(tree, entity):
        who[name] = None
    elif tree.tokens[entity.last].dep not in _BEFORE_NOUN and not _is_of_person(tree, entity):
        where[name] = None


def _is_placed(tree: Tree, entity: _Entity, names: Names) -> bool:
    """Whether a name is a place here: by the model, its words, or what stands before it."""
    name = entity.name
    on_it = not entity.label and tree.tokens[entity.first - 1].text.lower() == "on"
    located = (_locates(tree, entity) or on_it) and not names.is_person(name)
    placed = entity.label in _PLACES or _is_place_of(tree, entity.first)
    return placed or (located and (is_place(name) or not entity.label or _is_loose(entity)))


def _is_of_person(tree: Tree, entity: _Entity) -> bool:
    """ "Patrick Orr of Norland": that is whose man he is, and not where he is."""
    link = tree.tokens[tree.tokens[entity.last].head]
    return link.text.lower() == "of" and tree.tokens[link.head].entity == "PERSON"


def _is_loose(entity: _Entity) -> bool:
    """ "In Devon", taken for a man or a company: one word that no organisation has."""
    return " " not in entity.name and not is_organisation(entity.name)


def _leads(tree: Tree, entity: _Entity) -> bool:
    """ "The leaders of Norland and Suder met": the countries meet."""
    root = entity.last
    while tree.tokens[root].dep == "conj" and tree.tokens[root].head != root:
        root = tree.tokens[root].head
    link = tree.tokens[tree.tokens[root].head]
    return link.text.lower() == "of" and tree.tokens[link.head].text.lower() in _LEADERS


def _is_place_of(tree: Tree, first: int) -> bool:
    """ "the town of Halden"."""
    before = [t.text.lower() for t in tree.tokens[first - 2 : first]] if first > 1 else ["", ""]
    return before[1] == "of" and before[0] in PLACE_WORDS | _PARTS


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
        known = known or (" " in name and not WORKS & set(name.lower().split()))
        if known and not taken & set(tree.within(start, end)):
            found += _entity(tree, names, start, end, "")
    return sorted(found, key=lambda entity: entity.first)


def _entity(tree: Tree, names: Names, start: int, end: int, label: str) -> list[_Entity]:
    inside = tree.within(start, end)
    if len(inside) > 1 and _only_opens(tree, names, inside[0]):
        inside = inside[1:]
        start = tree.tokens[inside[0]].start
    said = _FRAYED.sub("", _BRACKET.sub("", tree.text[start:end]))
    name = names.full(said)
    work = label in ("ORG", "") and name.rpartition(" ")[2].lower() in WORKS
    is_money = tree.text[end : end + 1] in ("$", "£", "€")
    if work or is_money or not is_name(name) or is_title(name):
        return []
    return [_Entity(inside[0], inside[-1], label, name)]


def _only_opens(tree: Tree, names: Names, index: int) -> bool:
    """ "Because Halden fell", "Several Norlanders": the first word is no part of the name."""
    token = tree.tokens[index]
    opens = index == 0 or tree.tokens[index - 1].pos == "PUNCT"
    described = token.tag.startswith("JJ") and names.is_common(token.text)
    if not tree.tokens[index + 1].text[:1].isupper():
        return False  # "First of Norland" is a bank
    return opens and (token.tag in _OPENING_TAGS or described)


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
