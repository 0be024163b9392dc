"""How heavy a large site is, and how long it takes beside plain MkDocs Material.

    python -m tests.bench.site                  100, 1,000 and 10,000 events
    python -m tests.bench.site 1000             or so many

The plain site has the same pages, generated once and written down as Markdown: MkDocs and the
theme do the same work for both, and what differs is ours: reading sources and events, making the
pages, the files to take away, the frames and a card for each event, which plain MkDocs lacks.
Each build has a process of its own.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from timeline.model import Citation, Event, Record
from timeline.selection import load
from timeline.site.generate import pages
from timeline.site.options import SiteOptions
from timeline.store import compose

CONFIG = """\
site_name: Bench
theme: {{name: material, font: false}}
use_directory_urls: false
plugins: [search{plugin}]
nav: [index.md, timeline/index.md, sources/index.md]
"""
VERBS = ("opened", "closed", "visited", "signed", "left", "praised", "repaired", "sold")
THINGS = ("the harbour", "a bridge", "the treaty", "two mills", "the archive", "a small school")
FILLER = "The rest of the paragraph says what was thought of it at the time and by whom. " * 3


def write(folder: Path, events: int) -> None:
    """A project with this many events, a fifth as many sources, dated over a century."""
    rng = random.Random(7)
    people = [f"Person {n}" for n in range(max(5, events // 100))]
    (folder / "sources").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Bench\n", "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugin=", timeline"), "utf-8")
    for source in range(events // 5):
        made, body = [], []
        for n in range(5):
            who = rng.choice(people)
            day = f"{rng.randint(1915, 2014)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
            words = f"{who} {rng.choice(VERBS)} {rng.choice(THINGS)} in place {source}-{n}"
            body.append(f"On {day} {words}. {FILLER}")
            made.append(
                Event(
                    id=f"{rng.getrandbits(32):08x}",
                    when=day,
                    title=words,
                    status="accepted",
                    who=(who,),
                    where=(f"Place {rng.randint(1, 60)}",),
                    tags=(f"tag{rng.randint(1, 12)}",),
                    citations=(Citation(n + 1, f"On {day} {words}.", day),),
                )
            )
        name = f"source-{source:04}"
        head = f"---\ntitle: Source {source}\npublished: '2015-01-01'\npublisher: Bench\n---\n\n"
        (folder / "sources" / f"{name}.md").write_text(head + "\n\n".join(body) + "\n", "utf-8")
        text = compose(Record(name, "bench", tuple(made)), stored=None)
        (folder / "sources" / f"{name}.events.yml").write_text(text, "utf-8")


def write_plain(folder: Path, project: Path) -> None:
    """The same pages as plain Markdown files, without the plugin."""
    options = SiteOptions(directory_urls=False)
    for path, text in pages(load(project / "sources"), options=options).items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    (folder / "docs" / "index.md").write_text("# Bench\n", "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG.format(plugin=""), "utf-8")


def configured(folder: Path, command: str = "build") -> MkDocsConfig:
    """MkDocs' configuration, started."""
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins.on_startup(command=command, dirty=False)
    return config


def timed(config: MkDocsConfig, address: str | None = None) -> float:
    """Seconds of processor time of one build: other programs must not count."""
    start = time.process_time()
    mkdocs_build(config, serve_url=address)
    return time.process_time() - start


def peak() -> float:
    """The most memory that this process had so far, in MB."""
    # Not getrusage: on Linux its figure begins with what the parent had.
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("utf-8"))
    return int(found[1]) / 1024 if found else 0.0


def built(folder: Path) -> dict[str, float]:
    """Seconds of a build, and the memory that it took on top of the program itself."""
    config = configured(folder)
    before = peak()
    return {"seconds": timed(config), "before": before, "peak": peak()}


def rebuilt(folder: Path) -> dict[str, float]:
    """Seconds of a build as `serve` does it after one event was changed: the median of three."""
    address = "http://127.0.0.1:8000/"
    first, again = timed(configured(folder, "serve"), address), []
    for file in sorted((folder / "sources").glob("*.events.yml"))[:3]:
        file.write_text(file.read_text("utf-8").replace("title: ", "title: Again ", 1), "utf-8")
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
        again.append(timed(config, address))
    return {"seconds": statistics.median(again), "first": first}


STEPS = {"built": built, "rebuilt": rebuilt}


