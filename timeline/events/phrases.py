"""Titles as text: tidied after words were taken out, and cut where a phrase begins."""

from __future__ import annotations

import re

LONGEST = 90
SHORTEST = 20

_PHRASE = re.compile(
    r",? (?=(?:and|or|but|in|on|at|of|to|for|from|by|with|after|before|as|that|over|into|during"
    r"|against|between|through|including|under|which|who|where|when|while|because|if|than)\b)"
    r"|[,;:] | [–—] "
)
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]”])|\s+(?=[’']s?\b(?!\w))")
_AFTER_OPENING = re.compile(r"([(\[“])\s+")
_TWICE = re.compile(r"\b(to|in|on|at|of|by|for|from|the|and) \1\b")
_SPACE_IN_QUOTES = re.compile(r'"\s*([^"]*?)\s*"')
# The full stop goes, that of "the U.S." stays.
_STRAY = re.compile(r"^[\s,;:.)\]–—、，。-]+|(?:[\s,;:(\[–—、，。-]|(?<!\.[A-Z])\.)+$")
_DASHES = re.compile(r"[–—] (?=[–—] )")
_DOUBLED = re.compile(r"([,;:])(?:\s*[,;:])+")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"), ("{", "}"))
_ENCLOSING = re.compile(r"[(\[“\"]")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|“\s*”|\"\s*\"")
_DANGLING = re.compile(
    r",?\s(?:and|or|but|nor|of|to|in|on|at|by|for|from|with|the|a|an|as|that|than|which|who|into"
    r"|between|during|since|until|after|before|over|about|under|against|including|its|their|his"
    r"|her|if|when|while|where|whether|because|so|such|both|either|not|only|also|just|up to|due"
    r"|as soon|as early|as late|ahead|prior|starting|beginning|effective|compared|according"
    r"|saying|alleging|claiming|declaring|announcing|stating|adding|arguing|insisting|warning"
    r"|noting|as part|as one|equal|what|how|be|being|is|are|was|were|will|would|has|have|had)$",
    re.I,
)

_OWNER = re.compile(r"(?:\s[\w-]+)?\s[\w-]+(?:[’']s|s[’'])$")  # whose what was cut off


def tidy(text: str) -> str:
    """One space between words, no stray punctuation or half a quotation, a capital at the start."""
    text = " ".join(text.replace("``", "“").replace("''", "”").split())
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    if _ENCLOSING.search(text):
        text = _AFTER_OPENING.sub(r"\1", _EMPTY.sub("", text))
        text = _SPACE_IN_QUOTES.sub(r'"\1"', text)
    text = _DASHES.sub("", text)
    text = _TWICE.sub(r"\1", _SPACE_BEFORE.sub(r"\1", text))
    text = _strip(_DOUBLED.sub(r"\1", text))
    if text.endswith("..."):
        text = text[:-3]
    return _capital(" ".join(text.split()))


def _strip(text: str) -> str:
    while True:
        shorter = _STRAY.sub("", text)
        if shorter == text:
            break
        text = shorter
    for opening, closing in _PAIRS[1:3]:  # the closing one may have been the last character
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text


def _capital(text: str) -> str:
    for index, letter in enumerate(text[:3]):
        if letter.isalpha():
            return text[:index] + letter.upper() + text[index + 1 :]
    return text


def cut(text: str, longest: int = LONGEST) -> str:
    """A text no longer than `longest`, ended before a phrase, never within a word."""
    if len(text) > longest:
        ends = [m.start() for m in _PHRASE.finditer(text) if SHORTEST <= m.start() <= longest]
        end = ends[-1] if ends else text.rfind(" ", 0, longest + 1)
        text = _OWNER.sub("", text[: end if end > 0 else longest])
    while True:
        shorter = tidy(_DANGLING.sub("", text))
        if shorter == text:
            return text
        text = shorter
