"""Every mend stands on the road, once, and none makes a circle of the tree."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from inspect import isfunction

import pytest

from whowhom.parse import mends
from whowhom.parse.mends import FRAME, ROAD, mainverb
from whowhom.parse.mends.way import Mend
from whowhom.parse.tree import Sentence, Word


def words(*told: tuple[str, str, str, int]) -> list[Word]:
    """Words from text, tag, function and the place of their head."""
    made = [Word(at, text, text.lower(), text.lower(), tag, dep, 0, 0) for at, (text, tag, dep, _) in enumerate(told)]
    for word, (*_, head) in zip(made, told, strict=True):
        word.head = made[head]
        if word.head is not word:
            word.head.kids.append(word)
    return made


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(mends.__path__)])
def test_every_mend_stands_on_the_road_once(name: str) -> None:
    module = importlib.import_module(f"{mends.__name__}.{name}")
    standing = Counter(id(mend) for way in ROAD for mend in way.mends)
    assert {each for each, value in vars(module).items() if isinstance(value, Mend) and standing[id(value)] != 1} == set()


def test_every_mend_of_the_main_verb_stands_in_the_frame() -> None:
    own = {each for name, each in vars(mainverb).items() if isfunction(each) and each.__module__ == mainverb.__name__ and name[0] != "_"}
    assert own <= set(FRAME)
    assert len(FRAME) == len(set(FRAME))


def test_a_mend_sees_what_those_before_it_did() -> None:
    """ "beat and tortured inmates": a participle becomes a verb that "and" joins, and is then tried as one."""
    beat, joint, tortured, inmates = words(
        ("beat", "VBD", "ROOT", 0), ("and", "CC", "cc", 0), ("tortured", "VBN", "amod", 3), ("inmates", "NNS", "conj", 0)
    )
    tried: list[str] = []
    seen = Mend(lambda word, _: tried.append(word.text), frozenset(), frozenset({"VBD"}), frozenset({"conj"}))
    mends.Way(mends.joined.two_verbs, seen).go(Sentence(0, 0, 0, 0, [beat, joint, tortured, inmates]))
    assert (tortured.head, tortured.dep, inmates.head, inmates.dep) == (beat, "conj", tortured, "dobj")
    assert tried == ["tortured"]


def test_no_word_is_hung_below_itself() -> None:
    killed, of, town = words(("killed", "VBD", "ROOT", 0), ("of", "IN", "prep", 0), ("town", "NN", "pobj", 1))
    of.hang_on(town, "prep")
    of.hang_on(of, "prep")
    assert (of.head, of.dep, town.kids) == (killed, "prep", [])