def apart(step: str, folder: Path) -> dict[str, float]:
    """What a step measures in a fresh process: nothing is warm, and its memory is its own."""
    command = [sys.executable, "-m", "tests.bench.site", "--step", step, "--folder", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment)
    found: dict[str, float] = json.loads(said.stdout.splitlines()[-1])
    return found


def heaviest(pages: Iterable[Path]) -> tuple[int, int]:
    """Bytes of the largest page, as it is and compressed."""
    largest = sorted((page.read_bytes() for page in pages), key=len)[-20:]
    return len(largest[-1]), max(len(gzip.compress(data)) for data in largest)


def weight(file: Path) -> str:
    """A file's size, as it is and compressed; a dash where there is none."""
    if not file.exists():
        return "–"
    data = file.read_bytes()
    return f"{len(data) / 1e6:.2f} MB, {len(gzip.compress(data)) / 1000:.0f} KB"


def in_browser(site: Path) -> tuple[float, float]:
    """Median milliseconds to first paint, and from a filter's choice to its answer."""
    from playwright.sync_api import sync_playwright

    found = [p for p in (site / "timeline").glob("*.html") if "data-words=" in p.read_text("utf-8")]
    page_path = max(found, key=lambda path: path.stat().st_size)
    paints, answers = [], []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(5):
            page = browser.new_page()
            page.goto(page_path.as_uri())
            page.wait_for_selector(".tl-filter input")
            paints.append(page.evaluate("performance.getEntriesByType('paint')[0].startTime"))
            page.locator(".tl-filter summary").first.click()
            answers += [page.evaluate(ANSWER, box) for box in range(3)]
            page.close()
        browser.close()
    return statistics.median(paints), statistics.median(answers)


ANSWER = """async (number) => {
  const box = document.querySelectorAll(".tl-filter-choice[open] input")[number];
  const start = performance.now();
  box.click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""
HEAD = (
    *(
        "events",
        "sources",
        "pages",
        "frames and cards",
        "times plain",
        "memory",
        "a page",
        "plain a page",
    ),
    *("heaviest page", "compressed", "search", "list for filters", "rebuild"),
    *("first paint", "filter"),
)


def row(events: int, folder: Path) -> list[str]:
    """One size: a row of the table in docs/evaluation.md."""
    ours, plain = folder / "ours", folder / "plain"
    write(ours, events)
    write_plain(plain, ours)
    mine, theirs = apart("built", ours), apart("built", plain)
    pages = [page for page in (ours / "site").rglob("*.html") if "<main" in page.read_text("utf-8")]
    themed = sum(1 for _ in (plain / "site").rglob("*.html"))
    size, packed = heaviest(pages)
    search = weight(ours / "site" / "search" / "search_index.json")
    listed = weight(ours / "site" / "timeline" / "events.js")
    paint, answer = in_browser(ours / "site")
    again = apart("rebuilt", ours)
    seconds = f"{mine['seconds']:.1f} s, plain {theirs['seconds']:.1f} s, rebuild"
    print(f"{events}: {seconds} {again['seconds']:.1f} of {again['first']:.1f} s", file=sys.stderr)
    each = [(one["peak"] - one["before"]) * 1024 / themed for one in (mine, theirs)]
    return [
        *(f"{events:,}", f"{events // 5:,}", f"{themed:,}", f"{len(pages) - themed:,}"),
        *(f"{mine['seconds'] / theirs['seconds']:.2f}", f"{mine['peak']:.0f} MB"),
        *(
            f"{each[0]:.0f} KB",
            f"{each[1]:.0f} KB",
            f"{size / 1e6:.2f} MB",
            f"{packed / 1e3:.0f} KB",
        ),
        *(search, listed, f"{again['seconds'] / mine['seconds']:.2f}"),
        *(f"{paint:.0f} ms", f"{answer:.0f} ms"),
    ]


def main() -> None:
    """Measure each size and print the table of docs/evaluation.md."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("events", nargs="*", type=int, default=[100, 1000, 10000])
    parser.add_argument("--step", choices=STEPS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.step:
        print(json.dumps(STEPS[given.step](given.folder)))
        return
    print(f"| {' | '.join(HEAD)} |\n|{'---:|' * len(HEAD)}")
    for events in given.events:
        with tempfile.TemporaryDirectory() as name:
            print(f"| {' | '.join(row(events, Path(name)))} |", flush=True)


if __name__ == "__main__":
    main()
