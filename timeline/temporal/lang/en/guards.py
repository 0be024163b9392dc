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
_VERBS_IN_S = words(
    "was is has as its his this does"
)
_LEFT_OF_NO_DATE = "$£€¥#@/.-–+*%&_=:"
_NO_NAME = words(
    "miss mr mrs ms dr sir lady president minister theresa may"
)


def plain_year(view: View) -> bool:
    """Four digits are a year unless they count, number or price something."""
    if view.left in _LEFT_OF_NO_DATE and not _year_range(view):
        return False
    if view.right in "$£€%@&/" or (view.right == "-" and not _year_compound(view)):
        return False
    before, after = view.before, view.after
    if before in _NUMBERED or after.lower() in _COUNTED:
        return False
    year = int(re.search(r"\d{4}", view.said)[0])  # type: ignore[index]
    dated = before in TIME_PREPOSITIONS or view.left in "(" or view.right in ")"
    if not 1900 <= year <= 2029 or year % 100 == 0:
        counts = after.islower() and after.endswith("s") and after not in _VERBS_IN_S
        return dated and not counts and before not in ("for", "to", "than", "about", "as")
    return dated or not (before.isdigit() or after.isdigit())


def _year_range(view: View) -> bool:
    return view.left in "-–/" and view.text[max(0, view.start - 5) : view.start - 1].isdigit()


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
    if after[:1].isupper() and after[:1] != "I" and not view.opens and not _weekday(after):
        return before in TIME_PREPOSITIONS and said in ("march", "may") and after in ("The",)
    if said in ("april", "june", "august"):
        return not (view.opens and after[:1].islower() and after in ("has", "is", "was", "had"))
    return before in TIME_PREPOSITIONS and after not in ("of",) and not _first_name(view)


def _weekday(word: str) -> bool:
    return word.lower().endswith("day")


def _first_name(view: View) -> bool:
    return view.before in _NO_NAME


def season_in_time(view: View) -> bool:
    """ "the summer", "in spring", "fall of"; not "to fall", "spring water", "a fall in prices"."""
    said = view.said.lower()
    if "fall" in said:
        return bool(re.search(r"\b(?:in the|during the|the|last|this|next|by)\s+fall$", said)) and (
            view.before in ("in", "during", "by", "since", "until", "for", "of")
            and view.after.lower() not in ("of", "in", "from", "out", "to")
        )
    if "spring" in said and view.after.lower() in ("water", "from", "up", "out", "back"):
        return False
    return view.before in TIME_PREPOSITIONS or said.startswith("the ") or view.after == "of"


def not_name(view: View) -> bool:
    """Not part of a name or an address: no capitalised word directly after, no @ or slash."""
    return view.left not in "@/#_$" and view.right not in "@_"


def second_of_time(view: View) -> bool:
    """Not "second" the ordinal."""
    return not re.search(r"\b(?:a|one|the|every|each) seconds?$", view.said.lower())


def not_after_as(view: View) -> bool:
    """ "as soon as" and "so far as now" are not references."""
    return view.before not in ("as", "so", "too", "how") and view.after != "as"


def since_present(view: View) -> bool:
    """ "now" as a time, not the conjunction "now that"."""
    return view.after != "that" and view.left not in "-" and view.right not in "-"


def numeric(view: View) -> bool:
    """A date in figures stands free: no longer figure, path or price around it."""
    return view.left not in "$£€/.-–:@#_+,=" and not re.match(
        r"[/\-–:@]\w|\.\d", view.text[view.end : view.end + 2]
    )


def not_money(view: View) -> bool:
    """No amount of money directly before ("$3 a year" is a rate, "3 years" is not "$3 years")."""
    return view.left not in "$£€¥.,-–#" or view.said[0].isalpha()


def free_standing(view: View) -> bool:
    """No hyphen ties it to another word."""
    return view.left not in "-–" and view.right not in "-–"
