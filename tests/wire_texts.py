"""Articles and what papers make of them: copies that are cut, led and edited, and no copies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from tests.intake.texts import ARCHIVE, BRIDGE, MUSEUM, WATER
from timeline import readers

DEMO = Path(__file__).parent.parent / "sources"
Paragraphs = tuple[str, ...]

# The same closure as BRIDGE, reported by somebody else who heard the same mayor.
BRIDGE_OTHERWISE: Paragraphs = (
    "Drivers in Osterby woke up on Thursday to barriers on both ramps of the harbour bridge. "
    "Overnight measurements had shown movement in two of the supports, the town hall announced "
    "shortly before six, and traffic was turned round at once.",
    "“We would rather explain a closed bridge than a fallen one,” Mayor Henning Aalto told "
    "reporters. He has asked the engineering school in the capital for a second opinion.",
    "Some 14,000 vehicles cross on an ordinary day. They now have to go by Lund and Sundby, "
    "nineteen kilometres further. Whether the old ferry comes back is for the council to say; it "
    "meets on Monday. Shops on the island expect a poor Easter.",
    "Gusts at the lighthouse had reached 128 kilometres an hour, the strongest this winter. The "
    "harbour authority wants to examine the southern foundations first. Built in the early "
    "sixties, the bridge passed its last inspection eighteen months ago without complaint.",
)
CHINESE: Paragraphs = (
    "奥斯特比港口大桥因暴风雨于周四上午关闭。检查人员发现十一座桥墩中有两座发生位移。没有人员受伤。",
    "市长表示，这一决定是在一小时之内作出的。他在北侧引桥对记者说，宁愿解释一座关闭的桥，也不愿解释一座倒塌的桥。",
    "该桥建于一九六一年至一九六四年，每天约有一万四千辆汽车通过。上一次检查是在二零一七年九月，当时一家咨询公司认为桥况良好。",
    "原定下月进行的测量现在将立即开始，首先检查位于深水区的南侧基础。港务局说，那里曾在一九八八年夏天加固过一次。",
    "对于通勤者来说，关闭意味着要绕行十九公里。二零零四年停运的渡轮可能恢复，市议会将于周一讨论此事。",
)
CHINESE_OTHERWISE: Paragraphs = (
    "周四清晨，前往奥斯特比的司机在大桥两端遇到路障。市政厅在六点前宣布，夜间测量显示两座桥墩移动，车辆只好掉头。",
    "市长对记者说，宁愿解释一座关闭的桥，也不愿解释一座倒塌的桥。他已请首都的工程学院再作评估。",
    "平日里约有一万四千辆汽车过桥，如今都得经过伦德和松德比两个村子。岛上的商店担心复活节生意冷清，议员们下周开会商量渡轮。",
)
JAPANESE: Paragraphs = (
    "オステルビュー港の長い橋は、暴風雨のあと橋脚の二本が動いているのが見つかり、木曜日の朝に閉鎖された。けが人はいなかった。",
    "市長は記者団に対し、決定は一時間以内に下されたと述べ、首都の工科学校にも意見を求めたことを明らかにした。",
    "橋は一九六一年から一九六四年にかけて建設され、一日におよそ一万四千台の車が通っていた。最後の点検は二〇一七年九月だった。",
    "来月に予定されていた測定は直ちに始められ、まず水深の大きい南側の基礎が調べられると港湾局は説明している。",
    "通勤者は十九キロの回り道を強いられる。二〇〇四年に廃止された渡し船の再開については月曜日に議会で話し合われる。",
)
_STYLE = {
    "said": "told reporters",
    "kilometres": "km",
    "harbour": "harbor",
    "programme": "program",
    "defence": "defense",
    "on Thursday": "on 14 March",
    "last month": "in October",
    "President Barack Obama": "Obama",
    "President Vladimir Putin": "Putin",
    "about": "around",
    "United States": "US",
    "European Union": "EU",
    "—": "-",
    "“": '"',
    "”": '"',
    "’": "'",
}


def articles() -> Mapping[str, Paragraphs]:
    """Reports of some 130 to 630 words; the demo's tell one story and end with one line."""
    own = {"bridge": BRIDGE, "archive": ARCHIVE, "water": WATER, "museum": MUSEUM}
    found = {name: text.paragraphs for name, text in own.items()}
    for path in readers.sources_in(DEMO):
        found[path.stem] = tuple(p.text for p in readers.read(path).paragraphs)
    return {**found, "chinese": CHINESE, "japanese": JAPANESE}


def cut(text: Paragraphs) -> Paragraphs:
    """Without its second half, as where there is little room."""
    return text[: (len(text) + 1) // 2]


def led(text: Paragraphs) -> Paragraphs:
    """With the paper's own lead in the place of the first paragraph."""
    lead = (
        "Readers of this paper will have followed the matter since the spring; this is what is new."
    )
    return (lead, *text[1:])


def widened(text: Paragraphs, other: Paragraphs) -> Paragraphs:
    """With as much again of the paper's own reporting, in the middle and at the end."""
    middle = len(text) // 2
    return (*text[:middle], *other[: len(text) // 2], *text[middle:], *other[len(text) // 2 :])


def edited(text: Paragraphs) -> Paragraphs:
    """In the paper's own style, every fifth sentence gone, a sentence a paragraph."""
    whole = " ".join(text)
    for ours, theirs in _STYLE.items():
        whole = whole.replace(ours, theirs)
    sentences = re.split(r"(?<=[.!?”\"])\s+|(?<=。)", whole)
    return tuple(one for n, one in enumerate(sentences, 1) if n % 5 and one)


def updated(text: Paragraphs, other: Paragraphs) -> Paragraphs:
    """The publisher's later version: another lead, two paragraphs more, every fourth gone."""
    rest = tuple(one for n, one in enumerate(text[1:], 1) if n % 4)
    return (other[0], *rest, *other[1:3])


def quoting(text: Paragraphs, other: Paragraphs) -> Paragraphs:
    """Another article that repeats the longest paragraph of this one as its background."""
    return (*other[:3], max(text, key=len), *other[3:])


def copies() -> Iterator[tuple[str, Paragraphs, Paragraphs]]:
    """(what was done, an article, its copy)"""
    known = articles()
    spaced = [name for name in known if name not in ("chinese", "japanese")]
    for name, text in known.items():
        others = spaced if name in spaced else ["japanese" if name == "chinese" else "chinese"]
        other = known[others[(others.index(name) + 3) % len(others) if name in others else 0]]
        yield "cut end", text, cut(text)
        yield "other lead", text, led(text)
        yield "own reporting added", text, widened(text, other)
        yield "edited, sentences gone", text, edited(text)
        yield "edited, cut, other lead", text, led(cut(edited(text)))
        yield "updated", text, updated(text, other)


def others() -> Iterator[tuple[str, Paragraphs, Paragraphs]]:
    """(what they share, an article, another one)"""
    known = articles()
    for one, other in combinations(known.values(), 2):
        yield "another article", one, other
    demo = [known[path.stem] for path in readers.sources_in(DEMO)]
    for one, other in zip(demo, [*demo[1:], demo[0]], strict=True):
        yield "a paragraph of background", one, quoting(one, other)
    yield "the same event and quote", BRIDGE.paragraphs, BRIDGE_OTHERWISE
    yield "the same event and quote", CHINESE, CHINESE_OTHERWISE


def words(paragraphs: Sequence[str]) -> str:
    """A body of text."""
    return "\n\n".join(paragraphs) + "\n"
