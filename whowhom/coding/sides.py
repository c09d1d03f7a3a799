"""Who did it, and to whom? The words that stand in the functions a rule names, read as parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.addressees import FATES, HOMELAND, INVOLVED, LETTING_GO, PRESSING, REACTIONS, STREETS, concerned, is_own_visitor, may_name
from whowhom.coding.implied import implied_actors, implied_recipients
from whowhom.coding.parties import Parties, Reading
from whowhom.coding.phrases import BACKED
from whowhom.coding.telling import NOT_ADOPTED
from whowhom.model import Evidence
from whowhom.parse.frame import conjoined
from whowhom.parse.syntax import noun_frame
from whowhom.parse.wordings import look_up, means_of

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Span, Word

AIRWAVES = word_list("airwaves")
GIVING = frozenset({"AID", "AGREE"})
GIVERS = {"of": "object", "possessor": "possessor"}
JOINT_FUNCTIONS = ("with", "between", "and", "among")


def find_parties(draft: Draft) -> Draft:
    """The draft with actors and recipients on every deed."""
    parties = Parties.of(draft)
    deeds = [_with_parties(deed, parties) for deed in draft.deeds]
    return draft.with_deeds([_with_content(deed, deeds) for deed in deeds])


def _with_content(deed: Deed, deeds: list[Deed]) -> Deed:
    """Those who would suffer a threatened, promised or refused deed are the recipients of the threat, promise, refusal."""
    if deed.recipients or not deed.rule.content or deed.rule.joint:
        return deed
    for content in deeds:
        if deed.type == "REQUEST" and "release" in content.modes:
            continue  # who is to be freed is not who is asked
        if content.telling is not None and NOT_ADOPTED in content.telling.rules:
            continue  # nor who is named in a text that was voted down
        if content.content_of is not None and content.content_of.word is deed.word and content.recipients:
            others = tuple(party for party in content.recipients if all(party.span != actor.span for actor in deed.actors))
            evidence = tuple(each for each in content.evidence if each.field.startswith("recipient"))
            return replace(deed, recipients=others, evidence=(*deed.evidence, *evidence)) if others else deed
    return deed


def _with_parties(deed: Deed, parties: Parties) -> Deed:
    actors = [each for each in _first(_actor_words(deed), deed, parties) if not each.place and not _is_mere_target(each, deed, parties)]
    actors = _by_country(actors, deed, parties) or implied_actors(deed, parties)
    words = ([_bearer(word, deed, parties) for word in found if word.lemma not in REACTIONS] for found in _recipient_words(deed, parties))
    recipients = _first(words, deed, parties, {each.party.span for each in actors})
    recipients = [each for each in recipients if not _is_itself(each, actors, deed)]
    if not deed.rule.joint and not any(_is_people(each, deed, parties) for each in recipients):
        recipients = concerned(deed, parties, actors) or recipients
    if not recipients and not deed.rule.joint:
        recipients = implied_recipients(deed, parties, actors)
    if deed.rule.joint:
        joined = [word for name in JOINT_FUNCTIONS for word in deed.frame.get(name) if not means_of(word, parties.draft.book)]
        others = [*read_all(joined, deed, parties), *recipients]
        actors, recipients = (actors, others) if deed.type == "REJECT" else (_distinct([*actors, *others]), [])  # "will not meet the envoy"
    evidence = [*evidence_of("actor", actors, parties), *evidence_of("recipient", recipients, parties)]
    return replace(
        deed,
        actors=tuple(each.party for each in actors),
        recipients=tuple(each.party for each in recipients),
        evidence=(*deed.evidence, *evidence),
    )


def _is_itself(reading: Reading, actors: list[Reading], deed: Deed) -> bool:
    """ "called off its strike", "strengthened its forces": the possessive is the actor again; so is "Moscow" in "the Kremlin warned that Moscow would"."""
    if deed.type == "THREATEN" and reading.party.id is not None and reading.party.id == reading.party.country:
        if any(each.party.country == reading.party.country for each in actors):
            return True
    own = {(each.party.name, each.party.country) for each in actors}
    head = next((word for word in deed.sentence.words if word.end == reading.head_end), None)
    if head is not None and head.lemma in HOMELAND and any(kid.tag == "PRP$" for kid in head.kids):
        return True  # "his country's guilt"
    if head is not None and is_own_visitor(head, reading.party, deed, actors):
        return True
    pronoun = any(word.tag == "PRP$" and (word.start, word.end) == reading.party.span for word in deed.sentence.words)
    return pronoun and (reading.party.name, reading.party.country) in own


def _is_people(reading: Reading, deed: Deed, parties: Parties) -> bool:
    """Whether a reading is of people, states or groups, not of a thing of theirs: what is done to a thing concerns who is behind it."""
    if deed.type in ("ASSAULT", "COERCE", "PROTEST"):
        return True
    head = next((word for word in deed.sentence.words if word.end == reading.head_end), None)
    return head is None or may_name(head, deed, parties)


def _bearer(word: Word, deed: Deed, parties: Parties) -> Word:
    """Whose it is, in place of a thing: "the rights of Palestinians", "the computers of officers"; what is attacked stays what it is."""
    if deed.type == "ASSAULT" or id(word) in parties.deed_types or not word.is_noun or may_name(word, deed, parties):
        return word
    owners = [*word.all_kids("poss"), *(kid for each in word.all_kids("prep") if each.lower == "of" for kid in each.all_kids("pobj"))]
    return next((owner for owner in owners if not owner.is_pronoun and may_name(owner, deed, parties)), word)


def _is_mere_target(reading: Reading, deed: Deed, parties: Parties) -> bool:
    """A building or vehicle does nothing by itself, unless it is somebody's: "French frigates", "the White House"."""
    head = next((word for word in deed.sentence.words if word.end == reading.head_end), None)
    if head is None or reading.party.country or reading.party.id:
        return False
    book = parties.draft.book
    return look_up(book.targets, head) is not None and look_up(book.roles, head) is None


