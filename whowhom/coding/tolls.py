"""Which numbers of dead and wounded are told apart from the deed? Tolls, casualties, states of victims, brought to their deed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.coding.harm import harm_of
from whowhom.coding.numbers import Quantity, read_quantity
from whowhom.coding.parties import Parties
from whowhom.model import Evidence, Harm, Party, Stated
from whowhom.parse.framing import told
from whowhom.parse.syntax import verb_frame
from whowhom.parse.tree import Word
from whowhom.parse.wordings import look_up

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.entries import HarmWords
    from whowhom.parse.tree import Sentence

SILENCE_BACK = 8  # sentences back to the deed on which officials are silent
BACK = 3  # sentences back to the deed a toll belongs to
HARMFUL = frozenset({"ASSAULT", "PROTEST", "COERCE"})
SILENT = frozenset(
    {"address", "discuss", "comment", "disclose", "release", "specify", "mention", "provide", "give", "confirm", "report", "know", "detail"}
)
NUMBERED = frozenset({"toll", "number", "count", "figure", "total"})


def bring_tolls(draft: Draft) -> Draft:
    """The draft with the tolls of every sentence on the deed that they are told of."""
    parties = Parties.of(draft)
    deeds = list(draft.deeds)
    for sentence in draft.sentences:
        for word in sentence.words:
            harm = _toll_at(word, sentence, draft, parties)
            if harm is None:
                continue
            at = _own_operation(sentence, deeds) if harm.stated == "not-addressed" else None
            at = _home(word, sentence, deeds) if at is None else at
            if at is not None and not _known(deeds[at], harm):
                evidence = Evidence(
                    field="harm", span=harm.span, quote=harm.text, rule=f"harm.{harm.stated if harm.stated != 'number' else harm.kind}"
                )
                deeds[at] = replace(deeds[at], harm=(*deeds[at].harm, harm), evidence=(*deeds[at].evidence, evidence))
    return draft.with_deeds(deeds)


def _known(deed: Deed, harm: Harm) -> bool:
    """Whether the deed has this toll already, read from the same words or fewer of them."""
    return any(each.kind == harm.kind and (each.span[0] < harm.span[1] and harm.span[0] < each.span[1]) for each in deed.harm)


def _own_operation(sentence: Sentence, deeds: list[Deed]) -> int | None:
    """Officials who do not speak of casualties are silent on their own side's deed: the last one by a state."""
    for at in range(len(deeds) - 1, -1, -1):
        deed = deeds[at]
        back = sentence.index - deed.sentence.index
        if 0 <= back <= SILENCE_BACK and deed.type == "ASSAULT" and deed.reality in ("asserted", "alleged") and deed.content_of is None:
            if any(party.sector in ("MIL", "GOV") or (party.sector is None and party.country) for party in deed.actors):
                return at
    return None


def _home(word: Word, sentence: Sentence, deeds: list[Deed]) -> int | None:
    """The deed a toll belongs to: the nearest of its sentence, else the last harmful one before."""
    best, best_rank = None, None
    for at, deed in enumerate(deeds):
        back = sentence.index - deed.sentence.index
        if (
            deed.type not in HARMFUL
            or back < 0
            or back > BACK
            or deed.content_of is not None
            or deed.reality in ("planned", "threatened", "hypothetical")
        ):
            continue
        rank = (back, deed.type != "ASSAULT", abs(deed.word.index - word.index) if back == 0 else -deed.word.index)
        if best_rank is None or rank < best_rank:
            best, best_rank = at, rank
    return best


def _toll_at(word: Word, sentence: Sentence, draft: Draft, parties: Parties) -> Harm | None:
    """The toll that a word tells: "left 30 dead", "the number of dead at 21", "no casualties", "have not addressed the casualties"."""
    book = draft.book
    if word.tag.startswith("JJ") or (word.tag in ("VBN", "NN", "NNS") and word.lower in book.harm["adjectives"].by_head):
        if (words := look_up(book.harm["adjectives"], word)) and (harm := _of_state(word, words, sentence, draft, parties)):
            return harm
    if word.is_noun or word.tag in ("JJ", "VBN"):
        if words := _noun_words(word, draft):
            return _of_noun(word, words, sentence, draft, parties)
    if word.is_verb and (words := look_up(book.harm["verbs"], word)):
        frame = verb_frame(word)
        victims = frame.get("object") if frame.passive or frame.get("object") else frame.get("subject")
        for victim in victims:
            if (harm := harm_of(victim, words.kind, sentence, draft, parties)) and harm.stated != "none":
                return _claimed(harm, word, sentence, draft, parties)
    return None


def _noun_words(word: Word, draft: Draft) -> HarmWords | None:
    found = draft.book.harm["nouns"].by_head.get(word.lower) or draft.book.harm["nouns"].by_head.get(word.lemma)
    return found[0][1] if found else None


