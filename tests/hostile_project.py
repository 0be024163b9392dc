"""A table of attacks, each in every text field of a source and of its events, as a project.

An attack that runs calls `hit` with the name of the field it stood in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site_project import ALL_EXTENSIONS, MKDOCS
from timeline.site.build import build

ATTACKS = (
    "<script>hit('@')</script>",
    '"><img src=x onerror="hit(\'@\')"><b>',
    "'><svg onload='hit(`@`)'></svg>",
    "<svg><a xlink:href=\"javascript:hit('@')\"><text id=own>x</text></a></svg>",
    "</title></textarea></style></script><script>hit('@')</script>",
    "--><script>hit('@')</script><!--",
    "[x](javascript:hit('@')) ![x](https://evil.example/@.png) <javascript:hit('@')>",
    '**bold** _own_ ~~gone~~ `code` ==mark== | a | b | :smile: [^1] H~2~O $x$ --8<-- "x"',
    "{: #own onclick=hit('@') } {.own onclick=\"hit('@')\"}",
    "{{ 7 * 191 }} {% if true %}{{ 7 * 191 }}{% endif %} {# gone #} ${7 * 191} {{ hit('@') }}",
    "<iframe srcdoc=\"<script>parent.hit('@')</script>\"></iframe><base href=https://evil.example/>",
    "&lt;img src=x onerror=hit('@')&gt; &#60;script&#62;hit('@')&#60;/script&#62; \\u003cb\\u003e",
    "<a id=own href=javascript:hit('@')>x</a><form action=https://evil.example/><input name=body>",
    "<style>@import 'https://evil.example/x.css';</style><link rel=stylesheet href=//evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'><object data=//evil.example>",
    "]]></script><![CDATA[<script xmlns='http://www.w3.org/1999/xhtml'>hit('@')</script>]]>",
)
ADDRESSES = (
    "javascript:hit('@')",
    " JaVaScRiPt:hit('@')",
    "java\tscript:hit('@')",
    "data:text/html,<script>parent.hit('@')</script>",
    "vbscript:hit('@')",
    "//evil.example/@",
    'https://ok.example/"onfocus="hit(\'@\')"autofocus="',
    "https://ok.example/'><script>hit('@')</script>",
    "https://ok.example/{{7*191}}",
)
HOOK = """\
import jinja2

def on_page_markdown(markdown, **_):
    return jinja2.Environment().from_string(markdown).render()
"""
Text = Callable[[str, int], str]


def hostile(field: str, number: int) -> str:
    """An attack with the field's name in it, on one line."""
    return ATTACKS[number].replace("@", f"{field} {number}")


def harmless(field: str, number: int) -> str:
    """Words in its place."""
    return f"plain words for {field} {number}"


def write_hostile_project(folder: Path, text: Text = hostile) -> Path:
    """The project; its mkdocs.yml. `text` gives what stands in a field of the source numbered."""
    (folder / "docs").mkdir(parents=True)
    (folder / "sources").mkdir()
    (folder / "docs" / "index.md").write_text("# Home\n\n<!-- timeline -->\n", "utf-8")
    (folder / "macros.py").write_text(HOOK, "utf-8")
    for number in range(len(ATTACKS)):
        source = folder / "sources" / f"s{number}.md"
        source.write_text(_source(number, text), "utf-8")
        source.with_suffix(".events.yml").write_text(_events(number, text), "utf-8")
    config = folder / "mkdocs.yml"
    plugins = "search, offline, timeline"
    made = MKDOCS.format(directory_urls="false", plugins=plugins, extensions=ALL_EXTENSIONS)
    config.write_text(f"{made}hooks: [macros.py]\n", "utf-8")
    return config


def _source(number: int, text: Text) -> str:
    fields = {key: text(key, number) for key in ("title", "author", "publisher", "licence")}
    fields["original"] = _address("original", number, text)
    attack = re.sub(r"\s", "", text("elsewhere", number))
    places = [{"publisher": text("elsewhere", number), "url": f"https://ok.example/{attack}"}]
    head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    head += f"also_at: {json.dumps(places)}\n"
    return f"---\n{head}published: '2014-05-09'\npublish: full\n---\n\n{_body(number, text)}\n"


def _said(number: int) -> str:
    """A day of its own, so that the overview has a mark for each."""
    return f"on {number + 1} May 2014"


def _body(number: int, text: Text) -> str:
    return f"It was {_said(number)} that {text('body', number)} was seen."


def _events(number: int, text: Text) -> str:
    return json.dumps(
        {
            "source": f"s{number}",
            "extractor": text("extractor", number),
            "events": [_event(number, which, text) for which in (1, 2)],
        }
    )


def _event(number: int, which: int, text: Text) -> dict[str, object]:
    """Two events of a source share their names, so that these have pages."""
    lists = {key: [text(key, number)] for key in ("who", "where", "tags")}
    words = {key: text(key, number) for key in ("summary", "note", "calendar", "proposed_by")}
    return {
        "id": f"{text('id', number)} {which}",
        "when": f"2014-05-{number + 1:02}",
        "title": f"{text('title', number)} {which}",
        "kind": ("happened", "planned", "alleged", "denied")[number % 4],
        "status": ("accepted", "disputed")[number % 2],
        "image": _address("image", number, text),
        **lists,
        **words,
        "citations": [
            {"paragraph": 1, "quote": _body(number, text), "said": _said(number)},
            {"url": _address("address", number, text), "quote": text("quote", number)},
            {"url": text("url", number), "quote": text("quote", number)},
        ],
    }


def _address(field: str, number: int, text: Text) -> str:
    if text is harmless:
        return "https://ok.example/page"
    return ADDRESSES[number % len(ADDRESSES)].replace("@", f"{field} {number}")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the attacks."""
    return build(write_hostile_project(tmp_path_factory.mktemp("hostile"))).site_dir


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with plain words."""
    return build(write_hostile_project(tmp_path_factory.mktemp("plain"), harmless)).site_dir
