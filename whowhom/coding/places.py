"""Where? The place of a deed among the sites of its sentence: where it was done, not where from, not where it is talked about."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.elsewhere import is_of_before, is_of_deed, is_of_matter, is_of_next, is_where_they_sit
from whowhom.coding.homonyms import countries_of, resolve, surroundings_of
from whowhom.coding.pointing import pointers_of
from whowhom.coding.scope import FOREIGN, distance, gap, is_aside, is_reporting
from whowhom.coding.sites import COUNTRY, HAPPENINGS, sites_of
from whowhom.model import Evidence
from whowhom.parse.tree import cover

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.coding.sites import Site
    from whowhom.parse.tree import Word

FARTHEST = 3.2  # cost beyond which a place says nothing of a deed
FARTHEST_TALK = 1.8  # the same for deeds of words, which happen where they are spoken and not where they are about
PHYSICAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "AID"})
GOING = frozenset({"MOBILIZE", "CONSULT", "PROTEST", "AID"})  # their "to X" is where they end
LEAVING = frozenset({"RETREAT", "AID"})  # their "from X" is where they happen
TAKING_AWAY = frozenset({"abduct", "withdraw", "release", "deport", "expel"})
DRIVING, FLIGHT = word_list("driving"), word_list("taking_flight")  # "from X", and X itself
ADVANCING = word_list("advancing")  # their "on X" is where they lead
SUMMONING = word_list("summoning")  # deeds of words whose "to X" is where they are spoken
ABOUT = frozenset(
    {"against", "over", "about", "despite", "amid", "after", "since", "following", "because", "for", "to", "on"}
)  # before what a deed is about
TOPICS = {"SANCTION": ABOUT - {"to"},  # "cut supplies to a camp in X"
          "ASSAULT": frozenset({"against", "over", "about", "despite", "amid"}),
          "COERCE": frozenset({"over", "about", "despite", "amid", "after", "since", "following", "because"})}  # fmt: skip
ACCREDITED = word_list("accredited")  # "to X"
PENALTIES = word_list("penalties")
MOVING = word_list("moving")
VISITING = word_list("visiting")  # deeds of words that happen where they lead
SITTING, SPEAKERS, LOCALS = (word_list(name) for name in ("sitting", "speakers", "locals"))
FEELINGS = word_list("feelings")
FELT = frozenset({"at", "over", "about", "with", "against", "for"})
AIMED = frozenset({"at", "on", "against"})
INSIDE = frozenset({"in", "inside", "near", "outside", "around", ""})
HEALING = word_list("healing")
HAPPENING = 1.0  # what the place of a war or an election costs for another deed
ENCOUNTERS = word_list("encounters")  # "captured after a gunbattle in X": where it ends
NEAREST_OCCASION = 0.4  # the least that a place shared with another deed costs
SHARED = 2.0  # what scope counts for a deed between, taken back where that deed is the occasion: "arrested at a protest in X"


def locate_deeds(draft: Draft) -> Draft:
    """The draft with a place on every deed whose sentence tells one."""
    countries = countries_of(draft)
    found = {sentence.index: sites_of(sentence, draft) for sentence in draft.sentences}
    placed = [_placed(deed, found[deed.sentence.index], draft, countries) for deed in draft.deeds]
    joined = [_with_conjoined(deed, placed) for deed in placed]
    return draft.with_deeds([_pointed(deed, found, draft, countries) if deed.place is None else deed for deed in joined])


def _pointed(deed: Deed, sites: dict[int, list[Site]], draft: Draft, countries: Counter[str]) -> Deed:
    """The deed at the place that "the city" or "there" in its sentence points back to."""
    for site, meant in pointers_of(deed.sentence, sites, draft, countries):
        if cost_of(deed, site, _others(deed, draft), draft) >= (FARTHEST if _is_physical(deed) else FARTHEST_TALK):
            continue
        place = resolve(meant, draft, surroundings_of(meant, draft, countries))
        if place is not None:
            span = cover(list(site.words))
            words = Evidence(field="place", span=span, quote=draft.document.text[slice(*span)], rule="places.pointed")
            told = Evidence(field="place", span=place.span, quote=place.text, rule="places.pointed")
            return replace(deed, place=place, evidence=(*deed.evidence, told, words))
    return deed


def _others(deed: Deed, draft: Draft) -> set[int]:
    """The words that name the other deeds of a deed's sentence, by identity."""
    return {
        id(word)
        for each in draft.deeds
        if each.sentence is deed.sentence and each is not deed
        for word in (*each.words, *([each.light] if each.light else []))
    }


