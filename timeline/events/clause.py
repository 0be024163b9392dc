"""Which verb or event noun a temporal expression dates, and the words of its clause.

Read off the dependency tree: climb from the expression to the first word that can happen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events.english import DOCUMENTS, LIGHT, NAMING, SAYING, is_event_noun
from timeline.events.parser import Tree
from timeline.events.words import words

_VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "nummod", "poss", "quantmod"})
# "died in a crash on Monday" dates the dying; "fled after a crash on Monday" dates the crash.
_OTHER_TIME = words(
    "after before since following until till over about despite for from against of ahead"
    " regarding concerning including because"
)
_THEN = words("after before since following until till")
_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "acl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Clause:
    """`head` is dated; `top` is the verb its chain hangs from ("is *expected* to detail").

    `start` and `end` are offsets into the sentence. `nominal`: the head is an event noun;
    `also` is a branch of its own that the tree hangs elsewhere ("a call last week *between* ...").
    """

    head: int
    top: int
    start: int
    end: int
    nominal: bool = False
    also: int | None = None


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
    head = _dated_head(tree, mention, others, ahead)
    if head is None or _is_described(tree, mention):
        return None
    if tree.tokens[head].pos not in _VERBS:
        also = _strayed(tree, head, mention)
        start, end = _nominal_extent(tree, head, mention, also)
        return Clause(head, head, start, end, nominal=True, also=also)
    top = _top(tree, head)
    if _is_negated(tree, head, top, mention):
        return None
    start, end = _verbal_extent(tree, head, top, mention, others)
    return Clause(head, top, start, end)


def _is_described(tree: Tree, mention: range) -> bool:
    """ "Monday is a holiday": the day is what the sentence is about."""
    follows = tree.tokens[mention[-1] + 1 : mention[-1] + 2]
    opens = mention[0] == 0 or tree.tokens[mention[0] - 1].pos == "PUNCT"
    return opens and any(t.text.lower() in ("is", "was", "are", "were") for t in follows)


def _is_negated(tree: Tree, head: int, top: int, mention: range) -> bool:
    """ "did not meet" is no meeting; "had not met by May" is a state, "not until May" an event."""
    if tree.tokens[mention[0] - 1].text.lower() in ("until", "till", "before"):
        return False
    below = [tree.tokens[c] for link in chain(tree, head, top) for c in tree.children[link]]
    perfect = any(t.dep == "aux" and t.text.lower() in ("has", "have", "had") for t in below)
    return not perfect and any(t.dep == "neg" for t in below)


def main_clause(tree: Tree, others: Sequence[range] = ()) -> Clause | None:
    """The clause of the whole sentence: what a dateline or a list item's date is about."""
    root = next(i for i, t in enumerate(tree.tokens) if t.head == i)
    here = range(root, root + 1)
    if tree.tokens[root].pos in _VERBS:
        start, end = _verbal_extent(tree, root, root, here, others)
        return Clause(root, root, start, end)
    if _names_event(tree, root):
        start, end = _nominal_extent(tree, root, here)
        return Clause(root, root, start, end, nominal=True)
    return None


def expression_root(tree: Tree, mention: range) -> int:
    """The token of the expression that hangs outside it."""
    return next((i for i in mention if tree.tokens[i].head not in mention), mention[0])


def _dated_head(
    tree: Tree, mention: range, others: Sequence[range], ahead: bool | None
) -> int | None:
    node = expression_root(tree, mention)
    beside = _beside(tree, mention)
    if beside is not None:
        return beside
    # "In July 2014 ministers met": no article between, so the date isn't the ministers'
    lead = tree.tokens[mention[0] - 1]
    loose = mention[0] == 0 or (lead.tag == "IN" and lead.text.lower() != "that")
    while tree.tokens[node].head != node:
        parent = tree.tokens[node].head
        token = tree.tokens[parent]
        before_noun = tree.tokens[node].dep in _BEFORE_NOUN and not loose
        if token.pos in _VERBS and token.dep not in ("amod", "compound"):
            verb = tree.tokens[parent].head if token.dep in ("aux", "auxpass") else parent
            if ahead is False and tree.tokens[verb].tag in ("VBZ", "VBP"):
                return _cleft(tree, verb) or _past_event(tree, verb, mention) or verb
            return _cleft(tree, verb) or verb
        if token.pos in _NOUNS and parent not in mention:
            if before_noun and _is_document(tree, parent):
                return tree.child(parent, "relcl", "acl")
            if _names_event(tree, parent):
                return _noun_or_verb(tree, parent, others, before_noun=before_noun, ahead=ahead)
            if before_noun and (token.pos != "PROPN" or tree.child(parent, "det") is not None):
                return tree.child(parent, "relcl", "acl")
        if token.pos == "ADJ" and _stands_for_noun(tree, parent):
            return parent
        node = parent
    return next((c for c in tree.children[node] if tree.tokens[c].pos in _VERBS), None)


