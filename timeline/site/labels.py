"""The words of the interface, by language. Dates have their own words in `timeline.words`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names
from babel.numbers import format_decimal

_ENGLISH = {
    "after": "Next event: {name}",
    "alleged": "alleged",
    "all_events": "All events",
    "calendar_without": "Not in this calendar, which holds only what is known to the day:",
    "chronology_lead": "{events} from {sources}. No date is more exact than its source.",
    "before": "Previous event: {name}",
    "cite": "Cite",
    "cite_plain": "Text",
    "cited_by": "Cited for",
    "copied": "Link copied",
    "date": "Date",
    "denied": "denied",
    "disputed": "disputed",
    "embed": "Embed",
    "embed_copy": "Copy the HTML",
    "embed_of": "From {title}",
    "event": "event",
    "event_heading": "Event",
    "events": "events",
    "facts": "People, places and tags",
    "feed_reviewed": "Every event is quoted from its source. What was reviewed last comes first.",
    "feed_unreviewed": "Every event is quoted from its source. It isn’t known of all when they "
    "were reviewed; those follow by their own dates, the latest first.",
    "following": "Next cited: paragraph {number}",
    "gap": "Paragraphs {first}–{last} not shown",
    "gap_one": "Paragraph {first} not shown",
    "jump": "Years",
    "lead": "{events} from {sources}, {span}. Each is dated no more precisely than its source "
    "says, and quoted from the paragraph it stands in.",
    "lead_short": "{events} from {sources}. Each is quoted from the paragraph it stands in.",
    "link_title": "Link to this event",
    "licence": "Licence",
    "no_events": "No events yet.",
    "no_match": "No events match.",
    "no_sources": "No sources yet.",
    "not_a_day": "not known to the day",
    "not_a_year": "not in the years 1 to 9999",
    "not_certain": "approximate or uncertain",
    "not_closed": "open at one end",
    "not_known": "no year is known",
    "number": "No.",
    "more_citation": "more citation",
    "more_citations": "more citations",
    "original_short": "original",
    "original": "Read the original",
    "overview": "Overview",
    "overview_all": "All",
    "overview_in": "Zoom in",
    "overview_out": "Zoom out",
    "overview_text": "Overview of {events}, {first} to {last}; most of them, {most}, in {year}. "
    "Each mark leads to its event. The same events stand below, in order of time.",
    "paragraph": "paragraph {number}",
    "planned": "planned",
    "publish_cited": "Only the paragraphs that are cited are shown here, with the cited words "
    "marked.",
    "publish_full": "The cited words are marked.",
    "publish_none": "The text of this source is not published here.",
    "proposed": "proposed",
    "filter": "Filter events",
    "filter_clear": "Clear (Esc)",
    "filter_from": "From year",
    "filter_kind": "Kind",
    "filter_none": "No event matches all of these.",
    "filter_of": "{shown} of {all} events",
    "filter_source": "Sources",
    "filter_text": "Words in events and quotes",
    "filter_to": "to year",
    "happened": "happened",
    "on_the_timeline": "On the timeline",
    "retrieved": "Retrieved",
    "tags_lead": "The tags that editors gave to events.",
    "tags_title": "Tags",
    "where_lead": "The places named in events.",
    "where_title": "Places",
    "who_lead": "The people and organisations named in events.",
    "who_title": "People",
    "reviewed": "reviewed {day}",
    "reviewed_by": "reviewed {day} by {name}",
    "source": "source",
    "source_heading": "Source",
    "sources": "sources",
    "sources_lead": "Every event on the timeline comes from one of these. Each page shows the "
    "paragraphs that are cited, numbered, with the cited words marked.",
    "sources_title": "Sources",
    "take_away": "Take away",
    "timeline_title": "Timeline",
    "undated": "Without a date",
    "waiting": "Preview: proposals that nobody has reviewed yet are shown, marked “proposed”. "
    "They are left out when the site is built.",
}

LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType({"en": MappingProxyType(_ENGLISH)})


def labels(language: str) -> Mapping[str, str]:
    """The interface in this language ("de", "pt-BR"), in English where we lack it."""
    return LABELS.get(language) or LABELS.get(language.partition("-")[0]) or LABELS["en"]


def counted(number: int, unit: str, language: str) -> str:
    """ "1 event", "1,204 events": `unit` is the label of one; its plural label ends in s."""
    word = labels(language)[unit if number == 1 else f"{unit}s"]
    return f"{format_decimal(number, locale=locale_of(language))} {word}"


def capitalised(text: str) -> str:
    """The text as it stands at the beginning of a line: "Spring 2014", "About 1860"."""
    return text[:1].upper() + text[1:]


def weekday_name(day: date, language: str) -> str:
    """ "Sunday", in this language."""
    return str(get_day_names("wide", locale=locale_of(language))[day.weekday()])


def locale_of(language: str) -> Locale:
    """Babel's data for a language tag; English where it has none."""
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
