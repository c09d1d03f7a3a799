"""Which slips of the parser are mended, and in which order?

The road of a sentence: where one of its verbs may be lost, the parser reads it a second time (`doubt` says where, `sentences` asks the parser).
Then, here, each mend puts right a pattern of labels that cannot be so, and leaves alone every other.

- FRAME, once a sentence: the main verb, since all else hangs on it.
- ROAD, four ways through the words from left to right. On each word the mends of a way are tried from the first to the last; each sees what those
  before it have done. First who stands beside whom, as a phrase that belongs to two must find the first of them. Then what belongs to what. Then
  words of the wrong sort, which are known by where they hang. Last what needs all that: who speaks, how many, what is left of lists.

A new mend is a function `(word, sentence)` in the module whose question it answers. `@on(word=…, tag=…, dep=…)` says on which words it is tried; it
looks for the rest of its pattern, and hangs words in place. Its name goes to the end of one of the four ways: the last, unless a mend of another way
waits for what it does. `tests/parse/test_mends.py` finds one that stands nowhere.
"""

from __future__ import annotations

from collections.abc import Callable

from whowhom.parse.mends import (
    accused,
    belonging,
    clauses,
    days,
    fronted,
    infinitives,
    joined,
    lists,
    mainverb,
    misread,
    numbers,
    relatives,
    speakers,
    states,
    subjects,
)
from whowhom.parse.mends.way import Way
from whowhom.parse.tree import Sentence

FRAME: tuple[Callable[[Sentence], None], ...] = (
    mainverb.swallowed_shot,
    mainverb.lost_verb,
    mainverb.leading_participle,
    mainverb.verb_before_object,
    mainverb.swallowed_object,
    mainverb.verb_after_relative,
    mainverb.past_modifier,
    mainverb.late_object,
    mainverb.reduced_relative,
    mainverb.perfect,
)

# Who stands beside whom: names, then verbs; a verb gets its clause before its subject, and its subject before it is hung elsewhere.
BESIDE = Way(
    lists.two_persons,
    lists.office_and_name,
    relatives.people_who,
    lists.among,
    lists.gapped,
    joined.two_verbs,
    fronted.doer,
    lists.list_of_three,
    subjects.headline_pair,
    joined.shot,
    states.left_in_states,
    fronted.own_place,
    clauses.broken_clause,
    joined.own_subject,
    joined.suffered,
    joined.resumed,
    joined.first_object,
    speakers.several_speakers,
)
# What belongs to what: prepositions and days first; what is left beside a verb may then be its subject.
BELONGS = Way(
    accused.charge,
    accused.blame,
    days.opening_day,
    clauses.noun_in_ing,
    clauses.subject_after,
    relatives.extracted,
    days.place_after_hour,
    belonging.agent_of_deed,
    belonging.agent_behind_noun,
    joined.series,
    infinitives.order,
    infinitives.within_phrase,
    numbers.counted_object,
    subjects.within_name,
)
# Words of the wrong sort: the opening, once for the first word; then each word.
SORTS = Way(
    fronted.outside,
    fronted.opening_place,
    misread.sit_in,
    misread.plural,
    misread.let_go,
    infinitives.telling,
    misread.model,
    misread.hyphen,
    subjects.lost_name,
    numbers.number_word,
    states.verdict,
    misread.shot_dead,
    states.captive,
    misread.due,
    misread.answer_to,
    misread.stray_to,
    belonging.people_on_the_move,
    accused.charged_with_doing,
)
# What needs all that: speakers, numbers, the rest of lists.
LAST = Way(
    subjects.copula,
    infinitives.vow,
    days.day_after_name,
    numbers.up_to,
    belonging.lost_object,
    speakers.two_subjects,
    speakers.beside_the_day,
    speakers.last_of_a_list,
    speakers.complaint,
    speakers.on_last_noun,
    belonging.voicing,
    belonging.direction,
    numbers.between,
    lists.close_name,
    lists.second_object,
    lists.names_in_a_row,
    joined.unlike,
    clauses.outcome,
)
ROAD = (BESIDE, BELONGS, SORTS, LAST)


def mend(sentence: Sentence) -> Sentence:
    """The sentence, mended in place."""
    for mend_frame in FRAME:
        mend_frame(sentence)
    for way in ROAD:
        way.go(sentence)
    return sentence
