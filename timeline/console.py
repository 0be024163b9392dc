"""What the command line says: on paper for reports, on standard error for progress."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

if TYPE_CHECKING:
    from timeline.decide import Decision
    from timeline.listing import Listed
    from timeline.model import Problem
    from timeline.pipeline import Outcome
    from timeline.temporal import Explanation

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
out = Console(highlight=False, soft_wrap=True, emoji=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)


def report_decisions(decisions: Sequence[Decision], *, status: str, asked: int) -> None:
    """One line for each event decided on, and how to take it back."""
    for decision in decisions:
        event = decision.event
        out.print(escape(f"{status}  {event.id}  {event.when or 'no date'}  {event.title}"))
    already = asked - len(decisions)
    if already:
        out.print(f"{count(already, 'event')} already {status}.")
    if decisions and status != "proposed":
        ids = " ".join(decision.event.id for decision in decisions)
        next_step(f"timeline reopen {ids}", "To take it back")


def report_listing(rows: Sequence[Listed], *, of: int, left: Sequence[int]) -> None:
    """A line for each event: id, salience, date, title, source; and what to type next."""
    for row in rows:
        event = row.event
        score = "    " if event.salience is None else f"{event.salience:.2f}"
        status = "" if event.status == "proposed" else f"  {event.status}"
        when = event.when or "no date"
        place = f"{row.source}, paragraph {event.citations[0].paragraph}"
        out.print(escape(f"{event.id}  {score}  {when:<21}  {event.title}  ({place}){status}"))
    if len(rows) < of:
        out.print(f"{of - len(rows)} more; --limit 0 shows all.")
    out.print(f"{left[0]} of {count(left[1], 'event')} wait for a decision.")
    waiting = [row.event.id for row in rows if row.event.status == "proposed"]
    if waiting:
        next_step(f"timeline accept {waiting[0]}", "To accept the first")


ANCHORS = {
    "": "stands by itself",
    "published": "counted from the publication date",
    "discourse": "counted from the text before it",
    "missing": "needs a publication date",
}


def report_explanation(explanation: Explanation) -> None:
    """Each mention with its rule, what it was anchored to, and what lost against it."""
    out.print(f"read as {explanation.genre}")
    for reading in explanation.readings:
        mention = reading.mention
        out.print(escape(f"\n{mention.text}  ->  {mention.when or mention.value}"))
        out.print(escape(f"  {mention.type} {mention.value}, by the rule {mention.rule}"))
        side = f", as {reading.side}" if mention.anchor == "published" else ""
        out.print(f"  {ANCHORS[mention.anchor]}{side}")
        for lost in reading.lost:
            out.print(escape(f"  not by {lost.rule}: {lost.why}"))


def report_reasons(name: str) -> bool:
    """Why each event of a source has its date and its score; False where the name is a text."""
    from timeline import pipeline, readers

    if not readers.is_source_name(name):
        return False
    for reason in pipeline.explain(name):
        event = reason.event
        parts = ", ".join(f"{part} {value:.2f}" for part, value in reason.parts.items())
        out.print(escape(f"\n{event.when or 'no date'}  {event.title}"))
        out.print(escape(f"  {event.id}, paragraph {event.citations[0].paragraph}"))
        out.print(escape(f"  date: {reason.date}"))
        out.print(f"  salience {event.salience:.2f}: {parts}")
    return True


def report_extraction(outcomes: Sequence[Outcome], *, dry_run: bool, of: int) -> None:
    """What became of each source, a line where anything changed, and a sum.

    `of` is how many there are: where outcomes are missing, the run was stopped, and it says so.
    """
    changed = 0
    for outcome in outcomes:
        name = escape(short(outcome.source))
        if outcome.error:
            err.print(escape(str(outcome.error)))
        elif outcome.left:
            out.print(f"{name}: left as it is: {outcome.left}")
        else:
            changed += outcome.changed
            _report_source(name, outcome)
    done = [outcome for outcome in outcomes if outcome.report]
    events = sum(outcome.events for outcome in done)
    would = "would change" if dry_run else "written"
    skipped = sum(outcome.unchanged for outcome in done)
    left_out = f" ({skipped} unchanged and skipped)" if skipped else ""
    if len(outcomes) < of:
        out.print(f"Stopped after {len(outcomes)} of {count(of, 'source')}.")
    sums = f"{count(events, 'event')}, {count(changed, 'file')} {would}"
    out.print(f"{count(len(done), 'source')}{left_out}, {sums}.")
    if not done or len(outcomes) < of:
        return
    next_step("timeline review", "Review the proposals, in sources/*.events.yml or on a page")


def _report_source(name: str, outcome: Outcome) -> None:
    report = outcome.report
    if report is None or outcome.unchanged:
        return
    counts = (
        (report.added, "new"),
        (report.refreshed, "refreshed"),
        (report.removed, "gone"),
        (report.moved, "followed their text"),
    )
    parts = [f"{len(ids)} {word}" for ids, word in counts if ids]
    if outcome.undated:
        parts.append(f"{outcome.undated} need a date")
    if parts:
        out.print(f"{name}: {count(outcome.events, 'event')} ({', '.join(parts)})")
    for event_id in report.lost:
        out.print(f"{name}: {event_id} is yours and was kept, but is not found any more")
    for event_id in report.adrift:
        out.print(f"{name}: {event_id} quotes words that stand nowhere in the source now")


def report_problems(problems: Iterable[Problem]) -> None:
    """Where each stands, what is wrong, and what to try."""
    for problem in problems:
        hint = f"\n    Try: {problem.hint}" if problem.hint else ""
        where = f"{short(Path(problem.path))}:{problem.line}"
        mark = "warning: " if problem.warning else ""
        out.print(escape(f"{where}: {mark}{problem.what}{hint}"))


def tracked(steps: Iterable[Outcome], sources: Iterable[Path]) -> Iterator[Outcome]:
    """The outcomes as they come; on a terminal with a bar, its rate, and the time left."""
    if not err.is_terminal:
        yield from steps
        return
    sizes = {source: _kilobytes(source) for source in sources}
    columns = (
        *(TextColumn("Extracting"), BarColumn(), TextColumn("{task.fields[done]}")),
        *(_Rate(), TimeRemainingColumn(), TextColumn("left")),
    )
    with Progress(*columns, console=err, transient=True) as progress:
        total = sum(sizes.values())
        task = progress.add_task("Extracting", total=total, done=f"0 of {len(sizes)}")
        for number, step in enumerate(steps, 1):
            size = sizes.get(step.source, 0)
            if step.unchanged:  # nothing was read: it would make the rate too good
                total -= size
                size = 0
            progress.update(task, advance=size, total=total, done=f"{number} of {len(sizes)}")
            yield step


class _Rate(ProgressColumn):
    """KB of text a second, over the last half minute."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.0f} KB/s" if speed else "")


def _kilobytes(path: Path) -> float:
    try:
        return path.stat().st_size / 1024
    except OSError:
        return 0.0


def inert(text: str) -> str:
    """Words that strangers wrote, as they may be printed: no markup, no signs a terminal obeys."""
    return escape(_CONTROLS.sub("", text))


def short(path: Path) -> str:
    """The path as one would type it from here."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)


def count(number: int, noun: str) -> str:
    """A number with its noun, in the plural where that is right."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def next_step(command: str, label: str = "Next") -> None:
    """What to type now."""
    out.print(f"{label}: {escape(command)}")
