"""Lines that stand in an article and are not of it: marks for editors, credits, contacts, links.

A paragraph is boilerplate only where nothing in it can be a sentence of the article: a wrong
"no" costs a look in review, a wrong "yes" would lose an event.
"""

from __future__ import annotations

import re

_LENGTH = 300  # characters; boilerplate is short

# Whole paragraphs, in lower case and without closing punctuation.
_LABELS = frozenset(
    """
    comments|comment|leave a comment|post a comment|view comments|show comments|add a comment
    share|share this|share this article|share this story|share this page|share on facebook
    share on twitter|tweet|tweet this|print|print this article|email this article|save
    advertisement|advertising|ad|sponsored|sponsored content|paid post|story continues below
    story continues below advertisement|article continues below|continue reading|read more
    related|related articles|related stories|related content|related topics|more on this story
    most read|most popular|recommended|recommended for you|you may also like|sign up|subscribe
    subscribe now|sign up for our newsletter|back to top|all rights reserved|more|end|ends|30
    story can end here|story can be cut here|optional trim|optional cut
    kommentare|anzeige|werbung|teilen|artikel teilen|mehr zum thema|drucken|weiterlesen
    commentaires|publicité|partager|partager cet article|lire la suite
    comentarios|publicidad|compartir|leer más
    комментарии|реклама|поделиться|читать далее|коментарі|поділитися|читати далі
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
)
_TRIM = re.compile(
    r"(?:eds|editors?)?\W*(?:begin|end|start|stop)s?(?: of)? optional (?:trim|cut|material)s?"
    r"|(?:eds|editors?)?\W*optional (?:trim|cut|material)s? (?:begin|end|start|stop)s?(?: here)?"
    r"|(?:story|article|report) (?:can|may) (?:end|be cut|be trimmed|trim) here",
    re.IGNORECASE,
)
_TO_EDITORS = re.compile(r"(?:EDS|EDITORS?)\b[^a-z]*")
_LINK_LINE = re.compile(
    r"(?:read more|read also|also read|see also|related|more on this"
    r"|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|читайте также) ?: ?\S.*",
    re.IGNORECASE,
)
_URLS = re.compile(r"(?:<?(?:https?://|www\.)[^\s<>]+>?\s*)+", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright(?: ©| \(c\)|,? [12][0-9]{3}\b))"
    r"(?: ?©|,| |[12][0-9]{3}|[-–])*(?P<owner>[^.]*)(?:\. ?all rights reserved)?",
    re.IGNORECASE,
)
_COUNT = re.compile(r"[0-9][0-9,.]* (?:comments?|shares?|likes?|replies|views)", re.IGNORECASE)

_CONTRIBUTED = re.compile(
    r"(?P<who>.+?),? (?:also )?contributed"
    r"(?: reporting|(?: reporting)? (?:to|for) this (?:report|article|story|piece))"
    r"(?: (?:from|in) (?P<where>.+?))?"
)
_REPORTING = re.compile(
    r"(?:additional |with )?(?:reporting|writing|editing|compiled|translated|written|edited)"
    r"(?: and (?:reporting|writing|editing))? by ",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:file )?(?:photos?|photographs?|images?|pictures?|foto|fotos|bild|crédit|фото)"
    r"(?: credits?| courtesy(?: of)?| by)? ?[:/] ?(?P<who>.+)"
    r"|(?:credits?|photo(?:graph)?s? by|photo courtesy(?: of)?|courtesy(?: of)?) ?:? (?P<by>.+)",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:AP|AP Photo|AFP|Reuters|REUTERS|EPA|dpa|DPA|PA|TASS|Xinhua|Bloomberg|Alamy|Magnum"
    r"|Getty(?: Images)?|Shutterstock|Associated Press|Anadolu|imago)"
)
_AGENCY_LINE = re.compile(
    rf"{_AGENCY} ?/ ?(?P<by>.+)|(?P<who>.+?) ?/ ?{_AGENCY}(?: ?/ ?{_AGENCY})*"
)

_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?<!\w)@\w{2,}"
    # A telephone number, in forms that no date and no span of years can have.
    r"|(?:\+?1[ .-])?(?<!\d)\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)"
    r"|\+\d[\d ().-]{6,}\d"
    r"|(?:tel|phone|telephone|mobile|fax|telefon|тел)\b[.:]* ?[\d(][\d ()/.-]{4,}\d",
    re.IGNORECASE,
)
_CONTACT_WORDS = re.compile(
    r"(?:tel|telephone|phone|mobile|fax|e-?mail|twitter|x|facebook|instagram|contact|follow|reach"
    r"|on|at|or)",
    re.IGNORECASE,
)
_PARTICLES = re.compile(r"and|und|et|y|&|de|da|di|del|der|den|von|van|bin|al|la|le", re.IGNORECASE)
_NOT_NAMES = re.compile(r"the|an?|th(?:is|at|ese|ose)|it|s?he|they|we|i", re.IGNORECASE)
_PLACED = re.compile(r" (?:in|from|for|of|at) ")


def is_boilerplate(text: str) -> bool:
    """Whether a paragraph is no part of the article. Conservative: a sentence never is."""
    bare = text.strip(" \t*_>#|[]")
    if not any(char.isalnum() for char in text):
        return True  # a rule, or nothing
    if _URLS.fullmatch(bare):
        return True
    if len(bare) > _LENGTH:
        return False
    bare = bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare
    end = bare.rstrip(" .:…-–—").lstrip(" -–—")
    if end.lower() in _LABELS:
        return True
    if any(p.fullmatch(end) for p in (_TRIM, _TO_EDITORS, _LINK_LINE, _COUNT)):
        return True
    return _is_contribution(end) or _is_credit(end) or _is_contact(end) or _is_copyright(end)


def _is_contribution(text: str) -> bool:
    found = _CONTRIBUTED.fullmatch(text)
    if found:
        return _are_names(found["who"]) and (not found["where"] or _are_names(found["where"]))
    parts = [part for part in re.split(r"[;.] ?", text) if part]
    starts = [_REPORTING.match(part) for part in parts]
    return all(
        start is not None and _are_names(part[start.end() :])
        for part, start in zip(parts, starts, strict=True)
    )


def _is_credit(text: str) -> bool:
    found = _CREDIT.fullmatch(text) or _AGENCY_LINE.fullmatch(text)
    if found is None:
        return False
    who = found["who"] or found["by"] or ""
    return _are_names(re.sub(r"[/|]| via ", " ", who))


def _is_contact(text: str) -> bool:
    rest, count = _CONTACT.subn(" ", text)
    if not count:
        return False
    words = [word.strip(",;:|/()•·.-–") for word in rest.split()]
    names = [word for word in words if word and not _CONTACT_WORDS.fullmatch(word)]
    return len(names) <= 8 and (not names or _are_names(" ".join(names)))


def _is_copyright(text: str) -> bool:
    found = _COPYRIGHT.fullmatch(text)
    if found is None:
        return False
    owner = re.sub(
        r"\b(?:all rights reserved|by|the|of|[12][0-9]{3})\b", " ", found["owner"], flags=re.I
    )
    return not owner.strip(" ,.") or _are_names(owner)


def _are_names(text: str) -> bool:
    """Only capitalised words and what joins names; no digit, so no date; no article or pronoun."""
    stripped = (word.strip(",;:()’'\"“”") for word in _PLACED.sub(", ", text).split())
    words = [word for word in stripped if word and not _PARTICLES.fullmatch(word)]
    return (
        bool(words)
        and not _NOT_NAMES.fullmatch(words[0])
        and all(word[0].isupper() and not any(c.isdigit() for c in word) for word in words)
    )
