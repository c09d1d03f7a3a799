"""When did each deed happen? The time expression of its sentence that hangs nearest to it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from whowhom.codebook import word_list
from whowhom.coding.anchors import SCENIC, Dated, settle
from whowhom.coding.counted import NUMBERED, RAISED
from whowhom.coding.draft import HAPPENING
from whowhom.coding.periods import as_date, find_times, single
from whowhom.coding.scope import SPOKEN, distance, gap, governor_of, is_aside, is_reporting, tells_of_party
from whowhom.coding.timewords import TimeWords
from whowhom.coding.whenclauses import (
    cost_of_sequel,
    is_in_since,
    is_of_first_clause,
    is_of_rank,
    is_of_what_was_before,
    is_when_of,
    of_counted_day,
    of_statement,
    opens_scene,
)
from whowhom.model import Date, Evidence, day_of
from whowhom.parse.datelines import dateline_length
from whowhom.parse.sentences import paragraphs

if TYPE_CHECKING:
    from whowhom.codebook import Codebook
    from whowhom.coding.draft import Deed, Draft
    from whowhom.parse.tree import Sentence, Word

NEWS_DAYS = 366  # days after which a deed is background
AROUND_DAY = re.compile(r"\b(?:published|posted|filed)\b|\W", re.IGNORECASE)  # what may stand beside a day that is a line of its own
HEAD = 2  # paragraphs at the head of a story in which its own day may stand
OF_HOURS = ("same_day", "overnight")
TELLING_DAYS = HAPPENING | word_list("committing")  # "the crime committed on 12 January": the day of the scene
ORDINAL = re.compile(
    r"\b(?:the|its|their|a)\s+(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+th|latest|\d+(?:st|nd|rd|th))\s+(?:(?!(?:time|day|night|week|month|year)\b)\w+\s+)?$"
)
OWNED_BY = frozenset({"against", "over", "about", "of", "for", "despite", "since"})  # "protested against last week's vote"
CONCESSIONS = frozenset({"because", "though", "although", "whereas"})
ASKING = frozenset({"REQUEST", "AGREE", "THREATEN"})  # deeds of words about what is to come
OF_OTHER = frozenset({"of", "as", "for", "over", "about", "despite"})
WILL = frozenset({"will", "'ll", "shall"})
ABOUT = frozenset({"for", "over", "about", "of", "behind"})  # before what a deed is about
APART = 2  # characters between a day and "the same day"
CHARGING = word_list("charging")
TRYING, DEFERRING = word_list("trying"), word_list("deferring")
MEASURES = frozenset({"restrict", "curfew", "martial-law", "censor", "withhold", "withdraw", "discontinue"})  # modes of deeds that last
OWN = "own_"  # "the 2013 siege", "an August rally": of the noun alone
FARTHEST = 3.2  # scope distance beyond which a time says nothing of a deed


def date_deeds(draft: Draft) -> Draft:
    """The draft with a date on every deed that the report dates."""
    today = day_of(draft.document.published)
    filed = day_filed(draft) if today is None else None
    today = day_of(filed.start) if filed is not None else today
    deeds = settle(
        [_dated(deed, draft, today) for deed in draft.deeds],
        today,
        _scenes(draft, today),
        lambda index: _times_in(draft.sentences[index], draft, today),
    )
    deeds = [_aged(deed, today) for deed in deeds]
    return draft.with_deeds([_inferred(deed, filed) for deed in deeds] if filed is not None else deeds)


def _aged(deed: Deed, today: date | None) -> Deed:
    """What was done long ago is background, not news."""
    return replace(deed, tense="historical") if deed.tense == "past" and deed.date is not None and _is_old(deed.date, today) else deed


def day_filed(draft: Draft) -> Date | None:
    """The story's own day where its head tells it whole: "KABUL, 12 March 2024 —", or a first line that is only a date. Else None."""
    text = draft.document.text
    for start, end in list(paragraphs(text))[:HEAD]:
        head = text[start : start + dateline_length(text[start:end], draft.gazetteer)] or text[start:end]
        times = list(find_times(head))
        alone = len(times) == 1 and (len(head) < end - start or not AROUND_DAY.sub("", head[: times[0].span[0]] + head[times[0].span[1] :]))
        day = as_date(times[0], None, False) if alone else None
        if day is not None and day.basis == "explicit" and day.precision == "day" and day.start is not None and day.start == day.end:
            return day.model_copy(update={"span": (day.span[0] + start, day.span[1] + start)})
    return None


