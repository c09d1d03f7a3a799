"""What a careful coder takes from deeds told more than once, answered, claimed and denied: which are one deed, which are two, and who did them.

Each is written in the short form of `test_events`; told on Thursday, 14 March 2024.
"""

from __future__ import annotations

RETOLD: list[tuple[str, list[str]]] = [
    # blow and answer
    ("Spain seized a trawler, and Rabat answered with sanctions.", ["COERCE/seize ESP→?", "COERCE/restrict Rabat→ESP"]),
    ("Kenya imposed sanctions, and Kampala replied with a ban on exports.", ["COERCE/restrict KEN→?", "COERCE/restrict Kampala→KEN"]),
    (
        "Oslo answered Moscow's expulsion of three diplomats by expelling six Russian diplomats.",
        ["SANCTION/expel Moscow→diplomats", "SANCTION/expel Oslo→diplomats"],
    ),
    # other people, other meetings, what came of something else
    (
        "Rome expelled the Libyan consul on Tuesday. In 2019 Tripoli expelled 12 Italians. Rome then ordered 15 Libyan diplomats out of the country.",
        ["SANCTION/expel Rome→consul", "COERCE/deport Tripoli→Italians", "SANCTION/expel Rome→diplomats"],
    ),
    (
        "Peru and Chile held talks in Quito on Monday. The Peruvian envoy met Brazilian officials.",
        ["CONSULT PER+CHL→? @Quito 2024-03-11", "CONSULT envoy+BRA→?"],
    ),
    (
        "A rocket was shot down over Haifa. Another hit a bakery, wounding four women.",
        ["ASSAULT/heavy-weapons ?→? @Haifa", "ASSAULT ?→women wounded=4"],
    ),
    # one deed told again
    (
        "A bomb hit a market in Jos on Monday, killing 12 people. Two of the wounded died in hospital on Tuesday.",
        ["ASSAULT/explosives ?→people @Jos 2024-03-11 killed=12 killed=2"],
    ),
    (
        "A guard was charged over the shooting of a pupil in Lyon. The pupil was shot in the leg on Monday.",
        ["ACCUSE/allege ?→guard", "ASSAULT/firearms ?→pupil @Lyon 2024-03-11"],
    ),
    ("Rebels hit back on Monday, ambushing a convoy near Kidal and killing a driver.", ["ASSAULT Rebels→driver 2024-03-11 killed=1"]),
    (
        "Navy jets bombed a school in Taiz, killing nine people; the navy said that it had hit a depot.",
        ["ASSAULT/aerial jets→people @Taiz killed=9 claim=asserts:navy"],
    ),
    # who claims it, who denies it
    (
        "A bomb tore through a bus in Herat on Monday, killing nine people. The Lions of God claimed responsibility in a video.",
        ["ASSAULT/explosives Lions→people @Herat killed=9 claim=asserts:Lions"],
    ),
    ("A bomb hit a bus in Herat on Monday, killing nine people. The Lions of God have not claimed responsibility.", ["ASSAULT/explosives ?→people @Herat"]),
    (
        "The Red Cross said that Seleka fighters had burned a depot and kidnapped two nurses. Seleka denied the accusations.",
        ["ASSAULT/primitive fighters→? claim=denies:Seleka", "ASSAULT/abduct fighters→nurses claim=denies:Seleka"],
    ),
    (
        "The Red Cross said that rebels had burned a depot. The mayor denied the charges.",
        ["ASSAULT/primitive rebels→? claim=asserts:Cross"],
    ),
]
