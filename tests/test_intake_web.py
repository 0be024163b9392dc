"""Web pages of our own making: their text and facts are those a person reads on them."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from typing import Any

import pytest

from tests.bench.intake import ENOUGH, Case, cases, ours, score
from timeline.intake import Original, articles

pytest.importorskip("trafilatura")

PAGES = [case for kind in ("web", "fresh", "held") for case in cases(kind)]
# Read with a line too many, which nothing on the page tells from the article: the last or first.
ODD = {"interview": -1, "list": 0, "station": 0}
FACTS = ("title", "author", "publisher", "language", "url", "archived")


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.path.stem)
def test_the_paragraphs_are_those_on_the_page(case: Case) -> None:
    """Mark for mark where nothing is around them; else nearly."""
    found = score(case, ours(case.original))
    assert found.likeness >= (0.8 if case.path.stem in ODD else ENOUGH)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.path.stem)
def test_headings_items_quotations_and_rows_are_told_apart(case: Case) -> None:
    """By their marks, in reading order."""

    def marks(lines: list[str]) -> list[str]:
        return [line.split()[0] if line[0] in "#->" else "" for line in lines]

    found = marks(ours(case.original).text.splitlines())
    if case.path.stem in ODD:
        found.pop(ODD[case.path.stem])
    assert found == marks(case.known["paragraphs"])


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.path.stem)
@pytest.mark.parametrize("key", ["published", "updated"])
def test_the_day_of_publication_and_of_the_last_change(case: Case, key: str) -> None:
    """None where the page gives none, and never one for the other."""
    found: Any = getattr(articles(case.original)[0], key)
    assert (found[0].value if found else None) == case.known.get(key)


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case.path.stem)
def test_the_facts(case: Case) -> None:
    """As far as the page gives them."""
    article = articles(case.original)[0]
    known = {key: case.known[key] for key in FACTS if key in case.known}
    assert {key: getattr(article, key) for key in known} == known


@pytest.mark.parametrize("case", [case for case in PAGES if case.path.stem in ("amp", "ghost")],
                         ids=lambda case: case.path.stem)  # fmt: skip
def test_a_page_in_one_file_with_its_pictures(case: Case) -> None:
    """As Chromium saves it (.mhtml): the same text and facts, and the address it came from."""
    page = case.original
    address = page.url or "https://paper.example/kept"
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["Snapshot-Content-Location"] = "<Saved by Blink>", address
    message["Subject"] = "Kept"
    message.make_related()
    part = EmailMessage(policy=policy.SMTP)
    part.set_content(page.data, "text", "html", cte="quoted-printable")
    part["Content-Location"] = address
    message.attach(part)
    (found,) = articles(Original(message.as_bytes(), f"{case.path.stem}.mhtml"))
    (wanted,) = articles(Original(page.data, page.name, url=address))
    assert (found.blocks, found.title, found.published) == (
        wanted.blocks,
        wanted.title,
        wanted.published,
    )
    assert found.url == wanted.url
