"""According to whom? Claimants of each deed, from verbs of saying, "according to", and statements around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.parties import Parties
from whowhom.coding.sameness import is_by_name, same_party
from whowhom.model import Claim, Evidence, Party
from whowhom.parse.syntax import verb_frame

if TYPE_CHECKING:
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Sentence, Span, Word

CHARGED, GAINSAYING = word_list("charged_words"), word_list("gainsaying")
MOUTHPIECES, PARTS_IN_DEEDS = word_list("mouthpieces"), word_list("parts_in_deeds")
SAYING = frozenset({"ACCUSE", "REQUEST", "REJECT", "CONSULT", "SUPPORT", "AGREE"})
"""Types that nobody denies who is accused, asked or praised: what he denies is what was said."""


def attribute_claims(draft: Draft) -> Draft:
    """The draft with the claims on every deed that somebody is said to tell, believe, confirm or deny."""
    parties = Parties.of(draft)
    deeds = [_gainsaid(_claimed(deed, draft, parties), draft, parties) for deed in draft.deeds]
    return draft.with_deeds([deed for deed in _answered(deeds, draft, parties) if not _is_gainsaying(deed)])


def _is_gainsaying(deed: Deed) -> bool:
    """ "a claim that Ukraine rejected": no deed of its own, but what somebody says of the deed that is claimed."""
    return deed.word.dep == "relcl" and deed.word.lemma in GAINSAYING and deed.word.head.lemma in CHARGED and deed.type in ("REJECT", "ACCUSE")


def _gainsaid(deed: Deed, draft: Draft, parties: Parties) -> Deed:
    """The deed with those who deny it behind a charge or claim: "accused Algeria of arming them, a charge that Algiers denied"."""
    told = deed.telling is not None and (deed.telling.claims or deed.reality == "alleged")
    if not told or deed.content_of is not None or deed.type == "ACCUSE":
        return deed
    for noun in deed.sentence.words:
        if noun.lemma not in CHARGED or noun.index < deed.word.index or noun.dep not in ("appos", "npadvmod", "dep", "conj", "dobj", "pobj", "attr"):
            continue
        for verb in noun.all_kids("relcl"):
            if verb.lemma in GAINSAYING and (denied := _denied_by(verb, deed, deed.sentence, draft, parties)) is not None:
                return denied
    return deed


def _denied_by(verb: Word, deed: Deed, sentence: Sentence, draft: Draft, parties: Parties) -> Deed | None:
    """The deed with the claim of the one who denies it by this verb."""
    denier = next(iter(verb_frame(verb).get("subject")), None)
    party = _teller(denier, sentence, parties) if denier is not None else None
    if party is None or any(each.claimant is not None and each.claimant.span == party.span for each in deed.claims):
        return None
    claim = Claim(claimant=party, stance="denies", text=draft.document.text[verb.start : verb.end], span=(verb.start, verb.end))
    evidence = Evidence(field="claims", span=party.span, quote=party.text, rule="claims.denies")
    return replace(deed, claims=(*deed.claims, claim), evidence=(*deed.evidence, evidence))


def _answered(deeds: list[Deed], draft: Draft, parties: Parties) -> list[Deed]:
    """The deeds with those who deny them later: "accused the Taliban of the blast; the group denied it", "The army denied responsibility."."""
    for sentence in draft.sentences:
        for verb in sentence.words:
            denied = _denied_thing(verb)
            if denied is None or (denied == "deed" and any(_done_again(verb) in (deed.word, deed.light) for deed in deeds)):
                continue  # a deed that has words of its own is denied there
            found = [at for at, deed in enumerate(deeds) if _is_denied(deed, verb, sentence, denied, parties)]
            last = max((deeds[at].sentence.index for at in found), default=0)
            found = [at for at in found if deeds[at].sentence.index == last]
            if denied != "part" and found:  # all that the accuser told; a part is had in what a sentence tells first, not in what it leads up to
                found = [at for at in found if _tellers(deeds[at]) == _tellers(deeds[found[-1]])]
            for at in found[:1] if denied == "part" else found:
                deeds[at] = _denied_by(verb, deeds[at], sentence, draft, parties) or deeds[at]
    return deeds


def _denied_thing(verb: Word) -> str | None:
    """What a verb denies, where only what was told before says what that is: "it", a charge, a part in the deed."""
    if verb.is_verb and verb.lemma in GAINSAYING and _done_again(verb) is not None:
        return "deed"
    thing = verb.kid("dobj") if verb.is_verb and verb.lemma in GAINSAYING else None
    if thing is None or verb.dep not in ("ROOT", "conj", "parataxis", "ccomp") or verb.kid("neg") is not None:
        return None
    if any(kid.index > verb.index for kid in verb.all_kids("ccomp", "xcomp")):
        return None  # "denied it had an office there"
    if thing.lower in ("it", "this", "that"):
        return "it"
    if any(kid.lower != "as" for kid in thing.all_kids("prep")) or thing.kid("acl", "relcl", "ccomp") is not None or thing.kid("poss") is not None:
        return None
    if thing.lemma in CHARGED:
        return "charge"
    return "part" if thing.lemma in PARTS_IN_DEEDS and verb.lemma == "deny" else None


def _done_again(verb: Word) -> Word | None:
    """ "denied firing them", "denied that it shot the priest": what is denied, by a verb."""
    done = next((kid for kid in verb.all_kids("xcomp", "ccomp") if kid.index > verb.index and kid.is_verb and kid.lemma != "be"), None)
    return done if done is not None and verb.dep in ("ROOT", "conj", "parataxis", "ccomp") and verb.kid("neg") is None else None


def _is_denied(deed: Deed, verb: Word, sentence: Sentence, denied: str, parties: Parties) -> bool:
    """Whether a deed told before is what is denied: what somebody is charged with or tells, or where a part in it is denied, any violence."""
    back = sentence.index - deed.sentence.index
    if not 0 <= back <= 1 or (back == 0 and deed.word.index > verb.index) or deed.content_of is not None:
        return False
    if denied == "deed":
        done = _done_again(verb)
        return back == 1 and done is not None and deed.reality in ("asserted", "alleged") and _is_same_doing(done, deed)
    if denied == "part":
        return deed.type == "ASSAULT" and deed.reality in ("asserted", "alleged")
    if deed.type in SAYING or (back and verb.dep not in ("ROOT", "conj")):
        return False
    if denied == "charge" and deed.reality == "asserted" and deed.claims:
        return _is_accused(verb, deed, sentence, parties)
    if denied == "charge" and deed.reality == "planned" and deed.claims:
        return True  # "accused of plotting to overthrow": that it was planned is the charge
    return deed.reality == "alleged" or (denied == "it" and deed.reality == "asserted" and (back == 0 or bool(deed.claims)))


def _is_same_doing(done: Word, deed: Deed) -> bool:
    """ "Rockets were fired at Haifa. The group denied firing them.": whether a verb repeats the one that tells a deed."""
    thing = done.kid("dobj")
    told = [*deed.words, *([deed.light] if deed.light is not None else [])]
    if thing is None or not any(word.is_verb and word.lemma == done.lemma for word in told):
        return False
    return thing.is_pronoun or any(kid.lower in ("the", "that", "those") for kid in thing.all_kids("det"))


def _is_accused(verb: Word, deed: Deed, sentence: Sentence, parties: Parties) -> bool:
    """ "Aid workers said that militiamen had looted the depot. The militia denied the accusation.": whether he who denies it is said to have done it."""
    denier = next(iter(verb_frame(verb).get("subject")), None)
    party = _teller(denier, sentence, parties) if denier is not None else None
    return party is not None and any(is_by_name(party, each) or same_party(party, each) for each in deed.actors)


def _tellers(deed: Deed) -> set[Span]:
    return {claim.claimant.span for claim in deed.claims if claim.claimant is not None}


def _claimed(deed: Deed, draft: Draft, parties: Parties) -> Deed:
    if deed.telling is None or not deed.telling.claims:
        return deed
    text = draft.document.text
    claims, evidence = [], []
    for word, stance, verb in deed.telling.claims:
        teller = _teller(word, deed.sentence, parties) if word is not None else None
        if teller is None or any(each.claimant is not None and (each.claimant.span, each.stance) == (teller.span, stance) for each in deed.claims):
            continue
        span = verb.start, verb.end
        claims.append(Claim(claimant=teller, stance=stance, text=text[slice(*span)], span=span))
        evidence.append(Evidence(field="claims", span=teller.span, quote=teller.text, rule=f"claims.{stance}"))
    harm = deed.harm
    if claims:
        harm = tuple(each.model_copy(update={"claimant": claims[0].claimant}) if each.claimant is None else each for each in harm)
    return replace(deed, claims=(*deed.claims, *claims), harm=harm, evidence=(*deed.evidence, *evidence))


def _teller(word: Word, sentence: Sentence, parties: Parties) -> Party | None:
    """Who tells: a party, or what speaks for one ("his office", "a UN report", "the closing statement") with its owner's country and sector."""
    if reading := parties.read(word, sentence):
        return reading.party
    if word.lemma not in MOUTHPIECES:
        return None
    owners = (parties.read(kid, sentence) for kid in word.all_kids("poss", "compound", "nmod", "amod"))
    owner = next((each.party for each in owners if each is not None), None)
    span = parties.span_of(word, sentence)
    text = parties.draft.document.text[slice(*span)]
    if owner is None:
        return Party(text=text, span=span, name=text)
    return Party(text=text, span=span, name=text, country=owner.country, sector=owner.sector, sectors=owner.sectors)
