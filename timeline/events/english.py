"""English word tables: what the clause, title, kind and name rules know about words."""

from __future__ import annotations

from timeline.events.words import words

SAYING = words(
    """
    say says said saying tell tells told telling announce announces announced announcing state
    states stated stating report reports reported reporting add adds added adding declare
    declares declared declaring claim claims claimed claiming write writes wrote writing warn
    warns warned warning confirm confirms confirmed confirming insist insists insisted insisting
    argue argues argued arguing note notes noted noting explain explains explained explaining
    suggest suggests suggested suggesting acknowledge acknowledges acknowledged admit admits
    admitted deny denies denied denying believe believes believed believing predict predicts
    predicted estimate estimates estimated conclude concludes concluded concluding allege
    alleges alleged alleging testify testified reply replied recall recalled comment commented
    reveal reveals revealed disclose disclosed maintain maintains maintained stress stressed vow
    vows vowed promise promised pledge pledged repeat repeated reiterate reiterated assert
    asserts asserted contend contends contended contending mean means meant show shows showed
    indicate indicates indicated find found hope hopes hoped think thinks thought expect expects
    expected quote quotes quoted tweet tweeted
    """
)

# Further verbs that follow what they are about: "the ship must sail, the court ruled".
RULING = words(
    """
    ruled rules decided decides agreed agrees heard hears learned learns ordered orders demanded
    demands urged urges proposed proposes recommended recommends advised advises complained
    """
)
# Verbs that carry no event of their own before one of EVENT_NOUNS: "held talks", "took a vote".
LIGHT = words(
    """
    hold holds held holding have has had having take takes took taken taking make makes made
    making give gives gave given giving bring brings brought bringing host hosts hosted hosting
    do does did doing conduct conducts conducted conducting stage stages staged staging launch
    launches launched launching begin begins began begun beginning start starts started starting
    attend attends attended attending sign signs signed signing win wins won winning lose loses
    lost losing open opens opened face faces faced set sets setting schedule schedules scheduled
    plan plans planned planning carry carries carried carrying call calls called suffer suffered
    mount mounted commit committed end ends ended join joins joined pass passed order ordered
    undergo underwent deliver delivered issue issued reach reached
    """
)

POSTING = words("post posts posted report reports reported record records recorded see sees saw")
RESULTS = words(
    """
    loss losses profit profits income earnings revenue revenues sales turnover gain gains growth
    deficit surplus decline drop rise fall increase decrease
    """
)
# Said without an object they are part of a relative clause: "a plan that Orr is to detail".
NEEDS_OBJECT = words(
    """
    detail present announce propose publish release sign make take give bring build send sell buy
    outline describe introduce issue launch submit unveil impose file win lose hold seize annex
    destroy create found host attend reject approve adopt ratify detailed presented announced
    proposed published released signed made took gave brought built sent sold bought outlined
    described introduced issued launched submitted unveiled imposed filed won lost held seized
    annexed destroyed created founded hosted attended rejected approved adopted ratified mailed
    """
)
NAMING = words(
    """
    call calls called calling consider considers considered deem deems deemed term terms termed
    label labels labelled labeled brand brands branded
    """
)
# What they let or see happen follows without "to": "watched the ship sink".
LETTING = words(
    "let lets letting see sees saw seen make makes made help helps helped watch watched"
)
PERIODS = words("year years quarter quarters month months week weeks period half season decade")
DOCUMENTS = words(
    """
    report reports statement document documents study paper letter map film book album song article
    photo photograph image edition budget plan guideline guidelines census model version survey
    """
)
EVENT_NOUNS = words(
    """
    accident accord agreement airstrike allegation ambush anniversary announcement appeal arrest
    arrival assault assassination assembly attack attempt auction award ban battle birth
    blackout blast blaze blockade bomb bombardment boycott breach breakup briefing broadcast
    burial buildup build-up bid call campaign capture ceasefire cease-fire celebration ceremony
    charge clash closure collapse collision comment concert conference
    conflict congress contest convention conversation conviction coronation coup crackdown crash
    crisis cull cut cyberattack deadline deal death debate debut decision declaration decline
    decree default defeat defection delivery demarcation demise demonstration departure
    deployment derby descent detention disappearance disaster discovery discussion dismissal
    dispute downing downturn draft drill drought earthquake election elimination embargo
    emergency encounter eruption escape evacuation exchange execution exercise exhibition exit
    expansion explosion expulsion failure fair fall famine festival fight filing final fire
    flight flood flotation forum foundation founding freeze funeral game genocide hack handover
    hearing heatwave heist hijacking hurricane incident inauguration incursion independence
    indictment inquest inquiry insurrection interview invasion inspection journey
    killing kidnapping landfall landing launch lawsuit leak liftoff lockdown loss march massacre
    match meet meeting merger mission murder mutiny offensive offer onslaught opening operation
    outage outbreak overthrow pandemic parade pardon patrol payment performance phone-call
    plebiscite poll polls polling plunge premiere probe proclamation prosecution protest
    purchase purge quake race raid rally rampage ratification rebellion recall recession
    referendum reform release relaunch removal report rescue resignation resolution retirement
    retreat return reunion revolt revolution riot robbery rollout round ruling
    rupture sale scandal seizure sentence sentencing series session settlement shipment shooting
    shutdown siege signing sinking slaughter slump speech spill splashdown split standoff
    statement storm strike stroke suicide suit summit surge surgery surrender survey suspension
    swap takeover takeoff talk talks tally test testimony tour tornado touchdown tournament
    tragedy transfer transition treaty trial trip truce tsunami turmoil unrest uprising upheaval
    upset vaccination verdict victory violence visit vote voting walkout war warning wedding
    wildfire win withdrawal wreck breakthrough video season strikes pact accords memorandum
    publication discussions bombing bailout elections attacks raids games
    """
)
_NOT_EVENTS = words(
    """
    administration organization organisation station nation population coalition corporation
    institution association constitution condition position option question function section
    region million version generation delegation foundation federation union government
    department parliament apartment document moment equipment environment instrument regiment
    element segment ointment cement garment basement monument sentiment comment information
    situation relation direction portion fashion tradition opinion religion commission mansion
    pension champion companion passion building thing king ceiling morning evening spring wing
    ring string clothing housing being beijing painting sing funding spending
    feeling meaning offspring earning earnings listing rating standing savings proceeding
    headline
    """
)


