"""One sentence and its tree to drafts of events: clause, title, kind, who and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.errors import WhenError
from timeline.events.actors import actors_and_places
from timeline.events.attachment import VERBS
from timeline.events.clause import Clause, find_clause, main_clause
from timeline.events.english import CLAIMS, SAYING
from timeline.events.kind import is_ahead, kind_of
from timeline.events.names import Names
from timeline.events.parser import Tree
from timeline.events.reference import Introductions, Resolver
from timeline.events.subject import SUBJECTS, Subjects
from timeline.events.title import Wording
from timeline.events.unreal import chain
from timeline.model import Kind, Mention
from timeline.when import When

_OPENING = re.compile("[\"“«]|``|''")
_CONTENT = ("ccomp", "xcomp", "pcomp", "dobj")


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence is read with: its dated expressions, the sentences before it, the names.

    `skip` characters of dateline stand before `text`; a date in them is `leading`, with
    offsets below zero.
    """

    text: str
    mentions: tuple[Mention, ...]
    before: tuple[str, ...]
    names: Names
    published: str | None
    skip: int = 0
    leading: Mention | None = None
    introductions: Introductions | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it has an id; `start` and `end` are the quote's offsets in the sentence."""

    mention: Mention
    start: int
    end: int
    title: str
    kind: Kind
    who: tuple[str, ...]
    where: tuple[str, ...]


def draft_events(context: Context, tree: Tree) -> tuple[Draft, ...]:
    """The events of one parsed sentence, in the order of their date words; of a question none."""
    if asks(context.text):
        return ()
    dates = [tree.within(m.start, m.end) for m in context.mentions]
    found: list[tuple[Mention, Clause]] = []
    for index, mention in enumerate(context.mentions):
        others = [d for i, d in enumerate(dates) if i != index]
        clause = find_clause(
            tree, dates[index], others, ahead=is_ahead(mention.when, context.published)
        )
        if clause is not None and not _is_bare_speech(context.text, tree, clause):
            found.append((mention, clause))
    kept = _one_each(context, found)
    if context.leading is not None:
        main = main_clause(tree, dates)
        if main is not None and all(clause.head != main.head for _, clause in kept):
            ahead = is_ahead(context.leading.when, context.published)
            kept.insert(0, (context.leading, replace(main, ahead=ahead)))
    resolver = Resolver(context.names, context.before, context.text, context.introductions)
    return tuple(_draft(context, tree, dates, resolver, m, c) for m, c in kept)


def asks(text: str) -> bool:
    """Whether a sentence is a question, which tells of nothing that it happened."""
    return text.rstrip("\"'”’») ").endswith("?")


def _is_bare_speech(text: str, tree: Tree, clause: Clause) -> bool:
    """ "Orr on Friday: “I want to be clear ...”": words somebody said, and nobody tells of it."""
    subjects = Subjects(tree, lambda _: None)
    verb = tree.tokens[clause.top]
    opened = _OPENING.search(text[: verb.start])
    told = any(tree.tokens[a].text.lower() in SAYING for a in tree.ancestors(clause.top))
    return opened is not None and not told and subjects.is_first_person(clause.top)


def draft_clause(context: Context, tree: Tree, clause: Clause, date: Mention) -> Draft:
    """The draft of a clause whose date stands elsewhere: `date` is an empty place in the text."""
    dates = [tree.within(m.start, m.end) for m in context.mentions]
    resolver = Resolver(context.names, context.before, context.text, context.introductions)
    return _draft(context, tree, dates, resolver, date, clause)


def _one_each(
    context: Context, found: Sequence[tuple[Mention, Clause]]
) -> list[tuple[Mention, Clause]]:
    """One date for a head: the finer of a day and a time, the first of two that say the same.

    An end ("prolonged on 3 May until July") and a second reading in brackets ("6 p.m. (15:00
    UTC)") belong to the date before them.
    """
    kept: list[tuple[Mention, Clause]] = []
    for mention, clause in found:
        before = context.text[: mention.start].rstrip().lower()
        adds_nothing = before.endswith(("(", " until", " till", " until the", " until at least"))
        same = next(
            (
                k
                for k, (m, c) in enumerate(kept)
                if (c.head == clause.head and (adds_nothing or _covers(m, mention)))
                or (adds_nothing and clause.top in (c.top, c.head))
            ),
            None,
        )
        if same is None:
            kept.append((mention, clause))
        elif not adds_nothing and _is_finer(mention, kept[same][0]):
            kept[same] = (mention, clause)
    return kept


def _is_finer(mention: Mention, other: Mention) -> bool:
    if not mention.when or "/" in mention.when:
        return False
    return "/" in (other.when or "/") or len(mention.when) > len(other.when or "")


