"""Invented articles that the documents of the test set are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """What a document says, and so what has to come out of it."""

    title: str
    published: str
    shown: str  # the day as a line at the top gives it
    author: str
    paragraphs: tuple[str, ...]


BRIDGE = Text(
    "Harbour bridge closed after a night of storms",
    "2019-03-14",
    "Thursday, 14 March 2019",
    "Marta Lindqvist",
    (
        "The long bridge over the harbour at Osterby was closed on Thursday morning after "
        "inspectors found that two of its eleven supports had moved during the storm. Nobody was "
        "hurt. The mayor, Henning Aalto, said that the decision had been taken within an hour.",
        "“We would rather explain a closed bridge than a fallen one,” he told reporters at the "
        "foot of the northern ramp – and he added that the town had asked for a second opinion "
        "from the engineering school in the capital.",
        "The bridge was built between 1961 and 1964 and carried some 14,000 vehicles a day. It "
        "was last examined in September 2017, when a well-known consultancy described its "
        "condition as satisfactory and recommended further measurements within eighteen months.",
        "Those measurements had been planned for next month. According to the harbour authority "
        "they will now be carried out immediately, beginning with the southern foundations, which "
        "stand in deeper water and were strengthened once before, in the summer of 1988.",
        "For commuters the closure means a detour of nineteen kilometres through the villages of "
        "Lund and Sundby. A ferry that was taken out of service in 2004 may return: the council "
        "is to discuss it on Monday, and the shipping company has declared itself willing.",
        "Shopkeepers on the island fear for the Easter trade. “Every weekend that the bridge "
        "stays shut costs us a long-term customer,” said Ida Brandt, who has run a bakery beside "
        "the market since 1997. She wants the council to pay for the ferry, at least until June.",
        "The storm, the third within two weeks, had reached the coast on Wednesday evening. "
        "Gusts of 128 kilometres an hour were measured at the lighthouse. Three hundred houses "
        "were without electricity until the early morning; most of the damage was repaired on the "
        "same day.",
        "A report on the condition of the supports is expected by the end of March. Until then "
        "the bridge remains closed to everyone, pedestrians included, and the coastguard asks "
        "boats to keep at least two hundred metres away from the southern pillars.",
    ),
)

ARCHIVE = Text(
    "The letters under the floor of the old customs house",
    "2021-11-05",
    "5 November 2021",
    "Jonas Weatherby",
    (
        "When carpenters lifted the floor of the former customs house in Karlsmouth last month, "
        "they expected rot. What they discovered instead were 212 letters, tied in bundles with "
        "tarred string and addressed to people who had been dead for a century.",
        "The earliest of the letters was written on 3 May 1871, the latest in October 1889. Most "
        "of them were sent by sailors to their families, and none had ever been delivered. Why "
        "they were hidden is a question that historians of the town will be asking for years.",
        "Elspeth Conway of the county archive believes that a customs officer, Tobias Reeve, kept "
        "them back because postage had not been paid. Reeve was dismissed in 1890 for reasons "
        "that the minutes of the harbour board call “irregularities in correspondence”.",
        "The letters are remarkably legible. In one of them a ship's cook describes the great "
        "fire of 1873; in another, a boy of fourteen asks his mother to keep his place at table "
        "and promises to be home before the apples are ripe. He never returned.",
        "Conservation will take until the spring of 2023. Each sheet has to be separated, cleaned "
        "and photographed, and the archive is looking for volunteers who can read the handwriting "
        "of the period. The first transcriptions are to be published next year.",
        "Descendants of eleven of the addressees have been found so far. Two sisters, who still "
        "live in the street named on the envelope, received on Monday what their great-grandmother "
        "had been waiting for in 1884. “It was only a page,” one of them said. “It was enough.”",
    ),
)

WATER = Text(
    "Valley towns agree to share their water",
    "2016-08-22",
    "Monday, August 22, 2016",
    "Petra Holub",
    (
        "Four towns in the Ardel valley have ended a quarrel over water that began in 1974. Their "
        "mayors signed an agreement on Saturday under which each of them may take a fixed share "
        "from the upper reservoir, and nobody may sell what is left over.",
        "The agreement takes effect on 1 January 2017 and is to last for twenty-five years. A "
        "commission with one member from each town will measure the level of the reservoir every "
        "week and publish the figures.",
        "Farmers had pressed for a solution since the dry summer of 2015, when the river stopped "
        "flowing for nineteen days and two villages had to be supplied by lorry. In June of this "
        "year they blocked the road to the dam with tractors.",
        "Environmental groups welcomed the agreement but said that the shares were calculated "
        "from measurements of the nineteen-nineties. “The valley has a tenth less rain than it "
        "had then,” said Vera Malik of the river association.",
        "The government is to contribute four million crowns for new pipes. Parliament will "
        "decide about the money in October.",
    ),
)

MUSEUM = Text(
    "Museum of clocks reopens with a silent hall",
    "2018-05-27",
    "27 May 2018",
    "Ruth Okafor",
    (
        "After six years of rebuilding, the museum of clocks in Bellworth opened its doors again "
        "on Sunday. Visitors queued from eight in the morning, and by noon every ticket for the "
        "first day had been sold.",
        "The new hall is silent on purpose: of its 340 clocks only one is running, a tower clock "
        "from 1692 that was found in a barn in 2009 and restored by pupils of the technical "
        "college. It strikes once a day.",
        "The reopening had been announced for 2016 and was put off twice, first because of "
        "asbestos in the ceiling, then because the builder went out of business in February 2017.",
        "The museum expects 60,000 visitors a year. Admission is free for everyone under eighteen "
        "until the end of August.",
    ),
)