def _actor_words(deed: Deed) -> Iterator[list[Word]]:
    """The words that may name the actors, the likeliest function first."""
    frame = deed.frame
    for function in deed.rule.actor:
        words = [word for word in frame.get(function) if word not in deed.words]
        if function == "subject" and words and not frame.passive:
            words = [*words, *_together(words), *_likewise(deed.light or deed.word)]
        yield words
        if function in GIVERS and not frame.nominal:  # "won the backing of Moscow": whose it is, in the wording's own noun
            yield [word for noun in deed.words if noun.is_noun for word in noun_frame(noun).get(GIVERS[function])]
    if frame.nominal and "subject" in deed.rule.actor:
        yield frame.get("doer")
        yield [word for word in frame.get("modifier") if word.lower not in BACKED and not _is_opposed(word)]


def _together(subjects: list[Word]) -> list[Word]:
    """ "Britain, together with the United States, called for a truce": those beside the subject."""
    withs = [kid for word in subjects for kid in word.all_kids("prep") if kid.lower == "with"]
    beside = [kid for kid in withs if any(each.lower in ("together", "along", "alongside") for each in kid.kids)]
    return [fellow for kid in beside for word in kid.all_kids("pobj") for fellow in conjoined(word)]


def _likewise(verb: Word) -> list[Word]:
    """ "Germany expelled two diplomats, as did France and Italy": those who did the same."""
    clauses = [each for each in verb.all_kids("advcl") if each.lemma in ("do", "have") and each.kid("dobj", "aux") is None]
    subjects = [each.kid("nsubj") for each in clauses if any(kid.lower == "as" for kid in each.kids)]
    return [word for subject in subjects if subject is not None for word in conjoined(subject)]


def _is_opposed(word: Word) -> bool:
    """ "anti-government", "pro-Russian": those meant, not those who act."""
    return any(kid.lower in ("anti", "pro", "counter") for kid in (*word.kids, *word.head.kids) if kid.index < word.index)


