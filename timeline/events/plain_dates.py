"""A stretch of a sentence without its date words, and without what only led or closed them.

"On Friday ministers met" leaves "ministers met"; "am 3. Mai", "2014年5月に", "5 Mayıs'ta" go whole.
"""

from __future__ import annotations

import re

from timeline.events.draft import Context

_ENGLISH = re.compile(
    r"(?:\b(?:also|only|back|early|late|earlier|later|just|about|around|the|starting|beginning"
    r"|effective|sometime|ahead|prior)\s+)*"
    r"\b(?:in|on|at|by|since|until|till|during|from|between|over|within|for|of|before|after|through"
    r"|throughout|around|near|the|to|as (?:early|late|soon) as|as)\s+"
    r"(?:(?:the|early|late|mid)\s+)*$",
    re.I,
)
# What leads a date in the languages the recogniser knows beside English.
_BEFORE = {
    "fr": r"(?:\b(?:le|la|les|l[’']|en|au|aux|du|des|depuis|dès|vers|jusqu|à)\s*)+$",
    "de": r"(?:\b(?:am|im|in|den|dem|der|die|das|seit|ab|bis|zum|vom|um|von)\s+)+$",
    "es": r"(?:\b(?:el|la|los|las|en|desde|hasta|del|de|a)\s+)+$",
    "it": r"(?:\b(?:il|la|l[’']|nel|nell[’']|in|dal|dall[’']|fino|al|a|di)\s*)+$",
    "pt": r"(?:\b(?:o|a|em|no|na|desde|até|de|do)\s+)+$",
    "nl": r"(?:\b(?:op|in|sinds|vanaf|tot|de|het|van|om)\s+)+$",
    "pl": r"(?:\b(?:w|we|od|do|dnia|dniu|na|z|o)\s+)+$",
    "cs": r"(?:\b(?:v|ve|od|do|dne|na|z|roku)\s+)+$",
    "sv": r"(?:\b(?:den|i|på|sedan|från|till|under)\s+)+$",
    "da": r"(?:\b(?:den|i|på|siden|fra|til)\s+)+$",
    "nb": r"(?:\b(?:den|i|på|siden|fra|til)\s+)+$",
    "ru": r"(?:\b(?:в|во|с|со|к|до|на|от|после)\s+)+$",
    "uk": r"(?:\b(?:у|в|з|із|до|на|від|після)\s+)+$",
    "ja": r"(?:去る|来る|毎)?$",
    "zh": r"(?:于|於|在|自|从|從|至|到|直到)$",
    "th": r"(?:เมื่อวันที่|ในวันที่|ณ วันที่|เมื่อ|ตั้งแต่|วันที่|ใน)\s*$",
}
# What closes one: particles, case endings behind an apostrophe, a comma.
_BEHIND = {
    "ja": r"(?:には|では|から|まで|より|ごろ|頃|に|は|の|、|,|，)+",
    "zh": r"(?:以来|以來|期间|期間|起|的|，|、|,)+",
    "ko": r"(?:에는|에서|에|부터|까지|의|은|는|경)(?:\s|,|$)",
    "tr": r"[’'][a-zçğıöşü]{1,4}\b",
}
_UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my"})


def without_dates(context: Context, start: int, end: int) -> str:
    """The words from `start` to `end` of the sentence that aren't part of a date."""
    language = context.language
    leading = _ENGLISH if language not in _BEFORE else re.compile(_BEFORE[language], re.I)
    closing = re.compile(_BEHIND[language]) if language in _BEHIND else None
    out, at = "", start
    for mention in context.mentions:
        if not start <= mention.start < end or mention.start < at:
            continue
        before = context.text[at : mention.start]
        owns = context.text.startswith(("’s", "'s"), mention.end)
        runs_on = re.match(r"\s\w", context.text[mention.end : mention.end + 2])
        led = leading.search(before)
        # "the 2014 vote": the article is the vote's, as is "in" of "in Friday's vote"
        if led and not owns and not (runs_on and led.group().lower().startswith("the")):
            before = before[: led.start()]
        out += before
        closed = closing.match(context.text, mention.end, end) if closing else None
        at = closed.end() if closed else mention.end + (2 if owns and language == "en" else 0)
    if at >= end:
        return out
    joint = "" if language in _UNSPACED else " "
    return f"{out}{joint}{context.text[at:end]}"
