"""What stands on a page around its article: menus, buttons, boxes, and how they are known."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from unicodedata import category

from timeline.intake.article import Block
from timeline.intake.markup import drop, summed
from timeline.intake.walk import Found

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = frozenset("nav footer form menu amp-ad amp-sidebar amp-social-share amp-consent".split())
_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar"
    " toolbar form tablist".split()
)
# Words of a class or an id: each is a whole word between hyphens, or a whole name.
_WORDS = frozenset(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs share sharing sharedaddy social"
    " newsletter subscribe subscription signup promo promotion promoted related recommended"
    " recommendations recirculation recirc comments comment disqus respond replies cookie cookies"
    " consent gdpr ad ads advert advertisement advertising adbox sponsored sponsor outbrain taboola"
    " popup modal overlay lightbox paywall footer sidebar widget widgets toolbar pagination pager"
    " tags taglist hashtags byline bylines dateline pubdate timestamp masthead skiplink skip toc"
    " mw-editsection navbox catlinks printfooter noprint jp-relatedposts teaser teasers trending"
    " mostread popular sitemap copyright login account donate donation feedback rating reactions"
    " addtoany hatnote ambox mbox infobox-nav reference references reflist mw-references-wrap"
    " readmore storylinks wm-ipp-base wm-ipp donato wombat".split()
)
_PHRASES = re.compile(
    r"(?:^|[-_\s])(?:post-meta|entry-meta|article-meta|meta-data|author-(?:bio|box|card|info)"
    r"|about-(?:the-)?author|entry-footer|entry-utility|post-tags|post-nav\w*|read-(?:more|next|also)"
    r"|also-read|most-(?:read|popular|viewed)|more-(?:from|on|stories|news)|you-may(?:-also)?-like"
    r"|site-(?:header|footer|nav\w*)|page-(?:header-nav|footer)|sign-?up|mailing-list|cta"
    r"|wm-ipp\w*|jump-to-nav|back-to-top|social-\w+|share-\w+|related-\w+|comment-\w+|comments-\w+"
    r"|post-?date|publish(?:ed)?-?date|article-?date|date-?line|lux-published)(?=$|[-_\s])",
    re.IGNORECASE,
)
# Names by themselves alone; sites in other languages name their boxes in these.
_WHOLE = frozenset(
    "side gnav gnb lnb snb sns hd ft bottom right-col rightcol right-column main-right"
    " kopf fuss fusszeile rechts randspalte seitenleiste bandeau entete pied pied-de-page partage"
    " colonne-droite pie cabecera barra-lateral compartir piede testata voettekst".split()
)
_LEADS = frozenset(("teaser", "teasers"))
_CRUMBS = re.compile(r"(?:^|\s)(?:>{1,2}|»|›|→)(?=\s|$)")
_PULLED = re.compile(r"(?:^|[-_\s])pull-?_?q(?:uote)?(?=$|[-_\s])", re.IGNORECASE)
_SPLIT = re.compile(r"[\s_]+|-+|(?<=[a-z])(?=[A-Z])")
_KEPT = frozenset("html body main article tbody tr".split())
_MOST = 50  # pulled quotes that are looked at
_HALF = 0.5  # of the page's text; what holds more is no furniture, whatever its name

# A line that is furniture by its words, whatever stands around it; the whole of a short block.
_LINES = re.compile(
    r"(?:advertisement|anzeige|publicité|publicidad|реклама|sponsored content"
    r"|skip to (?:main )?content"
    r"|(?:share|print|e-?mail|tweet|save|copy link)(?: this)?(?: (?:article|story|page|on \w+))*"
    r"|(?:story|article|page) tools"
    r"|(?:read|see|hear|watch)(?: also| more| next)(?::.*)?|more on this(?: story| topic)?"
    r"|related(?: (?:articles?|stories|topics|content|links|coverage))?:?"
    r"|you (?:may|might) also like"
    r"|recommended(?: for you)?|most (?:read|popular)|(?:no |\d+ )?comments?(?: \(\d+\))?"
    r"|leave a (?:comment|reply)|sign up (?:for|to) .{0,80}newsletter.*|subscribe(?: now| to .*)?"
    r"|follow us(?: on .*)?|all rights reserved\.?|(?:copyright|©|\(c\)).{0,120}"
    r"|lesen sie auch:?.*|mehr zum thema:?|lire aussi\s?:?.*|à lire aussi\s?:?.*|читайте также:?.*"
    r"|\d+ min(?:ute)?s? read|loading\.*|back to top|jump to (?:navigation|search)|print this page"
    r"|(?:previous|next) message:.*|messages sorted by:.*|.{0,60}(?:版权所有|無断転載).{0,60}"
    r"|.{0,60}(?:alle rechte vorbehalten|tous droits réservés|جميع الحقوق محفوظة).{0,60}"
    r"|this page was last (?:edited|modified) on .*|filed under:? .*|tags?:? .{0,120})",
    re.IGNORECASE,
)
_LINE = 200  # characters
# Headings of what follows an article and is none of it.
_OTHERS = re.compile(
    r"(?:related|recommended|latest|more|other|further|top|popular|trending)"
    r"(?: (?:articles?|stories|news|posts?|topics|content|links|coverage|reading|headlines))+"
    r"|read (?:more|next|also)|you (?:may|might) also like|more (?:from|on|in) .{1,40}|keep reading"
    r"|mehr zum thema|lesen sie auch|auch interessant|(?:à )?lire aussi|sur le même (?:sujet|thème)"
    r"|te puede interesar|lea también|noticias relacionadas|leia (?:também|mais)|leggi anche"
    r"|potrebbe(?:ro)? interessarti|lees ook|czytaj (?:też|także)|читайте также|по теме|læs også"
    r"|les også|läs (?:också|även)|新着記事|関連記事|関連ニュース|おすすめ記事|人気記事"
    r"|相关(?:新闻|阅读|文章|链接)|相關(?:新聞|文章)|推荐阅读|延伸閱讀|热门文章|관련\s?(?:기사|뉴스)"
    r"|인기\s?기사|اقرأ (?:أيضا|أيضاً|المزيد)|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة",
    re.IGNORECASE,
)


def drop_furniture(root: HtmlElement) -> bool:
    """Take the furniture out, in place; whether there was any."""
    letters = summed(root, {element: _letters(element) for element in root.iter()})
    gone = [
        element
        for element in root.iter()
        if letters[element] <= _HALF * letters[root] and is_furniture(element)
    ]
    for element in gone:
        drop(element)
    _drop_pulled(root)
    return bool(gone)


def _drop_pulled(root: HtmlElement) -> None:
    """Words set large beside the text, where the text has them, too."""
    named = (
        element
        for element in root.iterdescendants()
        if isinstance(element.tag, str) and _PULLED.search(element.get("class") or "")
    )
    pulled = list(islice(named, _MOST))
    whole = _bare(root.text_content()) if pulled else ""
    for element in pulled:
        own = _bare(element.text_content())
        if own and whole.count(own) > 1:
            drop(element)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def is_furniture(element: HtmlElement) -> bool:
    """By its tag, its role, or the words of its class and id."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _KEPT:
        return False
    if tag in _TAGS or (element.get("role") or "").lower() in _ROLES:
        return not _is_in_quote(element)
    if tag == "header" and not _is_of_article(element):
        return True
    if tag in ("sup", "a") and _is_note_mark(element):
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
    if not name or len(name) > 2000:
        return False
    names = name.lower().split()
    marks = _WORDS.intersection(_SPLIT.split(name.lower()))
    if marks and marks <= _LEADS and not _holds_links(element):
        return False  # the article's own lead
    if any(word in _WORDS or word in _WHOLE for word in names):
        return True
    if _PHRASES.search(name):
        return True
    # One word of a compound name tells only of small things: "has-sidebar" is a page.
    return any(word.lower() in _WORDS for word in _SPLIT.split(name)) and not _is_large(element)