def _inferred(deed: Deed, filed: Date) -> Deed:
    """A deed whose day counts from the story's own, with the words that tell that day."""
    if deed.date is None or deed.date.basis != "relative-to-publication" or deed.date.start is None:
        return deed
    evidence = Evidence(field="date", span=filed.span, quote=filed.text, rule="times.filed")
    return replace(deed, date=deed.date.model_copy(update={"basis": "inferred-publication"}), evidence=(*deed.evidence, evidence))


def _scenes(draft: Draft, today: date | None) -> dict[int, Date]:
    """The day that a sentence without a deed names: one alone, not the day on which something is said."""
    with_deeds = {deed.sentence.index: deed.type in SCENIC for deed in sorted(draft.deeds, key=lambda deed: deed.type in SCENIC)}
    found: dict[int, Date] = {}
    for sentence in draft.sentences:
        times = times_of(sentence, draft) if not with_deeds.get(sentence.index) else []
        if len(times) != 1 or not (inside := sentence.words_in(times[0].span)):
            continue
        if sentence.index in with_deeds and governor_of(inside).lemma not in TELLING_DAYS:
            continue
        if inside[0].dep == "poss" or any(kid.tag == "MD" for kid in governor_of(inside).all_kids("aux")):
            continue  # "Wednesday's delivery was delayed", "the trial will open on Monday"
        day = as_date(times[0], today, False)
        if day.start is not None and day.precision == "day" and not _is_stale(day, today) and not is_reporting(governor_of(inside), draft.book):
            found[sentence.index] = day
    return found


def _times_in(sentence: Sentence, draft: Draft, today: date | None) -> list[Date]:
    """The times that a sentence names, in their order."""
    return [as_date(words, today, False) for words in times_of(sentence, draft)]


def _is_stale(day: Date, today: date | None) -> bool:
    """Whether a day told without its year lies so far back that it may be one to come: "will be elected on 27 May", told in April."""
    end = day_of(day.end)
    return day.basis != "explicit" and today is not None and end is not None and (today - end).days > NEWS_DAYS // 2


def _dated(deed: Deed, draft: Draft, today: date | None) -> Dated:
    sentence = deed.sentence
    others = {
        id(word)
        for each in draft.deeds
        if each.sentence is sentence and each is not deed
        for word in (*each.words, *([each.light] if each.light else []))
    }
    best, best_cost, announced = None, (True, FARTHEST), False
    for words in times_of(sentence, draft):
        inside = sentence.words_in(words.span)
        governor = _governor(words, inside, deed, others, draft.book, today)
        if governor is None:
            continue
        ranked = words.span[0] > 0 and ORDINAL.search(draft.document.text, sentence.start, words.span[0])  # "the swap, the third this year"
        if (
            ranked
            or _is_of_cause(governor, inside, words, deed, others, today)
            or _is_told_aside(inside, deed)
            or _is_of_count(governor, deed)
            or _is_for_later(inside, deed)
            or _is_of_owned(inside, deed)
            or is_of_rank(words, deed)
            or _is_of_what_follows(governor, deed)
            or is_of_first_clause(words, governor, deed)
            or (not words.opens_clause and is_of_what_was_before(governor, deed, others))
        ):
            continue
        spoken = deed.type != deed.rule.event and _says(governor, deed)
        sequel = cost_of_sequel(words, deed, [each for each in times_of(sentence, draft) if not _is_of_hours(each)], others, draft.book)
        far = sequel if sequel is not None else 0.0 if is_when_of(words, deed) else distance(deed, governor, others, draft.book)
        if far >= FARTHEST and opens_scene(words, governor, deed) and as_date(words, today, False).precision != "day":
            far = FARTHEST / 2
        cost = 0.0 if spoken else far + gap(words.span, deed.span) / 1000
        rank = (_is_of_hours(words), cost)
        if cost < FARTHEST and rank < best_cost:
            best, best_cost, announced = words, rank, spoken
    if best is None:
        return Dated(deed, None)
    best = _settled(best, deed)
    future = not announced and (deed.tense == "future" or _is_ahead(deed, best) or (best.kind.startswith("until") and _is_measure(deed)))
    content = _is_of_content(best, deed) or (deed.type in ASKING and best.kind.startswith("month"))  # "proposed talks in June"
    if not future and content and _is_stale(as_date(best, today, False), today):
        return Dated(deed, None)
    found = as_date(_beside(best, times_of(sentence, draft)), today, future).model_copy(update={"text": best.text, "span": best.span})
    since = today is not None and found.start is not None and is_in_since(best, deed)
    if since and today is not None:  # "two coups since it won independence in 1960"
        found = found.model_copy(update={"end": today.isoformat(), "precision": "open"})
    deed = _aged(replace(deed, date=found), today)
    evidence = Evidence(field="date", span=found.span, quote=found.text, rule=f"times.{re.sub('[0-9]', '', best.kind)}")
    if (best.kind.startswith("since") or since) and any(kid.lower in ("have", "has") and kid.dep == "aux" for kid in (deed.light or deed.word).kids):
        deed = replace(deed, tense="ongoing")
    return Dated(replace(deed, evidence=(*deed.evidence, evidence)), best)


