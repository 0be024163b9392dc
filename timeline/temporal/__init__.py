"""Text -> mentions: the expressions of time in a text, with what they mean.

    text -> mend slips -> candidates (rules) -> genre -> meaning by anchor, in order -> Mention*

Extents and values are TimeML's: no leading preposition, an article where it belongs to the
expression ("the 1980s", "the past two weeks"), TIMEX3 `value`. Beside it stands `when`, EDTF, where
the expression denotes a time that is known:

- "last week" is 2015-W38 and `2015-09-14/2015-09-20`; weekends are Saturday and Sunday;
- "the past two weeks" is the length P2W and `2015-09-11/2015-09-25`; a length that nothing bounds,
  a set and a vague reference have no `when`;
- "40 years ago" is 1975 and `1975~`; "late March 2022" is `2022-03` with `mod` END;
- "will reopen in two months" is the length P2M and, from the future verb, `2015-11~`;
- "days later" is FUTURE_REF and about the month that the text is in, `2015-09~`;
- clock times are local as printed: the `value` has the Z of "14:30 UTC", `when` has not.

"16-18 March 2014" is two mentions, as in TimeML; `ranges` joins them into one stretch of time.
"""

from timeline.temporal.anchor import Genre
from timeline.temporal.explain import Explanation, Reading, explain
from timeline.temporal.ranges import Range, ranges
from timeline.temporal.tagger import tag

__all__ = ["Explanation", "Genre", "Range", "Reading", "explain", "ranges", "tag"]
