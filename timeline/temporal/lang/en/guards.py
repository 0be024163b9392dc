"""When an English word that can be a date is one. Each guard looks at the neighbours only."""

from __future__ import annotations

import re

from timeline.temporal.rule import View, words

TIME_PREPOSITIONS = words(
    "in since by until till from to of during before after for between through throughout "
    "around about late early mid on this last next as at past and or than circa into through "
    "that"
)
_NUMBERED = words(
    "page p pp no number room section sec article route rte flight figure fig chapter ch line "
    "lot highway interstate building suite apt apartment box gate channel bus platform act "
    "item psalm volume vol unit model version part phone fax tel ext boeing airbus $ us rs"
)
_COUNTED = words(
    "people persons men women children troops soldiers dead deaths jobs homes cases miles "
    "feet meters metres kilometers kilometres km m ft pounds dollars tons tonnes points "
    "shares votes percent per years days hours minutes members workers others more times "
    "acres rounds houses units euros yen copies million billion cars seats yards calories "
    "hectares barrels"
)
_VERBS_IN_S = words("was is has as its his this does")
_NEW_CLAUSE = words(
    "and that the when by in to but or as for was is has have had at on with while because he she "
    "it they we who which where"
)
_NAMED_DAYS = words("black bloody super cyber holy maundy shrove red")
_BEFORE_SHORT_YEARS = words("in since until from by of before after through")
_NAMED_YEARS = words("class spirit")  # "the class of '76"
_OF_OUR_TIME = words(
    "world youth society standards children kids teenagers students generation generations "
    "technology culture economy dollars money terms prices age young women men families parents "
    "readers voters audiences computers cars consumers workers athletes politics era values"
)
_MATTER = words("matter")  # "a matter of days"
_LEFT_OF_NO_DATE = "$£€¥#@/.-–+*%&_=:"
_MONTH_PREPOSITIONS = words("in since until during late early mid last this next")
_NOT_BEFORE_OLD_YEARS = words("for to than about as at on around and or that this last next")
_PLAY = re.compile(
    r"\b(?:goals?|scored?|scoring|match|kick-?off|penalty|touchdown|half-?time|header|striker|"
    r"minutes? (?:later|into)|referee|midfielder|goalkeeper|possession|quarterback|rebounds?)\b"
)
_OF_THE_YEAR = re.compile(r" of (?:[$£€\d]|(?:the|its|this|their) [\w ]{0,10}year)")
_ABBREVIATED = re.compile(r"\b(?:pp?|nos?|sec|art|ch|vol|fig)\.\s?$", re.IGNORECASE)


def plain_year(view: View) -> bool:
    """Four digits are a year unless they count, number or price something."""
    if view.left in _LEFT_OF_NO_DATE and not _year_range(view) and not _prefixed(view):
        return False
    if view.right in "$£€%@&/" or (view.right == "-" and not _year_compound(view)):
        return False
    before, after = view.before, view.after
    if before in _NUMBERED or _ABBREVIATED.search(view.text, max(0, view.start - 8), view.start):
        return False
    if after.lower() in _COUNTED:
        return False
    year = int(re.search(r"\d{4}", view.said)[0])  # type: ignore[index]
    dated = before in TIME_PREPOSITIONS or view.left in "(" or view.right in ")"
    dated = dated or (before == "the" and after[:1].isupper()) or not view.said[0].isdigit()
    if after == "of" and not dated:
        return False
    if not 1900 <= year <= 2029 or year % 100 == 0:
        counts = after.islower() and after.endswith("s") and after not in _VERBS_IN_S
        return dated and not counts and before not in _NOT_BEFORE_OLD_YEARS
    return dated or not (before.isdigit() or after.isdigit())


def one_line(view: View) -> bool:
    """A year first: not one that ends a headline above the date of a story."""
    return numeric(view) and "\n" not in view.said


def short_year(view: View) -> bool:
    """ "In '76", not the feet and inches or the shortened word of a quotation."""
    return view.before in _BEFORE_SHORT_YEARS and not view.preceded(_NAMED_YEARS)


