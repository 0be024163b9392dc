"""How long the review page takes to open and a key to be answered, in the browser.

    .venv/bin/python -m tests.bench.review [--sources 400] [--events 5000] [--keys 60]

Makes a project of invented articles, serves it, opens it in the system's Chromium, and presses
keys. A key counts as answered when the next event's title is on the screen. The times are this
machine's; the last line sets them against the limits.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.review_server import served
from timeline.model import Citation, Event, Record
from timeline.store import compose

OPEN_LIMIT, KEY_LIMIT = 1.5, 0.1  # seconds
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PLACES = ("Lowick", "Harden", "Ember", "Stanway", "Colne", "Rushall", "Aldby", "Marle")


def make_project(root: Path, *, sources: int, events: int) -> None:
    """Write `sources` articles with `events` proposals in all, one a paragraph."""
    folder = root / "sources"
    folder.mkdir()
    for number in range(sources):
        count = events // sources + (number < events % sources)
        name = f"minutes-{number:04}"
        cited = [_event(number, n) for n in range(count)]
        body = "\n\n".join(f"{e.citations[0].quote}, and went home late. " for e in cited)
        head = f"---\ntitle: Minutes of meeting {number}\npublished: 2015-09-25\n---\n"
        (folder / f"{name}.md").write_text(f"{head}\n{body}\n", "utf-8")
        text = compose(Record(name, "by hand", tuple(cited)), stored=None)
        (folder / f"{name}.events.yml").write_text(text, "utf-8")


def _event(number: int, n: int) -> Event:
    place, year = PLACES[(number + n) % len(PLACES)], 1950 + (number * 7 + n) % 60
    said = f"{1 + n % 28} March {year}"
    quote = f"The council of {place} met on {said} and voted for the {n}th part of the plan"
    title = f"The council of {place} voted for part {n} of plan {number}"
    citation = Citation(n + 1, quote, said)
    when = f"{year}-03-{1 + n % 28:02}"
    return Event(f"{number:04x}{n:04x}", when, title, where=(place,), citations=(citation,))


def measure(page: Any, keys: Sequence[str]) -> list[float]:
    """Seconds from each key to the next event's title on the screen."""
    return [float(page.evaluate(_PRESS, key)) / 1000 for key in keys]


_PRESS = """(key) => new Promise((done) => {
    const before = document.querySelector("#page");
    const start = performance.now();
    const look = () => document.querySelector("#page") === before
        ? requestAnimationFrame(look)
        : requestAnimationFrame(() => done(performance.now() - start));
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    look();
})"""


def main() -> None:
    """Measure, and print a table."""
    options = argparse.ArgumentParser()
    for name, default in (("sources", 400), ("events", 5000), ("keys", 60)):
        options.add_argument(f"--{name}", type=int, default=default)
    asked = options.parse_args()
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, BROWSERS)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        make_project(Path(folder), sources=asked.sources, events=asked.events)
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page()
        start = time.perf_counter()
        with served(Path(folder)) as url:
            rows = [("the server, until it answers", [time.perf_counter() - start], OPEN_LIMIT)]
            for name in ("opening", "opening again"):
                start = time.perf_counter()
                page.goto(f"{url}start")
                page.wait_for_selector("#event-title")
                rows.append((name, [time.perf_counter() - start], OPEN_LIMIT))
            for key, name in (("j", "next"), ("a", "accept"), ("u", "undo")):
                rows.append((f"{key}, {name}", measure(page, [key] * asked.keys), KEY_LIMIT))
        browser.close()
    print(f"{asked.events} events, {asked.sources} sources")
    for name, seconds, limit in rows:
        median, worst = statistics.median(seconds), max(seconds)
        part = f"{median / limit:4.0%} of the limit of {limit * 1000:.0f} ms"
        print(f"{name:32} median {median * 1000:6.0f} ms  worst {worst * 1000:6.0f} ms  {part}")


if __name__ == "__main__":
    main()