def _placed(deed: Deed, sites: list[Site], draft: Draft, countries: Counter[str]) -> Deed:
    others = _others(deed, draft)
    farthest = FARTHEST if _is_physical(deed) else FARTHEST_TALK
    costs = [(cost_of(deed, site, others, draft) + _vagueness(site), at) for at, site in enumerate(sites)]
    best = min(costs, default=(FOREIGN, 0))
    if best[0] >= farthest:
        return deed
    chosen = sites[best[1]]
    around = surroundings_of(chosen, draft, countries)
    hosts = {party.country for party in (*deed.actors, *deed.recipients)} if deed.type == "CONSULT" else set()
    if len(hosts) > 1:  # "the U.S. president met Yeltsin in Vancouver": those who meet come from abroad
        around.countries = around.others = Counter({code: number for code, number in around.others.items() if code not in hosts})
    place = resolve(chosen, draft, around)
    if place is None:
        return deed
    evidence = Evidence(field="place", span=place.span, quote=place.text, rule=f"places.{chosen.role}")
    return replace(deed, place=place, evidence=(*deed.evidence, evidence))


def _with_conjoined(deed: Deed, deeds: list[Deed]) -> Deed:
    """The deed at the place of one told with it by "and": "imposed a curfew in X and cut the telephone lines".

    A second deed with a doer of its own keeps its place to itself.
    """
    if deed.place is not None or not _is_physical(deed):
        return deed
    verb = deed.light or deed.word
    for other in deeds:
        if other.sentence is not deed.sentence or other.place is None or not _is_physical(other) or other.reality != deed.reality:
            continue
        if "deport" in other.modes and any(each.field == "place" and each.rule == "places.to" for each in other.evidence):
            continue  # "freed a man and flew him to X"
        fellow = other.light or other.word
        if deed.type == "AID" and other.type != "AID" and fellow.index > verb.index:
            continue  # "delivered boats and held drills off X"
        held = fellow.dep == "acl" and fellow.tag == "VBG" and fellow.head is verb.kid("nsubj")  # "rebels holding hostages in X freed two"
        joined = (verb.dep == "conj" and verb.head is fellow) or (fellow.dep == "conj" and fellow.head is verb and fellow.kid("nsubj") is None)
        if held or joined or _is_moment(verb, fellow) or _is_moment(fellow, verb):
            evidence = Evidence(field="place", span=other.place.span, quote=other.place.text, rule="places.conjoined")
            return replace(deed, place=other.place, evidence=(*deed.evidence, evidence))
    return deed


def _is_moment(clause: Word, verb: Word) -> bool:
    """ "were patrolling in X when a bomb exploded": what was done at the same moment was done there."""
    return clause.dep == "advcl" and clause.head is verb and any(kid.lower in ("when", "as", "while") for kid in clause.all_kids("advmod", "mark"))


def cost_of(deed: Deed, site: Site, others: set[int], draft: Draft) -> float:
    """How little a site tells where a deed was done: 0 beside it, FOREIGN where it tells of something else."""
    if any(word in deed.words for each in (site, *site.within) for word in each.words) and not _is_way(deed, site):
        return FOREIGN
    return min(_cost_of_one(deed, each, others, draft) for each in (site, *(each for each in site.within if each.role != "modifier")))


def _is_building(site: Site) -> bool:
    """ "medics at Nasser Hospital said": their town tells where it was, their building does not."""
    return getattr(site.name.entries[0].thing, "kind", "") == "facility"


def _is_where_healed(site: Site, deed: Deed) -> bool:
    """ "were wounded and taken to the hospital in X"."""
    for word in (site.governor, *site.governor.ancestors()):
        if is_of_deed(word, deed):
            return False
        if word.dep == "prep" and word.lower == "to" and (house := word.kid("pobj")) is not None and house.lemma in HEALING:
            return not is_of_deed(word.head, deed)
    return False