def _governor(words: TimeWords, inside: list[Word], deed: Deed, others: set[int], book: Codebook, today: date | None) -> Word | None:
    """The word that a time hangs on, by its sense where the parser hung it elsewhere; None where it is a part of the deed's own words, or another's."""
    if not inside or any(word in deed.words for word in inside):
        return None
    governor = of_counted_day(governor_of(inside))
    if words.kind.startswith(OWN) and (not _is_own(noun := inside[-1].head, deed) or (noun.dep == "dobj" and noun.head is deed.word)):
        return None  # "paid the November salaries"
    matter = _matter_before(governor, inside, deed, others)
    if matter is not None and (deed.word is matter or id(matter) in others):
        if governor.lemma == "be" and deed.type in SPOKEN:
            return None  # "said Iran was behind the killing of an envoy on Monday"
        if governor.lemma == "be" or as_date(words, today, False).precision != "day":
            governor = matter
    return _speaking(of_statement(governor, others, book), inside, deed, book)


def _is_of_what_follows(governor: Word, deed: Deed) -> bool:
    """ "will submit it next week, after Algeria offered to help": the day of what is to come, not of what was done before."""
    verb = deed.light or deed.word
    ahead = any(kid.tag == "MD" and kid.lower in WILL for kid in governor.all_kids("aux"))
    return (
        ahead
        and deed.tense == "past"
        and verb.is_below(governor)
        and any(word.tag == "VBD" for word in (verb, *verb.ancestors()) if word.is_below(governor))
    )


def _settled(words: TimeWords, deed: Deed) -> TimeWords:
    """ "By Thursday they had blocked it": a day already past; "since 2019, when it expelled them": that year, and no longer."""
    verb = deed.light or deed.word
    if words.kind.startswith("until") and any(kid.lower in ("had", "'d") and kid.dep == "aux" for kid in verb.kids):
        return replace(words, is_past=True)
    held = words.kind.startswith("since") and is_when_of(words, deed)
    if held and (inner := single(words.match["first"])) is not None:
        return replace(inner, text=words.text, span=words.span)
    return words


def _is_of_owned(inside: list[Word], deed: Deed) -> bool:
    """ "investigates last month's bombing", "protested against Sunday's vote": the day of what is spoken of; but "broke up Sunday's march"."""
    noun = inside[-1].head
    spoken = deed.type not in SCENIC and not deed.frame.nominal
    if inside[-1].dep != "poss" or (_is_own(noun, deed) and not spoken):
        return False
    for word in (noun, *noun.ancestors()):
        above = word.head
        if word.dep == "pobj" and above.lower in OWNED_BY and not (above.lower == "of" and above.head in deed.words and deed.frame.nominal):
            return True
        if word.dep in ("dobj", "nsubjpass") and (spoken or above not in (deed.word, deed.light)):
            return above not in deed.words or spoken
        if word in (deed.word, deed.light) or word.is_verb:
            return False
    return False