def year_range(view: View) -> bool:
    """Two years joined are years, unless a number or a price ends there."""
    return view.left not in _LEFT_OF_NO_DATE and view.before not in _NUMBERED


def _year_range(view: View) -> bool:
    return view.left in "-–/" and view.text[max(0, view.start - 5) : view.start - 1].isdigit()


def _prefixed(view: View) -> bool:
    """ "post-1945", "pre-1990"."""
    return bool(
        re.search(r"\b(?:pre|post)-$", view.text[max(0, view.start - 5) : view.start], re.I)
    )


def _year_compound(view: View) -> bool:
    return bool(re.match(r"-(?:\d{2,4}\b|era\b|born\b)", view.text[view.end : view.end + 6]))


def month_name(view: View) -> bool:
    """ "March" and "May" alone need the company of a date; other months need none."""
    said = view.said.lower().rstrip(".")
    if view.left in "-/@#_" or (view.right in "-" and view.after):
        return False
    if said in ("mar", "jan", "sep", "jun", "apr", "aug", "dec", "oct", "nov", "feb", "jul"):
        return False
    if said not in ("march", "may", "april", "june", "august"):
        return True
    before, after = view.before, view.after
    if after[:1].isupper() and not _weekday(after):
        return before in _MONTH_PREPOSITIONS
    if said in ("april", "june", "august"):
        return not (view.opens and after[:1].islower() and after in ("has", "is", "was", "had"))
    return before in TIME_PREPOSITIONS and after not in ("of",)


def _weekday(word: str) -> bool:
    return word.lower().endswith("day")


def season_in_time(view: View) -> bool:
    """ "summer" and its like, but not in a name ("Arab Spring"), and "fall" only as a noun."""
    said = view.said.lower()
    if "fall" in said:
        return bool(re.search(r"\b(?:in the|during the|the|last|this|next|by)\s+fall$", said)) and (
            view.before in ("in", "during", "by", "since", "until", "for", "of")
            and view.after.lower() not in ("of", "in", "from", "out", "to")
        )
    if "spring" in said and view.after.lower() in ("water", "from", "up", "out", "back"):
        return False
    if view.said[:1].isupper() and view.after[:1].isupper():
        return False
    return not view.said[:1].isupper() or view.opens


def not_name(view: View) -> bool:
    """Not part of a name or an address: not "Black Friday", no @ or slash."""
    return view.left not in "@/#_$" and view.right not in "@_" and view.before not in _NAMED_DAYS


def common(view: View) -> bool:
    """No title: "This Week" and "Radio Today" are programmes."""
    words = view.said.split()
    if len(words) > 1:
        return not (words[0].istitle() and words[-1].istitle())
    return not words[0].istitle() or view.opens or not view.before


def of_the_year(view: View) -> bool:
    """A quarter or half of the year that the text is in: not one of a match, nor of anything."""
    if view.after == "of":
        return bool(_OF_THE_YEAR.match(view.text, view.end))
    around = view.text[max(0, view.start - 120) : view.end + 120].lower()
    return not _PLAY.search(around)


def nowadays(view: View) -> bool:
    """ "Today's youth" are not of one day."""
    rest = re.match(r"['’]s ([a-z]+)", view.text[view.end : view.end + 24])
    return bool(rest and rest[1] in _OF_OUR_TIME)


def not_after_as(view: View) -> bool:
    """ "as soon as" and "so far as now" are not references."""
    return view.before not in ("as", "so", "too", "how") and view.after != "as"


def not_conjunction(view: View) -> bool:
    """ "now" as a time, not the conjunction "now that"."""
    return view.after != "that" and view.left not in "-" and view.right not in "-"


def numeric(view: View) -> bool:
    """A date in figures stands free: no longer figure, path or price around it."""
    return view.left not in "$£€/.-–−:@#_+,=" and not re.match(
        r"[/\-–:@]\w|\.\d", view.text[view.end : view.end + 2]
    )


