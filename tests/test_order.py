"""`timeline.events.order`: what belongs in a title, in its order."""

from __future__ import annotations

import pytest

from timeline.events.clause import find_clause
from timeline.events.order import Order
from timeline.events.parser import Parser
from timeline.events.subject import Subjects

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "said", "order"),
    [
        (
            "The council will vote and adopt the plan on Friday.",
            "Friday",
            "The council will adopt the plan on Friday",
        ),
        (
            "“We can open the port by May 2016,” the mayor said.",
            "May 2016",
            "the mayor said “ We can open the port by May 2016 ”",
        ),
        (
            "The talks will resume, the minister announced on Friday.",
            "Friday",
            "the minister announced the talks will resume on Friday",
        ),
        (
            "Norland must return the ship, the port authorities ruled on Monday.",
            "Monday",
            "the port authorities ruled Norland must return the ship on Monday",
        ),
        (
            "Guards standing by since Monday closed the port.",
            "Monday",
            "Guards were standing by since Monday",
        ),
        (
            "Unveiled in May, the engine packs 40 valves into a small block.",
            "May",
            "the engine was Unveiled in May",
        ),
    ],
)
def test_order(english: Parser, text: str, said: str, order: str) -> None:
    """Shared auxiliaries are repeated; first persons keep their speaker; speech follows."""
    (tree,) = english.parse([text])
    date = tree.within(text.index(said), text.index(said) + len(said))
    clause = find_clause(tree, date)
    assert clause is not None
    parts = Order(tree, clause, Subjects(tree, lambda _: None), set()).parts()
    words = [p if isinstance(p, str) else tree.tokens[p].text for p in parts]
    assert " ".join(w for w in words if w != ",") == order
