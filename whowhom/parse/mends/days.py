"""Which words are the day? Days, hours and weeks that the parser made one phrase with the noun before or after them, or with a place; no march is one."""

from __future__ import annotations

from whowhom.codebook import word_list
from whowhom.parse.mends.clauses import OPENERS
from whowhom.parse.mends.way import on
from whowhom.parse.tree import Sentence, Word

WEEKDAYS = word_list("weekdays")
HOURS = word_list("hours_of_day")
MEASURES = word_list("measures")
DATING = frozenset({"on", "since", "until", "by", "before", "after", "from"})  # prepositions that a day itself may follow
SETTING = frozenset({"in", "near", "at", "outside", "inside"})  # prepositions of where it was
SPELLS = frozenset({"in", "during", "for", "over", "through", "throughout"})  # "during the war years after 1914"


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


@on(word=SETTING, dep="prep")
def place_after_hour(preposition: Word, _: Sentence) -> None:
    """ "raided the house on Friday night near Mosul": not a night near Mosul."""
    above = preposition.head
    if above.lower not in WEEKDAYS and above.lower not in HOURS:
        return
    verb = next((each for each in preposition.ancestors() if each.is_verb), None)
    if verb is not None and verb.index < preposition.index:
        preposition.hang_on(verb, "prep")


@on(tag="NNS", dep="dobj pobj")
def how_long_after(time: Word, sentence: Sentence) -> None:
    """ "suspended the union weeks after it struck": the union is suspended, not some weeks of it."""
    if time.lemma not in MEASURES or not 0 < time.index < len(sentence.words) - 1:
        return
    noun, after = sentence.words[time.index - 1], sentence.words[time.index + 1]
    if after.lower not in OPENERS or noun.head is not time or noun.dep not in ("compound", "nmod") or time.head.lower in SPELLS:
        return
    above, function = time.head, time.dep
    noun.hang_on(above, function)
    for kid in list(time.kids):
        behind = kid.index > time.index
        kid.hang_on(above if behind else noun, "advcl" if behind and kid.is_verb else kid.dep)
    time.hang_on(after.head if after.dep == "mark" else after, "npadvmod")


@on(word="march marches", dep="npadvmod")
def march(noun: Word, _: Sentence) -> None:
    """ "broke up a march": no month."""
    verb = noun.head
    if not verb.is_verb or verb.index > noun.index or noun.kid("det", "poss") is None or verb.kid("dobj", "auxpass", "nsubjpass") is not None:
        return
    noun.dep = "dobj"
    for kid in verb.all_kids("prep"):
        if kid.index == noun.index + 1:
            kid.hang_on(noun, "prep")


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
