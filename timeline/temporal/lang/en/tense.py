"""Which side of publication an English clause looks to, and where a misspelt name may stand."""

from timeline.temporal.rule import Tense, words

TENSE = Tense(
    future=words(
        "will won't shall 'll 'd would scheduled due upcoming tentatively deadline effective "
        "payable"
    ),
    future_to=words(
        "is are expected expects expect scheduled plans plan planning intends intend hopes hope "
        "planned planning set due going likely poised slated wants want"
    ),
    ahead=frozenset({"as soon as", "as early as", "no later than", "no earlier than"}),
    abbreviations=words(
        "mr mrs ms dr sen rep gov gen col lt sgt st jr sr inc corp co ltd vs jan feb mar apr jun "
        "jul aug sept sep oct nov dec mon tues wed thurs fri sat sun u.s no al"
    ),
    until=frozenset({"until", "till"}),
    determiners=words("the a an its his her their this that these those last next more"),
    past=words(
        "was were had did said says has have been told came went took made met won lost fell rose "
        "began sent held found died shot left got gave saw put hit struck broke spoke wrote "
        "became quoted ended since after reported announced ago brought bought caught taught "
        "thought sought fought chose drove drew fled flew froze grew hid kept knew laid led lent "
        "meant paid rode rang ran sank sang sat shook shone shrank slept spent stood stole swam "
        "swore swept swung tore threw understood wore withdrew woke blew built dealt dug fed felt "
        "heard overthrew overtook rebuilt sold upheld undertook underwent opened"
    ),
    past_endings=("ed",),
    after_auxiliary=frozenset({"be", "is", "are"}),
    not_past=words(
        "succeed need proceed exceed indeed feed speed seed breed weed deed bleed hundred sacred "
        "naked greed creed shed embed"
    ),
    should=words("should may might must"),
    should_have=words("have not n't never only"),
    plans=words("planned planning plans"),
    done=words("as"),
    no_plans=words("was were had been as previously originally long carefully well"),
    agenda=words(
        "meets meet begins begin starts opens reopens resumes resume arrives arrive convenes "
        "convene expires expire votes debuts premieres kicks takes-effect take-effect "
        "goes-on go-on takes-office goes-into ends closes"
    ),
    articles=words("the a an its his her their our my"),
    modals=words("to will would shall should may might can could must"),
    planned=words(
        "planned scheduled set setting scheduling slated postponed delayed rescheduled adjourned "
        "announced fixed booked due expected proposed called plan plans planning foreseen deferred "
        "moved"
    ),
    purpose=frozenset({"for", "until", "till"}),
    expected=words("expected due scheduled planned foreseen"),
    soon_in=words("in on by at around about"),
    were=words("was were had"),
)
COMPANY = words("on last next this since until by in early late mid of from every past")
REAL_WORDS = words(
    "sundae sunda sundar sundry mundane munday manday augusta auguste augusto augustus augustin "
    "augusti marche marcher octave decembrist fryday holiday"
)
BACKGROUND = words("by until till since from before after than to through between for")
RANKS = words(
    "first second third only time times once twice most least highest lowest biggest largest "
    "smallest worst best longest fastest deepest steepest sharpest strongest weakest deadliest "
    "hottest coldest"
)
LINKS = (
    *(("", link) for link in ("-", "–", "—", "to", "through", "until", "till", "up to", "to the")),
    ("", "through the"),
    ("between", "and"),
    ("between", "and the"),
)
LISTS = words("and or &") | {""}
ONWARD = ("since then", "since that time", "ever since")
LOOSE = dict.fromkeys(
    words("around about approximately roughly circa nearly almost near toward towards"), "APPROX"
) | {"before": "BEFORE", "after": "AFTER", "by": "ON_OR_BEFORE"}
SAYING = words(
    "said says told added wrote announced declared stated tweeted posted warned insisted replied "
    "explained tells argued noted"
)
COUNTED_FROM = {"after": 1, "following": 1, "before": -1}
ARTICLES = words(
    "the a an this that these those his her its their our my he she it they we who which when "
    "where while and or but"
)
