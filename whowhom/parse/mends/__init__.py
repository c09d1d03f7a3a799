"""Which slips of the parser are mended, and in which order?

The road of a sentence: where one of its verbs may be lost, the parser reads it a second time (`doubt` says where, `sentences` asks the parser).
Then, here, each mend puts right a pattern of labels that cannot be so, and leaves alone every other.

- FRAME, once a sentence: "shot dead" and the main verb, since all else hangs on it.
- ROAD, twice through the words from left to right, trying on each word one mend after the other. HANGING: where a word hangs, by what "and" joins,
  who does it and what belongs to what. BEING: what a word is, which shows only when all others hang in place (a hyphen or a capital before a verb is
  a lost noun if the verb found no subject), and what asks for that: who speaks, how many, the rest of lists.

A mend sees what those before it did. Within a way the order hardly matters (fifteen thousand sentences know one such pair: `outside` and the
next); where it should by its meaning, a remark says so. Else what has one question stands together.

A new mend is a function `(word, sentence)` in the module whose question it answers. `@on(word=…, tag=…, dep=…)` says on which words it is tried; it
looks for the rest of its pattern, and hangs words in place. Its name goes beside those of its module: below BEING, unless something there waits for it.
`tests/parse/test_mends.py` finds a mend that stands nowhere.
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
    shotdead,
    speakers,
    states,
    subjects,
)
from whowhom.parse.mends.way import Way
from whowhom.parse.tree import Sentence

FRAME: tuple[Callable[[Sentence], None], ...] = (
    shotdead.mend_shot_dead,
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

HANGING = Way(
    lists.two_persons,
    lists.office_and_name,
    lists.among,
    lists.gapped,
    lists.list_of_three,
    relatives.people_who,
    relatives.extracted,
    relatives.arranged,
    relatives.housing,
    days.opening_day,
    days.place_after_hour,
    days.how_long_after,
    days.march,
    fronted.doer,
    fronted.own_place,
    states.left_in_states,
    subjects.headline_pair,
    clauses.broken_clause,  # before the mends of "and": what "after" opens is not joined
    clauses.noun_in_ing,
    clauses.subject_after,
    joined.two_verbs,  # before the others: its second verb may need them
    joined.shot,
    joined.own_subject,  # before those that hang a verb without a subject elsewhere
    joined.suffered,
    joined.resumed,
    joined.first_object,
    joined.series,
    speakers.several_speakers,
    accused.charge,
    accused.blame,
    belonging.laid_on,
    belonging.judged,
    belonging.deprived,
    belonging.agent_of_deed,
    belonging.agent_behind_noun,
    infinitives.order,
    infinitives.within_phrase,
    numbers.sum_paid,
    numbers.counted_object,
    subjects.within_name,  # last: a verb that found no better subject
)
BEING = Way(
    fronted.outside,  # makes a preposition of the first word, of which the next asks
    fronted.opening_place,
    relatives.content,  # before `had_done`, which asks for a clause on a noun
    misread.sit_in,
    misread.plural,
    misread.let_go,
    misread.model,
    misread.hyphen,
    misread.alleged,
    misread.due,
    misread.answer_to,
    misread.stray_to,
    misread.had_done,
    numbers.number_word,
    numbers.up_to,
    belonging.between_parties,
    numbers.between,
    states.verdict,
    states.captive,
    subjects.lost_name,
    subjects.copula,
    infinitives.telling,
    infinitives.named,
    infinitives.vow,
    accused.charged_with_doing,
    days.day_after_name,
    belonging.people_on_the_move,
    belonging.visiting,
    belonging.lost_object,
    belonging.voicing,
    belonging.direction,
    speakers.two_subjects,
    speakers.beside_the_day,
    speakers.last_of_a_list,
    speakers.complaint,
    speakers.on_last_noun,
    lists.close_name,
    lists.second_object,
    lists.names_in_a_row,
    joined.unlike,
    clauses.outcome,
    speakers.victims_before,  # and those below it last: they ask what is told, and by which verb
    speakers.told_to,
    speakers.eventful,
    speakers.saying_on,
    speakers.outcome_of_told,
    speakers.source_of_all,
)
ROAD = (HANGING, BEING)


def mend(sentence: Sentence) -> Sentence:
    """The sentence, mended in place."""
    for mend_frame in FRAME:
        mend_frame(sentence)
    for way in ROAD:
        way.go(sentence)
    return sentence
