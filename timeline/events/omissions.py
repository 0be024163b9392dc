"""What never belongs in a title: dates, attributions, asides with a date of their own, brackets."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.attachment import expression_root
from timeline.events.clause import Clause
from timeline.events.english import SAYING, TITLES
from timeline.events.parser import Tree
from timeline.events.words import words

ASIDES = frozenset({"relcl", "advcl", "acl", "appos", "parataxis"})
_SUBJECTS = ("nsubj", "nsubjpass")
_CONNECTIVES = words(
    """
    also meanwhile however moreover then later earlier previously thus therefore still
    originally subsequently ago prior nonetheless nevertheless last just now meantime
    instead furthermore additionally consequently respectively
    """
)
_TIME_NOUNS = words(
    """
    time times year years month months week weeks day days hour hours decade decades
    """
)
_BEFORE_DATE = words(
    """
    the early late mid about around approximately roughly shortly exactly precisely only just back
    again sometime
    """
)
_DATE_PREPOSITIONS = words(
    "on in at by until till since from over during through within before after of for as"
)
# Before the preposition of a date: "starting in May", "ahead of the weekend", "as soon as Friday".
_BEFORE_PREPOSITION = words("starting beginning effective ahead soon early late back prior as")
_SAYS_ENOUGH = 2
_BEFORE_NOUN = frozenset({"compound", "nmod", "amod", "nummod", "poss"})


def omitted(tree: Tree, clause: Clause, links: Sequence[int], dates: Sequence[range]) -> set[int]:
    """The tokens that no title of this clause holds."""
    out: set[int] = set()
    for date in filter(None, dates):
        out |= _date(tree, clause, date, dates)
    out |= _asides(tree, clause, links, dates) | _brackets(tree) | _between_dashes(tree, links)
    return out | _quoted(tree, clause)


def told_of_another_day(tree: Tree, core: int, own: range, other: range) -> set[int]:
    """ "surrendered in Norland on 29 April and in Suder on 7 May": the half with the other date.

    `core` is the last word that both halves share (verb, object, particle).
    """
    between = range(min(own[-1], other[-1]) + 1, max(own[0], other[0]))
    joint = next((i for i in between if tree.tokens[i].dep == "cc"), None)
    if joint is None or tree.tokens[joint + 1].tag != "IN" or core >= joint:
        return set()
    if own[0] < joint:
        return set(range(joint, other[-1] + 1))
    return set(range(core + 1, joint + 1))


def time_phrases(tree: Tree, clause: Clause) -> set[int]:
    """ "for the first time", "in nearly a year": when, not what."""
    out: set[int] = set()
    for token in tree.tokens:
        link = tree.tokens[token.head]
        if token.text.lower() in _TIME_NOUNS and token.dep == "pobj" and link.dep == "prep":
            branch = tree.subtree(token.head)
            if clause.head not in branch:
                out.update(branch)
    return out


def person_titles(tree: Tree) -> set[int]:
    """ "Norlandic President" before "Vera Orr"."""
    out: set[int] = set()
    for index, token in enumerate(tree.tokens):
        if token.entity != "PERSON":
            continue
        if token.dep == "conj" and tree.tokens[token.head].entity != "PERSON":
            name = index  # "the chief and co-founder Vera Orr" is one person
            while tree.tokens[name - 1].entity == "PERSON":
                name -= 1
            roles = range(token.head + 1, name)
            if any(tree.tokens[i].text.lower() in TITLES for i in roles):
                out.update(roles)
                continue
        for child in tree.children[index]:
            before = tree.tokens[child]
            named = before.entity == "PERSON" and before.text.lower() not in TITLES
            branch = {tree.tokens[i].text.lower() for i in tree.subtree(child)}
            named = named or not (branch & TITLES or before.tag == "JJ")
            people = (t for i in tree.subtree(child) if (t := tree.tokens[i]).entity == "PERSON")
            named = named or any(t.text.lower() not in TITLES for t in people)  # somebody else
            if child < index and before.dep in ("compound", "amod", "nmod") and not named:
                out.update(tree.subtree(child))
    return out


def spare_words(tree: Tree) -> set[int]:
    """The "that" of "said that they left": the clause stands without it."""
    out = set()
    for index, token in enumerate(tree.tokens):
        said = tree.tokens[token.head]
        if token.text == "that" and token.dep == "mark" and said.dep == "ccomp":
            out |= {index} if tree.tokens[said.head].text.lower() in SAYING else set()
    return out


def names_time(tree: Tree, branch: frozenset[int]) -> bool:
    """Whether a branch speaks of years, weeks or times."""
    return any(tree.tokens[i].text.lower() in _TIME_NOUNS for i in branch)


def _date(tree: Tree, clause: Clause, date: range, dates: Sequence[range]) -> set[int]:
    """An expression, the preposition that leads it, and its own "the" and "early"."""
    root = expression_root(tree, date)
    if _is_subject(tree, root):
        return set()
    out = {*date, *(c for c in tree.children[root] if tree.tokens[c].dep == "case")}
    joined = date[-1] + 1  # "in March and June": both dates go, and so does "and"
    if any(joined in (d[0] - 1, d[-1] + 1) for d in dates if d and d != date):
        out.update(i for i in range(joined, joined + 1) if tree.tokens[i].dep == "cc")
    if _stands_before_noun(tree, root, date):
        return out
    if tree.tokens[date[-1]].tag == "IN":  # "two days after the vote": the vote goes too
        out.update(tree.subtree(date[-1]))
    for child in tree.children[root]:
        branch = tree.subtree(child)
        if tree.tokens[child].dep == "relcl" and clause.head not in branch:
            out.update(branch)
    follows = range(date[-1] + 1, min(date[-1] + 3, len(tree.tokens)))
    if [tree.tokens[i].text.lower() for i in follows] == ["local", "time"]:
        out.update(follows)
    before = date[0] - 1
    while before >= 0 and tree.tokens[before].text.lower() in _BEFORE_DATE:
        out.add(before)
        before -= 1
    if before >= 0 and tree.tokens[before].text.lower() in _DATE_PREPOSITIONS:
        out.add(before)
        before -= 1
    while before > 0 and tree.tokens[before].text.lower() in _BEFORE_PREPOSITION:
        if tree.tokens[before].dep == "acomp":
            break  # "could be effective": the clause says so
        out.add(before)
        before -= 1
    return with_commas(tree, out)


def _is_subject(tree: Tree, root: int) -> bool:
    """ "The third quarter saw a loss": without its date the clause has no subject."""
    token = tree.tokens[root]
    alone = sum(tree.tokens[c].dep in _SUBJECTS for c in tree.children[token.head]) == 1
    return alone and token.dep in _SUBJECTS and tree.tokens[token.head].pos in ("VERB", "AUX")


def _stands_before_noun(tree: Tree, root: int, date: range) -> bool:
    """ "the July 2014 downing": what leads the date leads the noun."""
    between = tree.tokens[date[-1] + 1 : tree.tokens[root].head]
    before_noun = tree.tokens[root].dep in _BEFORE_NOUN and tree.tokens[root].head > date[-1]
    owns = any(t.tag == "POS" for t in tree.tokens[date[-1] + 1 : date[-1] + 2])
    noun = tree.tokens[tree.tokens[root].head]
    led = date[0] > 0 and tree.tokens[date[0] - 1].tag == "IN"  # "On 3 May ministers met"
    if tree.tokens[root].dep == "amod" and noun.dep == "pobj":
        led = led and noun.head != date[0] - 1  # "by overnight losses"
    return ((before_noun and not led) or owns) and not any(t.text in ("(", ",") for t in between)


def _asides(tree: Tree, clause: Clause, links: Sequence[int], dates: Sequence[range]) -> set[int]:
    """Attributions, words that only join sentences, and asides with a date of their own."""
    dated = {i for date in dates for i in date}
    out: set[int] = set()
    for index, token in enumerate(tree.tokens):
        lower = token.text.lower()
        if token.dep == "advmod" and lower in _CONNECTIVES and not tree.children[index]:
            if tree.text[token.end : token.end + 1] != "-":
                around = tree.tokens[max(0, index - 1)], tree.tokens[index + 1]
                enclosed = all(t.text == "," for t in around)
                out |= with_commas(tree, {index}) if enclosed else {index}
            continue
        attribution = token.dep == "prep" and lower == "according"
        if attribution or (token.dep in ASIDES and index not in links):
            inside = set(tree.subtree(index))
            aim = token.dep == "advcl" and any(
                tree.tokens[c].tag == "TO" for c in tree.children[index]
            )
            if clause.head not in inside and (attribution or (inside & dated and not aim)):
                out |= with_commas(tree, inside)
    return out


def with_commas(tree: Tree, branch: set[int]) -> set[int]:
    """A branch with the comma before it, and the one behind where there are both."""
    first, last = min(branch) - 1, max(branch) + 1
    if first < 0 or tree.tokens[first].text != ",":
        return branch
    closed = last < len(tree.tokens) and tree.tokens[last].text == ","
    return branch | {first, last} if closed else branch | {first}


def _quoted(tree: Tree, clause: Clause) -> set[int]:
    """What is quoted after a colon, where the clause before it says something by itself."""
    for index in range(clause.head + _SAYS_ENOUGH, len(tree.tokens) - 1):
        opening = tree.tokens[index + 1].text
        if tree.tokens[index].text == ":" and opening in ('"', "“", "``"):
            said = (c for c in tree.children[clause.head] if clause.head < c < index)
            full = any(tree.tokens[c].dep in ("dobj", "ccomp", "xcomp", "attr") for c in said)
            return set(range(index, len(tree.tokens))) if full else set()
    return set()


def _brackets(tree: Tree) -> set[int]:
    out: set[int] = set()
    opened = None
    for index, token in enumerate(tree.tokens):
        if token.text == "(":
            opened = index
        elif token.text == ")" and opened is not None:
            out.update(range(opened, index + 1))
            opened = None
    return out


def _between_dashes(tree: Tree, links: Sequence[int]) -> set[int]:
    """ "The guards – some of them ill – left": an aside, unless the clause stands in it."""
    dashes = [i for i, t in enumerate(tree.tokens) if t.text in ("–", "—", "--")]
    for first, last in zip(dashes[::2], dashes[1::2], strict=False):
        inside = set(range(first, last + 1))
        if not inside & set(links):
            return inside
    return set()
