"""`timeline.readers.boilerplate`: what is in an article's file and not of the article."""

from __future__ import annotations

import pytest

from timeline.readers.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    "text",
    [
        "EDITORS: BEGIN OPTIONAL TRIM",
        "EDITORS: END OPTIONAL TRIM",
        "(Begin optional trim)",
        "OPTIONAL CUT ENDS HERE",
        "STORY CAN END HERE",
        "(EDITORS: MAPS AVAILABLE)",
        "(MORE)",
        "-30-",
        "ENDS",
        "Anna Lind contributed to this report.",
        "Anna Lind contributed to this report from Geneva.",
        "Anna Lind in Geneva and J. R. van Dam in Kyiv contributed to this article.",
        "Anna Lind contributed reporting from Kyiv.",
        "(Reporting by Anna Lind in Kyiv; Editing by Per Ek)",
        "Additional reporting by Anna Lind and Per Ek.",
        "Anna Lind: 202-555-0142, @annalind",
        "Anna Lind: (202) 555-0142",
        "anna.lind@example.org",
        "Contact Anna Lind at anna@example.org or +41 22 555 01 42.",
        "Follow @annalind on Twitter",
        "Tel.: 030 / 555 0142",
        "Comments",
        "12 comments",
        "Share this article",
        "Advertisement",
        "Kommentare",
        "Реклама",
        "Read more:",
        "Read more: How the ceasefire of 2014 came about",
        "Lire aussi : Ce que dit l’accord",
        "https://example.org/news/2014/07/17/crash",
        "<www.example.org>",
        "Photo: Anna Lind / Getty Images",
        "Photo credit: Anna Lind",
        "Photo by Anna Lind",
        "(AP Photo/Anna Lind)",
        "Anna Lind/Reuters",
        "REUTERS/Anna Lind",
        "Foto: Anna Lind",
        "© 2014 Example News. All rights reserved.",
        "Copyright 2014 The Example Company",
        "(c) Example News 2014",
        "All rights reserved.",
        "---",
        "* * *",
        "###",
        "**Comments**",
        "## Comments",
    ],
)
def test_marks_credits_contacts_and_links_are_boilerplate(text: str) -> None:
    """They keep their number and give no events."""
    assert is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "Editors of three papers were arrested on 3 May 2014.",
        "EDITORS met the president in March.",
        "Editors: the new generation took over in 2014.",
        "The talks ended.",
        "Russia contributed to this report’s delay.",
        "The CIA contributed to this report.",
        "Experts from twelve countries contributed to this report.",
        "Anna Lind contributed to this report in 2014.",
        "Lower prices contributed to the fall of the rouble.",
        "Reporting by the commission showed that the missile came from the east.",
        "Reporting by Anna Lind in 2014 led to two resignations.",
        "Comments by the minister on Friday were taken back.",
        "Comments were closed on 3 May.",
        "Share prices fell on Monday.",
        "Advertisement revenue halved in 2014.",
        "Anna Lind: “We met in March 2014.”",
        "Vladimir Putin 2000-2008",
        "Anna Lind 12-03-2014",
        "The hotline 202-555-0142 was opened on 3 May.",
        "She wrote to anna@example.org that the talks had failed.",
        "Mr. Lind told @annalind on Monday that he would resign.",
        "The report is at https://example.org since March.",
        "Photo: the presidents meet in Beijing on 10 November 2014.",
        "Photographs of the wreckage, taken on 18 July: they show holes.",
        "Photo finish in the vote of 2014",
        "Copyright law was changed in 2014.",
        "Copyright 2014 was a bad year for publishers.",
        "Related: he is the president’s cousin and was arrested on 3 May. " + "More. " * 60,
        "In 2014",
        "1991",
        "Friday, 25 September 2015",
        "Moscow denied it.",
        "Nein.",
        "Он отрицал это.",
        "会談は続いた。",
        "<!-- a comment of the editor -->",
        "Credit Suisse paid a fine in May 2014.",
        "Contact was lost on 17 July.",
        "Moscow/Kyiv talks began on Monday.",
    ],
)
def test_a_sentence_is_never_swallowed(text: str) -> None:
    """Nothing that could tell an event is taken for boilerplate."""
    assert not is_boilerplate(text)


@pytest.mark.parametrize("text", ["@" * 5000 + "x", "a " * 5000, "by " * 100, "contributed " * 25])
def test_odd_lines_are_judged_quickly(text: str) -> None:
    """No pattern backtracks over a long or repetitive line; they are no boilerplate."""
    assert not is_boilerplate(text)
