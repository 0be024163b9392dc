"""A small invented timeline that has one of everything a site can show, as values and as files."""

from __future__ import annotations

from timeline.model import Citation, Document, Entry, Event, Paragraph, Source, Timeline

BRIDGE = Document(
    Source(
        name="bridge-closed",
        title="Old harbour bridge closed after cracks are found",
        published="2014-05-09",
        author="Ines Carvalho",
        publisher="The Harbour Gazette",
        url="https://gazette.example/2014/05/bridge",
        licence="CC BY 4.0",
        retrieved="2015-01-04",
    ),
    (
        Paragraph(1, "The city closed the old harbour bridge to all traffic on Friday."),
        Paragraph(
            2,
            "Divers had seen cracks in the second pier on 17 April, and again on 2 May, when "
            "Mayor Ada Quill asked the port engineers in Lowmouth for a full report. The report "
            "ran to ninety pages, and the council read it behind closed doors for two evenings "
            "before it told anyone that the bridge might have to be shut.",
        ),
        Paragraph(3, "The mayor thanked the divers."),
        Paragraph(4, "Nobody was hurt."),
        Paragraph(5, "The bridge had been widened in the 1970s and painted in spring 2009."),
        Paragraph(6, "It will be taken down by the end of 2016, the port said."),
        Paragraph(7, "Boats may pass beneath it as before."),
    ),
)
RIVAL = Document(
    Source(
        name="rival-report",
        title="Builder denies that it was warned",
        published="2014-06-01",
        publisher="Lowmouth Times",
        original="javascript:alert(1)",
        publish="full",
    ),
    (
        Paragraph(1, "What the builder knew", heading=True),
        Paragraph(2, "Grey & Sons says no letter reached it before 17 April 2014."),
        Paragraph(3, "A former clerk says that the firm was warned in March 2013."),
    ),
)
SILENT = Document(
    Source(name="silent", title="Minutes of the port board", published="2013", publish="none"),
    (Paragraph(1, "The board met on 3 December 2013 and spoke of a SECRETWORD for an hour."),),
)


def event(number: int, when: str, title: str, *citations: Citation, **fields: object) -> Event:
    """An accepted event with an id that shows its number."""
    return Event(
        id=f"{number:08x}",
        when=when,
        title=title,
        citations=citations,
        **{"status": "accepted", **fields},  # type: ignore[arg-type]
    )


def cite(paragraph: int, quote: str, said: str, source: str = "bridge-closed") -> Citation:
    """A citation of one of the documents above."""
    return Citation(paragraph=paragraph, quote=quote, said=said, source=source)


CRACKS = event(
    0x1A,
    "2014-04-17",
    "Divers see cracks in the second pier",
    cite(2, "Divers had seen cracks in the second pier on 17 April", "17 April"),
    Citation(quote="cracks since April", url="https://divers.example/log"),
    cite(2, "no letter reached it before 17 April 2014", "17 April 2014", "rival-report"),
    who=("Ada Quill",),
    where=("Lowmouth",),
    tags=("safety",),
    status="disputed",
    slug="first-cracks",
    summary="The first sign that the pier was giving way.",
    note="NOTE-FOR-REVIEWERS",
)
CRACKS_AGAIN = event(
    0x1B, "2014-04-17", "Cracks reported", cite(2, "17 April 2014", "17 April", "rival-report")
)

ENTRIES = (
    Entry(
        event(1, "197X", "The bridge is widened", cite(5, "widened in the 1970s", "the 1970s")),
        "bridge-closed",
    ),
    Entry(
        event(2, "2009-21", "The bridge is painted", cite(5, "painted in spring 2009", "spring")),
        "bridge-closed",
    ),
    Entry(
        event(
            3,
            "2013-03",
            "Grey & Sons is warned",
            cite(3, "the firm was warned in March 2013", "March 2013", "rival-report"),
            kind="alleged",
            who=("Grey & Sons",),
        ),
        "rival-report",
    ),
    Entry(event(4, "2013-12-03", "The port board meets", cite(1, "met", "", "silent")), "silent"),
    Entry(
        event(
            5,
            "../2014-04-17",
            "A letter reaches the builder",
            cite(2, "no letter reached it before 17 April 2014", "before", "rival-report"),
            kind="denied",
        ),
        "rival-report",
    ),
    Entry(CRACKS, "bridge-closed", (CRACKS_AGAIN,)),
    Entry(
        event(
            6,
            "2014-05-02",
            "The mayor asks for a full report",
            cite(2, "on 2 May, when Mayor Ada Quill asked", "2 May"),
            cite(2, "on 2 May, when Mayor Ada Quill asked", "2 May"),
            who=("Ada Quill",),
            where=("Lowmouth",),
        ),
        "bridge-closed",
    ),
    Entry(
        event(7, "2014-05-09", "The city closes the bridge", cite(1, "on Friday", "Friday")),
        "bridge-closed",
    ),
    Entry(
        event(
            8,
            "2016",
            "The bridge is to be taken down",
            cite(6, "by the end of 2016", "2016"),
            kind="planned",
        ),
        "bridge-closed",
    ),
)
EXAMPLE = Timeline(
    ENTRIES,
    {document.source.name: document for document in (BRIDGE, RIVAL, SILENT)},
    waiting=3,
)
