"""What a careful coder takes from a few sentences, event by event.

An event is written in short: `TYPE/mode+mode ACTOR→RECIPIENT @PLACE DAY key=value …`. A party is a country code or a word of its text or name, `?` is
nobody; a place is a country code or a word of its name, `@-` is none. Type, modes, parties and reality (asserted, unless `is=` says else) are always
compared, the rest where it is written. Numbers: `5` (exactly), `5+` (at least), `24..` (many), `..9` (up to), `~60` (about), `10..15` (between).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from governed import GOVERNED
from mended import MENDED
from reported import REPORTED
from retold import RETOLD

from whowhom.model import Count, Event, Harm, Party

Code = Callable[..., tuple[Event, ...]]
Row = tuple[str, list[str]]  # text, told on Thursday, 14 March 2024; its events in the order of the text

ROWS: list[Row] = [
    ("The army used chlorine gas against rebels in Saraqib.", ["ASSAULT/unconventional army→rebels @Saraqib"]),
    # one deed told in several words
    (
        "Jets bombed a bakery in Hama on Monday, killing 12 people, in the deadliest raid on the city this year.",
        ["ASSAULT/aerial ?→people @Hama 2024-03-11 killed=12"],
    ),
    ("Riot police used tear gas to drive back a crowd in Dakar on Monday.", ["ASSAULT/crowd-control police→crowd @Dakar 2024-03-11"]),
    (
        "An air raid hit a school in Taiz on Monday, killing 9 people, residents said. A doctor said Emirati jets had dropped two bombs.",
        ["ASSAULT/aerial+explosives jets→people @Taiz 2024-03-11 killed=9"],
    ),
    (
        "Gunmen killed at least five miners near Jos on Monday, police said. A union put the number of dead at 11 and said rebels had burned a camp.",
        ["ASSAULT Gunmen→miners @Jos 2024-03-11 killed=5+ killed=11", "ASSAULT/primitive rebels→?"],
    ),
    (
        "Police said they had arrested 30 people in Lima on Monday; a lawyer said the number was nearer 70.",
        ["COERCE/arrest they→people @Lima 2024-03-11 detained=30 detained=70"],
    ),
    ("Gunmen drove off 300 goats near Lodwar on Monday.", []),
    (
        "Soldiers searched the village and killed two farmers. They then set fire to the houses.",
        ["ASSAULT Soldiers→farmers killed=2", "ASSAULT/primitive Soldiers→? target=home"],
    ),
    # what others did meanwhile says nothing of the deed itself; towns that fall; markets
    ("Hours before the minister presented the budget, troops captured Kidal.", ["ASSAULT troops→? @Kidal"]),
    ("Kidal was recaptured at dawn.", ["ASSAULT ?→? @Kidal"]),
    ("Gunmen stormed the village market in Baga on Monday.", ["ASSAULT Gunmen→? @Baga 2024-03-11"]),
    ("The bomber detonated his car at a checkpoint in Peshawar.", ["ASSAULT/suicide-attack bomber→? @Peshawar"]),
    ("The rise in bus fares was withdrawn by the mayor of Lima after protests.", ["CONCEDE mayor→?", "PROTEST/demo ?→?"]),
    # a complaint at the end of its sentence
    ("The army is ignoring the courts, a rights group protested on Monday.", ["ACCUSE/disapprove group→courts"]),
    # what may be done on a condition is a threat
    ("The league may halt its mediation between two factions if the talks founder.", ["THREATEN/relations league→factions tense=future"]),
    ("The league may halt its mediation between two factions.", ["SANCTION/discontinue league→factions is=hypothetical"]),
    # what is to be investigated or condemned was done
    ("The bishop urged the government to condemn the killing of two nuns.", ["REQUEST/change bishop→government", "ASSAULT ?→nuns"]),
    ("The minister warned that Oslo would condemn an attack on Iran.", ["ACCUSE/disapprove Oslo→? is=planned", "ASSAULT ?→Iran @Iran is=planned"]),
    # whom a visit is for; a court at the head of a sentence; aid told by its money; words with a hyphen
    ("Kenya's foreign minister visited Kampala on Monday for talks with President Yoweri Museveni.", ["CONSULT/visit KEN→UGA @Kampala 2024-03-11"]),
    ("A Lagos court jailed opposition politician John Obi for six years.", ["SANCTION/convict court→politician"]),
    ("Norway will provide 9 million euros in food aid to Chad, its minister said.", ["AGREE NOR→TCD tense=future"]),
    ("A far-left crowd attacked a minister in Turin.", ["ASSAULT far-left→minister @Turin"]),
    ("The general said the navy was capable of bombing the port.", ["ASSAULT/aerial navy→? is=hypothetical"]),
    # an office, a paper speaks for those whose it is
    ("Gunmen killed two nurses in Kano, the president's office said.", ["ASSAULT Gunmen→nurses @Kano killed=2 claim=asserts:office"]),
    # offices with a hyphen, weapons that are no party, what stands before a name
    ("Peru's vice-president resigned on Monday.", ["RETREAT/resign vice-president→? 2024-03-11"]),
    ("Niger's ex-president was arrested in Niamey on Monday.", ["COERCE/arrest ?→ex-president @Niamey 2024-03-11 detained=1"]),
    ("Troops of Eritrea and Djibouti fought with mortars and machine guns near Moulhoule.", ["ASSAULT/heavy-weapons+firearms Eritrea+DJI→? @Moulhoule"]),
    ("Pirates fired on a tanker, killing up to six sailors.", ["ASSAULT/firearms Pirates→sailors killed=..6"]),
    # cooperation
    ("France withdrew its troops from Mali last year.", ["RETREAT/withdraw FRA→MLI @MLI 2023-01-01/2023-12-31"]),
    ("The rebels released two hostages on Wednesday.", ["RETREAT/release rebels→hostages 2024-03-13"]),
    ("Ethiopia and Eritrea signed a peace agreement in Algiers.", ["SUPPORT ETH+ERI→? @Algiers"]),
    ("Germany gave Ukraine ten generators.", ["AID DEU→UKR"]),
    ("The foreign ministers of India and Pakistan met in Dubai on Monday.", ["CONSULT IND+PAK→? @Dubai 2024-03-11"]),
    ("Xi Jinping visited Moscow on Monday.", ["CONSULT/visit CHN→RUS 2024-03-11"]),
    ("The president apologised to the families of the victims.", ["CONCEDE president→families"]),
    ("Kenya and Uganda held a joint military exercise in June.", ["COOPERATE KEN+UGA→?"]),
    ("The mayor of Cali resigned on Monday.", ["RETREAT/resign mayor→? 2024-03-11"]),
    ("Russia said it would withdraw its troops from Kherson.", ["CONCEDE RUS→UKR tense=future"]),
    ("The foreign ministers of Egypt and Sudan will meet in Cairo on Friday.", ["AGREE EGY+SDN→? tense=future 2024-03-15"]),
    ("Japan promised to send generators to Ukraine.", ["AGREE JPN→UKR"]),
    ("A judge acquitted the general on Monday.", ["CONCEDE judge→general 2024-03-11"]),
    ("Commandos rescued two hostages in Gaza.", ["AID Commandos→hostages @PSE"]),
    ("Kenya and the rebels agreed to a ceasefire on Monday.", ["AGREE KEN+rebels→? 2024-03-11"]),
    ("Pakistan promised to release forty prisoners.", ["CONCEDE PAK→prisoners"]),
    ("The hostages were freed on Tuesday.", ["RETREAT/release ?→hostages 2024-03-12"]),
    ("Israel and Hamas exchanged prisoners on Monday.", ["RETREAT/release ISR+Hamas→? 2024-03-11"]),
    ("Leaders of nine African states held a summit in Abuja.", ["CONSULT/multilateral Leaders→? @Abuja"]),
    ("The presidents of Egypt and Turkey spoke by telephone on Monday.", ["CONSULT/phone EGY+TUR→? 2024-03-11"]),
    ("Norway recognised Palestine on Monday.", ["SUPPORT NOR→PSE 2024-03-11"]),
    ("The EU praised Moldova.", ["SUPPORT EUR→MDA"]),
    ("Uganda extradited a rebel to Congo.", ["COOPERATE UGA→COD"]),
    ("Japan gave asylum to a dissident from Vietnam.", ["AID JPN→dissident"]),
    ("A ceasefire between the army and the rebels took effect on Monday.", ["RETREAT/ceasefire army+rebels→? 2024-03-11"]),
    ("Sudan allowed aid convoys into Darfur.", ["RETREAT/access SDN→Darfur"]),
    ("The chancellor of Austria, Karl Maier, resigned.", ["RETREAT/resign AUT→?"]),
    ("Mexico extradited a drug lord to the United States.", ["COOPERATE MEX→USA"]),
    ("Sweden granted asylum to an Eritrean reporter.", ["AID SWE→ERI"]),
    ("Israel lifted the blockade of Gaza.", ["RETREAT ISR→Gaza"]),
    ("Colombia and the guerrillas will resume talks in Havana on Monday.", ["AGREE COL+guerrillas→? @Havana tense=future 2024-03-18"]),
    # words of conflict
    ("France criticised Hungary on Monday.", ["ACCUSE/disapprove FRA→HUN 2024-03-11"]),
    ("Prosecutors opened an investigation into the minister.", ["ACCUSE/investigate Prosecutors→minister"]),
    ("Kenya demanded that Somalia release two fishermen.", ["REQUEST/yield KEN→SOM"]),
    ("Iran threatened to attack Israel.", ["THREATEN/violence IRN→ISR"]),
    ("The group threatened to kill the hostages.", ["THREATEN/violence group→hostages"]),
    ("Turkey cancelled a meeting with Greece.", ["REJECT/meet TUR→GRC"]),
    ("The rebels refused to release the hostages.", ["REJECT/yield rebels→hostages"]),
    ("Armenia urged Russia to send peacekeepers.", ["REQUEST/assist ARM→RUS"]),
    ("Farmers sued the firm.", ["ACCUSE/allege Farmers→firm"]),
    ("The Philippines protested to China over the collision.", ["ACCUSE/disapprove PHL→CHN"]),
    # pressure and protest
    ("Police arrested 40 protesters in Minsk on Saturday.", ["COERCE/arrest Police→protesters @Minsk 2024-03-09 detained=40"]),
    ("The European Union imposed sanctions on Belarus on Monday.", ["COERCE/restrict EUR→BLR 2024-03-11"]),
    ("Poland expelled two Russian diplomats on Friday.", ["SANCTION/expel POL→RUS 2024-03-08"]),
    ("Greece deported thirty Afghans in February.", ["COERCE/deport GRC→AFG 2024-02-01/2024-02-29"]),
    ("Dock workers went on strike in Valparaíso on Monday.", ["PROTEST/strike workers→? 2024-03-11"]),
    ("Farmers blocked a highway near Lyon on Monday.", ["PROTEST/obstruct Farmers→? @Lyon"]),
    ("North Korea tested a ballistic missile on Monday.", ["MOBILIZE/weapons PRK→? 2024-03-11"]),
    ("Russia deployed 2,000 troops near Kharkiv.", ["MOBILIZE/troops RUS→? @Kharkiv size=2000"]),
    ("Turkey held a military exercise off Cyprus.", ["MOBILIZE/troops TUR→?"]),
    ("Iran's navy seized a Greek tanker in the Strait of Hormuz.", ["COERCE/seize IRN→GRC @Hormuz"]),
    ("The junta imposed a curfew in Bamako.", ["COERCE/curfew junta→Bamako @Bamako"]),
    ("Spain recalled its ambassador from Caracas.", ["SANCTION/withdraw ESP→VEN"]),
    ("Ecuador cut diplomatic ties with Mexico on Friday.", ["SANCTION/discontinue ECU→MEX 2024-03-08"]),
    ("About 5,000 people protested in Tbilisi on Monday.", ["PROTEST/demo people→? @GEO size=~5000"]),
    ("Thousands of miners protested in Lima on Monday against a pay cut.", ["PROTEST/demo miners→? @Lima 2024-03-11 size=2000.."]),
    ("Police arrested a man who had stabbed a priest in Turin.", ["COERCE/arrest Police→man detained=1", "ASSAULT/primitive man→priest @Turin"]),
    ("Vandals smashed the windows of a bank in Athens during a march.", ["PROTEST/vandalize Vandals→bank @Athens"]),
    ("Prisoners in Evin went on hunger strike on Monday.", ["PROTEST/hunger Prisoners→? 2024-03-11"]),
    ("Opposition parties boycotted the vote in Dakar.", ["PROTEST/boycott parties→? @Dakar"]),
    ("The government shut down a newspaper in Managua.", ["COERCE/censor government→newspaper @Managua"]),
    ("Hackers attacked the website of the ministry.", ["COERCE/cyber Hackers→ministry"]),
    ("Chad closed its border with Sudan on Monday.", ["COERCE/restrict TCD→SDN 2024-03-11"]),
    ("The militia recruited two hundred fighters.", ["MOBILIZE/militia militia→? size=200"]),
    ("The United States suspended aid to Niger.", ["SANCTION/discontinue USA→NER"]),
    ("Rebels seized the town of Bambari on Monday.", ["COERCE/seize Rebels→CAF 2024-03-11 target=settlement"]),
    ("Police raided the office of a newspaper in Istanbul and arrested its editor.", [
        "COERCE/seize Police→newspaper @Istanbul target=office",
        "COERCE/arrest Police→editor detained=1",
    ]),
    ("Belarus jailed a blogger for nine years.", ["SANCTION/convict BLR→blogger"]),
    ("Zambia declared a state of emergency on Monday.", ["COERCE/martial-law ZMB→? 2024-03-11"]),
    ("Hundreds of people protested in Athens on Monday.", ["PROTEST/demo people→? @Athens size=200.."]),
    ("More than 300 people protested in Athens on Monday.", ["PROTEST/demo people→? @Athens size=300+"]),
    ("Kosovo's police arrested a Serb in Mitrovica.", ["COERCE/arrest police→Serb detained=1"]),
    ("An Egyptian court sentenced nine Islamists to death.", ["SANCTION/convict EGY→Islamists"]),
    ("A strike by nurses closed hospitals in Harare.", ["PROTEST/strike nurses→? @Harare"]),
    # violence
    ("U.S. jets struck a militia base in Iraq on Sunday.", ["ASSAULT/aerial USA→militia @IRQ 2024-03-10 means=aircraft target=base"]),
    ("Gunmen kidnapped three doctors near Gao on Tuesday.", ["ASSAULT/abduct Gunmen→doctors @Gao 2024-03-12 abducted=3"]),
    ("Police fired tear gas at demonstrators in La Paz.", ["ASSAULT/crowd-control Police→demonstrators @BOL"]),
    ("A suicide bomber blew himself up outside a mosque in Kabul, killing nine worshippers.", [
        "ASSAULT/suicide-attack bomber→worshippers @Kabul killed=9 target=worship",
    ]),
    ("Soldiers tortured two students in Juba.", ["ASSAULT/torture Soldiers→students @Juba"]),
    ("A man stabbed two tourists with a knife in Antwerp.", ["ASSAULT/primitive man→tourists @Antwerp means=blade"]),
    ("Nine soldiers were killed in an ambush near Gao on Monday.", ["ASSAULT ?→soldiers @Gao 2024-03-11 killed=9"]),
    ("The bombing of the embassy in Nairobi was claimed by al-Shabaab.", ["ASSAULT/explosives Shabaab→embassy @Nairobi target=diplomatic"]),
    ("American forces carried out air strikes in Syria and Iraq on Sunday.", [
        "ASSAULT/aerial USA→? @SYR 2024-03-10",
        "ASSAULT/aerial USA→? @IRQ 2024-03-10",
    ]),
    # one deed at each town where the report tells of several, each with its own toll; one where it is one
    ("Jets struck camps in Idlib and Aleppo on Sunday.", ["ASSAULT/aerial ?→? @Idlib 2024-03-10", "ASSAULT/aerial ?→? @Aleppo 2024-03-10"]),
    ("Israel bombed Rafah and Khan Younis.", ["ASSAULT/aerial Israel→Rafah @Rafah", "ASSAULT/aerial Israel→Younis @Younis"]),
    ("Protests broke out in Lima, Cusco and Arequipa.", ["PROTEST/demo ?→? @Lima", "PROTEST/demo ?→? @Cusco", "PROTEST/demo ?→? @Arequipa"]),
    ("Rebels killed nine soldiers in Mopti and 11 in Gao.", ["ASSAULT Rebels→soldiers @Mopti killed=9", "ASSAULT Rebels→11 @Gao killed=11"]),
    ("Gunmen killed three men in Aleppo and wounded two in Homs.", ["ASSAULT Gunmen→men @Aleppo killed=3", "ASSAULT Gunmen→? @Homs wounded=2"]),
    ("Clashes in Juba and Malakal left 12 people dead.", ["ASSAULT ?→? @Juba killed=12", "ASSAULT ?→? @Malakal"]),
    ("An attack in Aleppo and Homs killed a man.", ["ASSAULT ?→man @Aleppo killed=1"]),
    ("Thousands of teachers marched through Lima and Callao against a tax.", ["PROTEST/demo teachers→? @Lima"]),
    ("A truck bomb exploded on the road between Aleppo and Homs.", ["ASSAULT/explosives ?→? @Aleppo"]),
    ("Rebels shelled a village near Marib on Monday, medics said.", ["ASSAULT/heavy-weapons Rebels→? @Marib 2024-03-11 claim=asserts:medics"]),
    ("The ministry confirmed that gunmen had killed two teachers.", ["ASSAULT gunmen→teachers killed=2 claim=confirms:ministry"]),
    ("According to the Red Cross, soldiers burned forty houses in Bambari.", ["ASSAULT/primitive soldiers→? @Bambari claim=asserts:Cross target=home"]),
    ("Rebels carried out at least five drone attacks on oil depots in Saudi Arabia.", ["ASSAULT/drone Rebels→SAU @SAU count=5+ means=drone target=oil"]),
    ("Militants fired twenty rockets at a base near Erbil.", ["ASSAULT/heavy-weapons Militants→? @Erbil means=rocket target=base"]),
    ("A car bomb exploded outside a hospital in Mosul on Monday.", ["ASSAULT/explosives ?→? @Mosul 2024-03-11 target=hospital"]),
    ("Dozens of villagers were killed when soldiers attacked a market in Wau.", ["ASSAULT soldiers→villagers @Wau killed=24.. target=market"]),
    ("Up to nine rebels were killed by soldiers in Sinai.", ["ASSAULT soldiers→rebels killed=..9"]),
    ("Three policemen and a nurse were killed in a shooting in Acapulco.", ["ASSAULT/firearms ?→policemen+nurse @Acapulco killed=3 killed=1"]),
    ("Gunmen killed two football players in Cali on Monday.", ["ASSAULT Gunmen→players @Cali 2024-03-11 killed=2"]),
    ("Rebels attacked a convoy near Gao, killing four soldiers and wounding seven.", ["ASSAULT Rebels→soldiers @Gao killed=4 wounded=7"]),
    ("A roadside bomb killed four soldiers near Baquba on Tuesday.", ["ASSAULT/explosives ?→soldiers @Baquba 2024-03-12 killed=4"]),
    ("Two soldiers were killed in clashes between the army and rebels near Goma.", ["ASSAULT army+rebels→? @Goma killed=2"]),
    ("Fighting between rebels and soldiers broke out in Malakal on Sunday.", ["ASSAULT rebels+soldiers→? @Malakal 2024-03-10"]),
    ("Troops opened fire on demonstrators in Mandalay, killing two.", ["ASSAULT/firearms Troops→demonstrators @Mandalay killed=2"]),
    ("Soldiers beat a reporter in Conakry.", ["ASSAULT/beat Soldiers→reporter @Conakry"]),
    ("Two women were raped by militiamen in Goma.", ["ASSAULT/sexual militiamen→women @Goma"]),
    ("Turkey shelled villages in northern Syria on Sunday.", ["ASSAULT/heavy-weapons TUR→villages @SYR 2024-03-10"]),
    ("Ukrainian drones struck an oil refinery in Ryazan overnight.", ["ASSAULT/drone UKR→? @RUS means=drone target=oil"]),
    ("Rebels shot down a government helicopter near Kaya.", ["ASSAULT/heavy-weapons Rebels→government @Kaya means=-"]),
    ("An Israeli air strike killed a commander of Hezbollah in Tyre.", ["ASSAULT/aerial ISR→commander @Tyre killed=1"]),
    ("Pirates hijacked a tanker with 21 sailors aboard off Somalia.", ["ASSAULT/abduct Pirates→? @Somali target=vessel"]),
    ("U.S. jets bombed a militia base in Iraq on Sunday.", ["ASSAULT/aerial USA→militia @IRQ 2024-03-10 means=aircraft target=base"]),
    ("The army destroyed three drones near Kherson.", ["ASSAULT/destroy army→? @Kherson"]),
    ("Rebels attacked a helicopter near Kaya.", ["ASSAULT Rebels→? @Kaya"]),
    ("The Houthis fired a missile at a British tanker in the Gulf of Aden on Saturday.", [
        "ASSAULT/heavy-weapons Houthis→GBR 2024-03-09 means=missile target=vessel",
    ]),
    ("The police chief of Tijuana was shot dead on Monday.", ["ASSAULT/firearms ?→chief @Tijuana 2024-03-11 killed=1"]),
    ("A policeman shot a boy in Nanterre and was arrested.", ["ASSAULT/firearms policeman→boy @Nanterre", "COERCE/arrest ?→policeman detained=1"]),
    ("Clashes in Tripoli killed nine people, Libyan officials said.", ["ASSAULT ?→? @LBY killed=9 claim=asserts:officials"]),
    ("Gunmen killed two soldiers in Tripoli, the Lebanese army said.", ["ASSAULT Gunmen→soldiers @LBN killed=2"]),
    ("Warplanes taking off from Incirlik struck rebels in Raqqa.", ["ASSAULT/aerial ?→rebels @Raqqa means=aircraft"]),
    ("The spokesman, speaking in Geneva, said rebels had shelled a market in Bambari.", ["ASSAULT/heavy-weapons rebels→? @Bambari target=market"]),
    ("Rebels launched rockets from Lebanon at Haifa on Sunday.", ["ASSAULT/heavy-weapons Rebels→Haifa @Haifa 2024-03-10 means=rocket"]),
    ("Rebels have shelled Taiz since Friday.", ["ASSAULT/heavy-weapons Rebels→Taiz @Taiz 2024-03-08/2024-03-14 tense=ongoing"]),
    ("There were no casualties in the attack on the consulate in Erbil.", ["ASSAULT ?→consulate @Erbil killed=0 target=diplomatic"]),
    ("Rebels killed nine soldiers in Wau and wounded 20 others.", ["ASSAULT Rebels→soldiers @Wau killed=9 wounded=20"]),
    ("Militants beheaded two men in Palma.", ["ASSAULT/primitive Militants→men @Palma"]),
    ("Nobody was hurt when a bomb exploded outside a court in Lyon.", ["ASSAULT/explosives ?→? @Lyon wounded=0 target=court"]),
    ("The dam burst after shelling, killing nine people.", ["ASSAULT/heavy-weapons ?→people killed=9"]),
    # one deed told twice, several told together
    ("Gunmen attacked a bus near Quetta on Monday. The attack killed nine pilgrims.", ["ASSAULT Gunmen→pilgrims @Quetta 2024-03-11 killed=9"]),
    # a headline's present tense tells the past
    ("Gunmen Kill Nine Pilgrims\n\nGunmen killed nine pilgrims near Quetta.", ["ASSAULT Gunmen→pilgrims @Quetta killed=9 tense=past"]),
    ("A bomb exploded in a market in Kano on Sunday. The blast wounded thirty people.", [
        "ASSAULT/explosives ?→people @Kano 2024-03-10 wounded=30 target=market",
    ]),
    ("Insurgents shelled the town of Mokha on Friday, killing five civilians. The shelling also wounded nine people.", [
        "ASSAULT/heavy-weapons Insurgents→Mokha+civilians+people @Mocha 2024-03-08 killed=5 wounded=9",
    ]),
    ("Gunmen Kill Nine Pilgrims in Pakistan\n\nGunmen killed nine pilgrims on a bus near Quetta on Monday, police said.", [
        "ASSAULT Gunmen→pilgrims @Quetta 2024-03-11 killed=9 claim=asserts:police",
    ]),
    ("Rebels attacked a camp near Goma on Monday. On Tuesday the army shelled a village near Rutshuru.", [
        "ASSAULT Rebels→? @Goma 2024-03-11",
        "ASSAULT/heavy-weapons army→? @Rutshuru 2024-03-12",
    ]),
    ("Gunmen killed a judge in Cali on Monday. On Wednesday gunmen killed a reporter in Bogota.", [
        "ASSAULT Gunmen→judge @Cali 2024-03-11 killed=1",
        "ASSAULT gunmen→reporter @Bogota 2024-03-13 killed=1",
    ]),
    ("Gunmen stormed a hotel in Kabul on Monday. At least 21 people died in the attack, the governor said.", [
        "ASSAULT Gunmen→people @Kabul 2024-03-11 killed=21+",
    ]),
    ("Police shot two protesters in Dhaka on Monday. Both died of their wounds.", ["ASSAULT/firearms Police→protesters @Dhaka 2024-03-11"]),
    ("A blast killed nine people in Quetta. The Baloch Liberation Army claimed responsibility for the attack.", [
        "ASSAULT/explosives Baloch→people @Quetta killed=9 claim=asserts:Baloch",
    ]),
    ("Israel carried out an air strike in Damascus on Monday. It repeated the same action on Tuesday.", [
        "ASSAULT/aerial ISR→? @Damascus 2024-03-11",
        "ASSAULT/aerial ISR→? 2024-03-12",
    ]),
    ("Protesters threw stones at police in Dhaka. Police fired rubber bullets, wounding nine students.", [
        "PROTEST/riot Protesters→police @Dhaka",
        "ASSAULT/crowd-control Police→students wounded=9",
    ]),
    ("In Kabul on Monday, a bomb killed two policemen. Another bomb killed a judge in Herat.", [
        "ASSAULT/explosives ?→policemen @Kabul 2024-03-11 killed=2",
        "ASSAULT/explosives ?→judge @Herat killed=1",
    ]),
    ("Turkey arrested 200 people in Ankara after a bomb attack. The bombing killed nine people.", [
        "COERCE/arrest TUR→people @Ankara detained=200",
        "ASSAULT/explosives ?→people killed=9",
    ]),
    ("Rebels executed four prisoners in Aleppo on Monday, a monitoring group said. The army has not commented on the killings.", [
        "ASSAULT/targeted Rebels→prisoners @Aleppo 2024-03-11 claim=asserts:group",
    ]),
    # not simply true
    ("Officials blamed Boko Haram for the bombing of a church in Jos.", [
        "ACCUSE/allege Officials→Boko",
        "ASSAULT/explosives Boko→? @Jos is=alleged target=worship",
    ]),
    ("Rebels did not attack the village.", ["ASSAULT Rebels→? is=negated"]),
    ("The army denied that it had shelled a school in Rafah.", ["ASSAULT/heavy-weapons army→? is=denied @Rafah claim=denies:army"]),
    ("Gunmen allegedly killed a judge in Cali.", ["ASSAULT Gunmen→judge is=alleged @Cali killed=1"]),
    ("Rebels plan to attack the port of Hodeidah.", ["ASSAULT Rebels→Hodeidah is=planned"]),
    ("Washington accused Tehran of arming the rebels.", ["ACCUSE/allege USA→IRN", "AID IRN→rebels is=alleged"]),
    ("Police attributed the assassination of the judge to a drug gang.", ["ACCUSE/allege Police→gang", "ASSAULT/targeted gang→judge is=alleged"]),
    ("Amnesty accused soldiers of torturing students.", ["ACCUSE/allege Amnesty→soldiers", "ASSAULT/torture soldiers→students is=alleged"]),
    ("Israel said it had not struck the hospital.", ["ASSAULT ISR→? is=negated target=hospital"]),
    # other things in the words of violence
    ("United attacked from the first minute and the striker scored the winning goal.", []),
    ("Investors attacked the takeover and shares of the retailer plunged.", []),
    ("The earthquake killed 300 villagers in Herat.", []),
    ("A bus crash near the coast killed nine pilgrims.", []),
    ("The virus killed thousands of people in Lombardy.", []),
    ("He died of a heart attack on Monday.", []),
    ("Floods destroyed hundreds of homes in Sindh.", []),
    ("Lightning struck a church in Bavaria.", []),
    ("The company fired forty workers in Ohio.", []),
    ("Click here to subscribe to our newsletter.", []),
    ("He fired a warning to his rivals in the league.", []),
    ("The senator attacked the plan in a speech.", []),
    ("Doctors fought to save the boy.", []),
    ("The price war hit supermarket shares.", []),
    ("The storm killed nine people in Haiti.", []),
    ("The president launched an attack on poverty.", []),
    ("A bomb was defused at a station in Madrid.", []),
    ("The general was killed in a plane crash.", []),
    ("The team fought back in the second half.", []),
    ("He was shot by a photographer for a magazine.", []),
    ("The rapper dropped a bombshell album.", []),
    ("Strikes killed nine people in Syria and Iraq on Monday.", ["ASSAULT ?→people @SYR 2024-03-11", "ASSAULT ?→people @IRQ 2024-03-11"]),
    ("Gunmen killed a judge in Cali, and police arrested a thief in Lima.", [
        "ASSAULT Gunmen→judge @Cali killed=1",
        "COERCE/arrest police→thief @Lima detained=1",
    ]),
    ("Soldiers killed two farmers and arrested nine students in Wau.", [
        "ASSAULT Soldiers→farmers killed=2",
        "COERCE/arrest Soldiers→students @Wau detained=9",
    ]),
    ("Teachers protested in Lima on Monday.", ["PROTEST/demo Teachers→? @Lima 2024-03-11"]),
    ("Saudi Arabia rejected a ceasefire offer by the Houthis.", ["REJECT/yield SAU→Houthis"]),
    ("Paris condemned the killing of two nuns in Bangui.", ["ACCUSE/disapprove FRA→?", "ASSAULT ?→nuns @Bangui killed=2"]),
    ("China summoned the U.S. ambassador on Monday.", ["ACCUSE/disapprove CHN→USA 2024-03-11"]),
    # tolls told beside and after the deed
    ("Six people, including two children, were killed when a shell hit a house in Nikopol.", [
        "ASSAULT/heavy-weapons ?→people @Nikopol killed=6 killed=2 target=home",
    ]),
    ("Nine people were killed and 30 wounded when a bomb exploded at a bus station in Jos on Monday.", [
        "ASSAULT/explosives ?→people @Jos 2024-03-11 killed=9 wounded=30",
    ]),
    ("A gunman opened fire in a mosque in Quebec, killing six worshippers, before police shot him dead.", [
        "ASSAULT/firearms gunman→worshippers killed=6",
        "ASSAULT/firearms police→him killed=1",
    ]),
    ("The shelling of Nikopol killed six people, including two children.", ["ASSAULT/heavy-weapons ?→Nikopol+people killed=6 killed=2"]),
    # the day of the scene
    ("Boko Haram killed nine farmers on Monday. Boko Haram also burned a school.", [
        "ASSAULT Boko→farmers killed=9",
        "ASSAULT/primitive Boko→? target=school",
    ]),
    # what is sent to a border is sent against somebody, not given
    ("Egypt sent tanks to the border with Gaza.", ["MOBILIZE/weapons EGY→?"]),
    # who lays down arms does it to nobody
    ("The rebels laid down their arms in Bangui.", ["RETREAT/disarm rebels→? @Bangui"]),
    # those who did it may suffer by it; what sets riots off does not riot
    ("All six kidnappers were killed by soldiers, two of whom were wounded.", ["ASSAULT soldiers→kidnappers killed=6 wounded=2"]),
    ("A rise in bus fares set off riots in Recife.", ["PROTEST/riot ?→? @Recife"]),
    # nobody's claim is no deed
    ("Gunmen killed a judge in Cali. No group claimed responsibility for the attack.", ["ASSAULT Gunmen→judge @Cali killed=1"]),
    # those who foil a plot did not make it
    ("Police foiled a plot to bomb the embassy in Oslo.", ["ASSAULT/explosives ?→embassy is=negated"]),
    # who did what he is convicted of
    ("Two brothers were jailed for life for the murder of a senator.", ["SANCTION/convict ?→brothers", "ASSAULT brothers→senator killed=1"]),
]  # fmt: skip

KNOWN_FLAWS: list[Row] = [
    # a toll of the whole war on one of its deeds
    ("The war, which began in 2011 when protesters were shot in Daraa, has killed 500,000 people.", [
        "ASSAULT/firearms ?→protesters @Daraa 2011-01-01/2011-12-31 killed=-",
        "ASSAULT ?→people killed=500000",
    ]),
    # tanks are seized, missiles are not
    ("Soldiers captured two tanks near Kupiansk.", ["COERCE/seize Soldiers→? @Kupiansk"]),
    ("The navy intercepted a missile over the Red Sea.", []),
    # the parties of talks are no place; talks offered or mediated are told once
    ("Canada offered to host talks between Guyana and Venezuela.", ["AGREE CAN→?"]),
    ("Qatar mediated talks between Rwanda and Congo.", ["CONSULT/third-party QAT→RWA+COD @-"]),
    # wordings
    # figures of speech, films and fires
    ("The film shows how a hitman kills three rivals.", []),
    ("A fire destroyed a warehouse in Leeds.", []),
]  # fmt: skip
FLAWED = [pytest.param(*row, marks=pytest.mark.xfail(strict=True)) for row in KNOWN_FLAWS]


def in_short(number: Count | Harm) -> str:
    low, best, high = number.low, number.best, number.high
    if best is not None:
        return f"{best}" if low == best == high else f"{best}+" if low == best else f"~{best}"
    return f"{'' if low is None else low}..{'' if high is None else high}"


def is_named(party: Party, wanted: str) -> bool:
    return wanted == party.country if wanted.isupper() and len(wanted) == 3 else wanted in f"{party.text} {party.name}"


def sides_fit(parties: tuple[Party, ...], wanted: str) -> bool:
    names = [] if wanted == "?" else wanted.split("+")
    return len(names) == len(parties) and all(is_named(party, name) for party, name in zip(parties, names, strict=True))


def values(event: Event, key: str) -> Iterable[str]:
    """What an event says under a key of the short form."""
    if key == "is":
        return [event.reality]
    if key in ("count", "size"):
        number: Count | None = getattr(event, key)
        return [in_short(number)] if number else []
    if key in ("means", "target"):
        return [each.cls for each in (event.means if key == "means" else event.targets)]
    if key == "claim":
        return [f"{claim.stance}:{word}" for claim in event.claims if claim.claimant for word in claim.claimant.text.split()]
    if key in ("context", "tense"):
        return event.contexts if key == "context" else [event.tense]
    return [in_short(harm) for harm in event.harm if harm.kind == key]


def fits(event: Event, wanted: str) -> bool:
    """Whether an event is what the short form says."""
    head, sides, *rest = wanted.split()
    kind, _, modes = head.partition("/")
    actor, recipient = sides.split("→")
    if event.type != kind or set(event.modes) != set(modes.split("+") if modes else ()):
        return False
    if not (sides_fit(event.actor, actor) and sides_fit(event.recipient, recipient)):
        return False
    if "is=" not in wanted and event.reality != "asserted":
        return False
    for part in rest:
        if part.startswith("@"):
            where = {event.place.country, *event.place.name.split()} if event.place else {"-"}
            if part[1:] not in where:
                return False
        elif part.endswith("=-"):
            if list(values(event, part[:-2])):
                return False
        elif "=" in part:
            key, _, value = part.partition("=")
            if value not in values(event, key):
                return False
        elif event.date is None or part != "/".join(dict.fromkeys((str(event.date.start), str(event.date.end)))):
            return False
    return True


def shown(event: Event) -> str:
    """An event in short, for the failure's message."""
    sides = "→".join("+".join(f"{party.text} ({party.country})" for party in side) or "?" for side in (event.actor, event.recipient))
    when = f"{event.date.start}/{event.date.end}" if event.date else "undated"
    harm = [f"{each.kind}={in_short(each)}" for each in event.harm]
    return f"{event.type}/{'+'.join(event.modes)} {sides} @{event.place and event.place.name} {when} {event.reality} {' '.join(harm)}"


