"""A small project in Arabic, with names in Latin letters among it: a page that runs right to left.

The articles are our own short sentences about public facts.
"""

from __future__ import annotations

from pathlib import Path

from timeline.model import Citation, Event, Record
from timeline.store import compose

MKDOCS = """\
site_name: صحيفة الميناء
use_directory_urls: false
nav:
  - timeline/index.md
  - sources/index.md
theme:
  name: material
  font: false
  language: ar
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
plugins: [search, offline, timeline]
markdown_extensions: [toc]
"""
SPACE = """\
---
title: محطات في رحلات الفضاء
published: 2021-02-10
publisher: صحيفة الميناء
language: ar
url: https://gazette.example/space
---

أطلق الاتحاد السوفييتي القمر الصناعي سبوتنيك في 4 أكتوبر 1957.

كان ذلك أول جسم من صنع الإنسان يدور حول الأرض.

هبط نيل آرمسترونغ على سطح القمر في 20 يوليو 1969.

سافر الأمير سلطان بن سلمان على متن المكوك ديسكفري في يونيو 1985.

دخل مسبار الأمل مدار المريخ في 9 فبراير 2021.

ويُنتظر أن تُبنى محطة حول القمر في ثلاثينيات هذا القرن.
"""
ENGLISH = """\
---
title: "Hope probe reaches Mars"
published: 2021-02-09
publisher: The Harbour Gazette
author: Ines Carvalho
language: en
publish: full
---

The Hope probe of the United Arab Emirates went into orbit around Mars on 9 February 2021.

It was built with engineers of the University of Colorado (Boulder).
"""


def _event(number: int, when: str, title: str, *citations: Citation, **fields: object) -> Event:
    return Event(
        id=f"{number:08x}",
        when=when,
        title=title,
        citations=citations,
        **{"status": "accepted", **fields},  # type: ignore[arg-type]
    )


EVENTS = (
    _event(
        1,
        "1957-10-04",
        "إطلاق القمر الصناعي سبوتنيك",
        Citation(
            1, "أطلق الاتحاد السوفييتي القمر الصناعي سبوتنيك في 4 أكتوبر 1957", "4 أكتوبر 1957"
        ),
        where=("الأرض",),
        tags=("فضاء",),
    ),
    _event(
        2,
        "1969-07-20",
        "نيل آرمسترونغ يهبط على سطح القمر",
        Citation(3, "هبط نيل آرمسترونغ على سطح القمر في 20 يوليو 1969", "20 يوليو 1969"),
        who=("نيل آرمسترونغ", "NASA"),
        where=("القمر",),
        tags=("فضاء",),
        summary="شاهد الملايين الهبوط على شاشات التلفزيون.",
    ),
    _event(
        3,
        "1985-06",
        "الأمير سلطان بن سلمان يسافر إلى الفضاء",
        Citation(
            4, "سافر الأمير سلطان بن سلمان على متن المكوك ديسكفري في يونيو 1985", "يونيو 1985"
        ),
        who=("سلطان بن سلمان", "NASA"),
        tags=("فضاء",),
    ),
    _event(
        4,
        "2021-02-09",
        "مسبار الأمل يدخل مدار المريخ",
        Citation(5, "دخل مسبار الأمل مدار المريخ في 9 فبراير 2021", "9 فبراير 2021"),
        Citation(
            1,
            "The Hope probe of the United Arab Emirates went into orbit around Mars",
            "",
            "hope",
        ),
        where=("المريخ",),
        tags=("فضاء",),
        status="disputed",
    ),
    _event(
        5,
        "203X",
        "بناء محطة حول القمر",
        Citation(6, "ويُنتظر أن تُبنى محطة حول القمر في ثلاثينيات هذا القرن", "ثلاثينيات هذا القرن"),
        kind="planned",
        where=("القمر",),
        who=("NASA",),
    ),
    _event(
        6,
        "../1985",
        "The shuttle Discovery flies",
        Citation(4, "على متن المكوك ديسكفري", ""),
        who=("NASA",),
    ),
)


def write_arabic_project(folder: Path) -> Path:
    """Write it; gives the path of mkdocs.yml."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    (folder / "docs").mkdir()
    (sources / "space.md").write_text(SPACE, "utf-8")
    (sources / "hope.md").write_text(ENGLISH, "utf-8")
    text = compose(Record("space", "by hand", EVENTS), stored=None)
    (sources / "space.events.yml").write_text(text, "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(MKDOCS, "utf-8")
    return config
