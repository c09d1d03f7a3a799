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
    (
        "A bomb tore through a bus in Herat on Monday, killing nine people. Three of the wounded died at Karimi Hospital. The Front claimed responsibility.",
        ["ASSAULT/explosives Front→people @Herat 2024-03-11 killed=9 killed=3 claim=asserts:Front"],
    ),
    (
        "A bomb hit a bus in Herat on Monday, killing nine people. The Lions of God have not claimed responsibility.",
        ["ASSAULT/explosives ?→people @Herat"],
    ),
    (
        "The Red Cross said that Seleka fighters had burned a depot and kidnapped two nurses. Seleka denied the accusations.",
        ["ASSAULT/primitive fighters→? claim=denies:Seleka", "ASSAULT/abduct fighters→nurses claim=denies:Seleka"],
    ),
    (
        "The Red Cross said that rebels had burned a depot. The mayor denied the charges.",
        ["ASSAULT/primitive rebels→? claim=asserts:Cross"],
    ),
    # what is told to the teller's side of a denial, conditions, negations of the wording itself
    (
        "The general denied that soldiers had shot the pupils, saying that rebels had killed them.",
        ["ASSAULT/firearms soldiers→pupils is=denied claim=denies:general", "ASSAULT rebels→them claim=asserts:general"],
    ),
    ("Cairo will expel the envoys if Khartoum does not back down.", ["THREATEN/expel Cairo→envoys", "CONCEDE Khartoum→? is=hypothetical"]),
    ("Chad has not ruled out the use of force against the junta.", ["THREATEN/violence TCD→junta"]),
    ("The president will not meet the envoy before June.", ["REJECT/meet president→envoy"]),
    # what is ended, cancelled, ordered is no deed of its own; talks that were held and broke down were held
    ("Berlin froze joint exercises with Ankara.", ["SANCTION/discontinue Berlin→Ankara"]),
    ("The mayor cancelled a trip to Rome for a meeting of the council.", ["REJECT/meet mayor→Rome"]),
    ("ECOWAS ordered a standby force to prepare to deploy.", ["MOBILIZE/troops ECOWAS→?"]),
    ("Envoys from Chad and Libya held talks in Oslo last week, but the negotiations broke down.", ["CONSULT Envoys+LBY→? @Oslo"]),
    # who is meant
    (
        "The charity asked Chad's army to reopen the crossing, which it closed on Monday.",
        ["REQUEST/yield charity→army", "COERCE/restrict TCD→? 2024-03-11"],
    ),
    ("Police arrested two traders, and a judge jailed them.", ["COERCE/arrest Police→traders", "SANCTION/convict judge→traders"]),
    ("Students protested in Jos on Monday, and some threw stones.", ["PROTEST/demo Students→? @Jos", "PROTEST/riot Students→?"]),
    ("Niger closed its border, a step that Paris denounced.", ["COERCE/restrict NER→?", "ACCUSE/disapprove Paris→NER"]),
    (
        "Gunmen abducted two nurses near Sokoto. The bishop condemned the church attack.",
        ["ASSAULT/abduct Gunmen→nurses @Sokoto", "ACCUSE/disapprove bishop→?", "ASSAULT ?→?"],
    ),
]
