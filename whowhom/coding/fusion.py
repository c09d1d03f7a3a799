"""What do the rules and the learned classifier say together? It confirms, corrects or rejects their deeds, and adds deeds whose verbs no rule knows.

Rules read grammar well and vocabulary narrowly; the classifier (`relation.py`) generalises over wording. Each sees what the other misses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from whowhom.codebook import sector_group, word_list
from whowhom.coding.draft import Deed
from whowhom.coding.parties import Parties
from whowhom.coding.relation import NONE, Pair
from whowhom.coding.sides import evidence_of
from whowhom.coding.telling import retold
from whowhom.coding.triggers import types_at
from whowhom.entries import Rule
from whowhom.model import Evidence
from whowhom.parse.syntax import verb_frame
from whowhom.parse.wordings import look_up

if TYPE_CHECKING:
    from whowhom.coding.draft import Draft
    from whowhom.coding.parties import Reading
    from whowhom.coding.relation import Relation
    from whowhom.model import Party
    from whowhom.parse.frame import Frame
    from whowhom.parse.names import Name
    from whowhom.parse.tree import Sentence, Span, Word

CORRECTS = 0.95  # probability from which the classifier's type goes before a rule's
CORRECTS_ALONE = 0.985  # the same where it saw but one party
REJECTS = 0.95  # probability of no deed from which a rule's deed is dropped
ADDS = 0.92  # probability from which a verb that no rule knows is a deed
MODE = 0.5
CLAUSAL = frozenset({"xcomp", "ccomp", "pcomp"})
BESIDE = frozenset({"relcl", "advcl"})  # clauses whose deed is no part of what the verb tells
SILENT = word_list("silent_verbs")
PRIVATE = sector_group("private")


def add_relations(draft: Draft) -> Draft:
    """The draft with deeds of verbs that no rule knows; unchanged where there is no classifier."""
    if draft.classifier is None:
        return draft
    candidates = list(_candidates(draft))
    deeds = [*draft.deeds, *_added(candidates, draft.classifier.relate(each.pair for each in candidates), draft)]
    deeds.sort(key=lambda deed: (deed.sentence.index, deed.word.index))
    return draft.with_deeds(deeds)


def weigh_relations(draft: Draft) -> Draft:
    """The draft with the deeds that are in doubt confirmed, corrected or dropped; unchanged where there is no classifier."""
    if draft.classifier is None:
        return draft
    asked = [(deed, pair) for deed in draft.deeds if _is_doubtful(deed, draft) and (pair := _pair_of(deed, draft)) is not None]
    verdicts = {id(deed): answer for (deed, _), answer in zip(asked, draft.classifier.relate(pair for _, pair in asked), strict=True)}
    return draft.with_deeds([kept for deed in draft.deeds if (kept := _weighed(deed, verdicts.get(id(deed)))) is not None])


def _is_doubtful(deed: Deed, draft: Draft) -> bool:
    """Whether a rule may be wrong about a deed: wordings of several types stand there, and a side, or both day and place, is left out.

    What the classifier added it has answered already; what is only the content of another deed is no event, whatever it is.
    """
    if deed.content_of is not None or deed.support is not None:
        return False
    told = bool(deed.actors) and bool(deed.recipients or len(deed.actors) > 1) and (deed.place is not None or deed.date is not None)
    return not told and len(types_at(deed, Parties.of(draft).story)) > 1


def _pair_of(deed: Deed, draft: Draft) -> Pair | None:
    """The pair that a deed asks about, within its sentence; None where neither side is told there, or one by a pronoun: the classifier was taught none."""
    if any(_is_pronoun(party, deed.sentence) for party in (*deed.actors[:1], *deed.recipients[:1])):
        return None
    actor = next((span for party in deed.actors[:1] if (span := _span_in(party, deed.sentence))), None)
    others = deed.recipients or deed.actors[1:]
    recipient = next((span for party in others if (span := _span_in(party, deed.sentence)) and span != actor), None)
    if actor is None and recipient is None:
        return None
    return _pair(deed.sentence, actor, recipient, deed.span, draft)


def _is_pronoun(party: Party, sentence: Sentence) -> bool:
    return any(word.is_pronoun for word in sentence.words_in(party.span))


def _span_in(party: Party, sentence: Sentence) -> Span | None:
    return next((span for span in (party.span, *party.mentions) if sentence.start <= span[0] and span[1] <= sentence.end), None)


def _pair(sentence: Sentence, actor: Span | None, recipient: Span | None, trigger: Span | None, draft: Draft) -> Pair:
    first = sentence.start

    def within(span: Span | None) -> Span | None:
        return (span[0] - first, span[1] - first) if span is not None else None

    return Pair(draft.document.text[first : sentence.end], within(actor), within(recipient), within(trigger))


def _weighed(deed: Deed, answer: Relation | None) -> Deed | None:
    if answer is None:
        return deed
    support = answer.types[deed.type]
    deed = replace(deed, support=support)
    if answer.types[NONE] >= REJECTS:
        return None
    best = answer.type
    if best not in (NONE, deed.type) and answer.types[best] >= (CORRECTS if deed.actors and deed.recipients else CORRECTS_ALONE):
        evidence = Evidence(field="type", span=deed.span, quote="", rule=f"relation.{best.lower()}")
        return replace(deed, type=best, modes=_modes(answer, best), support=answer.types[best], evidence=(*deed.evidence, evidence))
    return deed


def _modes(answer: Relation, kind: str) -> tuple[str, ...]:
    return tuple(name.split("/")[1] for name, probability in answer.modes.items() if name.startswith(f"{kind}/") and probability >= MODE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verb that no rule reads, with the parties in front of and behind it."""

    sentence: Sentence
    verb: Word
    actor: Reading
    recipient: Reading
    pair: Pair