PLANNED_WORDS = words(
    """
    expected scheduled planned due set slated poised expects plans intends intended aims hopes
    proposed upcoming forthcoming preparing likely anticipated supposed
    """
)
ALLEGED_WORDS = words(
    """
    allegedly alleged alleges alleging reportedly purportedly supposedly accused accuses
    accusing claimed claims claim claiming allegation allegations suspected suspects apparently
    """
)
DENIED_WORDS = words("denied denies deny denying refuted refutes refute refuting denial denials")
REJECTING = words("rejected rejects rejecting dismissed dismisses dismissing disputed disputes")
# What is rejected with its whole content: "rejected claims that Orr had signed".
CLAIMS = words(
    """
    claim claims allegation allegations accusation accusations report reports suggestion
    suggestions rumour rumours rumor rumors assertion assertions idea notion charge charges
    """
)
# "Accused of", "charged with", "sued for" what follows.
ACCUSING = words(
    """
    accuse accuses accused accusing charge charges charged charging suspect suspects suspected
    suspecting blame blames blamed blaming sue sues sued suing indict indicts indicted indicting
    arrest arrests arrested arresting investigate investigates investigated investigating wanted
    """
)

SUBJECT_PRONOUNS = words("he she it they we i you this that these those")
RELATIVES = words("who which that whom whose where when")
POSSESSIVES = words("his her its their our my your")

# What stands before a person's name and is no part of it.
TITLES = words(
    """
    mr mrs ms mx dr prof professor sir dame lord lady president vice-president vice
    minister chancellor king queen prince princess pope emperor secretary general
    secretary-general attorney senator sen rep representative congressman congresswoman governor
    gov mayor judge justice officer director chairman chairwoman chair ceo cfo
    coach captain colonel lieutenant lt gen maj major col capt sgt sergeant admiral commander
    brigadier marshal corporal private cardinal archbishop bishop rev reverend father sister
    brother imam sheikh ayatollah rabbi ambassador envoy spokesman spokeswoman spokesperson
    detective inspector sheriff deputy undersecretary
    leader commissioner premier speaker founder analyst economist editor author
    novelist actor actress singer manager adviser
    advisor counsel superintendent treasurer
    """
)


def is_event_noun(word: str) -> bool:
    """Whether a common noun names something that happens: listed, or an action by its ending."""
    word = word.lower()
    singular = word.removesuffix("s") if len(word) > 4 else word
    if word in EVENT_NOUNS or singular in EVENT_NOUNS:
        return True
    if word in _NOT_EVENTS or singular in _NOT_EVENTS:
        return False
    return len(singular) > 6 and singular.endswith(("tion", "sion", "ment", "ing", "ival", "overy"))
