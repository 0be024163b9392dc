"""Which verb or event noun a temporal expression dates: climbing the dependency tree.

From the expression to the first word that can happen, with what word order and the date itself
say against the parse.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.english import DOCUMENTS, LIGHT, POSTING, RESULTS, SAYING, is_event_noun
from timeline.events.parser import Tree
from timeline.events.words import words

VERBS = frozenset({"VERB", "AUX"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "nummod", "poss", "quantmod"})
# "died in a crash on Monday" dates the dying; "fled after a crash on Monday" dates the crash.
_OTHER_TIME = words(
    """
    after before since following until till over about despite for from against of ahead regarding
    concerning including because
    """
)
_BACK_TO = words("since before from than")
_THEN = words("after before since following until till")


def expression_root(tree: Tree, mention: range) -> int:
    """The token of the expression that hangs outside it."""
    return next((i for i in mention if tree.tokens[i].head not in mention), mention[0])


def dated_head(
    tree: Tree, mention: range, others: Sequence[range], ahead: bool | None
) -> int | None:
    """The verb or event noun that the tokens of `mention` date; None where they date nothing.

    `others` are the other dated expressions; `ahead` says whether the date is yet to come.
    """
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
        dep = tree.tokens[node].dep
        before_noun = dep in _BEFORE_NOUN and (dep == "poss" or not loose)
        if token.pos in VERBS and token.dep not in ("amod", "compound", "prep"):
            verb = tree.tokens[parent].head if token.dep in ("aux", "auxpass") else parent
            verb = _cleft(tree, verb) or _framed(tree, verb, others)
            verb = _purpose(tree, verb, others, ahead)
            if ahead is False and tree.tokens[verb].tag in ("VBZ", "VBP"):
                return _past_event(tree, verb, mention) or verb
            return verb
        if token.pos in VERBS and token.dep == "prep":
            return None  # "gifts, including a map of 1989"
        if token.pos in _NOUNS and parent not in mention:
            if before_noun and _is_document(tree, parent):
                return tree.child(parent, "relcl", "acl")
            if names_event(tree, parent):
                return _noun_or_verb(tree, parent, others, before_noun=before_noun, ahead=ahead)
            if before_noun and (token.pos != "PROPN" or tree.child(parent, "det") is not None):
                return tree.child(parent, "relcl", "acl")
        if token.pos == "ADJ" and _stands_for_noun(tree, parent):
            return parent
        node = parent
    return next((c for c in tree.children[node] if tree.tokens[c].pos in VERBS), None)


def clause_of_day(tree: Tree, mention: range) -> int | None:
    """ "Nobody has sailed since May 2013, *when the port closed*": what happened on the day."""
    at = mention[-1] + 1
    if mention[0] == 0 or tree.tokens[mention[0] - 1].text.lower() not in _BACK_TO:
        return None
    at += at < len(tree.tokens) and tree.tokens[at].text == ","
    if at >= len(tree.tokens) or tree.tokens[at].text.lower() != "when":
        return None
    verb = tree.tokens[at].head
    return verb if tree.tokens[verb].pos in VERBS and verb > at else None


def _framed(tree: Tree, verb: int, others: Sequence[range]) -> int:
    """ "Speaking on Monday, Orr rejected the plan" dates the rejecting as well, and that is it."""
    token = tree.tokens[verb]
    bare = not any(tree.tokens[c].dep in ("aux", "nsubj") for c in tree.children[verb])
    if token.tag != "VBG" or token.dep not in ("advcl", "acl") or not bare:
        return verb
    apart = tree.tokens[tree.subtree(verb)[0] - 1].text == ","
    if token.dep == "acl" and not apart and token.text not in ("speaking", "addressing"):
        return verb  # "the crew arriving on Monday": which crew, and nothing is said of the rest
    main = token.head
    if token.dep == "acl" and tree.tokens[main].dep == "nsubj":
        main = tree.tokens[main].head
    dated = _dated_by(tree, main, others)
    return main if tree.tokens[main].pos in VERBS and verb < main and not dated else verb


def _purpose(tree: Tree, verb: int, others: Sequence[range], ahead: bool | None) -> int:
    """ "Orr came to sign the pact on Monday" dates the coming: whether he signed isn't told."""
    token = tree.tokens[verb]
    main, to = token.head, any(tree.tokens[c].tag == "TO" for c in tree.children[verb])
    if token.dep != "advcl" or not to or not verb > main or tree.tokens[main].pos not in VERBS:
        return verb
    fits = not ahead or _can_be_ahead(tree, main)
    return main if fits and not _dated_by(tree, main, others) else verb


def _past_event(tree: Tree, verb: int, mention: range) -> int | None:
    """ "Norland denies a role in the shooting in July": a verb in the present isn't in July."""
    perfect = any(tree.tokens[c].dep in ("aux", "auxpass") for c in tree.children[verb])
    if perfect:
        return None
    nouns = (i for i in range(mention[0] - 1, verb, -1) if names_event(tree, i))
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
    if names_event(tree, mention[0] - 1) and before.dep == "dobj" and follows < len(tree.tokens):
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
        if tree.tokens[above].pos in VERBS:
            return None
        leader = tree.tokens[tree.tokens[above].head]
        if tree.tokens[above].dep == "pobj" and leader.text.lower() in _THEN:
            return above if names_event(tree, above) else None
    return None


def names_event(tree: Tree, index: int) -> bool:
    """Whether a token is a noun that names something that happens."""
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
    if over.pos in VERBS and tree.tokens[noun].dep in ("dobj", "attr", "oprd"):
        light = over.text.lower() in LIGHT or _posts_result(tree, parent, noun)
        fits = not ahead or _can_be_ahead(tree, parent)
        if light or (fits and not before_noun and not _dated_by(tree, parent, others)):
            return parent
    framing = not before_noun or over.text.lower() in ("in", "at", "during", "by", "with")
    if over.dep == "prep" and over.text.lower() not in _OTHER_TIME and framing:
        verb = over.head
        fits = not ahead or _can_be_ahead(tree, verb)
        if tree.tokens[verb].pos in VERBS and fits and not _dated_by(tree, verb, others):
            return verb
    is_subject = tree.tokens[noun].dep in ("nsubj", "nsubjpass") and over.pos in VERBS
    if is_subject and _is_short(tree, noun) and not _dated_by(tree, parent, others):
        return parent
    return noun


def _posts_result(tree: Tree, verb: int, noun: int) -> bool:
    """ "Halden posted a third-quarter loss": the loss and its posting are one entry."""
    return tree.tokens[verb].text.lower() in POSTING and tree.tokens[noun].text.lower() in RESULTS


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
        if above == link or not names_event(tree, above):
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