def _candidates(draft: Draft) -> Iterator[Candidate]:
    taken = {id(word) for deed in draft.deeds for word in (*deed.words, *([deed.light] if deed.light else []))}
    parties = Parties.of(draft)
    for sentence in draft.sentences:
        if not _names_two(sentence, draft):
            continue
        for word in sentence.words:
            if not word.is_verb or word.dep in ("aux", "auxpass") or word.lemma in SILENT or word.lower in SILENT:
                continue
            if not _is_part_of_deed(word, taken):
                yield from _around(word, sentence, parties, draft)


def _names_two(sentence: Sentence, draft: Draft) -> bool:
    """Whether a sentence has two words that may be parties, names or roles; most sentences without a deed have not, and need no reading of parties."""
    names, roles = draft.names[sentence.index], draft.book.roles
    found = (word for word in sentence.words if word.index in names or (word.is_noun and look_up(roles, word) is not None))
    return next(found, None) is not None and next(found, None) is not None


def _is_part_of_deed(verb: Word, taken: set[int]) -> bool:
    """Whether a verb names a known deed, tells one ("said that it had bombed …") or is what one is about ("threatened to …")."""
    if any(id(word) in taken for word in _clause_of(verb)):
        return True
    word = verb
    while word.dep in CLAUSAL and word.head is not word:
        word = word.head
        if id(word) in taken:
            return True
    return False


def _clause_of(verb: Word) -> Iterator[Word]:
    """The verb and the words below it but for clauses that tell something beside it: "sheltered the men who had shot a judge", "the men shot by rebels"."""
    yield verb
    for kid in verb.kids:
        suffered = kid.dep == "acl" and kid.tag == "VBN" and kid.kid("nsubj", "mark") is None  # but "reports that rebels had shot him"
        if kid.dep not in BESIDE and not suffered:
            yield from _clause_of(kid)


def _around(verb: Word, sentence: Sentence, parties: Parties, draft: Draft) -> Iterator[Candidate]:
    frame = verb_frame(verb)
    actor = next((each for word in frame.get("subject") if (each := parties.read(word, sentence)) and _is_named(each, sentence)), None)
    if actor is None:
        return
    for word in _behind(verb, frame, draft.names[sentence.index]):
        recipient = parties.read(word, sentence)
        if recipient is None or not _is_named(recipient, sentence) or recipient.party.span == actor.party.span:
            continue
        if _is_private(actor) and _is_private(recipient):
            continue
        pair = _pair(sentence, actor.party.span, recipient.party.span, (verb.start, verb.end), draft)
        yield Candidate(sentence, verb, actor, recipient, pair)
        return


def _behind(verb: Word, frame: Frame, names: dict[int, Name]) -> Iterator[Word]:
    """The words that may name the other side, the likeliest first: objects, prepositions, sides of the clause, then names anywhere below the verb."""
    for name, found in frame.slots.items():
        if name not in ("subject", "clause", "complement"):
            yield from found
    for clause in frame.get("clause"):
        yield from clause.all_kids("nsubj", "nsubjpass", "dobj")
    yield from (word for word in verb.subtree() if word.index > verb.index and word.index in names and word is names[word.index].words[-1])


def _inside(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span[0] and span[1] <= sentence.end


def _is_named(reading: Reading, sentence: Sentence) -> bool:
    """Whether it is somebody, by words of the sentence that are no pronoun."""
    known = bool(reading.party.sector or reading.party.country or reading.party.id) and not reading.place
    return known and _inside(reading.party.span, sentence) and not _is_pronoun(reading.party, sentence)


def _is_private(reading: Reading) -> bool:
    """Whether somebody is told by a walk of life alone: what visitors do to architects is no news of states, groups and crowds."""
    return not reading.party.country and not reading.party.id and reading.party.sector in PRIVATE


def _added(candidates: list[Candidate], answers: list[Relation], draft: Draft) -> Iterator[Deed]:
    """The deeds of candidates that the classifier is sure of: of one pair the surest, and none that a rule has told already."""
    told = {(deed.sentence.index, deed.type, party.span) for deed in draft.deeds for party in deed.actors}
    sure = [(each, answer) for each, answer in zip(candidates, answers, strict=True) if answer.type != NONE and answer.types[answer.type] >= ADDS]
    for each, answer in sorted(sure, key=lambda pair: -pair[1].types[pair[1].type]):
        key = (each.sentence.index, answer.type, each.actor.party.span)
        if key not in told:
            told.add(key)
            yield _deed_of(each, answer, draft)


def _deed_of(each: Candidate, answer: Relation, draft: Draft) -> Deed:
    kind = answer.type
    rule = Rule(id=f"relation.{kind.lower()}", event=kind)
    deed = Deed(each.sentence, each.verb, (each.verb,), rule, kind, _modes(answer, kind), verb_frame(each.verb), support=answer.types[kind])
    deed = retold(deed, draft)
    parties = Parties.of(draft)
    evidence = [*evidence_of("actor", [each.actor], parties), *evidence_of("recipient", [each.recipient], parties)]
    return replace(deed, actors=(each.actor.party,), recipients=(each.recipient.party,), evidence=(*deed.evidence, *evidence))
