"""Who or what a clause is about: the subject, with relatives and pronouns put into words."""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.english import ACCUSING, RELATIVES, SAYING, TITLES, is_event_noun
from timeline.events.parser import Tree

Part = int | str
Resolve = Callable[[str], str | None]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_VERBS = frozenset({"VERB", "AUX"})
_INHERITING = frozenset({"conj", "advcl", "pcomp", "prep", "xcomp", "ccomp", "dep"})
_SINGULAR_PERSON = frozenset({"he", "she"})
_THINGS = frozenset({"nsubj", "nsubjpass", "dobj", "attr"})
_COMMAS = frozenset({",", "(", "–", "—", "--"})
_SINGULAR = _SINGULAR_PERSON | {"his", "her", "him"}
_FIRST_PERSON = frozenset({"i", "we"})


class Subjects:
    """Finds the words for the subject of any verb of one tree.

    `resolve` gives the name a pronoun stands for where the text before makes it certain.
    """

    def __init__(self, tree: Tree, resolve: Resolve) -> None:
        self.tree, self._resolve = tree, resolve

    def of(self, verb: int) -> list[Part]:
        """The subject's words; empty where it is a pronoun nobody can name."""
        tree, token = self.tree, self.tree.tokens[verb]
        own = self._own(verb)
        if own is not None and self.is_whole_sentence(verb):
            return [i for i in tree.subtree(token.head) if i <= own]
        if own is not None:
            return [*self._hyphened(verb), *self.noun_phrase(own)]
        if token.dep in ("relcl", "acl"):
            return self.antecedent(token.head)
        if token.dep == "advcl" and token.tag == "VBN" and self._is_set_behind_event(verb):
            return self.antecedent(tree.subtree(verb)[0] - 2)
        if token.dep == "pcomp":
            accused = self._accused(verb)
            if accused is not None:
                return self.noun_phrase(accused)
        if token.dep == "conj" and token.tag == "VBD" and self._is_noun(token.head):
            return self.antecedent(token.head)  # read as a list: "the ferry, ..., sank"
        if token.dep in _INHERITING:
            above = next((a for a in tree.ancestors(verb) if tree.tokens[a].pos != "ADP"), verb)
            if above != verb and tree.tokens[above].pos in _VERBS:
                return self.of(above)
        return []

    def _is_set_behind_event(self, verb: int) -> bool:
        """ "They will discuss it at the meeting, *scheduled* for May": the meeting is."""
        first = self.tree.subtree(verb)[0]
        if first < 2 or self.tree.tokens[first - 1].text != ",":
            return False
        noun = self.tree.tokens[first - 2]
        return noun.pos == "NOUN" and is_event_noun(noun.text)

    def _hyphened(self, verb: int) -> list[int]:
        """ "Pre" and "-" of "pre-orders", where all three were read as subjects."""
        own = [c for c in self.tree.children[verb] if self.tree.tokens[c].dep in SUBJECTS]
        parted = any(self.tree.tokens[c].text == "-" for c in own)
        return own[:-1] if parted and own == list(range(own[0], own[-1] + 1)) else []

    def is_whole_sentence(self, verb: int) -> bool:
        """ "The car maker Halden filed": read as a maker that Halden filed, with no verb left."""
        token, own = self.tree.tokens[verb], self._own(verb)
        if token.dep != "relcl" or token.tag != "VBD" or own is None:
            return False
        noun = self.tree.tokens[token.head]
        return (
            noun.dep == "ROOT" and noun.tag == "NN" and self.tree.subtree(own)[0] == token.head + 1
        )

    def _own(self, verb: int) -> int | None:
        """The subject of its own; of two ("former champion and guide Vera Orr won") the last."""
        own = [c for c in self.tree.children[verb] if self.tree.tokens[c].dep in SUBJECTS]
        joined = bool(own) and self.tree.child(own[0], "cc") is not None
        joined = joined and self.tree.tokens[own[0]].entity != "PERSON"
        joined = joined or any(self.tree.tokens[c].text == "-" for c in own)
        return own[-1] if joined and own[-1] < verb else next(iter(own), None)

    def _is_noun(self, index: int) -> bool:
        return self.tree.tokens[index].pos in ("NOUN", "PROPN")

    def _accused(self, verb: int) -> int | None:
        """Who did it, if anybody did: "accused Norland of *having seized* the strait"."""
        link = self.tree.tokens[verb].head
        above = self.tree.tokens[link].head
        if self.tree.tokens[above].text.lower() not in ACCUSING:
            return None
        blamed = self.tree.child(above, "dobj", "nsubjpass")
        return blamed if blamed is not None and blamed < link else None

    def noun_phrase(self, noun: int) -> list[Part]:
        """The words of a noun phrase, without asides behind its noun."""
        tree, token = self.tree, self.tree.tokens[noun]
        if token.tag in ("WP", "WDT") and token.text.lower() in RELATIVES:
            return self.antecedent_of(noun)
        pointing = token.text.lower() in ("this", "that", "these", "those")
        if token.tag == "PRP" or (pointing and not tree.children[noun]):
            known = self.pronoun(noun)
            joined = tree.child(noun, "cc", "conj") if known else None
            return [*known, *(i for i in tree.subtree(noun) if joined and i >= joined)]
        whose = next((c for c in tree.children[noun] if tree.tokens[c].tag == "WP$"), None)
        if whose is not None:
            rest: list[Part] = [i for i in tree.subtree(noun) if i != whose]
            owner = self.antecedent_of(noun)
            return [*owner, "’s", *rest] if owner else rest
        tight = [c for c in tree.children[noun] if tree.tokens[c].dep == "appos"]
        below = [c for n in (noun, *tight) for c in tree.children[n] if c > n]
        asides = {c for c in below if self._is_aside(c)}
        asides |= {c for c in tree.children[noun] if tree.tokens[c].tag == "WDT"}
        kept = tree.subtree(noun, without=frozenset(asides))
        while kept and tree.tokens[kept[-1]].pos == "PUNCT":
            kept.pop()
        return [*self._named_at_last(noun, kept)]

    def _named_at_last(self, noun: int, phrase: list[int]) -> list[int]:
        """ "Former champion and guide Vera Orr was" is one person, whose name comes last."""
        tokens = self.tree.tokens
        bare = tokens[noun].tag == "NN" and self.tree.child(noun, "det") is None
        joined = any(tokens[i].tag == "CC" for i in phrase)
        follows = (
            [t.text.lower() for t in tokens[phrase[-1] + 1 : phrase[-1] + 2]] if phrase else []
        )
        if not bare or not joined or follows in (["were"], ["are"], ["have"]):
            return phrase
        at = len(phrase)
        while at and tokens[phrase[at - 1]].entity == "PERSON":
            at -= 1
        return phrase[at:] or phrase

    def introduced(self, article: int) -> tuple[str, int] | None:
        """For a bare "the ban" what the text calls it in full ("the two-year ban"), for "the two
        men" their names; with the last token that this stands for."""
        tree, noun = self.tree, self.tree.tokens[article].head
        lower = tree.tokens[article].text.lower()
        counted = noun == article + 2 and tree.tokens[article + 1].text.lower() == "two"
        if lower not in ("the", "both") or not (noun == article + 1 or counted):
            return None
        own = [c for c in tree.children[noun] if not self._is_outside(c)]
        alone = own == list(range(article, noun))
        role = tree.tokens[noun].text.lower() in TITLES
        if not alone or not (role or tree.tokens[noun].tag in ("NN", "NNS")):
            return None
        known = self._resolve(" ".join(t.text for t in tree.tokens[article : noun + 1]))
        return (known, noun) if known else None

    def _is_outside(self, index: int) -> bool:
        return self.tree.tokens[index].dep in ("relcl", "acl", "appos", "punct")

    def _is_aside(self, index: int) -> bool:
        """A relative, or an apposition, participle or adjective between commas."""
        dep = self.tree.tokens[index].dep
        before = self.tree.tokens[self.tree.subtree(index)[0] - 1]
        return dep == "relcl" or (dep in ("appos", "acl", "amod") and before.text in _COMMAS)

    def antecedent(self, noun: int) -> list[Part]:
        """The noun a relative or participle hangs from, with the words before it."""
        tree = self.tree
        if tree.tokens[noun].tag == "PRP":
            return self.pronoun(noun)
        drop = {
            c
            for c in tree.children[noun]
            if tree.tokens[c].dep in ("relcl", "acl", "appos", "conj", "cc", "punct")
            and not (tree.tokens[c].dep == "punct" and c < noun)
        }
        return [*tree.subtree(noun, without=frozenset(drop))]

    def pronoun(self, index: int) -> list[Part]:
        """The speaker, for what a speaker says of himself; else what the text before tells."""
        word = self.tree.tokens[index].text.lower()
        framed = self._before_dash(index)
        if framed is not None and self._agrees(word, framed):
            return self.antecedent(framed)
        speaker = self.speaker(index)
        if speaker is not None and self._is_of_another(index, word, speaker):
            return []
        if speaker is not None and word not in _FIRST_PERSON and self._agrees(word, speaker):
            return [] if self._has_rival(index, word, speaker) else self.noun_phrase(speaker)
        above = self._subject_above(index, word)
        if above is not None:
            return self.noun_phrase(above)
        if word in ("it", "its") and self._follows_a_thing(index):
            return []
        known = self._resolve(word)
        return [known] if known and not self._names_another(index, word, known) else []

    def _follows_a_thing(self, index: int) -> bool:
        """ "The sum may rise before it is paid": what the sentence names first may be meant."""
        tokens = self.tree.tokens[:index]
        return any(
            t.tag in ("NN", "NNP") and t.dep in _THINGS and t.entity != "PERSON" for t in tokens
        )

    def _is_of_another(self, index: int, word: str, speaker: int) -> bool:
        """ "Halden said the sum may rise before it is paid": the sum stands nearer."""
        for above in self.tree.ancestors(index):
            if above == self.tree.tokens[speaker].head or word not in ("it", "they"):
                return False
            subject = self.tree.child(above, *SUBJECTS)
            if subject is not None and subject < index and self._agrees(word, subject):
                return True
        return False

    def _subject_above(self, index: int, word: str) -> int | None:
        """ "The boy had come by boat when he was found": nobody else stands before the pronoun."""
        if word not in _SINGULAR_PERSON or self.tree.tokens[index].dep not in SUBJECTS:
            return None
        for above in self.tree.ancestors(index):
            subject = self.tree.child(above, *SUBJECTS)
            if subject is not None and subject < index and self._agrees(word, subject):
                return None if self._has_rival(index, word, subject) else subject
        return None

    def _has_rival(self, index: int, word: str, subject: int) -> bool:
        """Whether somebody else before the pronoun could be meant as well."""
        if word not in _SINGULAR_PERSON:
            return False
        relative = self.tree.tokens[subject].tag in ("WP", "WDT")
        own = {*self.tree.subtree(subject), *(self.antecedent_of(subject) if relative else ())}
        people = (i for i in range(index) if self.tree.tokens[i].entity == "PERSON")
        listeners = self.tree.children[self.tree.tokens[subject].head]
        told = (c for c in listeners if self.tree.tokens[c].dep in ("dobj", "dative"))
        rivals = [i for i in people if i not in own and self.tree.tokens[i].dep != "compound"]
        names = {self.tree.tokens[i].text for i in own if isinstance(i, int)}
        named = any(self.tree.tokens[i].text not in names for i in rivals)
        return named or any(c < index and self._agrees(word, c) for c in told)

    def _names_another(self, index: int, word: str, known: str) -> bool:
        """Whether the sentence names somebody before the pronoun whom the text before doesn't."""
        people = (t for t in self.tree.tokens[:index] if t.entity == "PERSON")
        return word in _SINGULAR and any(
            t.text not in known and t.text.lower() not in TITLES for t in people
        )

    def _before_dash(self, index: int) -> int | None:
        """The noun that an aside between dashes is about: "the talks – they start today –"."""
        tokens = self.tree.tokens
        for dash in range(index - 1, 1, -1):
            if tokens[dash].text in ("–", "—", "--"):
                noun = dash - 1
                return noun if tokens[noun].pos in ("NOUN", "PROPN") else None
        return None

    def speaker(self, index: int) -> int | None:
        """The subject of the nearest verb of saying above a word, unless it is that word."""
        for above in self.tree.ancestors(index):
            if self.tree.tokens[above].text.lower() in SAYING:
                subject = self.tree.child(above, *SUBJECTS)
                if subject is not None and subject != index:
                    return subject
        return None

    def is_first_person(self, verb: int) -> bool:
        """Whether the clause is told by "I" or "we"."""
        own = self.tree.child(verb, *SUBJECTS)
        return own is not None and self.tree.tokens[own].text.lower() in _FIRST_PERSON

    def antecedent_of(self, noun: int) -> list[Part]:
        """The noun that "who" or "whose" takes up."""
        tree = self.tree
        verb = next((a for a in tree.ancestors(noun) if tree.tokens[a].dep == "relcl"), None)
        return self.antecedent(tree.tokens[verb].head) if verb is not None else []

    def _agrees(self, word: str, subject: int) -> bool:
        tree, token = self.tree, self.tree.tokens[subject]
        if token.tag in ("WP", "WDT"):
            return word in _SINGULAR_PERSON
        if token.tag == "PRP":
            return token.text.lower() == word
        plural = token.tag in ("NNS", "NNPS") or tree.child(subject, "conj") is not None
        if word in _SINGULAR_PERSON | {"his", "her"}:
            return not plural and (token.entity == "PERSON" or token.tag == "NN")
        if word in ("they", "their"):
            return plural
        if word in ("it", "its"):
            several = token.tag == "NNS" or tree.child(subject, "conj") is not None
            return not several and token.entity != "PERSON"
        return False
