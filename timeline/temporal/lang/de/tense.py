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
        "wählen diskutiert diskutieren präsentiert berät beraten bleibt bleiben gastiert liest"
    ),
    past=words(
        "war waren wurde wurden hat haben hatte hatten ist sei habe gab ging kam kamen sagte "
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
    until=words("bis ab"),
)  # fmt: skip
BACKGROUND = words("seit vor bis ab nach von zwischen für")
RANKS = words("ersten erste zweiten dritten einzige höchste niedrigste")
LINKS = (
    *(("", link) for link in ("-", "–", "—", "bis", "bis zum", "bis zur", "/")),
    ("zwischen", "und"),
    ("zwischen", "und dem"),
)