def _is_ahead(deed: Deed, words: TimeWords) -> bool:
    """Whether a deed planned or threatened is to come: "plan to march"; what was tried or wanted is over, and "met on Monday to condemn it" was that Monday."""
    governor = governor_of(deed.sentence.words_in(words.span))
    met = governor.tag == "VBD" and deed.word.dep == "advcl" and deed.word.head is governor
    if deed.reality not in ("planned", "threatened") or met:
        return False
    return not any(verb.tag in ("VBD", "VBN") and verb.lemma in TRYING for verb, _ in (deed.telling.path if deed.telling is not None else ()))


def _is_measure(deed: Deed) -> bool:
    """Whether a deed sets what holds from then on: "imposed a curfew until 31 March"."""
    return deed.type == "SANCTION" or not MEASURES.isdisjoint(deed.modes)


def _is_of_content(words: TimeWords, deed: Deed) -> bool:
    """Whether a time stands in what is agreed, asked or promised: "agreed to meet in May"."""
    inside = deed.sentence.words_in(words.span)
    return any(word.tag == "VB" and word.dep in ("xcomp", "ccomp", "advcl", "acl") and word.is_below(deed.word) for word in inside[0].ancestors())


def _is_own(noun: Word, deed: Deed) -> bool:
    """Whether a noun is the deed itself, or what had its outcome: "the 2013 siege", "the 2013 siege took 60 lives"."""
    return noun in deed.words or (deed.rule.result and noun in deed.frame.get("subject"))


def _is_of_hours(words: TimeWords) -> bool:
    """Whether a time only tells the hour, and leaves the day to another: "last night, three hours after the vote"."""
    return words.kind.startswith(OF_HOURS) or words.match.groupdict().get("unit") == "hour"


def _is_told_aside(inside: list[Word], deed: Deed) -> bool:
    """ "according to officials today", "killed a man who had fled in May": the day of the source, or of what else is told of a party."""
    own = (deed.word, deed.light, *deed.words)
    before = deed.sentence.words[inside[0].index - 1] if inside[0].index else inside[0]
    if any(word.lower == "according" for word in before.ancestors()):
        return True
    for word in inside[0].ancestors():
        if word in own:
            return False
        if word.lower == "according":
            return True
        if word.dep == "advcl" and word.kid("nsubj", "nsubjpass") and any(kid.lower in CONCESSIONS for kid in word.all_kids("mark")):
            return True  # "refused to talk, though its president is expected next week"
        if word.dep == "relcl" and deed.tense == "future" and word.tag == "VBD":
            return True  # "the talks that they left in May will resume"
        participle = word.dep == "acl" and word.tag == "VBN"
        of_other = participle and word.head.dep == "pobj" and word.head.head.lower in OF_OTHER  # "a violation of the truce reached in May"
        spoken = participle and deed.type not in SCENIC  # "condemned the crime committed on Monday"
        if is_aside(word, deed) or (of_other and not _is_own(word.head, deed)) or (spoken and tells_of_party(word, deed)):
            return True
    return False


def _is_of_cause(governor: Word, inside: list[Word], words: TimeWords, deed: Deed, others: set[int], today: date | None) -> bool:
    """ "apologised for a massacre in 1974", "accuses them of ordering it in 2023": the year of what it is about, not a day on which it was said."""
    if as_date(words, today, False).precision == "day":
        return False
    governor = _matter_before(governor, inside, deed, others) or governor
    for word in (governor, *governor.ancestors()):
        if word in (deed.word, deed.light, *deed.words):
            return False
        if word.dep in ("pobj", "pcomp") and word.head.lower in ABOUT:
            above = word.head.head.head if word.head.head.dep == "dobj" else word.head.head  # "accused the group of a bombing in 2022"
            owned = word.dep == "pobj" and word.head.lower == "of" and deed.frame.nominal
            return not owned and any(each in (deed.word, deed.light, *deed.words) for each in (above, word.head.head))
    return False