def by_name(view: View) -> bool:
    """As `numeric`; "noon" and "Noon" where a sentence begins, but no title ("High Noon")."""
    capital = view.said.startswith(("Noon", "Midday", "Midnight"))
    told = view.text[: view.start].rstrip(" “\"'‘—–-")
    begins = not view.before or told.endswith((".", "!", "?"))
    return numeric(view) and (begins or not capital)


def clock_words(view: View) -> bool:
    """ "Half past six", "ten minutes to midnight"; "ten to twelve" are numbers, "10 to 12" too."""
    said = view.said.lower()
    told = said.startswith(("half past", "quarter", "a quarter")) or "minutes" in said
    told = told or "o'clock" in said or "midnight" in said or "noon" in said
    return told and view.left not in "$£€-–" and not view.after.startswith(("percent", "per"))


def _hhmm(said: str) -> bool:
    """ "1430 hours" is a time; "1400 hours" may be a length."""
    return bool(re.match(r"(?:[01]\d|2[0-3])(?!00)[0-5]\d hours$", said))


def by_the_clock(view: View) -> bool:
    """ "At 1700 hours" is a time, "1700 hours" alone a length."""
    zoned = "hours" not in view.said.lower() or _hhmm(view.said.lower())
    clock = view.before in ("at", "by", "from", "until", "to", "around", "before", "after", "since")
    return numeric(view) and (zoned or clock)


def not_money(view: View) -> bool:
    """ "3 years", not the end of "$3 years" or "1,003 years"."""
    return view.left not in "$£€¥.,-–#" or view.said[0].isalpha()


def free_standing(view: View) -> bool:
    """No hyphen ties it to another word."""
    return view.left not in "-–" and view.right not in "-–"


def ago(view: View) -> bool:
    """ "two days after" is an offset only where nothing follows that it could be after."""
    if view.said.lower().endswith((" after", " before")) and not adverb_end(view):
        return False
    return not_money(view)


def clause_end(view: View) -> bool:
    """Punctuation follows, or a word that begins something new."""
    return not view.after or view.after in ("and", "but", "or", "he", "she", "it", "they", "we")


def adverb_end(view: View) -> bool:
    """ "Two days after, it rained", but not "two days after he left": that is counted from it."""
    return not view.after or view.after in ("and", "but", "or")


def one_of_many(view: View) -> bool:
    """ "The second Friday" of something; "for the second Friday in a row" it is the last one."""
    row = view.text[view.end : view.end + 14].lower()
    return not re.match(r" (?:in a row|running|straight|in succ)", row)


def ending(view: View) -> bool:
    """ "the year ended March 31", a stretch of its own."""
    return view.after in ("ended", "ending", "through", "to")


def of(view: View) -> bool:
    """ "the first year of the war": the length of a part of something."""
    return view.after == "of"


def not_of(view: View) -> bool:
    """ "the year" that the text is in, not "the year of the flood" or "the year when"."""
    return view.after not in (
        "of",
        "ago",
        "when",
        "before",
        "after",
        "earlier",
        "later",
        "that",
    ) and (not re.match(r"-[a-z]", view.text[view.end : view.end + 2]))


def running_unit(view: View) -> bool:
    """No title; and "past week" alone is the noun's adjective in "the past week", a duration."""
    return not view.said.lower().startswith("past ") and common(view)


def not_electric(view: View) -> bool:
    """ "current" as a time, not the flow of water or electricity."""
    noun = not view.after or view.after.lower() in _NEW_CLAUSE or view.after in ("of", "flows")
    return not noun and view.before not in ("electric", "alternating", "direct", "ocean", "a")


def noun_past(view: View) -> bool:
    """ "the past" as a noun: "in the past", not "the past decade"."""
    noun = not view.after.islower() or view.after in _NEW_CLAUSE
    return noun and view.before in ("in", "of", "from", "to", "than", "with", "about", "into")


def noun_future(view: View) -> bool:
    """ "the future", "in future"; not "future generations" or "futures"."""
    if view.said.lower() == "future":
        return view.before in ("in", "for") and not view.after.islower()
    return not view.after.islower() or view.after in _NEW_CLAUSE or view.after == "of"