def _past_event(tree: Tree, verb: int, mention: range) -> int | None:
    """ "Norland denies a role in the shooting in July": a verb in the present isn't in July."""
    perfect = any(tree.tokens[c].dep in ("aux", "auxpass") for c in tree.children[verb])
    if perfect:
        return None
    nouns = (i for i in range(mention[0] - 1, verb, -1) if _names_event(tree, i))
    return next(nouns, None)


def _cleft(tree: Tree, verb: int) -> int | None:
    """ "It was on 6 March that Orr signed" dates the signing."""
    subject = tree.child(verb, "nsubj")
    if tree.tokens[verb].pos != "AUX" or subject is None:
        return None
    said = tree.child(verb, "ccomp", "advcl", "relcl")
    is_it = tree.tokens[subject].text.lower() == "it"
    return said if is_it and said is not None and said > verb else None


def _beside(tree: Tree, mention: range) -> int | None:
    """What the word order settles whatever the parse: "said Monday the talks ..." dates the
    saying, "a call last week between ..." the call."""
    if mention[0] == 0:
        return None
    before = tree.tokens[mention[0] - 1]
    if before.pos == "VERB" and before.text.lower() in SAYING and before.tag != "VBN":
        return mention[0] - 1
    follows = mention[-1] + 1
    if _names_event(tree, mention[0] - 1) and before.dep == "dobj" and follows < len(tree.tokens):
        after = tree.tokens[follows]
        if after.text.lower() == "between" or (
            after.dep == "prep" and after.head == mention[0] - 1
        ):
            return mention[0] - 1
    return _anchor_event(tree, mention)


def _anchor_event(tree: Tree, mention: range) -> int | None:
    """ "doubled after the collapse of the union in 1991": the date closes the phrase it is in."""
    link = mention[0] - 1
    while link > 0 and tree.tokens[link].tag in ("DT", "JJ", "RB"):
        link -= 1
    noun = link - 1
    if noun < 1 or tree.tokens[link].dep != "prep" or tree.tokens[noun].pos not in _NOUNS:
        return None
    for above in (noun, *tree.ancestors(noun)):
        if tree.tokens[above].pos in _VERBS:
            return None
        leader = tree.tokens[tree.tokens[above].head]
        if tree.tokens[above].dep == "pobj" and leader.text.lower() in _THEN:
            return above if _names_event(tree, above) else None
    return None


