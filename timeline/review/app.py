"""The pages and actions by address. Names come from the client, paths never do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from timeline.errors import UsageError
from timeline.review.answers import Form, Review
from timeline.review.arrivals import Arrivals
from timeline.review.security import Guard, TooLargeError
from timeline.review.upload import Parcel, received

JOURNAL = Path(".cache") / "timeline-review" / "journal.jsonl"
ASSETS = {
    "review.css": "text/css",
    "review.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}


def application(
    sources: Path,
    *,
    journal: Path,
    token: str,
    port: int,
    today: Callable[[], str | None] = lambda: None,
    allow_private: bool = False,
) -> Guard:
    """The review of a sources folder as an ASGI application, guarded; see `security`.

    `today` gives the day as EDTF, which is noted with what is fetched. Addresses of private
    networks are fetched only with `allow_private`.
    """
    review = Review(sources, journal)
    arrivals = Arrivals(review, today, allow_private)
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
        "found": arrivals.found,
    }
    done = {
        "status": review.set_status,
        "edit": review.edit,
        "split": review.split,
        "same": review.same,
        "new": review.add,
        "many": review.many,
        "undo": review.undo,
        "facts": arrivals.facts,
        "extract": arrivals.extract,
        "out": arrivals.out,
        "copy": arrivals.copy,
    }
    routes = [Route(f"/{name}", _page(review, work, name)) for name, work in shown.items()]
    routes += [
        Route(f"/{name}", _action(review, work, name), methods=["POST"])
        for name, work in done.items()
    ]
    routes.append(Route("/bring", _parcel(review, arrivals), methods=["POST"]))
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
        location = answer.headers.get("location", "")
        if "x-review" not in request.headers or not location.startswith(("event?", "rest?")):
            return answer
        return await run_in_threadpool(_followed, review, location)

    return endpoint


def _parcel(review: Review, arrivals: Arrivals) -> Callable[..., object]:
    """The one form with files."""

    async def endpoint(request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "multipart/form-data":
            return PlainTextResponse("Only forms with files are taken here.", 415)
        try:
            parcel = await received(request)
        except UsageError as error:
            return await run_in_threadpool(review.answer, partial(_fail, error), {}, "bring")
        work = partial(_bring, arrivals, parcel)
        return await run_in_threadpool(review.answer, work, parcel.fields, "bring")

    return endpoint


def _bring(arrivals: Arrivals, parcel: Parcel, _: Form) -> Response:
    return arrivals.bring(parcel)


def _fail(error: UsageError, _: Form) -> Response:
    raise error


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
