"""The Content-Security-Policy of a built site: its own files, and the scripts of its theme.

Scripts that stand in a page are allowed by their hash, and only if the theme's page without any
content has them too. What a page's content brings is never allowed: else an attack that got
through would be on the list.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

HEADERS = "_headers"
"""The file in which some hosts (Netlify, Cloudflare Pages) look for a site's headers."""

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_RUN = frozenset({"module", "text/javascript", "application/javascript"})
# The one place in which Material's scripts differ from page to page: how deep the page stands.
_DEPTH = re.compile(r'new URL\("[\w./~%-]*"(?=,location)')


def inline_scripts(html: str) -> frozenset[str]:
    """The scripts that stand in the page and that a browser would run."""
    found = set()
    for attributes, code in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not _SOURCE.search(attributes) and (kind is None or kind[1].lower() in _RUN):
            found.add(code)
    return frozenset(found)


def inline_styles(html: str) -> frozenset[str]:
    """The style sheets that stand in the page."""
    return frozenset(_STYLE.findall(html))


def of_theme(scripts: Iterable[str], bare: Iterable[str]) -> frozenset[str]:
    """Those that the theme's page without content, whose scripts are `bare`, has as well."""
    known = {_DEPTH.sub("", script) for script in bare}
    return frozenset(script for script in scripts if _DEPTH.sub("", script) in known)


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """The value of the header. Frames may show the site, which has nothing to click away."""
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *_hashes(scripts)],
        "style-src": ["'self'", *_hashes(styles)],
        # Markdown aligns the columns of a table so; nothing can be run from there.
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "frame-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


def headers(value: str) -> str:
    """A file of headers for the whole site, with this policy."""
    return (
        "/*\n"
        f"  Content-Security-Policy: {value}\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
    )


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = {b64encode(sha256(text.encode("utf-8")).digest()).decode() for text in texts}
    return [f"'sha256-{digest}'" for digest in sorted(digests)]
