"""What a date stands beside without anything happening on it.

Negated verbs, conditions, what would have been, and figures that another one is compared with.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.attachment import VERBS, expression_root
from timeline.events.english import RESULTS
from timeline.events.parser import Tree
from timeline.events.words import words

_NOBODY = words("no nobody none nothing neither nowhere no-one")
_NOT_ANY = words("no neither nor")
_COMPARED = words("compared comparing versus vs against than up down")
_WOULD = words("would could should ought")
_NO_MEASURE = words("soon early late recently long far well")  # "as early as May" is a date
_CONDITIONS = words("if unless whether lest")


def chain(tree: Tree, head: int, top: int) -> list[int]:
    """The words from head up to top, both included."""
    path = [head]
    while path[-1] != top:
        path.append(tree.tokens[path[-1]].head)
    return path


def is_negated(tree: Tree, head: int, top: int, mention: range) -> bool:
    """ "did not meet" is no meeting; "had not met by May" is a state, "not until May" an event."""
    if tree.tokens[mention[0] - 1].text.lower() in ("until", "till", "before"):
        return False
    links = chain(tree, head, top)
    below = [tree.tokens[c] for link in links for c in tree.children[link]]
    if any(is_none(tree, c) for link in links for c in _arguments(tree, link)):
        return True
    perfect = any(t.dep == "aux" and t.text.lower() in ("has", "have", "had") for t in below)
    never = any(t.text.lower() == "never" for t in below)
    return (never or not perfect) and any(t.dep == "neg" for t in below)


def is_none(tree: Tree, noun: int) -> bool:
    """ "No talks", "nobody", "none of the ministers"; "without a vote"."""
    token = tree.tokens[noun]
    led = tree.tokens[token.head].text.lower() if token.dep == "pobj" else ""
    own = {tree.tokens[c].text.lower() for c in tree.children[noun]}
    return token.text.lower() in _NOBODY or bool(own & _NOT_ANY) or led == "without"


def _arguments(tree: Tree, verb: int) -> list[int]:
    """Subject and object; "had no water" is a state, and its title says so."""
    has = tree.tokens[verb].text.lower() in ("has", "have", "had")
    core = ("nsubj", "nsubjpass", *(() if has else ("attr", "dobj")))
    return [c for c in tree.children[verb] if tree.tokens[c].dep in core]


def is_unreal(tree: Tree, head: int, top: int, ahead: bool | None) -> bool:
    """ "If he signs in May", "asked whether he had signed", "could have signed in May"."""
    below = [tree.tokens[c] for link in chain(tree, head, top) for c in tree.children[link]]
    if any(t.dep == "mark" and t.text.lower() in _CONDITIONS for t in below):
        return True
    auxiliaries = {t.text.lower() for t in below if t.dep == "aux"}
    return ahead is False and bool(auxiliaries & _WOULD) and "have" in auxiliaries


def is_compared(tree: Tree, mention: range) -> bool:
    """ "up from 3 million a year ago", "compared with May 2014": a figure beside the news."""
    root = expression_root(tree, mention)
    if _is_last_time(tree, mention) or _is_likened(tree, mention[0] - 1):
        return True
    for node in (root, *tree.ancestors(root)):
        token = tree.tokens[node]
        if token.pos in VERBS and token.text.lower() not in _COMPARED:
            return False
        if token.text.lower() in ("compared", "comparing") and token.dep in ("prep", "advcl"):
            return True
        if token.text.lower() in ("from", "than") and node < mention[0]:
            return _sets_off(tree, node, mention)
    return False


def _is_last_time(tree: Tree, mention: range) -> bool:
    """ "The first loss since 1992", "the worst since May": the day of another one."""
    link = mention[0] - 1
    if link < 1 or tree.tokens[link].text.lower() != "since":
        return False
    verb = next((a for a in tree.ancestors(link) if tree.tokens[a].pos in VERBS), link)
    before = tree.tokens[min(verb, link) : link]
    return any(t.tag in ("JJS", "RBS") or t.text.lower() in ("first", "only") for t in before)


def _is_likened(tree: Tree, link: int) -> bool:
    """ "Twice as many as in May", "as high this year as last": behind the second "as"."""
    while link > 0 and tree.tokens[link].text.lower() in ("in", "on", "at", "the"):
        link -= 1
    if link < 1 or tree.tokens[link].text.lower() != "as":
        return False
    for at in range(max(0, link - 8), link):
        measure = tree.tokens[at + 1]
        if tree.tokens[at].text.lower() == "as" and measure.tag in ("JJ", "RB"):
            return measure.text.lower() not in _NO_MEASURE
    return False


def _sets_off(tree: Tree, link: int, mention: range) -> bool:
    """Whether "from" leads a figure, or an earlier time that a figure before it is set against."""
    over = tree.tokens[tree.tokens[link].head]
    by_noun = over.text.lower() in RESULTS  # "a 74% increase from a year earlier"
    if over.pos not in VERBS and not over.tag.startswith("RB") and not by_noun:
        return False
    between = range(link + 1, mention[0])
    figure = tree.child(link, "pobj")
    owned = figure is not None and tree.tokens[figure].tag == "CD" and figure not in mention
    if owned or any(tree.tokens[i].tag == "CD" for i in between):
        return True
    verb = next((a for a in tree.ancestors(link) if tree.tokens[a].pos in VERBS), link)
    figures: Sequence[int] = [i for i in range(verb + 1, link) if tree.tokens[i].tag == "CD"]
    earlier = {tree.tokens[i].text.lower() for i in mention}
    return any(tree.tokens[i + 1].text in ("%", "percent") for i in figures) and bool(
        earlier & {"previous", "earlier", "ago", "last", "year", "same", "year-earlier"}
    )
