"""The review page as a local server: a free port, the browser, and an end with Ctrl-C."""

from __future__ import annotations

import errno
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from timeline import readers, store
from timeline.errors import ProjectError, UsageError
from timeline.project import Project

PORT = 8765
TRIES = 20
HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the page is: `url` holds the token; `moved` says that another port was asked for."""

    url: str
    port: int
    moved: bool


def serve(
    project: Project,
    source: str | None,
    *,
    port: int = PORT,
    ready: Callable[[Address], None],
    today: Callable[[], str | None] = lambda: None,
    allow_private: bool = False,
) -> None:
    """Serve the review page of a project until Ctrl-C; `ready` gets its address, once it answers.

    `today` and `allow_private` are for addresses that are fetched; see `application`.

    Raises UsageError where the extra `review` is not installed, or there is no such source;
    ProjectError where no port is free.
    """
    uvicorn, application = _parts()
    from timeline.review.app import JOURNAL
    from timeline.review.security import new_token

    name = name_of(source, project.sources) if source else None
    listening = free_socket(port)
    found = listening.getsockname()[1]
    token = new_token()
    app = application(
        project.sources,
        journal=project.root / JOURNAL,
        token=token,
        port=found,
        today=today,
        allow_private=allow_private,
    )
    start = f"start?in={quote(name, errors='replace')}" if name else ""
    address = Address(f"http://{HOST}:{found}/{token}/{start}", found, found != port)
    config = uvicorn.Config(
        app, log_level="error", access_log=False, lifespan="off", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(config)
    with listening:
        ready(address)  # the socket listens: a browser that is sooner than the server waits
        server.run(sockets=[listening])


def name_of(source: str, folder: Path) -> str:
    """The source that a name or a path stands for. Raises UsageError for one that is not there."""
    known = {path.stem for path in readers.sources_in(folder)}
    known |= {p.name.removesuffix(store.SUFFIX) for p in folder.glob("*" + store.SUFFIX)}
    last = Path(source).name.removesuffix(store.SUFFIX)
    for name in (last, Path(last).stem):
        if name in known:
            return name
    some = ", ".join(sorted(known)[:8]) or "none yet"
    raise UsageError(f"there is no source {source}", hint=f"there are: {some}")


def free_socket(port: int) -> socket.socket:
    """A listening socket on this machine only: at this port, or the next free one."""
    for number in range(port, min(port + TRIES, 65_536)):
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if os.name != "nt":  # there it would share a port that is taken
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((HOST, number))
            found.listen(64)
            return found
        except OSError as error:
            found.close()
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    what = f"no port from {port} to {port + TRIES - 1} is free"
    raise ProjectError(what, hint="timeline review --port 9000")


def _parts() -> tuple[Any, Any]:
    try:
        import uvicorn

        from timeline.review.app import application
    except ModuleNotFoundError as error:
        what = f"the review page needs {error.name}, which is not installed"
        raise UsageError(what, hint="pip install 'cited-timeline[review]'") from error
    return uvicorn, application