def _is_way(deed: Deed, site: Site) -> bool:
    """Whether a place is in a deed's wording as where it leads: "marched through X city", "marched to parliament in X"."""
    return not deed.frame.nominal and deed.word not in site.words and site.role in ("adjunct", "to", "object") and site.governor is deed.word


def _cost_of_one(deed: Deed, site: Site, others: set[int], draft: Draft) -> float:
    if _is_where_of(deed, site):
        return 0.0
    role_cost = _role_cost(deed, site)
    if role_cost >= FOREIGN or _is_party(deed, site):
        return FOREIGN
    far = distance(deed, site.governor, others, draft.book)
    meeting = _meeting(deed, site.governor)
    opening = _opens_sentence(site, deed)
    if meeting is not None and is_reporting(meeting, draft.book) and _is_said(deed, meeting):
        if not opening and (site.governor.lemma not in LOCALS or _is_building(site)):
            return FOREIGN
        far = 1.0
    if _is_where_healed(site, deed) or is_of_before(site, deed) or is_where_they_sit(site, deed):
        return FOREIGN
    if is_of_next(site, deed, others) or is_of_matter(site, deed, meeting, draft):
        return FOREIGN
    role_cost += HAPPENING if site.governor.lemma in HAPPENINGS and not is_of_deed(site.governor, deed) else 0.0
    sources = any(word.lower == "according" for word in site.governor.ancestors())  # "according to sources in X"
    aside = any(is_aside(word, deed) for word in (site.governor, *site.governor.ancestors()))
    if aside or _is_speakers(deed, site) or (sources and (site.governor.lemma not in LOCALS or _is_building(site))):
        return FOREIGN
    extra = _topic_cost(deed, site, others) + (0.5 if opening else 0.0) + gap(cover(list(site.words)), deed.span) / 400
    extra += 0.1 if site.word.dep == "conj" else 0.0  # of two towns the first
    return site.penalty + role_cost + max(far - _occasion(deed, site, others), min(far, NEAREST_OCCASION)) + extra


def _is_physical(deed: Deed) -> bool:
    stopped = deed.type == "SANCTION" and "discontinue" in deed.modes  # help is stopped where it is missed
    return (deed.type in PHYSICAL or deed.rule.event == "MOBILIZE" or stopped) and "resign" not in deed.modes


def _is_where_of(deed: Deed, site: Site) -> bool:
    """ "X, where rebels killed ten": the place that a clause of the deed tells more of."""
    for word in (deed.light or deed.word, *(deed.light or deed.word).ancestors()):
        if word.dep == "relcl":
            where = any(kid.lower == "where" for kid in word.kids)
            return where and (word.head in site.words or word.head in site.word.ancestors()) and abs(word.head.index - site.word.index) < 4
        if word.is_verb and word.dep not in ("xcomp", "conj", "dobj"):
            return False
    return False


def _occasion(deed: Deed, site: Site, others: set[int]) -> float:
    """What is taken back for other deeds on the way that are the occasion of this one: "arrested at a protest in X"."""
    for word in (site.governor, *site.governor.ancestors()):
        if is_of_deed(word, deed):
            return 0.0
        if id(word) in others and word.dep == "pobj" and word.head.lower in ("at", "in", "during"):
            return SHARED
        if word.dep in ("relcl", "acl") and word.tag == "VBG" and word.head in deed.frame.get("object", "on", "at", *deed.rule.recipient):
            return SHARED + 2.0  # "opened fire on protesters who were blocking a bridge in X": there and then
        if word.dep == "pobj" and word.head.lower in ("after", "following") and word.lemma in ENCOUNTERS:
            return 2 * SHARED  # a sequel and a deed between
    return 0.0