def soon_ahead(view: View) -> bool:
    """ "soon" as a time to come, not "as soon as" or "soon after"."""
    order = view.after in ("after", "afterwards", "afterward", "as", "enough", "became", "began")
    return not_after_as(view) and not view.opens and not order


def reported_figure(view: View) -> bool:
    """ "year-earlier" before a figure or a noun of the accounts."""
    return bool(view.after) or view.right in " $,"


def day_alone(view: View) -> bool:
    """ "on the 16th" of a month, not "the 16th century" or "the 16th hole"."""
    return view.before in ("on", "by", "until", "since", "of", "from") and clause_end(view)


def counted_time(view: View) -> bool:
    """A length of time: no age, no price, not three quarters of something."""
    said = view.said.lower()
    if _hhmm(said):
        return False
    if said == "one day" and view.after in ("last", "in", "this", "next"):
        return False
    if re.search(r"\d{4}\W+[a-z]+$", said) and not said.endswith("s"):
        return False
    if re.match(r"[-\s]olds?\b|-(?!long|old)[a-z]", view.text[view.end : view.end + 5]):
        return False
    if view.right == "-" and said.startswith(("a ", "an ")):
        return False
    if "quarter" in said and re.search(r"\b(?:a|one|three)[\s-]+quarters?$", said):
        return False
    if said.startswith(("his ", "her ", "their ", "its ")) and said.endswith("second"):
        return False
    if said.endswith("minute") and view.after.islower() and view.after not in _NEW_CLAUSE:
        return view.after in ("of", "later", "ago", "or", "longer", "more", "before", "after")
    return not_money(view) and not said.endswith(("a second", "one second"))


def whole(view: View) -> bool:
    """ "a day", but not "a second chance", "a minute detail", "a quarter of them"."""
    if view.left in "-–" or not counted_time(view):
        return False
    if view.said.lower().endswith(("minute", "quarter")):
        return not view.after.islower() or view.after in _NEW_CLAUSE
    return view.right not in "-–"


def bounded(view: View) -> bool:
    """ "last three years" without an article is a rank; "the last two weeks of May" end there."""
    return not view.said.lower().startswith("last ") and view.after != "of"


def bare_units(view: View) -> bool:
    """ "years" alone, not the tail of a compound, nor counted by words before it."""
    if view.said.lower() == "minutes" and view.before == "within":
        return True
    if view.before.isdigit() or view.after == "old" or view.preceded(_MATTER):
        return False
    if view.said.istitle() and not view.opens:
        return False
    if view.said.lower() in ("seconds", "quarters", "nights", "minutes", "secs", "mins", "hrs"):
        return False
    return free_standing(view) and view.before not in ("his", "her", "my", "your", "light", "two")


def willing(view: View) -> bool:
    """ "Will one day be": some day to come."""
    return view.before in ("will", "would", "could", "may", "might", "can", "shall")


def spelled_year(view: View) -> bool:
    """ "nineteen ninety-six" is a year by itself, "two thousand" only after "year"."""
    said = view.said.lower()
    return not said.startswith("two") or "year" in said


def decade_company(view: View) -> bool:
    """ "the 80s", "'80s"; not a size or a temperature."""
    said = view.said.lower()
    if view.left.isalnum() or view.right in "'’":
        return False
    return "the " in said or said[0] in "'’" or view.before in ("the", "early", "late", "mid", "of")


def not_age(view: View) -> bool:
    """ "the eighties", not "in his eighties"."""
    company = " " in view.said or "-" in view.said
    return company and view.before not in ("his", "her", "their", "my", "your", "our")


def part_company(view: View) -> bool:
    """ "in the morning", "at night", "late afternoon"; not "the night train", "the night of"."""
    if re.match(r"\s+of\s+(?:the\s+)?\d", view.text[view.end : view.end + 12]):
        return False
    edged = view.said.lower().startswith(("mid", "early", "late"))
    return edged or view.before in ("in", "at", "during", "by", "that", "late", "early", "mid")
