"""What a careful coder takes from sentences in which words stand between a deed and what it governs, or in which one deed is told beside or within another.

Each is written in the short form of `test_events`; told on Thursday, 14 March 2024.
"""

from __future__ import annotations

GOVERNED: list[tuple[str, list[str]]] = [
    # an amount between a measure and those on whom it is laid
    ("Brazil imposed tariffs worth $4 billion on Chinese steel.", ["COERCE/restrict BRA→steel"]),
    ("Japan threatened duties of 30 percent on Peruvian fish.", ["THREATEN/restrict JPN→fish"]),
    ("Oslo pledged a loan worth 5 million euros to Chad.", ["AGREE NOR→TCD"]),
    # some of a thing, or years of it
    ("Norway lifted some of its sanctions on Serbia.", ["CONCEDE NOR→SRB"]),
    ("Most of the sanctions were lifted by Canada.", ["CONCEDE CAN→?"]),
    ("The army took several of the teachers hostage.", ["ASSAULT/abduct army→teachers abducted=2.."]),
    ("Fiji ended three decades of relations with Taiwan.", ["SANCTION/discontinue FJI→TWN"]),
    # who did it to some of somebody's people
    (
        "The bishop denounced the murder of two of the parish's nuns by soldiers.",
        ["ACCUSE/disapprove bishop→soldiers", "ASSAULT soldiers→nuns killed=2"],
    ),
    # what is talked over, or could be done, is not done
    ("The ministers discussed plans to reopen the bridge.", ["CONSULT ministers→?"]),
    ("The ministers discussed ways to punish Niger.", ["CONSULT ministers→?"]),
    ("The generals discussed bombing the port.", ["CONSULT generals→?", "ASSAULT/explosives generals→? is=hypothetical"]),
    ("The envoys looked for a way to free the nuns.", ["RETREAT/release ?→nuns is=hypothetical"]),
    ("Britain threatened to enter the consulate to arrest him.", ["THREATEN/arrest GBR→consulate"]),
    ("The army refused to enter the camp to arrest the rebels.", ["REJECT/assist army→rebels"]),
    ("Chad vetoed a Libyan-drafted resolution that urged a halt to the raids.", ["REJECT/change TCD→LBY"]),
    # "as" and a judgement before what is judged
    ("Chad rejected as absurd Libyan allegations that its army had helped bandits.", ["AID army→bandits is=denied"]),
    ("The minister condemned as illegal the annexation of Crimea by Russia.", ["ACCUSE/disapprove minister→RUS", "COERCE/seize RUS→UKR"]),
    ("Peru hailed as historic a treaty with Chile.", ["SUPPORT PER→CHL"]),
    ("The court gave the reasons for the arrest of the poet.", ["COERCE/arrest ?→poet"]),
    # a visit or talks told as the occasion of something else: those who do that take part
    ("The Danish premier urged Kenya to free a poet during a trip to Nairobi.", ["REQUEST/yield premier→KEN", "CONSULT/visit premier→Nairobi"]),
    ("The king thanked the Dutch premier during a meeting in Rabat.", ["SUPPORT king→premier", "CONSULT king+premier→?"]),
    ("The Fijian premier said after talks with his Tongan counterpart that a pact was near.", ["CONSULT premier+counterpart→?"]),
    ("Peru and Chile restored ties after talks in Oslo hosted by Norway.", ["SUPPORT PER+CHL→?", "CONSULT PER+CHL→?", "CONSULT NOR→?"]),
    ("Niger freed 20 herders after talks with the rebels.", ["RETREAT/release NER→herders", "CONSULT NER+rebels→?"]),
    ("The premier was booed during a visit to Corsica.", ["CONSULT/visit premier→Corsica"]),
    ("Israel bombed Tyre after talks in Doha.", ["ASSAULT/aerial ISR→LBN", "CONSULT ?→?"]),
    ("Protesters threw eggs during a state visit.", ["PROTEST/demo Protesters→?"]),
    ("Police arrested two men during a visit to Kenya by the pope.", ["COERCE/arrest Police→men", "CONSULT/visit pope→KEN"]),
    ("The minister will sign a deal during a visit to Oslo.", ["AGREE minister→?"]),
    ("The envoy left for talks with the Taliban.", ["CONSULT/visit envoy→Taliban"]),
    # a doing in -ing before a noun, and what each did to the other
    ("Togo accused Benin of training bandits.", ["ACCUSE/allege TGO→BEN", "AID BEN→bandits is=alleged"]),
    ("The mayor accused the rebels of bombing attacks on schools.", ["ACCUSE/allege mayor→rebels", "ASSAULT/explosives rebels→? is=alleged"]),
    ("The king urged visiting ministers to free the poet.", ["REQUEST/yield king→ministers"]),
    ("Togo denied that it had armed bandits.", ["AID it→bandits is=denied"]),
    ("Eritrea and Djibouti accused each other of killing herders.", ["ACCUSE/allege ERI+DJI→?", "ASSAULT ERI+DJI→herders is=alleged"]),
    # who did what is told by a noun: behind a time, a part, "each other"
    ("The general, who led last year's coup in Mali, visited Oslo.", ["COERCE/seize general→?", "CONSULT/visit general→Oslo"]),
    ("The army blamed the rebels for a wave of abductions.", ["ACCUSE/allege army→rebels", "ASSAULT/abduct rebels→? is=alleged"]),
    ("The Lions of God claimed responsibility for dozens of attacks on schools.", ["ASSAULT Lions→?"]),
    ("Peru and Chile blamed each other for the shelling of a port.", ["ACCUSE/allege PER+CHL→?", "ASSAULT/heavy-weapons PER+CHL→? is=alleged"]),
    # whom it was done to, in a participle before the noun
    ("Rebels demanded the release of two jailed priests.", ["REQUEST/yield Rebels→?", "COERCE/arrest ?→priests detained=2"]),
    ("The bodies of two kidnapped nuns were found in Jos.", ["ASSAULT/abduct ?→nuns abducted=2"]),
    ("Relatives of detained poets marched in Minsk.", ["PROTEST/demo Relatives→?"]),
]