def _covers(first: Mention, second: Mention) -> bool:
    """Whether one date lies within the other."""
    if not first.when or not second.when:
        return True
    try:
        a, b = When.parse(first.when), When.parse(second.when)
    except WhenError:
        return False
    return a.contains(b) or b.contains(a)


def _draft(
    context: Context,
    tree: Tree,
    dates: Sequence[range],
    resolver: Resolver,
    mention: Mention,
    clause: Clause,
) -> Draft:
    subjects = Subjects(tree, resolver.resolve)
    own = tree.within(mention.start, mention.end)
    kind = kind_of(
        " ".join(_group(tree, clause)),
        above=" ".join(_above(tree, clause)),
        head="" if clause.nominal else tree.tokens[clause.head].text,
        accusers=" ".join(_accusers(tree, clause)),
        ahead=clause.ahead,
    )
    wording = Wording(tree, clause, dates, subjects, own=own, expand=context.names.expand)
    scope = wording.scope()
    top = _framing(tree, clause) if kind in ("alleged", "denied") else _leading(tree, clause)
    if top != clause.top:
        framed = replace(clause, top=top)
        wording = Wording(tree, framed, dates, subjects, own=own, expand=context.names.expand)
    title = wording.title()
    who, where = actors_and_places(tree, scope, title, context.names, beyond=_around(tree, clause))
    start = min(clause.start, mention.start)
    return Draft(mention, start, clause.end, title, kind, who, where)


def _framing(tree: Tree, clause: Clause) -> int:
    """The verb that says who vouches for it: no title says as a fact what was only alleged."""
    above = tree.tokens[clause.top].head
    if clause.nominal or tree.tokens[clause.top].dep not in ("ccomp", "pcomp", "acl"):
        return clause.top
    if tree.tokens[clause.top].dep == "pcomp" or tree.tokens[above].text.lower() in CLAIMS:
        above = tree.tokens[above].head
    return above if tree.tokens[above].pos in VERBS else clause.top


def _leading(tree: Tree, clause: Clause) -> int:
    """The verb whose outcome a participle tells: "broke the pact, *prompting* Suder to sue"."""
    token = tree.tokens[clause.top]
    main = tree.tokens[token.head]
    outcome = token.tag == "VBG" and token.dep == "advcl" and token.head < clause.top
    bare = not any(tree.tokens[c].dep in ("aux", *SUBJECTS) for c in tree.children[clause.top])
    told = main.pos in VERBS and tree.child(token.head, *SUBJECTS) is not None
    return token.head if outcome and bare and told and not clause.nominal else clause.top


def _around(tree: Tree, clause: Clause) -> list[int]:
    """The words of the sentence without the clauses that only stand beside this one."""
    root = clause.top
    while tree.tokens[root].head != root and not _is_own_clause(tree, root):
        root = tree.tokens[root].head
    beside = {c for c in tree.children[root] if _is_own_clause(tree, c)}
    return tree.subtree(root, without=frozenset(beside))


def _is_own_clause(tree: Tree, index: int) -> bool:
    return tree.tokens[index].dep == "conj" and tree.child(index, *SUBJECTS) is not None


def _group(tree: Tree, clause: Clause) -> Iterator[str]:
    for link in chain(tree, clause.head, clause.top):
        yield tree.tokens[link].text
        for child in tree.children[link]:
            if tree.tokens[child].dep in ("aux", "auxpass", "neg", "advmod", "amod"):
                yield tree.tokens[child].text


def _accusers(tree: Tree, clause: Clause) -> Iterator[str]:
    """The verbs a clause hangs from by a preposition: "accused Norland *of* having seized"."""
    for link in chain(tree, clause.head, clause.top):
        led = tree.tokens[tree.tokens[link].head]
        if tree.tokens[link].dep == "pcomp" and led.dep == "prep":
            yield tree.tokens[led.head].text


def _above(tree: Tree, clause: Clause) -> Iterator[str]:
    """The words that say how far a clause is vouched for: "denied that", "rejected claims that"."""
    node = clause.top
    first = tree.within(clause.start, clause.end)[0]
    yield from (t.text for t in tree.tokens[max(0, first - 2) : first] if t.pos == "VERB")
    while tree.tokens[node].dep in (*_CONTENT, "conj", "advcl", "acl"):
        dep, above = tree.tokens[node].dep, tree.tokens[node].head
        claimed = tree.tokens[above].text.lower() in CLAIMS
        if dep == "acl" and not claimed:
            return
        if dep in _CONTENT or claimed:
            yield tree.tokens[above].text
            below = tree.children[above]
            yield from (tree.tokens[c].text for c in below if tree.tokens[c].dep == "advmod")
        node = above