def _role_cost(deed: Deed, site: Site) -> float:
    """What the role costs for a deed of this type."""
    physical = _is_physical(deed)
    if site.role == "object" and deed.type == "SANCTION" and (deed.light or deed.word).lemma in FLIGHT and site.grain < COUNTRY:
        return 0.2  # "families fled Kunduz"
    if not physical and deed.word.lemma in VISITING and site.role in ("object", "to"):
        return 0.0
    if site.role == "from" and deed.type == "SANCTION" and "withdraw" in deed.modes:
        return FOREIGN  # "recalled its ambassador from X"
    if site.role == "from" and (site.governor.is_noun or site.governor.tag == "CD") and not _is_leaving(deed) and not is_of_deed(site.governor, deed):
        return FOREIGN  # "a man from X"
    if site.role == "from":
        if "restrict" in deed.modes:
            return FOREIGN  # "closed its border to goods from Macedonia"
        wide = site.grain >= COUNTRY and "deport" not in deed.modes and "expel" not in deed.modes
        return 0.2 if (_is_leaving(deed) or _is_taken_from(deed, site)) and not wide else 2.0 if physical else FOREIGN
    if site.governor.lemma in ACCREDITED and (site.role == "to" or deed.type == "SANCTION"):
        return FOREIGN  # "the ambassador to X", "called home its ambassador in X"
    if site.word.dep == "pobj" and site.word.head.lower in ("on", "against") and deed.word.lemma in PENALTIES:
        return FOREIGN  # "imposed sanctions on Baghdad"
    if "restrict" in deed.modes and _preposition(site) in AIMED and _is_addressed(deed, site, _preposition(site)):
        return FOREIGN  # "hit back at X with a levy"
    if site.role == "to":
        if site.governor.dep == "advcl" and site.governor.tag == "VBG" and site.governor.lemma not in MOVING:
            return FOREIGN  # "marched through X shouting death to Y"
        if deed.type in GOING:
            return 0.2
        if not physical or deed.type == "SANCTION":
            return FOREIGN
        return 1.8 if is_of_deed(site.governor, deed) or site.governor.lemma == "lead" else 2.4
    addressed = _is_addressed(deed, site, _preposition(site))
    if addressed and "restrict" in deed.modes:
        return FOREIGN  # "hit back at Canada with a levy"
    if not physical:
        aimed = addressed or _preposition(site) in ("on", "toward", "towards", "around", "over", "between")
        if site.role != "adjunct" or aimed or _is_of_subject(deed, site):
            return FOREIGN
    if site.role == "object" and deed.type == "PROTEST" and is_of_deed(site.governor, deed):
        return 1.5  # what is protested against
    if site.grain == COUNTRY and not site.direction and site.governor.dep == "nsubj" and site.role == "adjunct":
        return 1.0  # "parties in Nepal"
    return 0.0


def _is_leaving(deed: Deed) -> bool:
    """Whether the deed happens where it leads from: withdrawals, releases, abductions, evacuations, those driven out."""
    return deed.type in LEAVING or bool(TAKING_AWAY & set(deed.modes)) or (deed.light or deed.word).lemma in DRIVING


def _is_taken_from(deed: Deed, site: Site) -> bool:
    """ "was arrested from a house in X", but not "arrested a man from X"."""
    return "arrest" in deed.modes and is_of_deed(site.governor, deed)


def _is_of_subject(deed: Deed, site: Site) -> bool:
    """Whether a place only says where the speakers are from ("officials in X"); a court or a meeting sits where it acts."""
    governor = site.governor
    if not governor.is_noun or governor.lower in SITTING or governor.dep == "pobj":
        return False
    first = governor
    while first.dep in ("conj", "appos") and first.head.is_noun:
        first = first.head  # "fined a man and his son in X"
    return first.dep in ("nsubj", "nsubjpass", "conj", "appos", "poss") or governor.lower in SPEAKERS


def _is_speakers(deed: Deed, site: Site) -> bool:
    """ "A spokesman in X refused to say where the raid took place": a deed below the speaker's verb is not where he speaks."""
    speaker = site.governor
    if speaker.lower not in SPEAKERS or speaker.dep not in ("nsubj", "nsubjpass") or is_of_deed(speaker.head, deed):
        return False
    return any(
        word.dep in ("ccomp", "pcomp", "xcomp")
        for word in (deed.light or deed.word, *(deed.light or deed.word).ancestors())
        if word.is_below(speaker.head)
    )


def _preposition(site: Site) -> str:
    """The preposition that a place stands behind, also as the second of two or as an owner: "on X and Y", "across X's bows"."""
    word = site.word
    while word.dep in ("conj", "appos", "poss") and word.head.is_noun:
        word = word.head
    return word.head.lower if word.dep == "pobj" else ""