@pytest.mark.parametrize(("text", "wanted"), [*ROWS, *REPORTED, *MENDED, *RETOLD, *GOVERNED, *FLAWED])
def test_a_careful_coder_takes_these_events(text: str, wanted: list[str], code: Code) -> None:
    events = code(text)
    told = [shown(event) for event in events]
    assert len(events) == len(wanted), told
    assert [fits(event, each) for event, each in zip(events, wanted, strict=True)] == [True] * len(wanted), told


FLIGHTS: list[tuple[str, str, int | None]] = [  # text, the only deed's type, the fewest people displaced
    ("Dozens of farmers were killed and hundreds fled after raiders attacked Yelwa in northern Nigeria.", "ASSAULT", 200),
    ("At least 3,000 people fled the province for Uganda.", "SANCTION", 3000),
    ("The editor fled to Chad.", "SANCTION", None),
]


@pytest.mark.parametrize(("text", "kind", "low"), FLIGHTS)
def test_those_who_flee_a_deed_are_its_toll(text: str, kind: str, low: int | None, code: Code) -> None:
    (event,) = code(text)
    assert event.type == kind
    assert [harm.low for harm in event.harm if harm.kind == "displaced"] == ([] if low is None else [low])


NAMED = [  # text, the words shown as the trigger of its first event
    ("Two nurses were killed in an attack on a clinic in Kidal.", "killed in an attack"),
    ("A suicide bombing struck a school in Gao on Monday.", "suicide bombing struck"),
    ("Rebels attacked the village of Aru, which lies between the river and the old road to the lakes, and killed nine farmers.", "attacked"),
]


@pytest.mark.parametrize(("text", "words"), NAMED)
def test_words_close_by_that_name_one_deed_are_shown_together(text: str, words: str, code: Code) -> None:
    assert code(text)[0].trigger.text == words
