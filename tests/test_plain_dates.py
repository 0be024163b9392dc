"""`timeline.events.plain_dates`: a stretch without its date words."""

from __future__ import annotations

import pytest

from timeline.events.draft import Context
from timeline.events.names import Names
from timeline.events.plain_dates import without_dates
from timeline.model import Mention


def _without(text: str, said: str, language: str) -> str:
    mention = Mention(text.index(said), text.index(said) + len(said), said, "DATE", "", "", "test")
    context = Context(text, (mention,), (), Names([text]), None, language=language)
    return " ".join(without_dates(context, 0, len(text)).split())


@pytest.mark.parametrize(
    ("language", "text", "said", "left"),
    [
        ("en", "Orr left in early May 2013", "May 2013", "Orr left"),
        ("en", "Orr might come as soon as Friday", "Friday", "Orr might come"),
        ("en", "Orr saw the 2013 vote", "2013", "Orr saw the vote"),
        ("de", "Orr traf Lund am 3. Mai in Halden", "3. Mai", "Orr traf Lund in Halden"),
        ("ja", "新しい橋は2016年5月に開通する", "2016年5月", "新しい橋は開通する"),
        ("zh", "该公司将在2016年5月开设新工厂", "2016年5月", "该公司将开设新工厂"),
        ("zh", "2013年，北京举行了会议", "2013年", "北京举行了会议"),
        ("ko", "대통령은 3월 16일에 총리를 만났다", "3월 16일", "대통령은 총리를 만났다"),
        ("tr", "Orr 16 Mart'ta geldi", "16 Mart", "Orr geldi"),
        ("ru", "В мае 2013 года подписан договор", "мае 2013 года", "подписан договор"),
        ("th", "ประธานมาถึงเมื่อวันที่ 16 มีนาคม", "16 มีนาคม", "ประธานมาถึง"),
    ],
)
def test_without_dates(language: str, text: str, said: str, left: str) -> None:
    """What led the date and what closed it go along; nothing else does."""
    assert _without(text, said, language) == left
