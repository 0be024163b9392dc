"""The clause of a dated verb or event noun: its top verb, and its words as a stretch of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.attachment import VERBS, clause_of_day, dated_head, names_event
from timeline.events.english import LETTING, NAMING, PERIODS
from timeline.events.parser import Tree
from timeline.events.unreal import chain, is_compared, is_negated, is_none, is_unreal

_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "acl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Clause:
    """`head` is dated; `top` is the verb its chain hangs from ("is *expected* to detail").

    `start` and `end` are offsets into the sentence. `nominal`: the head is an event noun;
    `also` is a branch of its own that the tree hangs elsewhere ("a call last week *between* ...").
    `ahead`: whether the date lies after publication, None where that isn't known.
    """

    head: int
    top: int
    start: int
    end: int
    nominal: bool = False
    also: int | None = None
    ahead: bool | None = None


def find_clause(
    tree: Tree, mention: range, others: Sequence[range] = (), *, ahead: bool | None = None
) -> Clause | None:
    """The clause that the tokens of `mention` date, or None where they date nothing.

    `others` are the further dated expressions of the sentence: their clauses are left out.
    `ahead` says whether the date lies after publication (None: not known): a verb in the past
    isn't dated by a day to come.
    """
    if not mention:
        return None
    compared = is_compared(tree, mention)
    head = _of_day(tree, mention, compared=compared)
    if head is None and not compared:
        head = dated_head(tree, mention, others, ahead)
    if head is None or _is_described(tree, mention):
        return None
    if tree.tokens[head].pos not in VERBS:
        if is_none(tree, head):
            return None
        also = _strayed(tree, head, mention)
        start, end = _nominal_extent(tree, head, mention, also)
        return Clause(head, head, start, end, nominal=True, also=also, ahead=ahead)
    top = _top(tree, head)
    if is_negated(tree, head, top, mention) or is_unreal(tree, head, top, ahead):
        return None
    if _bounds_period(tree, head):
        return None
    start, end = _verbal_extent(tree, head, top, mention, others)
    return Clause(head, top, start, end, ahead=ahead)


def _of_day(tree: Tree, mention: range, *, compared: bool) -> int | None:
    """What a date back to is told of, where that has a subject or nothing else is dated."""
    verb = clause_of_day(tree, mention)
    if verb is None:
        return None
    subject = tree.child(verb, "nsubj", "nsubjpass")
    named = subject is not None and tree.tokens[subject].pos in ("NOUN", "PROPN")
    return verb if named or compared else None


def _is_described(tree: Tree, mention: range) -> bool:
    """ "Monday is a holiday": the day is what the sentence is about."""
    follows = tree.tokens[mention[-1] + 1 : mention[-1] + 2]
    opens = mention[0] == 0 or tree.tokens[mention[0] - 1].pos == "PUNCT"
    return opens and any(t.text.lower() in ("is", "was", "are", "were") for t in follows)


def _bounds_period(tree: Tree, head: int) -> bool:
    """ "the quarter ended Sept. 30" names a quarter."""
    token = tree.tokens[head]
    period = tree.tokens[token.head].text.lower() in PERIODS
    return token.dep == "acl" and period and token.text.lower() in ("ended", "ending")


def main_clause(tree: Tree, others: Sequence[range] = ()) -> Clause | None:
    """The clause of the whole sentence: what a dateline or a list item's date is about."""
    root = next(i for i, t in enumerate(tree.tokens) if t.head == i)
    here = range(root, root + 1)
    if tree.tokens[root].pos in VERBS:
        start, end = _verbal_extent(tree, root, root, here, others)
        return Clause(root, root, start, end)
    if names_event(tree, root):
        start, end = _nominal_extent(tree, root, here)
        return Clause(root, root, start, end, nominal=True)
    return None


def clause_at(tree: Tree, verb: int, others: Sequence[range] = ()) -> Clause:
    """The clause of a verb that nothing in its sentence dates."""
    top = _top(tree, verb)
    start, end = _verbal_extent(tree, verb, top, range(verb, verb + 1), others)
    return Clause(verb, top, start, end)


def _top(tree: Tree, head: int) -> int:
    while (
        tree.tokens[head].dep == "xcomp"
        or _is_infinitive_object(tree, head)
        or _is_verdict(tree, head)
    ):
        parent = tree.tokens[head].head
        if tree.tokens[head].dep == "acl":
            parent = tree.tokens[parent].head
        if tree.tokens[parent].pos not in VERBS | {"ADJ"}:
            break
        head = parent
    while tree.tokens[head].pos == "ADJ" and tree.tokens[head].dep in ("acomp", "oprd", "attr"):
        head = tree.tokens[head].head
    return head


