"""The whole road from a document to its events, stage by stage: the one page to read first.

Each stage takes a Draft (what is known of the story so far) and returns one that knows more.
"""

from __future__ import annotations

from collections.abc import Callable

from whowhom.codebook import Codebook
from whowhom.coding.anaphors import find_repeats
from whowhom.coding.assemble import assemble
from whowhom.coding.bare import find_bare_tolls
from whowhom.coding.claims import attribute_claims
from whowhom.coding.contexts import find_contexts
from whowhom.coding.counts import count_deeds
from whowhom.coding.dating import date_deeds
from whowhom.coding.doers import judged_ties, name_doers
from whowhom.coding.draft import Draft
from whowhom.coding.echoes import join_echoes
from whowhom.coding.fusion import add_relations, weigh_relations
from whowhom.coding.harm import count_harm
from whowhom.coding.homes import bring_home, settle
from whowhom.coding.links import Tie, find_links
from whowhom.coding.means import arm_deeds
from whowhom.coding.places import locate_deeds
from whowhom.coding.reasons import find_reasons
from whowhom.coding.relation import Classifier
from whowhom.coding.responsibility import assign_responsibility
from whowhom.coding.scenes import settle_scenes
from whowhom.coding.sides import find_parties
from whowhom.coding.splitting import split_places
from whowhom.coding.telling import tell_deeds
from whowhom.coding.tolls import bring_tolls
from whowhom.coding.topics import drop_strangers
from whowhom.coding.triggers import find_triggers
from whowhom.gazetteer import Gazetteer
from whowhom.model import Document, Story
from whowhom.parse.names import find_names
from whowhom.parse.namesakes import without_namesakes
from whowhom.parse.tree import Sentence
from whowhom.parse.twosides import part_sides

Stage = Callable[[Draft], Draft]
STAGES: tuple[Stage, ...] = (
    find_triggers,  # what was done
    find_repeats,  # what was done again ("the same action")
    find_bare_tolls,  # what only its toll tells of ("doctors counted 12 bodies")
    tell_deeds,  # is it told as true, planned, denied; is it only the content of another deed
    find_parties,  # who, whom
    assign_responsibility,  # who claims it, who is blamed
    add_relations,  # verbs that no rule knows and the learned classifier does
    drop_strangers,  # is it violence at all: sport, business, disasters borrow its words
    locate_deeds,  # where
    bring_home,  # whose soldiers, police, protesters, by the place
    date_deeds,  # when
    weigh_relations,  # does the classifier agree where something is left in doubt
    arm_deeds,  # with what, what was hit
    count_harm,  # at what cost
    bring_tolls,  # tolls told apart from the deed
    count_deeds,  # how many deeds, how large a crowd
    attribute_claims,  # according to whom
    find_contexts,  # what is it about
    split_places,  # one deed at each place where it is told as several
)


def code_document(
    document: Document, sentences: tuple[Sentence, ...], book: Codebook, gazetteer: Gazetteer, coder: str, classifier: Classifier | None = None
) -> Story:
    """The story of a parsed document: its events with links, echoes joined, scenes carried on."""
    draft, ties = drafted(document, sentences, book, gazetteer, classifier)
    return Story(document=document, events=assemble(draft, ties, find_reasons(draft, ties), coder))


def drafted(
    document: Document, sentences: tuple[Sentence, ...], book: Codebook, gazetteer: Gazetteer, classifier: Classifier | None
) -> tuple[Draft, list[Tie]]:
    """All deeds of a parsed document, echoes joined, and the ties between them."""
    names = without_namesakes(tuple(find_names(each, document.text, gazetteer) for each in sentences), sentences, book.given_names)
    for sentence, found in zip(sentences, names, strict=True):
        part_sides(sentence, found)
    draft = Draft(document, book, gazetteer, sentences, names, classifier=classifier)
    for stage in STAGES:
        draft = stage(draft)
    ties = find_links(draft)
    joined = join_echoes(draft, ties)
    ties = [*ties, *judged_ties(joined, ties)]
    joined = name_doers(joined, ties)  # whom it blames or praises, where it names only the deed
    return settle(settle_scenes(joined)), ties
