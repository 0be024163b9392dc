"""One sentence and its tree to drafts of events: clause, title, kind, who and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.errors import WhenError
from timeline.events.actors import actors_and_places
from timeline.events.clause import Clause, chain, find_clause, main_clause
from timeline.events.kind import is_ahead, kind_of
from timeline.events.names import Names
from timeline.events.parser import Tree
from timeline.events.reference import Introductions, Resolver
from timeline.events.subject import SUBJECTS, Subjects
from timeline.events.title import Wording
from timeline.model import Kind, Mention
from timeline.when import When


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
    """The events of one parsed sentence, in the order of their date words."""
    dates = [tree.within(m.start, m.end) for m in context.mentions]
    found: list[tuple[Mention, Clause]] = []
    for index, mention in enumerate(context.mentions):
        others = [d for i, d in enumerate(dates) if i != index]
        clause = find_clause(
            tree, dates[index], others, ahead=is_ahead(mention.when, context.published)
        )
        if clause is not None:
            found.append((mention, clause))
    kept = _one_each(context, found)
    if context.leading is not None:
        main = main_clause(tree, dates)
        if main is not None and all(clause.head != main.head for _, clause in kept):
            kept.insert(0, (context.leading, main))
    resolver = Resolver(context.names, context.before, context.text, context.introductions)
    return tuple(_draft(context, tree, dates, resolver, m, c) for m, c in kept)


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
    wording = Wording(tree, clause, dates, subjects, own=own, expand=context.names.expand)
    scope = wording.scope()
    title = wording.title()
    who, where = actors_and_places(tree, scope, title, context.names, beyond=_around(tree, clause))
    return Draft(
        mention,
        min(clause.start, mention.start),
        clause.end,
        title,
        kind_of(
            " ".join(_group(tree, clause)),
            above=" ".join(_above(tree, clause)),
            ahead=is_ahead(mention.when, context.published),
        ),
        who,
        where,
    )


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


def _above(tree: Tree, clause: Clause) -> Iterator[str]:
    node = clause.top
    first = tree.within(clause.start, clause.end)[0]
    yield from (t.text for t in tree.tokens[max(0, first - 2) : first] if t.pos == "VERB")
    while tree.tokens[node].dep in ("ccomp", "xcomp", "conj", "pcomp", "dobj", "advcl"):
        above = tree.tokens[node].head
        if tree.tokens[node].dep in ("ccomp", "xcomp", "pcomp", "dobj"):
            yield tree.tokens[above].text
            yield from (
                tree.tokens[c].text for c in tree.children[above] if tree.tokens[c].dep == "advmod"
            )
        node = above
