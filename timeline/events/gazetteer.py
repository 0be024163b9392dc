"""Names known beforehand: countries and cities (CLDR), capitals, frequent given names."""

from __future__ import annotations

from functools import lru_cache

from timeline.events.words import words

_PLACES = words(
    """
    beijing washington delhi geneva ankara kyiv kiev minsk brasilia hague pretoria rabat abuja
    canberra ottawa wellington islamabad hanoi strasbourg munich hamburg frankfurt milan naples
    barcelona marseille lyon glasgow edinburgh cardiff belfast manchester liverpool boston
    philadelphia houston dallas miami seattle atlanta baltimore shanghai mumbai crimea donetsk
    luhansk mariupol kharkiv odesa sevastopol aleppo homs mosul basra gaza jerusalem ramallah
    catalonia scotland wales england siberia chechnya bavaria texas california florida ohio
    virginia maryland pennsylvania illinois arizona oregon nevada alaska hawaii utah iowa kansas
    europe asia africa america donbas kashmir tibet xinjiang kosovo abkhazia u.s. us u.k. uk usa
    britain russia alabama arkansas colorado connecticut delaware idaho indiana kansas kentucky
    louisiana maine massachusetts michigan minnesota mississippi missouri montana nebraska oklahoma
    tennessee utah vermont wisconsin wyoming ontario quebec alberta manitoba saskatchewan
    queensland tasmania cornwall devon dorset essex kent sussex surrey somerset norfolk suffolk
    yorkshire lancashire cumbria gwynedd ulster normandy brittany andalusia lombardy sicily
    sardinia tuscany saxony hesse anatolia thrace macedonia lapland galilee sinai punjab sindh
    darfur tigray oromia katanga biafra zaporizhzhia kherson dnipro lviv chernobyl dagestan
    ingushetia tatarstan patagonia amazon sahara sahel scandinavia balkans caucasus arctic
    antarctica caribbean mediterranean atlantic pacific baltic adriatic aegean mars moon earth
    """
) | {
    "new york", "new delhi", "the hague", "hong kong", "tel aviv", "los angeles", "west bank",
    "san francisco", "middle east", "latin america", "cape town", "st. petersburg", "new jersey",
    "saint petersburg", "northern ireland", "black sea", "red sea", "south america", "soviet union",
    "north carolina", "south carolina", "north dakota", "south dakota", "new mexico",
    "new hampshire", "rhode island", "west virginia", "british columbia", "nova scotia",
    "south wales", "north wales", "west africa", "central africa", "north africa", "southeast asia",
    "south asia", "central asia", "east asia", "western europe", "central europe", "south caucasus",
    "persian gulf", "south china sea", "puerto rico", "sri lanka", "el salvador", "costa rica",
    "north america", "south africa", "east africa", "eastern europe",
}  # fmt: skip
PLACE_WORDS = words(
    """
    airport avenue bay beach bridge canyon city coast county desert district forest gulf harbor
    harbour hill hills island islands lake mount mountain mountains ocean oblast park peninsula
    plaza port province region river road sea square strait street territory valley village town
    hospital stadium airfield border
    """
)
ORGANISATION_WORDS = words(
    """
    agency association authority bank board bureau cabinet center centre commission committee
    company congress corp corporation council court department federation force forces foundation
    fund government group house inc institute institution league ltd ministry nations office
    organisation organization parliament party police press senate service society team
    treasury tribunal university army navy guard airlines airways industries international
    administration archdiocese diocese delegates church club fc alliance kremlin pentagon
    """
)
WORKS = words(
    """
    act bill law resolution decision agreement treaty accord accords project plan war prize cup
    award time day week month amendment constitution olympic olympics games statement
    """
)
"""Last words of names that nobody bears: of laws, works, contests."""
NATIONALITIES = words(
    """
    Greek French German Dutch Swiss Czech Soviet European African American Asian Israeli Iraqi
    Pakistani Saudi Afghan Thai Arab Muslim Christian Jewish Islamic Olympic Libyan Cuban Korean
    Mexican Chilean Belgian Cypriot Norwegian Western Eastern Northern Southern Kenyan Ugandan
    Venezuelan Kuwaiti Qatari Emirati Yemeni Omani Welsh Icelandic Republican Democrat Democratic
    Conservative Catholic Protestant Orthodox Sunni Shia Kurdish Nazi Communist
    """
)
GIVEN_NAMES = words(
    """
    james john robert michael david william richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy
    jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin
    samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose henry adam
    douglas nathan peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian
    sean austin arthur lawrence jesse dylan bryan joe billy bruce albert willie gabriel logan alan
    juan wayne roy ralph randy eugene vincent bobby russell louis philip barack hillary tony gordon
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
    margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah
    stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma
    nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather
    diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan
    andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice
    jean alice abigail julia grace judy theresa claire sophie vladimir dmitry sergei sergey igor
    ivan alexei aleksei mikhail boris yuri yevgeny nikolai andrei viktor oleg olga natalia tatiana
    svetlana volodymyr petro oleksandr mykhailo francois françois emmanuel nicolas jacques pierre
    marine angela hans klaus wolfgang jürgen frank-walter olaf silvio giuseppe matteo mario luigi
    giorgia carlos luis jorge pedro miguel antonio francisco manuel fernando pablo mohammed muhammad
    mohamed ahmed ali hassan hussein omar ibrahim abdullah mahmoud yusuf fatima recep bashar
    benjamin yitzhak shimon ariel narendra rahul sonia imran xi hu shinzo yoshihide junichiro kim
    moon park kofi nelson thabo jacob cyril uhuru raila jair luiz dilma hugo nicolás evo fidel raul
    josé joão jean-claude jean-yves ban antónio boutros pope magnus lars erik anders sven bjorn
    katarina ursula kaja alexis andreas nikos kyriakos giorgos jens mette sanna ilham nursultan
    """
)


@lru_cache(maxsize=1)
def _known_places() -> frozenset[str]:
    from babel import Locale
    from babel.core import get_global

    territories = Locale.parse("en").territories
    countries = {name.lower() for code, name in territories.items() if code.isalpha()}
    cities = {
        zone.rpartition("/")[2].replace("_", " ").lower()
        for zone in get_global("zone_territories")
        if "/" in zone and not zone.startswith("Etc/")
    }
    return frozenset(countries | cities | _PLACES)


@lru_cache(maxsize=4096)
def is_place(name: str) -> bool:
    """Whether a name is a country, a large city, or ends in a word for a place."""
    lower = name.lower().removeprefix("the ")
    return lower in _known_places() or (" " in name and lower.rpartition(" ")[2] in PLACE_WORDS)


@lru_cache(maxsize=4096)
def is_organisation(name: str) -> bool:
    """Whether a name has a word that organisations have, or is an acronym."""
    return any(w in ORGANISATION_WORDS for w in name.lower().split()) or (
        name.isupper() and name.isalpha() and 2 < len(name) < 6
    )


def is_given_name(word: str) -> bool:
    """Whether a word is a frequent given name or an initial."""
    return word.lower() in GIVEN_NAMES or (len(word) == 2 and word.endswith("."))
