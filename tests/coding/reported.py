"""What a careful coder takes from sentences in which earlier readings went wrong: who joins whom, what points back, whose year and whose toll it is.

Each is written in the short form of `test_events`; told on Thursday, 14 March 2024.
"""

from __future__ import annotations

REPORTED: list[tuple[str, list[str]]] = [
    ("Protesters in Lima tried to storm the parliament on February 20.", ["PROTEST/riot Protesters→parliament @Lima 2024-02-20 is=planned"]),
    ("Students tried to march on the palace in Lima on March 3.", ["PROTEST/demo Students→? @Lima 2024-03-03 is=planned"]),
    (
        "The government of Seck, which took office last April, has banned rallies in Dakar.",
        ["COERCE/restrict Seck→Dakar @Dakar", "PROTEST/demo ?→? @Dakar is=negated"],
    ),
    ("The president of Peru, who took office in 2021, dissolved Congress.", ["COERCE/restrict Peru→Congress @-"]),
    ("President Elena Quiroga accepted the resignation in Lima and said she would name a new cabinet by Friday.", ["CONCEDE Quiroga→PER @Lima"]),
    ("The trial will open in Lusaka on Monday. Thousands marched through Ndola.", ["PROTEST/demo Thousands→? @Ndola"]),
    (
        "Police in Abuja arrested a blogger on Sunday. Niger closed the border at Konni.",
        ["COERCE/arrest Police→blogger @Abuja 2024-03-10 detained=1", "COERCE/restrict NER→Konni @Konni"],
    ),
    ("Macron invited the Polish president to visit Paris in May.", ["AGREE Macron→president @-"]),
    ("Norway promised to send tanks in April.", ["AGREE NOR→? @-"]),
    (
        "Uganda offered to mediate between the two governments, and its foreign minister is to fly to Port Sudan on Monday.",
        ["AGREE UGA→governments @-", "AGREE minister→Sudan @Port 2024-03-18"],
    ),
    (
        "Gunmen killed 20 villagers in Benue on Monday. It was the worst attack since the killing of 60 people in Makurdi in February 2022.",
        ["ASSAULT Gunmen→villagers @Benue 2024-03-11 killed=20", "ASSAULT ?→people @Makurdi 2022-02-01/2022-02-28 killed=60"],
    ),
    ("The convoy, which left Adre on Saturday, was looted near Kutum.", ["ASSAULT/destroy ?→? @Kutum"]),
    (
        "He ordered the release of 40 government soldiers captured in Taiz last autumn.",
        ["RETREAT/release ?→soldiers @-", "ASSAULT/abduct ?→soldiers @Taiz 2023-09-01/2023-11-30 abducted=40"],
    ),
    (
        "Police in Lahore broke up the march on Saturday. A court had banned the march on Friday.",
        ["ASSAULT/crowd-control Police→? @Lahore 2024-03-09", "COERCE/restrict court→? @- 2024-03-08"],
    ),
    (
        "Information Minister Hina Qazi met editors in Lahore. The president met the army chief on Sunday.",
        ["CONSULT Qazi+editors→? @Lahore", "CONSULT president+chief→? @- 2024-03-10"],
    ),
    (
        "Police in Lima clashed with students. The interior ministry banned rallies.",
        ["PROTEST/riot Police+students→? @Lima", "COERCE/restrict ministry→? @-", "PROTEST/demo ?→? @- is=negated"],
    ),
    ("President Filipe Chivale and opposition leader Venancio Tembe met in Maputo on Tuesday.", ["CONSULT Chivale+Tembe→? @Maputo 2024-03-12"]),
    (
        "The Israeli military said it had killed a militant in Tyre. The Lebanese army said it had found three launch pads and arrested two Syrians.",
        ["ASSAULT it→militant @Tyre killed=1 claim=asserts:military", "COERCE/arrest it→Syrians @- detained=2 claim=asserts:army"],
    ),
    (
        "The Lebanese army said it had arrested two Syrians. The Israeli military said it had killed a militant in Tyre.",
        ["COERCE/arrest it→Syrians @- detained=2 claim=asserts:army", "ASSAULT it→militant @Tyre killed=1 claim=asserts:military"],
    ),
    ("The French embassy in Niamey urged the government to free the editor.", ["REQUEST/yield embassy→government @-"]),
    ("President Anna Nowak telephoned her Czech counterpart on Wednesday.", ["CONSULT/phone Nowak+counterpart→? @- 2024-03-13"]),
    ("Washington suspended aid to Mali and expelled two of its diplomats.", ["SANCTION/discontinue USA→MLI @-", "SANCTION/expel USA→diplomats @-"]),
    ("Prime Minister Tomas Havranek summoned the Chinese ambassador on Tuesday.", ["ACCUSE/disapprove Havranek→ambassador @- 2024-03-12"]),
    (
        "The governor, who cut short a trip to Saudi Arabia, ordered an inquiry.",
        ["CONSULT/visit governor→SAU @Saudi", "ACCUSE/investigate governor→? @-"],
    ),
    (
        "Fighters of the CODECO militia killed 35 people on Tuesday. The mission said its peacekeepers had exchanged fire with the militia.",
        ["ASSAULT militia→people @- 2024-03-12 killed=35", "ASSAULT/firearms peacekeepers+militia→? @- claim=asserts:mission"],
    ),
    (
        "Separatists overran a post on the border on Friday. The banned Baloch Liberation Army claimed responsibility for the bombing of a bus in Quetta.",
        ["ASSAULT Separatists→? @- 2024-03-08", "ASSAULT/explosives Army→? @Quetta claim=asserts:Army"],
    ),
    (
        "Police dispersed the youths with teargas. The archbishop condemned the massacre.",
        ["ASSAULT/crowd-control Police→youths @-", "ACCUSE/disapprove archbishop→? @-", "ASSAULT ?→? @-"],
    ),
    (
        "The group said it had killed 31 soldiers and taken two officers hostage.",
        ["ASSAULT it→soldiers @- killed=31 claim=asserts:group", "ASSAULT/abduct it→officers @- abducted=2 claim=asserts:group"],
    ),
    (
        "Israel killed a commander who led a 2023 raid in which two farmers were killed.",
        ["ASSAULT ISR→commander @- killed=1", "ASSAULT commander→farmers @- 2023-01-01/2023-12-31 killed=2"],
    ),
    (
        "A drone hit a market in Bara on Wednesday. The RSF shelled El Obeid on Monday. The UN condemned the market attack.",
        ["ASSAULT/drone ?→? @Bara 2024-03-13", "ASSAULT/heavy-weapons SDN→Obeid @El 2024-03-11", "ACCUSE/disapprove UN→? @-"],
    ),
    (
        "A bomb killed three people in Lahore. The death toll from a prison riot in Guayaquil rose to 19 on Thursday.",
        ["ASSAULT/explosives ?→people @Lahore killed=3", "PROTEST/riot ?→? @Guayaquil killed=19"],
    ),
    (
        "Police fired tear gas at the crowd on Monday. The governor ordered the relocation of 1,400 displaced people to a school.",
        ["ASSAULT/crowd-control Police→crowd @- 2024-03-11"],
    ),
    ("The army killed a commander. His deputy was captured, an official said.", ["ASSAULT army→commander @- killed=1"]),
    ("Police in Caracas killed two men on Monday, bringing the death toll to 14.", ["ASSAULT Police→men @Caracas 2024-03-11 killed=2"]),
    (
        "Mali accused Algeria of arming the rebels, a charge that Algiers denied.",
        ["ACCUSE/allege MLI→DZA @-", "AID DZA→rebels @- claim=asserts:Mali claim=denies:Algiers is=alleged"],
    ),
    (
        "Poland denied that the expulsion of the Russian diplomats had anything to do with the election.",
        ["SANCTION/expel ?→diplomats @- claim=denies:Poland"],
    ),
    ("India abstained from a resolution condemning Russia.", ["ACCUSE/disapprove IND→RUS @- is=hypothetical"]),
    ("The Kremlin warned that Moscow would respond to the deployment.", ["THREATEN RUS→? @-"]),
    ("Laos and Vietnam have yet to agree on a date.", ["AGREE LAO+VNM→? @- is=negated"]),
    (
        "Military commanders from Thailand and Cambodia held five hours of talks in Aranyaprathet on Friday.",
        ["CONSULT commanders+Cambodia→? @Aranyaprathet 2024-03-08"],
    ),
    ("Britain and Norway, together with the United States, have called for a ceasefire.", ["REQUEST/yield GBR+NOR+USA→? @-"]),
    (
        "The Emirates, which Sudan accuses of supplying drones, pledged $200 million to Chad.",
        ["ACCUSE/allege SDN→ARE @-", "AID ARE→? @- claim=asserts:Sudan is=alleged", "AGREE ARE→TCD @-"],
    ),
    (
        "The M23, which Rwanda is accused of backing, denounced the ruling.",
        ["ACCUSE/allege ?→RWA @-", "SUPPORT RWA→COD @- is=alleged", "ACCUSE/disapprove COD→? @-"],
    ),
    (
        "The governor accused vigilantes of killing two herders, a charge the vigilantes' leader rejected as an insult.",
        ["ACCUSE/allege governor→vigilantes @-", "ASSAULT vigilantes→herders @- killed=2 claim=asserts:governor claim=denies:leader is=alleged"],
    ),
    (
        "Mali, Burkina Faso and Niger have kicked out French forces and turned to Russia for help.",
        ["SANCTION/expel MLI+BFA+NER→forces @-", "REQUEST/assist MLI+BFA+NER→RUS @-"],
    ),
    ("Suspected herdsmen killed 12 farmers in Kassa, Plateau State, Nigeria.", ["ASSAULT herdsmen→farmers @Kassa killed=12"]),
    (
        "In eastern Congo, militiamen kidnapped ten villagers. A church was burned in Maiba.",
        ["ASSAULT/abduct militiamen→villagers @Democratic abducted=10", "ASSAULT/primitive ?→? @Maiba"],
    ),
    ("In Mandalay, 60 soldiers surrendered.", ["RETREAT soldiers→? @Mandalay"]),
    ("In Washington, senators voted down a motion to block arms sales.", ["REJECT senators→? @Washington"]),
    ("The lawyer Grace Otieno was arrested in Nairobi on Monday.", ["COERCE/arrest ?→lawyer @Nairobi 2024-03-11 detained=1"]),
    ("Security forces arrested Senegalese opposition leader Cheikh Mbaye Diagne in Dakar.", ["COERCE/arrest forces→leader @Dakar detained=1"]),
    (
        "GOMA, Democratic Republic of Congo (Great Lakes Press) - Fighters killed 35 people on Tuesday.",
        ["ASSAULT Fighters→people @- 2024-03-12 killed=35"],
    ),
    (
        "In Karachi, police arrested two lawyers and in Quetta gunmen killed a judge.",
        ["COERCE/arrest police→lawyers @Karachi detained=2", "ASSAULT gunmen→judge @Quetta killed=1"],
    ),
    ("In Kano, traders shut their shops and in Jos students marched.", ["PROTEST/strike traders→? @Kano", "PROTEST/demo students→? @Jos"]),
    ("Police beat supporters of the opposition who rallied in Kampala.", ["ASSAULT/beat Police→opposition @-", "PROTEST/demo opposition→? @Kampala"]),
    (
        "Nurses in Accra, who have been on strike for two weeks, marched on parliament on Saturday.",
        ["PROTEST/strike Nurses→? @Accra", "PROTEST/demo Nurses→? @Accra 2024-03-09"],
    ),
    ("Man shot dead in Karachi market", ["ASSAULT/firearms ?→Man @Karachi killed=1"]),
    (
        "Gangs set fire to the capital's fuel depot on Thursday, hours after police killed 11 men in Martissant.",
        ["ASSAULT/primitive Gangs→? @- 2024-03-14", "ASSAULT police→men @Martissant 2024-03-14 killed=11"],
    ),
    ("Students marched on the palace and were dispersed by police.", ["PROTEST/demo Students→? @-", "ASSAULT/crowd-control police→Students @-"]),
    ("Teachers marched in Lima and were beaten by police.", ["PROTEST/demo Teachers→? @Lima", "ASSAULT/beat police→Teachers @Lima"]),
    ("The strike will continue until the government withdraws the decree.", ["CONCEDE government→? @- is=hypothetical"]),
    ("Peace talks between Manila and the rebels collapsed.", ["CONSULT PHL+rebels→? @- is=negated"]),
    ("Bandits abducted and later freed 12 pupils.", ["ASSAULT/abduct Bandits→pupils @- abducted=12", "RETREAT/release Bandits→pupils @-"]),
    (
        "The National Liberation Army attacked Tibu in Colombia. The army bombed the group's camp.",
        ["ASSAULT Army→Tibu @Tibu", "ASSAULT/aerial army→group @Tibu"],
    ),
    (
        "Insurgents beheaded five villagers. Rwandan troops pursued the attackers into the forest and killed 12 of them.",
        ["ASSAULT/primitive Insurgents→villagers @- killed=5", "ASSAULT troops→them @- killed=12"],
    ),
    ("Islamic State claimed the attack on its Telegram channel.", ["ASSAULT State→? @- claim=asserts:State"]),
    ("Manila demanded that the sailors be released.", ["REQUEST/yield PHL→? @-"]),
    (
        "Rwandan troops were deployed to Mozambique in 2021 at Maputo's request.",
        ["MOBILIZE/troops troops→MOZ @Mozambique 2021-01-01/2021-12-31", "REQUEST MOZ→? @-"],
    ),
    ("Boko Haram fighters attacked a military base in Wulgo, on the border with Cameroon.", ["ASSAULT fighters→base @Wulgo"]),
    ("The court sentenced an editor to two years for an article published in 2019.", ["SANCTION/convict court→editor @-"]),
    ("The minister apologised for a massacre in 1974.", ["CONCEDE minister→? @-"]),
    (
        "Washington accuses the officers of ordering a massacre in 2023.",
        ["ACCUSE/allege USA→officers @-", "ASSAULT officers→? @- 2023-01-01/2023-12-31 claim=asserts:Washington is=alleged"],
    ),
    ("Police arrested the mayor over the deaths of nine miners.", ["COERCE/arrest Police→mayor @- detained=1"]),
    ("Students marched in Skopje over a collapse that killed nine people.", ["PROTEST/demo Students→? @Skopje"]),
    ("The opposition leader, who lives in exile in Dakar, criticised the junta.", ["ACCUSE/disapprove leader→junta @-"]),
    ("France condemned the murder of a priest.", ["ACCUSE/disapprove FRA→? @-", "ASSAULT ?→priest @- killed=1"]),
    ("Negotiators will meet in Oslo on Monday to discuss a ceasefire.", ["AGREE Negotiators→? @Oslo 2024-03-18"]),
    (
        "Kenya recalled its ambassador to Sudan on Saturday and Sudan banned all imports of Kenyan tea.",
        ["SANCTION/withdraw KEN→SDN @- 2024-03-09", "COERCE/restrict SDN→tea @-"],
    ),
    ("Turkey released a Greek soldier and Greece freed two Turks.", ["RETREAT/release TUR→soldier @-", "RETREAT/release GRC→Turks @-"]),
    (
        "The president vowed to hunt down those responsible and accused Rwanda of arming the rebels.",
        ["THREATEN/violence president→? @-", "ACCUSE/allege president→RWA @-", "AID RWA→rebels @- claim=asserts:president is=alleged"],
    ),
    (
        "Nigerian rebels denied that their men carried out the raid and accused the army of killing three boys on Saturday.",
        [
            "ASSAULT men→? @- claim=denies:rebels is=denied",
            "ACCUSE/allege rebels→army @- 2024-03-09",
            "ASSAULT army→boys @- 2024-03-09 killed=3 claim=asserts:rebels is=alleged",
        ],
    ),
    (
        "Soldiers were accused by villagers of executing 20 men near Mopti on Tuesday.",
        [
            "ACCUSE/allege villagers→Soldiers @- 2024-03-12",
            "ASSAULT/targeted Soldiers→men @Mopti 2024-03-12 killed=20 claim=asserts:villagers is=alleged",
        ],
    ),
    (
        "Gunmen took 40 passengers hostage, police and a railway official said.",
        ["ASSAULT/abduct Gunmen→passengers @- abducted=40 claim=asserts:police claim=asserts:official"],
    ),
    (
        "The blast killed nine people, including three children, residents said.",
        ["ASSAULT/explosives ?→people @- killed=9 killed=3 claim=asserts:residents"],
    ),
    ("Youths attacked a bus near Jos, wounding at least 30, five of them critically.", ["ASSAULT Youths→? @Jos wounded=30+"]),
    ("Three protesters were shot, one of them seriously wounded, near Lima.", ["ASSAULT/firearms ?→protesters @Lima wounded=1"]),
    ("Rebels set fire to a market on Monday.", ["ASSAULT/primitive Rebels→? @- 2024-03-11"]),
    ("The president visited Berlin, winning the backing of Germany.", ["CONSULT/visit president→DEU @Berlin", "SUPPORT DEU→president @-"]),
    ("Gonzalez, who was captured by police in February, gave an interview.", ["COERCE/arrest police→Gonzalez @- 2024-02-01/2024-02-29 detained=1"]),
    (
        "The junta freed 600 prisoners on Sunday, but soldiers shot a girl in Mandalay on Monday.",
        ["RETREAT/release junta→prisoners @- 2024-03-10", "ASSAULT/firearms soldiers→girl @Mandalay 2024-03-11"],
    ),
    (
        "Residents accused them of looting shops and of shooting two young men.",
        [
            "ACCUSE/allege Residents→? @-",
            "ASSAULT/destroy ?→? @- claim=asserts:Residents is=alleged",
            "ASSAULT/firearms ?→men @- claim=asserts:Residents is=alleged",
        ],
    ),
    ("No fewer than 12 people were killed in Jos on Sunday night.", ["ASSAULT ?→people @Jos 2024-03-10 killed=12+"]),
    # What is told in order to be known has been done; what a text says that is voted down, nobody says.
    ("Rebels went on the radio to say they had captured Goma.", ["ASSAULT they→? @Goma claim=asserts:Rebels"]),
    ("The army issued a statement to announce that it had arrested two ministers.", ["COERCE/arrest it→ministers @- detained=2 claim=asserts:army"]),
    ("Gabon vetoed a resolution demanding a ceasefire in Yemen.", ["REJECT GAB→? @-"]),
    ("The Security Council debated a resolution demanding a truce in Chad.", ["CONSULT/multilateral UNO→? @-"]),
    ("Ghana shut the door on talks with Togo.", ["REJECT/meet GHA→TGO @-"]),
    ("The assembly demanded a ceasefire, with Peru voting against.", ["REQUEST/yield assembly→? @-", "REJECT PER→? @-"]),
    ("The order was condemned neither by Peru nor by Chile.", ["ACCUSE/disapprove PER+CHL→? @- is=negated"]),
    ("The union stopped short of repeating its threat to strike.", ["THREATEN union→? @- is=negated"]),
    # Who denies what: another thing, after a semicolon; the deed that somebody is charged with, not the charge.
    ("The army bombed Kutum; the rebels denied that they had lost it.", ["ASSAULT/aerial army→Kutum @Kutum"]),
    (
        "Chad accused Libya of the bombing; Libya denied it.",
        ["ACCUSE/allege TCD→LBY @-", "ASSAULT/explosives LBY→? @- claim=asserts:Chad claim=denies:Libya is=alleged"],
    ),
    ("A bomb killed six people in Herat. The Taliban denied any involvement.", ["ASSAULT/explosives ?→people @Herat killed=6 claim=denies:Taliban"]),
    (
        "Kenya accused Uganda of arming the rebels. Uganda rejected the charge.",
        ["ACCUSE/allege KEN→UGA @-", "AID UGA→rebels @- claim=asserts:Kenya claim=denies:Uganda is=alleged"],
    ),
    (
        "The army denies that it bombed the clinic and has asked the UN for help.",
        ["ASSAULT/aerial it→? @- claim=denies:army is=denied", "REQUEST/assist it→UN @-"],
    ),
    # Who told it is none of the victims.
    ("A drone killed five boys, doctors at the hospital in Tyre said.", ["ASSAULT/drone ?→boys @- killed=5 claim=asserts:doctors"]),
    (
        "The mayor lashed out at the army on Sunday for shelling a school.",
        ["ACCUSE/disapprove mayor→army @- 2024-03-10", "ASSAULT/heavy-weapons army→? @-"],
    ),
]
