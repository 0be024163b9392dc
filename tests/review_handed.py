"""What tests hand to the review page, and look at afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.review_client import Client, project
from timeline import pipeline

TEXT = """\
Dam at Orl opened

The dam at Orl was opened on 3 May 2014, the mayor said.

It will be closed on Friday.
"""
PAGE = b"""\
<!doctype html><html lang="en"><head><title>Bridge shut | The Daily Example</title>
<meta property="article:published_time" content="2014-05-07">
<meta property="og:site_name" content="The Daily Example"></head>
<body><nav>Home</nav><article><h1>Bridge shut</h1><p class="byline">By Ada Example</p>
<p>The bridge at Orl was shut on 3 May 2014, and today is Tuesday, as everybody here knows.</p>
<p>Nobody could say in the evening when the bridge would be opened again, nor by whom.</p>
<p onclick="alert(1)">The ferry takes 1 &lt;b&gt;old&lt;/b&gt; car at a time and is slow.</p>
</article></body></html>
"""


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A project of two sources; events are found without a language model."""
    monkeypatch.setattr(pipeline, "_parser", lambda language: None)
    return project(tmp_path)


def sources(client: Client) -> set[str]:
    """The names of the files in the folder that people read."""
    return {p.name for p in (client.root / "sources").iterdir() if not p.name.startswith(".")}


@pytest.fixture
def before(client: Client) -> set[str]:
    """The files that were there before."""
    return sources(client)


def text_of(client: Client, name: str) -> str:
    """A source's whole text."""
    return (client.root / "sources" / f"{name}.md").read_text("utf-8")


def form_of(html: str, name: str) -> dict[str, str]:
    """What the form of a source's facts would send if nobody typed."""
    (form,) = re.findall(rf'<form action="facts".*?value="{name}".*?</form>', html, re.DOTALL)
    return dict(
        re.findall(r'<input (?:type="hidden" |id="\S+" )name="(\w+)" value="([^"]*)"', form)
    )


def brought(client: Client) -> dict[str, str]:
    """The form of the text's facts, once it has been added."""
    return form_of(client.follow(client.bring(words=TEXT)).text, "dam-at-orl-opened")
