"""Commands that read the dates of a text: tag, explain."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from timeline.cli.given import day_of, must_speak
from timeline.console import report_explanation, report_reasons

Text = Annotated[str | None, typer.Argument(help="The text; standard input if left out.")]
Day = Annotated[str | None, typer.Option(help="The day it was published.")]
Language = Annotated[str, typer.Option(help="As en, fr, de.")]
Genre = Annotated[Literal["auto", "news", "narrative"], typer.Option(help="How it tells of time.")]


def tag(
    text: Text = None, published: Day = None, language: Language = "en", genre: Genre = "auto"
) -> None:
    """Show the dates in a text: type, value, EDTF, words.

    Example: timeline tag "They met on Friday." --published 2015-09-25
    """
    from timeline.temporal import tag as find_mentions

    must_speak(language)
    words = text if text is not None else sys.stdin.read()
    day = day_of(published)
    for mention in find_mentions(words, published=day, language=language, genre=genre):
        row = (mention.type, mention.value, mention.when or "-", mention.text)
        typer.echo("\t".join(row))  # for programs: Rich would turn the tabs into spaces


def explain(
    text: Text = None, published: Day = None, language: Language = "en", genre: Genre = "auto"
) -> None:
    """Show why each date of a text, or of each event of a source, was read so.

    Of a text: the rule, what the date was counted from, and the readings that lost.
    Of a source, named by its file: the words each event's date rests on, and its salience.

    Example: timeline explain "They met on Friday." --published 2015-09-25
    """
    from timeline.temporal import explain as find_reasons

    if text is not None and report_reasons(text):
        return
    must_speak(language)
    words = text if text is not None else sys.stdin.read()
    found = find_reasons(words, published=day_of(published), language=language, genre=genre)
    report_explanation(found)
