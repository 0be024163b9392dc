"""Commands that read the dates of a text: tag, explain."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from timeline.cli.given import day_of, must_speak
from timeline.console import report_explanation

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
    """Show why each date in a text was read so: rule, anchor, and the readings that lost.

    Example: timeline explain "They met on Friday." --published 2015-09-25
    """
    from timeline.temporal import explain as find_reasons

    must_speak(language)
    words = text if text is not None else sys.stdin.read()
    found = find_reasons(words, published=day_of(published), language=language, genre=genre)
    report_explanation(found)