def _is_addressed(deed: Deed, site: Site, preposition: str) -> bool:
    """ "hit back at Canada": a state that words are aimed at is not where they were said."""
    if deed.type == "CONSULT" or preposition in INSIDE:
        return False
    return any(party.id == party.country and party.id and party.span[0] <= site.word.start < party.span[1] for party in deed.recipients)


def _is_party(deed: Deed, site: Site) -> bool:
    """Whether the site is only a word of a party's name or origin."""
    if _preposition(site) == "between" and any(party.span[0] <= site.word.start < party.span[1] for party in (*deed.actors, *deed.recipients)):
        return True  # "talks between Paris and London"
    if site.role in ("adjunct", "object") and site.word.dep in ("pobj", "dobj", "nsubjpass"):
        return False
    inside = [party for party in deed.actors if party.span[0] <= site.word.start < party.span[1]]
    return bool(inside) and (site.grain == COUNTRY or site.role in ("of", "modifier", "loose"))


def _meeting(deed: Deed, governor: Word) -> Word | None:
    """The lowest word above both the deed and the site."""
    up = {id(word) for word in (governor, *governor.ancestors())}
    start = deed.light or deed.word
    return next((word for word in (start, *start.ancestors()) if id(word) in up), None)


def _is_said(deed: Deed, verb: Word) -> bool:
    """Whether the deed is what a verb of saying reports."""
    start = deed.light or deed.word
    branch = next((word for word in (start, *start.ancestors()) if word.head is verb), None)
    return not is_of_deed(verb, deed) and branch is not None and branch.dep not in ("nsubj", "nsubjpass")


def _opens_sentence(site: Site, deed: Deed) -> bool:
    """ "In Bouake, police said rebels had …": a scene set before the sentence's subject."""
    return site.role == "adjunct" and site.governor.is_verb and site.word.index < site.governor.index and not any(
        kid.dep in ("nsubj", "nsubjpass") and kid.index < site.word.index for kid in site.governor.kids
    )  # fmt: skip


def _topic_cost(deed: Deed, site: Site, others: set[int]) -> float:
    """What it costs that the site stands in what a deed is about or came after: "protested against the raid on X"."""
    cost = FOREIGN if _is_felt_about(site, deed) else 0.0
    for word in (site.governor, *site.governor.ancestors()):
        if is_of_deed(word, deed):
            return cost if site.word.index > deed.word.index else 0.0
        onward = word.lower == "on" and word.head.lemma in ADVANCING
        if word.dep == "prep" and word.lower in TOPICS.get(deed.type, ABOUT) and word.head.lower != "on" and not onward and not _is_occasion(word):
            thing = word.kid("pobj")  # "clashes over land in Turkana": both are there
            mere = deed.type == "ASSAULT" and word.lower == "over" and thing is not None and id(thing) not in others and site.governor is thing
            cost += 1.0 if deed.type == "CONSULT" or mere else 2.6
        elif word.dep in ("relcl", "advcl", "acl", "xcomp", "ccomp") and deed.type != "ASSAULT":
            cost += 1.0
        elif word.dep == "appos" and word.head not in site.words and word.head.is_name:
            cost += 1.5  # "X, a planner of the attacks in Y, was shot"
    return 0.0


def _is_felt_about(site: Site, deed: Deed) -> bool:
    """ "marched in anger at the plans for X": what the feeling of those who do a deed is about."""
    words = deed.sentence.words
    for word in site.word.ancestors():
        if is_of_deed(word, deed):
            return False
        feeling = words[word.index - 1] if word.dep == "prep" and word.lower in FELT and word.index else None
        if feeling is not None and feeling.is_noun and feeling.lemma in FEELINGS and not (deed.light or deed.word).is_below(word):
            return True
    return False


def _is_occasion(preposition: Word) -> bool:
    """ "for a rally in X", "to a meeting in X", "summoned to the ministry in X": what the deed goes to, not what it is about."""
    inner = preposition.kid("pobj")
    if preposition.lower == "to" and preposition.head.lemma in SUMMONING:
        return True
    return inner is not None and inner.lower in SITTING


def _vagueness(site: Site) -> float:
    """What a country or region costs against a town beside it."""
    return 0.6 if site.grain == COUNTRY else 0.4 if site.grain >= 4 else 0.0
