"""What a careful coder takes from sentences that the parser breaks: what "and" and commas join, headlines, fronted clauses, states in which people are left.

Each is written in the short form of `test_events`; told on Thursday, 14 March 2024.
"""

from __future__ import annotations

MENDED: list[tuple[str, list[str]]] = [
    ("Soldiers shot dead a girl in Hama.", ["ASSAULT/firearms Soldiers→girl @Hama killed=1"]),
    ("A guard shot dead two herders near Gao.", ["ASSAULT/firearms guard→herders @Gao killed=2"]),
    ("Israel raided Jenin and soldiers shot dead a baker.", ["ASSAULT ISR→PSE @Jenin", "ASSAULT/firearms soldiers→baker @Jenin killed=1"]),
    (
        "The bombing killed two guards, a nurse and three drivers.",
        ["ASSAULT/explosives ?→guards+nurse+drivers @- killed=6 killed=2 killed=1 killed=3"],
    ),
    ("Police arrested an editor, two nurses and a poet in Minsk.", ["COERCE/arrest BLR→editor+nurses+poet @Minsk detained=4 detained=1 detained=2"]),
    ("Police arrested three people, a nurse and two drivers.", ["COERCE/arrest Police→people @- detained=3"]),
    ("Gunmen raided a village near Kano and made off with dozens of cows.", ["ASSAULT Gunmen→? @Kano"]),
    ("Rockets fired by Hezbollah hit Haifa, wounding three people.", ["ASSAULT/heavy-weapons LBN→ISR+people @Haifa wounded=3"]),
    ("Six people were wounded by shells fired by the army.", ["ASSAULT/heavy-weapons army→people @- wounded=6"]),
    ("Houthi missiles hit Abha.", ["ASSAULT/heavy-weapons YEM→SAU @Abha"]),
    ("Three men were dragged from a bus and beheaded.", ["ASSAULT/primitive ?→men @- killed=3"]),
    ("Two elders were taken from their homes and shot.", ["ASSAULT/firearms ?→elders @-"]),
    (
        "Rebels dragged away herders who had signed a letter and shot them.",
        ["ASSAULT/abduct Rebels→herders @- abducted=2..", "ASSAULT/firearms Rebels→them @-"],
    ),
    ("Police arrested nine farmers after they blocked a road.", ["COERCE/arrest Police→farmers @- detained=9", "PROTEST/obstruct they→? @-"]),
    ("Togo outlawed the guild after it threatened to strike.", ["COERCE/restrict TGO→guild @-", "THREATEN it→? @-"]),
    ("Police detained Ana Diaz hours after a rally.", ["COERCE/arrest Police→Diaz @- detained=1", "PROTEST/demo ?→? @-"]),
    ("Tunis, Rabat sign gas pact", ["SUPPORT TUN+MAR→? @-"]),
    ("Lima and Quito sign border pact", ["SUPPORT PER+ECU→? @-"]),
    ("Oslo, Helsinki expel Russian envoys", ["SANCTION/expel NOR+FIN→envoys @-"]),
    ("The blast left a guard dead and two nurses wounded.", ["ASSAULT/explosives ?→guard+nurses @- wounded=2 killed=1"]),
    ("The clash left four soldiers and a nurse dead and six farmers wounded.", ["ASSAULT ?→? @- wounded=6 killed=5 killed=4 killed=1"]),
    ("A shell killed a nurse as she tended wounded soldiers in Kherson.", ["ASSAULT/heavy-weapons ?→nurse @Kherson killed=1"]),
    ("The army fired on fleeing rebels.", ["ASSAULT/firearms army→rebels @-"]),
    ("Eleven dead as shells hit bus in Kherson", ["ASSAULT/heavy-weapons ?→? @Kherson killed=11"]),
    ("The army bombed Sake and rebels shot down a jet.", ["ASSAULT/aerial army→COD @Sake", "ASSAULT/heavy-weapons rebels→? @Sake"]),
    ("Soldiers detained 12 people, among them a minister and two judges.", ["COERCE/arrest Soldiers→people @- detained=12 detained=1 detained=2"]),
    ("Estonia expelled four Russian diplomats and Latvia three.", ["SANCTION/expel EST+LVA→diplomats @-"]),
    ("France lost nine soldiers and Chad four guards in the fighting.", ["ASSAULT ?→? @- killed=13"]),
    ("Obama rips into Putin over Crimea", ["ACCUSE/disapprove USA→RUS @-"]),
    ("Merkel slams Putin over gas", ["ACCUSE/disapprove DEU→RUS @-"]),
    ("Kenya sacks spy chief", ["SANCTION KEN→chief @-"]),
    ("The hostages fled after soldiers, backed by jets, stormed the camp.", ["SANCTION/expel ?→hostages @- displaced=2..", "ASSAULT soldiers→? @-"]),
    ("The army sent tanks to Goma and the mayor of Bukavu imposed a curfew.", ["MOBILIZE/weapons army→? @Goma", "COERCE/curfew mayor→?"]),
    ("In an attack on Kutum gunmen burned huts and killed nine people.", ["ASSAULT/primitive gunmen→people @Kutum killed=9"]),
    ("Freed by their captors, six Turkish sailors landed in Lagos.", ["RETREAT/release captors→sailors"]),
    ("Granted asylum by Norway, an Iranian singer left Kabul.", ["AID NOR→singer"]),
    ("Sued by farmers over a spill, a British company paid them.", ["ACCUSE/allege farmers→company @-"]),
    ("Guards beat and tortured inmates in Minsk.", ["ASSAULT/beat Guards→inmates @Minsk", "ASSAULT/torture Guards→inmates @Minsk"]),
    ("Turkey will expel the envoys of Peru, its minister warned.", ["THREATEN/expel minister→PER @-"]),
    ("A train crash killed 40 people and led to protests in Belgrade.", ["PROTEST/demo ?→? @Belgrade"]),
    ("A court sentenced nine soldiers to death for desertion.", ["SANCTION/convict court→soldiers @-"]),
    (
        "Kenya accused the rebels of war crimes. A bomb killed two guards in Lamu on Sunday.",
        ["ACCUSE/allege KEN→rebels @-", "ASSAULT rebels→? @- is=alleged", "ASSAULT/explosives ?→guards @Lamu 2024-03-10 killed=2"],
    ),
    (
        "Gunmen ambushed a convoy near Adre. The envoy deplored the bombing of a clinic in Kutum.",
        ["ASSAULT Gunmen→? @Adre", "ACCUSE/disapprove envoy→? @-", "ASSAULT/explosives ?→? @Kutum"],
    ),
    ("Peru and Chile agreed to a ceasefire on Monday.", ["AGREE PER+CHL→? @- 2024-03-11"]),
    ("The rebels declared a ceasefire on Monday.", ["RETREAT/ceasefire rebels→? @- 2024-03-11"]),
    ("The envoys failed to agree on a date on Monday.", ["REJECT/change envoys→? @- 2024-03-11"]),
    ("17:30 Three people were killed in Kherson.", ["ASSAULT ?→people @Kherson killed=3"]),
]
