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
    # a noun first, then the deed in full; another day, another person, another time stay two
    (
        "Hundreds marched in Lima on Thursday over the arrest of a singer. The singer was arrested on Tuesday in Cusco.",
        ["PROTEST/demo Hundreds→? @Lima", "COERCE/arrest ?→singer @Cusco 2024-03-12 detained=1"],
    ),
    (
        "Hundreds marched in Lima on Thursday over the arrest of a singer. The singer was arrested again on Tuesday in Cusco.",
        ["PROTEST/demo Hundreds→? @Lima", "COERCE/arrest ?→singer", "COERCE/arrest ?→singer @Cusco 2024-03-12"],
    ),
    (
        "Hundreds marched in Lima on Thursday over the arrest of a singer. Another singer was arrested on Tuesday in Cusco.",
        ["PROTEST/demo Hundreds→? @Lima", "COERCE/arrest ?→singer", "COERCE/arrest ?→singer @Cusco 2024-03-12"],
    ),
    (
        "Farmers rallied in Kitale on Tuesday against the eviction of squatters. About 90 squatters were evicted last month.",
        ["PROTEST/demo Farmers→? @Kitale", "COERCE/deport ?→squatters 2024-02-01/2024-02-29"],
    ),
    (
        "Farmers rallied in Kitale on Tuesday against the eviction of squatters. About 90 squatters were evicted on Wednesday.",
        ["PROTEST/demo Farmers→? @Kitale", "COERCE/deport ?→squatters", "COERCE/deport ?→squatters 2024-03-13"],
    ),
    (
        "Kenya shut the border on Wednesday after a raid on a mast that wounded two guards. Two guards were wounded in the raid on Monday.",
        ["COERCE/restrict KEN→?", "ASSAULT ?→guards 2024-03-11 wounded=2"],
    ),
    (
        "Kenya shut the border on Wednesday after a raid on a mast. Two guards were wounded in another raid on Monday.",
        ["COERCE/restrict KEN→?", "ASSAULT ?→?", "ASSAULT ?→guards 2024-03-11 wounded=2"],
    ),
    # one death, told twice; abducted and killed, wounded in another year, another victim are two
    (
        "Paris denounced the murder of a monk who was stabbed to death in Kaya on Monday.",
        [
            "ACCUSE/disapprove Paris→?",
            "ASSAULT/primitive ?→monk @Kaya 2024-03-11 killed=1",
        ],
    ),
    (
        "Paris denounced the murder of a monk who was abducted in Kaya on Monday.",
        [
            "ACCUSE/disapprove Paris→?",
            "ASSAULT ?→monk killed=1",
            "ASSAULT/abduct ?→monk @Kaya 2024-03-11",
        ],
    ),
    (
        "Paris denounced the murder of a monk whose nephew was shot dead in May.",
        [
            "ACCUSE/disapprove Paris→?",
            "ASSAULT ?→monk killed=1",
            "ASSAULT/firearms ?→nephew 2023-05-01/2023-05-31 killed=1",
        ],
    ),
    (
        "Gunmen killed a notary in Cali. The notary was shot on Monday outside his office.",
        ["ASSAULT/firearms Gunmen→notary @Cali 2024-03-11 killed=1"],
    ),
    (
        "Gunmen killed a notary in Cali. The notary had been shot in January outside his office.",
        [
            "ASSAULT Gunmen→notary @Cali killed=1",
            "ASSAULT/firearms ?→notary 2024-01-01/2024-01-31",
        ],
    ),
    (
        "Gunmen killed a notary in Cali. The notary was abducted on Monday.",
        [
            "ASSAULT Gunmen→notary @Cali killed=1",
            "ASSAULT/abduct ?→notary 2024-03-11",
        ],
    ),
    (
        "Bandits abducted a monk in January and killed him on Monday.",
        [
            "ASSAULT/abduct Bandits→monk 2024-01-01/2024-01-31",
            "ASSAULT Bandits→him 2024-03-11 killed=1",
        ],
    ),
    ("Bandits abducted and killed a monk in Kaya on Monday.", ["ASSAULT/abduct Bandits→monk @Kaya 2024-03-11 abducted=1 killed=1"]),
    (
        "Bandits killed a monk whom they had abducted in Kaya last month.",
        [
            "ASSAULT Bandits→monk killed=1",
            "ASSAULT/abduct they→monk @Kaya 2024-02-01/2024-02-29",
        ],
    ),
    ("Six people were killed by bandits who had stormed the market.", ["ASSAULT bandits→people killed=6"]),
    ("Bandits burned a chapel where they had killed two monks.", ["ASSAULT/primitive Bandits→?", "ASSAULT they→monks killed=2"]),
    # a victim who has a name later, captives who are still held
    (
        "A French drone killed a JNIM commander on Monday. The French army said it had killed Omar Sidibe.",
        [
            "ASSAULT/drone FRA→Sidibe 2024-03-11 killed=1 claim=asserts:army",
        ],
    ),
    (
        "A French drone killed a JNIM commander on Monday. The French army said it had killed Omar Sidibe in June.",
        [
            "ASSAULT/drone FRA→commander 2024-03-11 killed=1",
            "ASSAULT it→Sidibe 2023-06-01/2023-06-30 killed=1",
        ],
    ),
    (
        "Gunmen kidnapped three engineers in Arauca. The ELN said it was holding the men.",
        ["ASSAULT/abduct it→engineers @Arauca abducted=3 claim=asserts:ELN"],
    ),
    (
        "Gunmen kidnapped three engineers in Arauca. The ELN said it was holding two soldiers.",
        [
            "ASSAULT/abduct Gunmen→engineers @Arauca abducted=3",
            "ASSAULT/abduct it→soldiers abducted=2",
        ],
    ),
    # nouns that point back, wherever they stand; other towns and other blasts are others
    (
        "A suicide bomber killed six people in Mubi on Monday. The blast damaged a clinic.",
        ["ASSAULT/suicide-attack+explosives bomber→people @Mubi killed=6"],
    ),
    (
        "A suicide bomber killed six people in Mubi on Monday. A blast damaged a clinic in Yola.",
        [
            "ASSAULT/suicide-attack bomber→people @Mubi killed=6",
            "ASSAULT/explosives ?→? @Yola",
        ],
    ),
    (
        "A car bomb killed six people in Mubi on Monday. The air force bombed camps in the Sambisa forest hours after the bombing.",
        [
            "ASSAULT/explosives ?→people @Mubi killed=6",
            "ASSAULT/aerial force→? @Sambisa",
        ],
    ),
    (
        "Chad's army shelled Abeche. The bishop called the attack on the city a crime.",
        ["ASSAULT/heavy-weapons TCD→Abeche @Abeche", "ACCUSE/allege bishop→TCD"],
    ),
    (
        "Chad's army shelled Abeche. The bishop condemned the attack on Mongo.",
        [
            "ASSAULT/heavy-weapons TCD→Abeche @Abeche",
            "ACCUSE/disapprove bishop→?",
            "ASSAULT ?→Mongo @Mongo",
        ],
    ),
    ("The bishop denounced the killing of two monks as a massacre.", ["ACCUSE/disapprove bishop→?", "ASSAULT ?→monks killed=2"]),
    # whom the deed befalls, when it is not what befalls them
    ("Police in Puno killed a baker during a protest.", ["ASSAULT Police→baker @Puno killed=1", "PROTEST/demo ?→? @Puno"]),
    ("A baker was killed during a protest in Puno.", ["PROTEST/demo ?→baker @Puno killed=1"]),
    ("A mob killed a guard during a riot in Puno.", ["PROTEST/riot mob→guard @Puno killed=1"]),
    ("Two policemen were wounded when a mob attacked a bank.", ["PROTEST/riot mob→bank+policemen wounded=2"]),
    ("Gunmen killed a witness to the massacre in Kaya.", ["ASSAULT Gunmen→witness killed=1", "ASSAULT ?→? @Kaya"]),
    ("Two survivors of the bombing died on Monday.", ["ASSAULT/explosives ?→? killed=2"]),
    ("Two guards were wounded when a mine laid by rebels went off.", ["ASSAULT/explosives rebels→guards wounded=2"]),
    ("Guards shelled by rebels bombed a village.", ["ASSAULT/heavy-weapons rebels→Guards", "ASSAULT/explosives Guards→?"]),
    # an accusation and what it says
    (
        "Mali sued Algeria, alleging that it had broken a treaty.",
        [
            "ACCUSE/allege MLI→DZA",
        ],
    ),
    (
        "Mali condemned Algeria, accusing Libya of arming the rebels.",
        [
            "ACCUSE/disapprove MLI→DZA",
            "ACCUSE/allege MLI→LBY",
            "AID LBY→rebels claim=asserts:Mali is=alleged",
        ],
    ),
    # the day, the place and the number of the second telling
    (
        "Rebels kidnapped six nurses in Arauca. The nurses were seized on Tuesday near the town of Tame.",
        ["ASSAULT/abduct Rebels→nurses @Tame 2024-03-12 abducted=6"],
    ),
    (
        "Rebels kidnapped six nurses in Arauca. The rebels were captured on Tuesday near the town of Tame.",
        ["ASSAULT/abduct Rebels→nurses @Arauca abducted=6", "ASSAULT/abduct ?→rebels @Tame 2024-03-12"],
    ),
    (
        "Bandits killed ten farmers in Zamfara state. The attack in Gusau began at dawn.",
        ["ASSAULT Bandits→farmers @Gusau killed=10"],
    ),
    (
        "Kenya shut the border on Wednesday after a bombing. The bombing killed six people in Mandera on Monday.",
        ["COERCE/restrict KEN→?", "ASSAULT/explosives ?→people @Mandera 2024-03-11 killed=6"],
    ),
    (
        "Kenya shut the border on Wednesday after a bombing. The bombing of a bus killed six people in Mandera on Monday.",
        ["COERCE/restrict KEN→?", "ASSAULT/explosives ?→?", "ASSAULT/explosives ?→people @Mandera 2024-03-11 killed=6"],
    ),
    # a victim introduced by name; who killed whom in a fight
    (
        "A reporter was detained in Gao on Monday, his paper said. The reporter, Awa Sy, was detained at a checkpoint.",
        ["COERCE/arrest ?→reporter @Gao 2024-03-11 detained=1"],
    ),
    (
        "A reporter was detained in Gao on Monday, his paper said. The reporter, Awa Sy, was detained in 2019.",
        ["COERCE/arrest ?→reporter @Gao 2024-03-11 detained=1", "COERCE/arrest ?→reporter 2019-01-01/2019-12-31"],
    ),
    ("Thai soldiers killed six rebels in a gunfight in Yala.", ["ASSAULT/firearms soldiers→rebels @Yala killed=6"]),
    ("Thai soldiers and rebels fought in Yala, killing six farmers.", ["ASSAULT soldiers+rebels→? @Yala killed=6"]),
    (
        "A student leader was arrested in Gao on Monday. The student, Awa Sy, was arrested at home.",
        ["COERCE/arrest ?→student @Gao 2024-03-11 detained=1"],
    ),
    (
        "A French strike killed a JNIM commander and two guards on Monday. The French army said it had killed Omar Sidibe.",
        ["ASSAULT/aerial FRA→Sidibe+guards 2024-03-11 killed=3 claim=asserts:army"],
    ),
    # the target, the other wounded, the air strike by a drone
    (
        "Kenya expelled an envoy on Thursday after an attack on a depot. Fighters stormed the depot on Tuesday.",
        ["SANCTION/expel KEN→envoy", "ASSAULT Fighters→? 2024-03-12"],
    ),
    (
        "Kenya expelled an envoy on Thursday after an attack on a depot. Fighters stormed a depot on Tuesday.",
        ["SANCTION/expel KEN→envoy", "ASSAULT ?→?", "ASSAULT Fighters→? 2024-03-12"],
    ),
    (
        "A car bomb killed six people in Mubi on Monday. The air force bombed camps in the Sambisa forest. Police said 12 others were wounded.",
        ["ASSAULT/explosives ?→people @Mubi killed=6 wounded=12", "ASSAULT/aerial force→? @Sambisa wounded=-"],
    ),
    (
        "A drone hit a bus in Kherson on Monday, killing two. The air strike was the second this week.",
        ["ASSAULT/drone ?→? @Kherson 2024-03-11 killed=2"],
    ),
    (
        "A Ukrainian drone struck a refinery in Saratov on Monday. Jets bombed a depot in Belgorod on Monday.",
        ["ASSAULT/drone UKR→? @Saratov", "ASSAULT/aerial ?→? @Belgorod"],
    ),
]