def _of_state(word: Word, words: HarmWords, sentence: Sentence, draft: Draft, parties: Parties) -> Harm | None:
    """ "left 30 people dead", "nobody was hurt", "three were missing"."""
    victims: list[Word] = []
    if word.dep in ("oprd", "acomp", "ccomp", "xcomp", "advcl", "attr", "ROOT") or word.tag == "VBN":
        verb = word.head if word.dep in ("oprd", "acomp", "attr", "ccomp", "xcomp") and word.head is not word else word
        victims = [kid for kid in word.kids if kid.dep in ("nsubj", "nsubjpass")]
        if not victims and verb is not word:
            victims = [kid for kid in verb.kids if kid.dep in ("dobj", "nsubjpass")] or [kid for kid in verb.kids if kid.dep == "nsubj"]
    elif word.dep == "amod" and word.head.is_noun:
        victims = [word.head]
    if word.dep == "dobj" and word.head.lemma in ("leave", "claim", "kill"):
        victims = [word]
    for victim in victims:
        if harm := harm_of(victim, words.kind, sentence, draft, parties):
            return _claimed(harm, word, sentence, draft, parties)
    return None


def _of_noun(word: Word, words: HarmWords, sentence: Sentence, draft: Draft, parties: Parties) -> Harm | None:
    text = draft.document.text
    determiner = next((kid for kid in word.kids if kid.lower in ("no", "any") and kid.dep in ("det", "neg")), None)
    silent = _silence(word, draft)
    if silent is not None:
        span = min(word.start, silent.start), max(word.end, silent.end)
        return _blank(words, text, span, "not-addressed")
    if (determiner is not None and determiner.lower == "no") or (words.any and "without" in (word.head.lower, word.head.head.lower)):
        start = determiner.start if determiner is not None else word.start
        return _blank(words, text, (start, word.end), "none")
    if words.any:
        return None
    quantity = _number_of(word, sentence, text)
    if quantity is None:
        return None
    span = min(word.start, quantity.span[0]), max(word.end, quantity.span[1])
    harm = Harm(
        text=text[slice(*span)],
        span=span,
        kind=words.kind,
        low=quantity.low,
        best=quantity.best,
        high=quantity.high,
        stated=quantity.stated,
    )
    return _claimed(harm, word, sentence, draft, parties)


def _silence(word: Word, draft: Draft) -> Word | None:
    """The verb by which somebody is said not to tell of casualties."""
    for above in (word.head, word.head.head, word.head.head.head):
        if above.is_verb and above.lemma in SILENT:
            state = told(above, None, draft.book)
            return above if state.reality in ("negated", "denied") else None
    return None


def _blank(words: HarmWords, text: str, span: tuple[int, int], stated: Stated) -> Harm:
    value = 0 if stated == "none" else None
    return Harm(text=text[slice(*span)], span=span, kind=words.kind, low=value, best=value, high=value, stated=stated)


def _number_of(word: Word, sentence: Sentence, text: str) -> Quantity | None:
    """ "21 dead", "the number of dead at 21", "the death toll rose to 14"."""
    if word.lemma in NUMBERED or (word.dep == "pobj" and word.head.head.lemma in NUMBERED):
        return read_quantity(text[word.end : sentence.end], word.end)
    number = next((kid for kid in word.kids if kid.dep == "nummod"), None)
    if number is not None:
        start = min(each.start for each in number.subtree())
        return read_quantity(text[start : number.end], start)
    if word.tag in ("NN", "NNS", "JJ") and word.index > 0:
        before = sentence.words[word.index - 1]
        if before.tag == "CD" or before.lower in ("dozens", "hundreds", "scores"):
            return read_quantity(text[max(sentence.start, before.start - 12) : before.end], max(sentence.start, before.start - 12))
    return None


def _claimed(harm: Harm, word: Word, sentence: Sentence, draft: Draft, parties: Parties) -> Harm:
    """The toll with the one who tells it."""
    claimant = claimant_of(word, sentence, draft, parties)
    return harm.model_copy(update={"claimant": claimant}) if claimant else harm


def claimant_of(word: Word, sentence: Sentence, draft: Draft, parties: Parties) -> Party | None:
    """Who tells the number: the subject of saying above it, or of "put the number at"."""
    for teller, _, _ in told(word, None, draft.book).claims:
        if teller is not None and (reading := parties.read(teller, sentence)):
            return reading.party
    for above in word.ancestors():
        if above.is_verb and above.lemma in ("put", "count", "report", "give", "estimate"):
            for subject in verb_frame(above).get("subject"):
                if reading := parties.read(subject, sentence):
                    return reading.party
    return None
