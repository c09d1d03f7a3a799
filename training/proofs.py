"""Which sentences of the codebook teach the classifier? Those whose proof holds, with the parties that the rules found in them.

A `yes` sentence gives its event's first actor and recipient; a `no` sentence in which nothing happens gives pairs with no deed between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from sentences import NONE, Example

from whowhom import codebook
from whowhom.coder import Coder, document
from whowhom.coding.draft import Draft
from whowhom.coding.parties import Parties
from whowhom.model import Event
from whowhom.parse.names import find_names
from whowhom.parse.syntax import verb_frame

DAY = "2024-03-14"


def proofs(coder: Coder) -> list[Example]:
    """The examples of all rules, in their order."""
    cases = [
        (rule, wanted, sentence)
        for rule in codebook.load().rules.values()
        for wanted, sentences in (("yes", rule.yes), ("no", rule.no))
        for sentence in sentences
    ]
    stories = coder.code_all(document(sentence, published=DAY) for _, _, sentence in cases)
    found: list[Example] = []
    for (rule, wanted, sentence), story in zip(cases, stories, strict=True):
        if wanted == "yes":
            events = [event for event in story.events if event.type == rule.event and set(rule.modes) <= set(event.modes)]
            found.extend(example for event in events[:1] if (example := example_of_event(event, sentence, rule.id)))
        elif not story.events:
            found.extend(_of_nothing(sentence, rule.id, coder))
    return found


def example_of_event(event: Event, sentence: str, rule: str, origin: str = "codebook/yes") -> Example | None:
    """The example that an event read in a sentence makes; None where it has no two sides apart from each other."""
    sides = [*event.actor, *event.recipient]
    if not event.actor or (not event.recipient and len(event.actor) < 2):
        return None
    actor, recipient = sides[0].span, (event.recipient or event.actor[1:])[0].span
    if _overlap(actor, recipient):
        return None
    return Example(sentence, actor, recipient, event.trigger.span, event.type, event.modes, event.reality, "manual", origin, rule)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _of_nothing(sentence: str, rule: str, coder: Coder) -> Iterator[Example]:
    """Pairs of a sentence in which nothing happens: subject and object of its verbs."""
    one = document(sentence, published=DAY)
    for parsed in coder._parse([one])[0]:
        names = find_names(parsed, sentence, coder.gazetteer)
        draft = Draft(one, coder.book, coder.gazetteer, (parsed,), (names,))
        parties = Parties.of(draft)
        for word in parsed.words:
            if not word.is_verb or word.dep in ("aux", "auxpass"):
                continue
            frame = verb_frame(word)
            subjects = frame.get("subject")
            others = [
                each for name, words in frame.slots.items() if name not in ("subject", "clause", "complement") for each in words if each.is_noun
            ]
            if subjects and others and subjects[0].is_noun:
                actor, recipient = parties.span_of(subjects[0], parsed), parties.span_of(others[0], parsed)
                if not _overlap(actor, recipient):
                    yield Example(sentence, actor, recipient, (word.start, word.end), NONE, (), None, "manual", "codebook/no", rule)
                    return