def _is_infinitive_object(tree: Tree, head: int) -> bool:
    """ "They expect the talks *to resume*", "let them *leave*": half without the verb above."""
    token, below = tree.tokens[head], tree.children[head]
    bare = token.tag == "VB" and not any(tree.tokens[c].tag == "MD" for c in below)
    seen = bare and tree.tokens[token.head].text.lower() in LETTING
    return token.dep == "ccomp" and (seen or any(tree.tokens[c].tag == "TO" for c in below))


def _is_verdict(tree: Tree, head: int) -> bool:
    """ "called the report *biased*" is what somebody called it, not what it was."""
    token, above = tree.tokens[head], tree.tokens[tree.tokens[head].head]
    if token.dep == "acl":
        above = tree.tokens[above.head]
    bare = not any(tree.tokens[c].dep in ("aux", "auxpass") for c in tree.children[head])
    return token.dep in ("acl", "ccomp") and bare and above.text.lower() in NAMING


def coordinated(tree: Tree, links: Sequence[int], keep: Sequence[int] = ()) -> frozenset[int]:
    """The clauses joined to these verbs by "and" or a semicolon, with the joining words."""
    out: set[int] = set()
    for link in links:
        for child in tree.children[link]:
            token = tree.tokens[child]
            joined = token.dep == "conj" and token.pos in VERBS
            if (joined or token.dep in ("parataxis", "cc", "preconj")) and child not in keep:
                out.add(child)
    return frozenset(out)


def _verbal_extent(
    tree: Tree, head: int, top: int, mention: range, others: Sequence[range]
) -> tuple[int, int]:
    links = chain(tree, head, top)
    dropped = set(coordinated(tree, links, links))
    for link in links:
        for child in tree.children[link]:
            token = tree.tokens[child]
            if token.dep in _CLAUSES and child not in links:
                in_front = token.dep == "ccomp" and child < link
                if in_front or _holds_other(tree, child, mention, others):
                    dropped.add(child)
    dropped.update(c for c in tree.children[top] if tree.tokens[c].dep in ("mark", "cc"))
    kept = set(tree.subtree(top, without=frozenset(dropped)))
    if tree.tokens[top].dep in ("relcl", "acl"):
        noun = tree.tokens[top].head
        kept.update(i for i in tree.subtree(noun) if noun - 8 <= i <= noun)
    return _contiguous(tree, kept, [head, *mention], links)


def _strayed(tree: Tree, head: int, mention: range) -> int | None:
    follows = mention[-1] + 1
    if head != mention[0] - 1 or follows >= len(tree.tokens):
        return None
    token = tree.tokens[follows]
    return follows if token.text.lower() == "between" and token.head != head else None


def _nominal_extent(
    tree: Tree, head: int, mention: range, also: int | None = None
) -> tuple[int, int]:
    dropped = {
        child
        for child in tree.children[head]
        if tree.tokens[child].dep in ("conj", "cc", "appos", "relcl", "advcl")
        and not set(mention) & set(tree.subtree(child))
    }
    kept = set(tree.subtree(head, without=frozenset(dropped)))
    if also is not None:
        kept.update(tree.subtree(also))
    return _contiguous(tree, kept, [head, *mention], [head])


def _holds_other(tree: Tree, clause: int, mention: range, others: Sequence[range]) -> bool:
    inside = set(tree.subtree(clause))
    return not inside & set(mention) and any(inside & set(other) for other in others)


def _contiguous(
    tree: Tree, kept: set[int], needed: Sequence[int], links: Sequence[int]
) -> tuple[int, int]:
    """The unbroken run of words around the needed ones, without punctuation at its edges."""
    first, last = min(needed), max(needed)
    while first > 0 and _joins(tree, kept, first - 1, first - 2):
        first -= 1
    while last + 1 < len(tree.tokens) and _joins(tree, kept, last + 1, last + 2):
        last += 1
    while first < min(needed) and _edge(tree, first):
        first += 1
    while last > max(needed) and _edge(tree, last):
        last -= 1
    return tree.tokens[first].start, tree.tokens[last].end


def _joins(tree: Tree, kept: set[int], index: int, beyond: int) -> bool:
    return index in kept or (tree.tokens[index].pos == "PUNCT" and beyond in kept)


def _edge(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.pos in ("PUNCT", "SPACE", "CCONJ") and token.text not in '"”)'
