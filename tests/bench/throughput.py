"""Whether the cost of `tag` is linear in the text, and what the first document costs.

    python -m tests.bench.throughput [--largest MB] [--seed N]

The text is made here: English prose with a date in every third sentence or so, the same for the
same seed, and new to the tagger at each size, so that nothing is answered from a cache.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import subprocess
import sys
import time
from collections.abc import Iterator

from timeline.temporal import tag

PUBLISHED = dt.date(2014, 5, 7)
MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WHO = (
    "The minister",
    "A spokeswoman for the port",
    "The council",
    "Her lawyer",
    "The engineers",
    "Two of the owners",
    "The court in Riga",
    "A former driver",
)
DID = (
    "rejected the plan",
    "signed a contract with the railway",
    "asked for 2,400 more seats",
    "said that the bridge may have to close",
    "left the company for good",
    "promised to publish the letters",
    "spoke of a second chance",
    "took the case to another judge",
)
PLAIN = (
    "No one was hurt, and the street was open again before the shops closed their doors.",
    "The price, about $27 a share, was a little more than the board had hoped to see.",
    "What the others will do is not known; they may wait, march on or simply go home.",
    "Of the 61 who were asked, most had never heard the name and few wanted to.",
)
FIRST_DOCUMENT = """
import datetime, time
started = time.perf_counter()
from timeline.temporal import tag
imported = time.perf_counter()
tag({text!r}, published=datetime.date(2014, 5, 7))
print(imported - started, time.perf_counter() - imported)
"""


def when(chance: random.Random) -> str:
    """One expression of time, of the kinds that news is full of."""
    year, month, day = chance.randint(1890, 2030), chance.choice(MONTHS), chance.randint(1, 28)
    weekday, number = chance.choice(WEEKDAYS), chance.randint(2, 90)
    kinds = (
        f"on {month} {day}, {year}",
        f"on {day} {month} {year}",
        f"in {month} {year}",
        f"in {year}",
        f"on {weekday}",
        f"last {weekday}",
        f"on {month} {day}",
        f"{number} years ago",
        f"for {number} days",
        "yesterday",
        "last month",
        f"in the {year // 10}0s",
        f"every {weekday}",
        f"at {chance.randint(1, 12)} p.m. on {weekday}",
    )
    return chance.choice(kinds)


def sentences(chance: random.Random) -> Iterator[str]:
    """Sentences without end."""
    while True:
        who, did = chance.choice(WHO), chance.choice(DID)
        kind = chance.randrange(3)
        if kind == 0:
            yield f"{who} {did} {when(chance)}."
        elif kind == 1:
            yield f"{who} {did}, as {chance.choice(WHO).lower()} had feared all along."
        else:
            yield chance.choice(PLAIN)


def prose(size: int, seed: int) -> str:
    """`size` bytes of prose in paragraphs of five sentences; the same for the same seed."""
    parts: list[str] = []
    length = 0
    for number, sentence in enumerate(sentences(random.Random(seed))):
        parts.append(sentence + ("\n\n" if number % 5 == 4 else " "))
        length += len(parts[-1])
        if length >= size:
            return "".join(parts)[:size]
    raise AssertionError("sentences end")


def cost(size: int, seed: int) -> tuple[float, int]:
    """CPU seconds per KB for documents of a size, and how many mentions a KB has.

    Small documents are many different ones, so that the clock has something to measure.
    """
    documents = [prose(size, seed + n) for n in range(max(1, 200_000 // size))]
    started = time.process_time()
    found = sum(len(tag(text, published=PUBLISHED)) for text in documents)
    seconds = time.process_time() - started
    kilobytes = size * len(documents) / 1024
    return seconds / kilobytes, round(found / kilobytes)


def first_document(seed: int) -> tuple[float, float, float]:
    """Seconds in a fresh process: import, first document of 4 KB, and the process as a whole."""
    program = FIRST_DOCUMENT.format(text=prose(4096, seed))
    runs = []
    for _ in range(3):
        started = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
        whole = time.perf_counter() - started
        imported, tagged = map(float, done.stdout.split())
        runs.append((imported, tagged, whole))
    return min(runs, key=lambda run: run[2])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--largest", type=int, default=10, help="MB of the largest document")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    imported, tagged, whole = first_document(options.seed)
    print(
        f"fresh process: import {imported:.2f} s, first document {tagged:.2f} s, all {whole:.2f} s"
    )
    tag(prose(50_000, options.seed + 1000), published=PUBLISHED)
    print(f"{'document':>10}  {'KB/s':>6}  {'µs a KB':>8}  {'mentions a KB':>13}")
    for size in (1024, 10 * 1024, 100 * 1024, 1024**2, options.largest * 1024**2):
        a_kilobyte, mentions = cost(size, options.seed + size)
        print(
            f"{size // 1024:>7} KB  {1 / a_kilobyte:6.0f}  {a_kilobyte * 1e6:8.0f}  {mentions:13d}"
        )


if __name__ == "__main__":
    main()
