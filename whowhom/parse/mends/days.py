"""Which words are the day? Days and hours that the parser made one phrase with the name before or after them, or with a place."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.way import on
from whowhom.parse.tree import Sentence, Word

WEEKDAYS = word_list("weekdays")
HOURS = word_list("hours_of_day")
DATING = frozenset({"on", "since", "until", "by", "before", "after", "from"})  # prepositions that a day itself may follow


@on(word=WEEKDAYS, dep="compound nmod")
def opening_day(day: Word, _: Sentence) -> None:
    """ "On Monday rebels attacked the town.": the subject taken for the day's own name."""
    noun = day.head
    if noun.dep != "pobj":
        return
    preposition, verb = noun.head, noun.head.head
    if preposition.dep != "prep" or not verb.is_verb or not noun.index < verb.index or preposition.index != day.index - 1:
        return
    if verb.kid("nsubj", "nsubjpass", "csubj") is None:
        noun.hang_on(verb, "nsubjpass" if verb.kid("auxpass") is not None else "nsubj")
        day.hang_on(preposition, "pobj")


@on(word="in near at outside inside", dep="prep")
def place_after_hour(preposition: Word, _: Sentence) -> None:
    """ "raided the house on Friday night near Mosul": not a night near Mosul."""
    above = preposition.head
    if above.lower not in WEEKDAYS and above.lower not in HOURS:
        return
    verb = next((each for each in preposition.ancestors() if each.is_verb), None)
    if verb is not None and verb.index < preposition.index:
        preposition.hang_on(verb, "prep")


@on(word=WEEKDAYS, dep="pobj dobj npadvmod")
def day_after_name(day: Word, sentence: Sentence) -> None:
    """ "marched outside the Louvre Sunday": the day taken for the head of the name before it."""
    if not day.index:
        return
    name = sentence.words[day.index - 1]
    if name.head is not day or name.dep != "compound" or not name.is_name:
        return
    above, function = day.head, day.dep
    verb = above.head if function == "pobj" else above
    while verb.dep == "prep" or (not verb.is_verb and not verb.is_root):
        verb = verb.head
    if above.lower in DATING or not verb.is_verb:
        return
    if function == "npadvmod" and verb.kid("dobj", "nsubjpass") is None and name.index == verb.index + 1:
        function = "dobj"  # "patrolled Goma Thursday"
    name.hang_on(above, function)
    for kid in [kid for kid in day.kids if kid.index < name.index]:
        kid.hang_on(name, kid.dep)
    day.hang_on(verb, "npadvmod")
