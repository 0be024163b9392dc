"""Which side of publication a French clause looks to."""

from timeline.temporal.rule import Tense, words

TENSE = Tense(
    future=words(
        "doit doivent devrait devraient pourrait pourraient serait seraient prévu prévue "
        "prévus prévues aura auront sera seront programmé programmée programmés prochain "
        "attendu attendue attendus attendues fixé fixée reporté reportée prochaine"
    ),
    future_endings=(
        "era", "eront", "erons", "ira", "iront", "dra", "dront", "rra", "rront", "vra", "vront",
        "ura", "uront", "tra", "tront",
    ),
    past=words(
        "a ont ai avons avait avaient était étaient fut furent eut eurent décédé décédée mort "
        "morte morts arrivé arrivée arrivés parti partie venu venue né née nés entré entrée sorti "
        "resté tombé devenu revenu rentré rendu annonça déclara dit fit prit vint mit tint"
    ),
    past_endings=("vait", "tait", "nait", "çait", "geait", "sait", "aient", "èrent"),
    until=words("ici"),
    ahead=frozenset({
        "d ici à", "d ici au", "d ici le", "à partir de", "à partir du", "à compter de",
        "à compter du",
    }),
    since=words("depuis"),
    perfect=words("est sont"),
    selves=words("s se"),
    going=words("va vont"),
    infinitives=("er", "ir", "re", "oir"),
    agenda=words(
        "débute débutent commence commencent reprend reprennent ouvre ouvrent réunit réunissent "
        "démarre démarrent affronte affrontent reçoit reçoivent accueille accueillent examine "
        "examinent organise organisent propose proposent attend attendent tient "
        "tiennent comparaît comparaissent rend rendent"
    ),
    planned=words(
        "renvoyé renvoyée renvoyés renvoyées reporté reportée reportés repoussé repoussée ajourné "
        "ajournée décalé décalée fixé fixée fixés avancé avancée"
    ),
    purpose=words("au à pour le"),
    abbreviations=words("m mm mme mmes mlle dr st ste av bd art vol no env etc cf ex"),
)  # fmt: skip
AHEAD = words("dans")
BACKGROUND = words("depuis avant après jusqu'en jusqu'à dès de à et entre pour")
LINKS = (
    *(("", link) for link in ("-", "–", "—", "à", "au", "jusqu'à", "jusqu'au", "jusqu'en", "/")),
    ("", "à la"),
    ("entre", "et"),
)
LISTS = words("et ou") | {""}
ONWARD: tuple[str, ...] = ("depuis lors", "depuis ce temps")
LOOSE = dict.fromkeys(words("vers environ autour"), "APPROX") | {
    "avant": "BEFORE", "après": "AFTER",
}  # fmt: skip
AROUND = words("vers environ")
COUNTED_FROM = {"après": 1, "avant": -1}
ARTICLES = words(
    "le la les l' un une des ce cet cette ces son sa ses leur leurs notre nos il elle ils elles on "
    "nous qui que où dont et ou mais avoir être"
)
RANKS = words("première fois deuxième troisième seule")