def _matter_before(governor: Word, inside: list[Word], deed: Deed, others: set[int]) -> Word | None:
    """ "for a massacre in 1974", "for the explosion of a depot in X in 2014": what a verb is about, right before a time hung on the verb."""
    step = deed.sentence.words[inside[0].index - 1] if inside[0].index else governor
    while step.dep == "pobj" and not _is_about(step, deed, others) and step.head.head.is_noun:
        step = step.head.head
    is_matter = step.dep == "pobj" and _is_about(step, deed, others) and step.kid("det", "poss", "nummod") is not None
    return step if is_matter and governor.is_verb and step.is_below(governor) else None


def _is_about(noun: Word, deed: Deed, others: set[int]) -> bool:
    """ "for a massacre", "accused them of a massacre": what words are about, by its preposition."""
    told = id(noun) in others or noun is deed.word
    return noun.head.lower in ABOUT - {"of"} or (
        noun.head.lower == "of" and told and (noun.head.head.dep == "dobj" or noun.head.head.lemma in CHARGING)
    )


def _is_of_count(governor: Word, deed: Deed) -> bool:
    """ "the toll from the bombings rose to 95 on Sunday": the day of the count, not of the deed."""
    if governor.lemma not in RAISED or governor in deed.words:
        return False
    return any(subject.lemma in NUMBERED for subject in governor.all_kids("nsubj", "nsubjpass"))


def _is_for_later(inside: list[Word], deed: Deed) -> bool:
    """ "called an election for 21 December", "postponed it until May": the day of what is to come."""
    if inside[0].lower in ("until", "till") and any(word.lemma in DEFERRING for word in inside[0].ancestors()):
        return True
    before = deed.sentence.words[inside[0].index - 1] if inside[0].index else inside[0]
    return before.lower == "for" and any(word.head is before for word in inside) and deed.reality == "asserted" and deed.tense == "past"


def _says(word: Word, deed: Deed) -> bool:
    """Whether a verb tells of a deed that is but announced, promised or refused: its day is the day of the words."""
    if deed.telling is not None and any(word is verb for _, _, verb in deed.telling.claims):
        return True
    step = deed.word  # "vowed on Monday to strike", "repeated on Monday that it would"
    while step.dep in ("ccomp", "xcomp", "acomp") and (step.head.is_verb or step.head.dep == "acomp"):
        step = step.head
        if step is word:
            return True
    return False


def _speaking(governor: Word, inside: list[Word], deed: Deed, book: Codebook) -> Word:
    """ "said on Thursday he would": a day between a verb and the subject of its clause is the verb's, though the parser gives it to the clause."""
    subject = governor.kid("nsubj", "nsubjpass")
    if governor.kid("mark") is not None or not (deed.type != deed.rule.event or is_reporting(governor.head, book)):
        return governor  # "said that on Thursday he would"
    if deed.type == deed.rule.event and deed.type in SPOKEN and subject is not None and subject.is_pronoun:
        return governor  # "said on Tuesday it had evidence": what it says so is said then
    if governor.dep == "ccomp" and subject is not None and governor.head.index < inside[0].index < subject.index:
        return governor.head
    return governor


def _beside(words: TimeWords, times: list[TimeWords]) -> TimeWords:
    """ "on 18 August, the same day that …": the day right before tells which."""
    before = next((each for each in times if 0 <= words.span[0] - each.span[1] <= APART), None)
    return before if before is not None and words.kind.startswith("same_day") else words


def _is_old(found: Date, today: date | None) -> bool:
    """Whether a deed lies more than a year before the story, or goes on for more than one: background, not news."""
    start, end = day_of(found.start), day_of(found.end)
    if today is None or end is None:
        return False
    return (today - end).days > NEWS_DAYS or (start is not None and found.precision != "year" and (end - start).days > NEWS_DAYS)


def times_of(sentence: Sentence, draft: Draft) -> list[TimeWords]:
    """The time expressions of a sentence, read once a story."""
    memory = draft.notes.setdefault("times", {})
    assert isinstance(memory, dict)
    if sentence.index not in memory:
        memory[sentence.index] = list(find_times(draft.document.text, sentence.start, sentence.end))
    found: list[TimeWords] = memory[sentence.index]
    return found
