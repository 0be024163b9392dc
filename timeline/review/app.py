"""The pages and actions by address. Names come from the client, paths never do."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from timeline.review.answers import Form, Review
from timeline.review.security import Guard, TooLargeError

JOURNAL = Path(".cache") / "timeline-review" / "journal.jsonl"
ASSETS = {
    "review.css": "text/css",
    "review.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}


def application(sources: Path, *, journal: Path, token: str, port: int) -> Guard:
    """The review of a sources folder as an ASGI application, guarded; see `security`."""
    review = Review(sources, journal)
    review.warm()
    shown = {
        "": review.overview,
        "start": review.start,
        "event": review.event,
        "rest": review.rest,
        "edit": review.edit_form,
        "split": review.split_form,
        "same": review.same_form,
        "new": review.new_form,
        "many": review.many_form,
        "help": review.help,
        "when": review.when,
        "changes": review.changes,
    }
    done = {
        "status": review.set_status,
        "edit": review.edit,
        "split": review.split,
        "same": review.same,
        "new": review.add,
        "many": review.many,
        "undo": review.undo,
    }
    routes = [Route(f"/{name}", _page(review, work, name)) for name, work in shown.items()]
    routes += [
        Route(f"/{name}", _action(review, work, name), methods=["POST"])
        for name, work in done.items()
    ]
    # Two routes of one path: the one that has the method takes the request.
    routes.append(Route("/assets/{name}", _asset))
    return Guard(Starlette(routes=routes), token=token, port=port)


def _page(review: Review, work: Callable[[Form], Response], name: str) -> Callable[..., object]:
    async def endpoint(request: Request) -> Response:
        asked = dict(request.query_params)
        return await run_in_threadpool(review.answer, work, asked, f"show {name}")

    return endpoint


def _action(review: Review, work: Callable[[Form], Response], name: str) -> Callable[..., object]:
    async def endpoint(request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            return PlainTextResponse("Only forms are taken here.", 415)
        try:
            body = (await request.body()).decode("utf-8")
            pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=20_000, errors="strict")
        except (ValueError, TooLargeError):
            return PlainTextResponse("This form can’t be read.", 400)
        answer = await run_in_threadpool(review.answer, work, dict(pairs), name)
        if answer.status_code != 303 or "x-review" not in request.headers:
            return answer
        return await run_in_threadpool(_followed, review, answer.headers["location"])

    return endpoint


def _followed(review: Review, location: str) -> Response:
    """The page that an action leads to, at once: our script is spared a second request."""
    page, _, query = location.partition("?")
    asked = dict(parse_qsl(query, keep_blank_values=True))
    answer = review.answer(review.event if page == "event" else review.rest, asked, "show")
    answer.headers["x-address"] = location
    return answer


async def _asset(request: Request) -> Response:
    """The style and the script: two names, and no other file."""
    name = request.path_params["name"]
    if name not in ASSETS:
        return PlainTextResponse("Nothing here.", 404)
    data = (resources.files("timeline.review") / "assets" / name).read_bytes()
    return Response(data, media_type=ASSETS[name])