def _names_event(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.pos in ("NOUN", "PROPN") and is_event_noun(token.text)


def _is_document(tree: Tree, index: int) -> bool:
    """ "a 2004 report": the year names a paper, it dates nothing but what is done to it."""
    before = [t.text.lower() for t in tree.tokens[max(0, tree.subtree(index)[0] - 1) : index]]
    return "that" in before or "those" in before or tree.tokens[index].text.lower() in DOCUMENTS


def _stands_for_noun(tree: Tree, index: int) -> bool:
    """An adjective with an article of its own: "several calls, the last in June"."""
    return (
        tree.child(index, "det") is not None or tree.tokens[index - 1].text.lower() == "the"
    ) and not any(tree.tokens[c].dep == "nsubj" for c in tree.children[index])


def _noun_or_verb(
    tree: Tree, noun: int, others: Sequence[range], *, before_noun: bool, ahead: bool | None
) -> int:
    """Whether the date belongs to the event noun itself or to the verb it completes."""
    noun = _outermost(tree, noun)
    parent = tree.tokens[noun].head
    over = tree.tokens[parent]
    if over.pos in _VERBS and tree.tokens[noun].dep in ("dobj", "attr", "oprd"):
        light = over.text.lower() in LIGHT
        fits = not ahead or _can_be_ahead(tree, parent)
        if light or (fits and not before_noun and not _dated_by(tree, parent, others)):
            return parent
    if over.dep == "prep" and over.text.lower() not in _OTHER_TIME:
        verb = over.head
        fits = not ahead or _can_be_ahead(tree, verb)
        if tree.tokens[verb].pos in _VERBS and fits and not _dated_by(tree, verb, others):
            return verb
    is_subject = tree.tokens[noun].dep in ("nsubj", "nsubjpass") and over.pos in _VERBS
    if is_subject and _is_short(tree, noun) and not _dated_by(tree, parent, others):
        return parent
    return noun


def _is_short(tree: Tree, noun: int) -> bool:
    """Whether the noun with its own words is too little for a title ("Friday's vote")."""
    return len(tree.subtree(noun)) <= 4


def _can_be_ahead(tree: Tree, verb: int) -> bool:
    """Whether a verb's form can speak of a day to come: "will meet", "to meet", "meets"."""
    if tree.tokens[verb].tag in ("VBD", "VBN"):
        return any(tree.tokens[c].tag in ("MD", "TO") for c in tree.children[verb])
    return True


def _outermost(tree: Tree, noun: int) -> int:
    """Through "of": in "the opening of the talks on Monday" it is the opening."""
    while True:
        link = tree.tokens[noun].head
        above = tree.tokens[link].head
        if tree.tokens[noun].dep != "pobj" or tree.tokens[link].text.lower() != "of":
            return noun
        if above == link or not _names_event(tree, above):
            return noun
        noun = above


def _dated_by(tree: Tree, verb: int, others: Sequence[range]) -> bool:
    """Whether another expression hangs directly from the verb, with or without preposition."""
    for other in others:
        root = expression_root(tree, other)
        link = tree.tokens[root].head
        if link == verb or (tree.tokens[link].dep == "prep" and tree.tokens[link].head == verb):
            return True
    return False


def _top(tree: Tree, head: int) -> int:
    while (
        tree.tokens[head].dep == "xcomp"
        or _is_infinitive_object(tree, head)
        or _is_verdict(tree, head)
    ):
        parent = tree.tokens[head].head
        if tree.tokens[head].dep == "acl":
            parent = tree.tokens[parent].head
        if tree.tokens[parent].pos not in _VERBS | {"ADJ"}:
            break
        head = parent
    while tree.tokens[head].pos == "ADJ" and tree.tokens[head].dep in ("acomp", "oprd", "attr"):
        head = tree.tokens[head].head
    return head


def _is_infinitive_object(tree: Tree, head: int) -> bool:
    """ "They expect the talks *to resume*": half a clause without the verb above it."""
    return tree.tokens[head].dep == "ccomp" and any(
        tree.tokens[c].tag == "TO" for c in tree.children[head]
    )


def _is_verdict(tree: Tree, head: int) -> bool:
    """ "called the report *biased*" is what somebody called it, not what it was."""
    token, above = tree.tokens[head], tree.tokens[tree.tokens[head].head]
    if token.dep == "acl":
        above = tree.tokens[above.head]
    bare = not any(tree.tokens[c].dep in ("aux", "auxpass") for c in tree.children[head])
    return token.dep in ("acl", "ccomp") and bare and above.text.lower() in NAMING


def chain(tree: Tree, head: int, top: int) -> list[int]:
    """The words from head up to top, both included."""
    path = [head]
    while path[-1] != top:
        path.append(tree.tokens[path[-1]].head)
    return path


def coordinated(tree: Tree, links: Sequence[int], keep: Sequence[int] = ()) -> frozenset[int]:
    """The clauses joined to these verbs by "and" or a semicolon, with the joining words."""
    out: set[int] = set()
    for link in links:
        for child in tree.children[link]:
            token = tree.tokens[child]
            joined = token.dep == "conj" and token.pos in _VERBS
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
