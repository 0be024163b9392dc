"""How heavy a large site is, and how long it takes beside plain MkDocs Material.

    python -m tests.bench.site                  100, 1,000 and 10,000 events
    python -m tests.bench.site 1000 --browser   first paint and a filter's answer, too

The plain site has the same pages, generated once and written down as Markdown: MkDocs and the
theme do the same work for both, and what differs is ours.
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

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


def configured(folder: Path, command: str = "build") -> object:
    """MkDocs' configuration, started."""
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins.on_startup(command=command, dirty=False)
    return config


def timed(config: object) -> float:
    """Seconds of processor time of one build: other programs must not count."""
    start = time.process_time()
    mkdocs_build(config)  # type: ignore[arg-type]
    return time.process_time() - start


def rebuild(folder: Path) -> float:
    """Seconds of a second build as `serve` does it, after one event was changed."""
    config = configured(folder, "serve")
    timed(config)
    file = next((folder / "sources").glob("*.events.yml"))
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Again ", 1), "utf-8")
    again = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    return timed(again)


def heaviest(site: Path) -> tuple[int, int]:
    """Bytes of the largest page, as it is and compressed."""
    weights = [(len(data), data) for page in site.rglob("*.html") for data in (page.read_bytes(),)]
    plain = max(size for size, _ in weights)
    largest = sorted(weights, key=lambda one: one[0])[-20:]
    return plain, max(len(gzip.compress(data)) for _, data in largest)


def in_browser(site: Path) -> tuple[float, float]:
    """Median milliseconds to first paint, and from a filter's choice to its answer."""
    from playwright.sync_api import sync_playwright

    page_path = max((site / "timeline").glob("*.html"), key=lambda path: path.stat().st_size)
    paints, answers = [], []
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for _ in range(5):
            page = browser.new_page()
            page.goto(page_path.as_uri())
            page.wait_for_selector(".tl-filter input")
            paints.append(page.evaluate("performance.getEntriesByType('paint')[0].startTime"))
            answers.append(page.evaluate(ANSWER))
            page.close()
        browser.close()
    return statistics.median(paints), statistics.median(answers)


ANSWER = """async () => {
  const box = document.querySelector(".tl-filter-list input");
  const start = performance.now();
  box.click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


def main() -> None:
    """Measure each size and print a row of the table in docs/evaluation.md."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("events", nargs="*", type=int, default=[100, 1000, 10000])
    parser.add_argument("--browser", action="store_true")
    given = parser.parse_args()
    print("| events | sources | pages | times plain | heaviest page | compressed | rebuild |")
    print("|---|---|---|---|---|---|---|")
    for events in given.events:
        with tempfile.TemporaryDirectory() as name:
            ours, plain = Path(name, "ours"), Path(name, "plain")
            write(ours, events)
            write_plain(plain, ours)
            ratio_ours, ratio_plain = timed(configured(ours)), timed(configured(plain))
            count = sum(1 for _ in (ours / "site").rglob("*.html"))
            size, packed = heaviest(ours / "site")
            again = rebuild(ours) / ratio_ours
            print(
                f"| {events:,} | {events // 5:,} | {count:,} | {ratio_ours / ratio_plain:.2f} "
                f"| {size / 1e6:.2f} MB | {packed / 1000:.0f} KB | {again:.2f} |",
                flush=True,
            )
            print(f"{events}: {ratio_ours:.1f} s, plain {ratio_plain:.1f} s", file=sys.stderr)
            if given.browser:
                paint, answer = in_browser(ours / "site")
                print(f"first paint {paint:.0f} ms, filter {answer:.0f} ms", file=sys.stderr)


if __name__ == "__main__":
    main()