def is_furniture_line(text: str) -> bool:
    """A block that is furniture by its words."""
    line = " ".join(text.split()).strip("›»→>|·• ")
    if len(line) <= 3 and line and all(category(sign) in ("So", "Mn", "Sk", "Cf") for sign in line):
        return True  # a picture from the fonts beside a box
    parts = [part.strip() for part in line.split("|")]
    return len(text) <= _LINE and all(map(_LINES.fullmatch, parts))


def leads_to_others(block: Block) -> bool:
    """A heading under which other articles are listed."""
    line = " ".join(block.text.split()).strip("›»→>|·•:： ")
    return block.role in ("heading", "text") and bool(_OTHERS.fullmatch(line))


def is_mostly_links(found: Found) -> bool:
    """A block that leads away, rather than tells; a sentence with a link in it doesn't."""
    if len(found.block.text) >= 300:
        return False
    crumbs = found.linked > 0 and len(_CRUMBS.findall(found.block.text)) >= 2
    return found.link_share > 0.6 or crumbs


def _holds_links(element: HtmlElement) -> bool:
    inner = next(element.iterdescendants("a", "button", "form"), None)
    return inner is not None or any(above.tag == "a" for above in element.iterancestors())


def _is_in_quote(element: HtmlElement) -> bool:
    """The footer of a quotation names who said it."""
    return element.tag == "footer" and any(
        above.tag == "blockquote" for above in element.iterancestors()
    )


def _is_of_article(header: HtmlElement) -> bool:
    if next(header.iterdescendants("nav", "form"), None) is not None:
        return False
    return any(above.tag in ("article", "main", "section") for above in header.iterancestors())


def _is_note_mark(element: HtmlElement) -> bool:
    """[1] or * that leads to a note on the same page."""
    link = element if element.tag == "a" else next(element.iterdescendants("a"), None)
    if link is None or not (link.get("href") or "").startswith("#"):
        return False
    text = element.text_content().strip()
    named = re.search("foot|note|cite|fn", f"{link.get('class') or ''} {link.get('href')}")
    return len(text) <= 6 and (
        element.tag == "sup" or bool(named and re.fullmatch(r"\W*\d{0,3}\W*", text))
    )


def _is_large(element: HtmlElement) -> bool:
    return len(list(islice(element.iterdescendants("p"), 4))) == 4


def _letters(element: HtmlElement) -> int:
    """Of the element itself and right behind its children, but those of white space."""
    texts = (element.text, *(child.tail for child in element))
    return sum(len(text.strip()) for text in texts if text)