def _recipient_words(deed: Deed, parties: Parties) -> Iterator[list[Word]]:
    """The words that may name the recipients: the rule's functions of the deed, then of the nouns in its wording and its object."""
    frame = deed.frame
    if deed.type == "ACCUSE" and "over" in deed.rule.recipient:  # "complained to the council about Thai raids": of those who raid
        for noun in (word for function in ("over", "about", "of") for word in frame.get(function)):
            if parties.deed_types.get(id(noun)) in INVOLVED:
                yield noun_frame(noun).get("subject", "doer", "modifier")
    for function in deed.rule.recipient:
        yield [
            word
            for word in frame.get(function)
            if (word not in deed.words or word is deed.word) and not (function == "on" and word.lemma in AIRWAVES)
        ]
    if frame.nominal and "object" in deed.rule.recipient:
        for function in ("object", "against", "on"):
            yield [word for word in frame.get(function) if word.lemma not in AIRWAVES]
    yield [
        word
        for word in frame.get("object")
        if word in deed.words
        and word is not deed.word
        and deed.type != "MOBILIZE"
        and "resign" not in deed.modes
        and (word.is_name or look_up(parties.draft.book.roles, word) is not None)
    ]
    yield [kid for word in deed.words if word.tag[:2] == "JJ" for kid in word.all_kids("nsubj")]  # "found the chief guilty"
    if "clause" in deed.rule.content or (deed.type == "ACCUSE" and "allege" in deed.modes):  # "alleged that Pakistan armed the gunmen"
        verbs = [verb for verb in frame.get("clause") if not any(kid.lower in ("where", "when") for kid in verb.all_kids("advmod"))]
        asked = [verb for verb in verbs if deed.type != "REQUEST" or verb.lemma not in LETTING_GO]  # who is to be freed is not who is asked
        yield [kid for verb in verbs for kid in verb.all_kids("nsubj", *(["nsubjpass"] if verb in asked else [])) if not kid.is_pronoun]
    nouns = [word for word in (*deed.words, *frame.get("object")) if word.is_noun and word is not deed.word and word.lemma not in STREETS]
    if deed.type in GIVING:  # "50 million euros in aid to Chad"
        nouns += [kid for noun in nouns for each in noun.all_kids("prep") if each.lower in ("in", "of") for kid in each.all_kids("pobj")]
    for noun in nouns:
        inner = noun_frame(noun)
        condemned = deed.type == "ACCUSE" and parties.deed_types.get(id(noun)) in INVOLVED
        fate = deed.type == "REQUEST" and noun.lemma in FATES  # who is to be freed is not who is asked
        for function in ("subject", "doer") if condemned else deed.rule.recipient if fate else _inward(deed.rule.recipient):
            yield [word for word in inner.get(function) if word not in deed.words]
        if noun.lemma in PRESSING and deed.type in ("REJECT", "CONCEDE"):  # "met rebel demands"
            yield [word for word in inner.get("modifier") if look_up(parties.draft.book.roles, word) is not None]


def _inward(functions: Iterable[str]) -> Iterator[str]:
    """The functions of a rule as they stand in a noun's phrase: its object is an of-phrase, its giver a by- or from-phrase."""
    yield from functions
    yield "object"
    yield "possessor"


def _first(candidates: Iterable[list[Word]], deed: Deed, parties: Parties, taken: set[Span] | None = None) -> list[Reading]:
    """The parties of the first function that names any."""
    for words in candidates:
        if found := [each for each in read_all(words, deed, parties) if each.party.span not in (taken or ())]:
            return found
    return []


def _by_country(readings: list[Reading], deed: Deed, parties: Parties) -> list[Reading]:
    """ "the presidents of Turkey and Iran": one party for each country that a plural office is of."""
    found = list(readings)
    for reading in readings:
        head = next((word for word in deed.sentence.words if word.end == reading.head_end and word.tag == "NNS"), None)
        prepositions = head.all_kids("prep") if head is not None else []
        for inner in (kid for each in prepositions if each.lower in ("of", "from") for kid in each.all_kids("pobj")):
            for fellow in conjoined(inner)[1:]:
                owner = parties.read(fellow, deed.sentence)
                if head is not None and owner is not None and owner.party.country and owner.party.country != reading.party.country:
                    name = f"{head.text} {inner.head.lower} {owner.party.name}"
                    party = owner.party.model_copy(
                        update={"name": name, "sector": reading.party.sector, "sectors": reading.party.sectors, "id": None}
                    )
                    found.append(Reading(party, owner.evidence))
    return found


def _distinct(readings: list[Reading]) -> list[Reading]:
    found: dict[Span, Reading] = {}
    for each in readings:
        found.setdefault(each.party.span, each)
    return list(found.values())


def _with_members(words: list[Word]) -> Iterator[Word]:
    """Each word and those it is said to include: "militias including Kataib Hezbollah", "groups such as"."""
    for word in words:
        yield word
        for kid in word.kids:
            if kid.dep == "prep" and kid.lower in ("including", "as"):
                for inner in kid.all_kids("pobj"):
                    yield from (each for each in conjoined(inner) if each.is_name)


def read_all(words: list[Word], deed: Deed, parties: Parties) -> list[Reading]:
    """The parties that words name, each once, with those they are said to include."""
    found: dict[Span, Reading] = {}
    for word in _with_members(words):
        if word is deed.word:
            continue
        for reading in parties.each(word, deed.sentence):
            found.setdefault(reading.party.span, reading)
    return list(found.values())


def evidence_of(role: str, readings: list[Reading], parties: Parties) -> list[Evidence]:
    text = parties.draft.document.text
    found = []
    for reading in readings:
        span = reading.party.span
        found.append(Evidence(field=role, span=span, quote=text[span[0] : span[1]], rule=f"parties.{role}"))
        for name, where, rule in reading.evidence:
            if where != span:
                found.append(Evidence(field=f"{role}.{name}" if name else role, span=where, quote=text[where[0] : where[1]], rule=rule))
    return found
