"""Which side of publication a German clause looks to."""

from timeline.temporal.rule import Tense, words

TENSE = Tense(
    future=words(
        "wird werden werde soll sollen sollte will wollen möchte plant planen geplant vorgesehen "
        "beginnt beginnen startet starten findet finden folgt folgen steht stehen kommt kommen "
        "muss müssen dürfte dürften könnte bevorsteht bevor erwartet angesetzt anberaumt geht "
        "gehen tritt treten trifft treffen reist reisen fliegt spielt spielen tagt tagen feiert "
        "feiern öffnet öffnen endet enden entscheidet entscheiden stimmt wählt wählen empfängt "
        "besucht hält halten lädt stellt stellen setzt setzen läuft laufen zeigt zeigen eröffnet "
        "gilt gelten gibt fährt fahren schließt erscheint lädt probt erwarten "
        "wählen diskutiert diskutieren präsentiert berät beraten bleibt bleiben gastiert liest"
    ),
    past=words(
        "sind war waren wurde wurden hat haben hatte hatten ist sei habe gab ging kam kamen sagte "
        "erklärte teilte starb fand fanden nahm nahmen ließ stand hieß begann fiel brachte trat "
        "traf trafen schrieb sprach zog gewann verlor lag blieb erhielt gegeben gewesen worden "
        "konnte konnten mussten musste wollte wollten durfte bekam verließ verließen forderte "
        "berichtete meldete kündigte entschied beschloss"
    ),
    past_endings=(
        "ierte", "ierten", "igte", "igten", "kte", "kten", "ndete", "ndeten", "rte", "rten",
        "elte", "elten", "tete", "teten", "gte", "gten", "llte", "llten",
    ),
    abbreviations=words(
        "dr prof nr bzw ca st str jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr "
        "sa so inkl usw etc vgl geb gest abs art hl mio mrd z d u h"
    ),
    until=words("bis ab auf"),
    articles=words("der die das den dem des ein eine einen einem einer eines wer was"),
    second=r"\w+[^\W_e]t|\w{2,}[^h]et",
    not_past=words(
        "trat hielt bot tat bat galt riet schritt stritt ritt litt glitt schnitt geriet verriet "
        "erhielt behielt enthielt verbot betrat vertrat bestritt unterhielt mit seit nicht laut "
        "statt fast erst jetzt selbst samt dort bereits gut weit oft zuletzt sonst zunächst"
    ),
    weak=words("ist sind hat haben"),
    participle=(
        r"\w*ge\w+(?:t|en|an)|(?:be|ver|er|ent|emp|zer|miss|über|unter|wider|voll|hinter|durch|um|"
        r"wieder)\w+(?:t|en)|\w+iert|\w+(?:be|ver|er|ent)\w+(?:t|en)|worden|können|müssen|lassen|"
        r"wollen|dürfen|sollen|getan"
    ),
    pending=words(
        "angesetzt anberaumt geplant vorgesehen terminiert angekündigt geschlossen geöffnet "
        "gesperrt zugänglich fällig eingeladen vor zeit gelegenheit"
    ),
    planned=words("vertagt verschoben verlegt angesetzt"),
    purpose=words("auf für"),
    since=words("seit"),
)  # fmt: skip
AHEAD = words("in")
BACKGROUND = words("seit vor bis ab nach von zwischen für")
LISTS = words("und oder sowie") | {""}
ONWARD: tuple[str, ...] = ("seitdem", "seither")
LOOSE = dict.fromkeys(words("gegen etwa circa ungefähr rund"), "APPROX") | {
    "vor": "BEFORE", "nach": "AFTER",
}  # fmt: skip
AROUND = words("um gegen etwa circa ca ungefähr rund")
COUNTED_FROM = {"nach": 1, "vor": -1}
ARTICLES = words(
    "der die das den dem des ein eine einen einem einer eines sein seine seinem seinen seiner ihr "
    "ihre ihrem ihren ihrer unser dieser diese diesem dieses er sie es wir man und oder aber"
)
RANKS = words("ersten erste zweiten dritten einzige höchste niedrigste")
LINKS = (
    *(("", link) for link in ("-", "–", "—", "bis", "bis zum", "bis zur", "/")),
    ("zwischen", "und"),
    ("zwischen", "und dem"),
)
