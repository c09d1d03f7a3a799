"""Who shot whom dead? Parsers take "shot" for a noun, and "dead" for the main word or a quality of who was hit."""

from __future__ import annotations

from whowhom.parse.tree import Sentence, Word


def mend_shot_dead(sentence: Sentence) -> None:
    """Mends each "shot dead" in place: the verb, who shot, who was hit, and "dead" as what became of him."""
    for shot, dead in zip(sentence.words, sentence.words[1:], strict=False):
        if shot.lower == "shot" and dead.lower == "dead":
            _mend_swallowed(shot, dead, sentence)
            if dead is not sentence.words[-1]:
                _mend_victim(shot, dead)


def _mend_swallowed(shot: Word, dead: Word, sentence: Sentence) -> None:
    """ "Gunmen in a car shot dead a judge": "dead" taken for the main word, and "shot" for what the gunmen were in."""
    before, noun = shot.head, sentence.words[shot.index - 1]
    if shot.dep != "pobj" or dead.kid("nsubj", "nsubjpass") is None or noun.head is not shot or not noun.is_noun:
        return
    for kid in [kid for kid in shot.kids if kid is not noun and kid.index < noun.index]:
        kid.hang_on(noun, kid.dep)
    noun.hang_on(before, "pobj")
    shot.take_place_of(dead, "acomp")
    shot.retag("VBD")
    shot.respell("shoot")


def _mend_victim(shot: Word, dead: Word) -> None:
    """ "Soldiers shot dead a boy": a verb, what becomes of the boy, and the boy; "Man shot dead in Karachi": a headline's passive."""
    shooter = shot.kid("nsubj", "nsubjpass")
    if shot.head is dead:  # a "sniper shot" that is dead
        shooter = shot.kid("compound")
        shot.take_place_of(dead, "oprd")
        if shooter is not None:
            shooter.hang_on(shot, "nsubj")
            for kid in [kid for kid in shot.kids if kid.index < shooter.index]:
                kid.hang_on(shooter, kid.dep)
    victim = dead.head if dead.dep == "amod" else next((kid for each in (shot, dead) for kid in each.all_kids("dobj", "npadvmod", "attr")), None)
    if victim is not None and victim.index > dead.index and shot.kid("auxpass") is None and not shot.is_below(dead):
        shot.retag("VBD")
        shot.respell("shoot")
        victim.hang_on(shot, "dobj")
        dead.hang_on(shot, "oprd")
        if shooter is not None:
            shooter.dep = "nsubj"
    elif shot.tag == "VBD" and shot.kid("dobj", "prt") is None and shooter is not None and dead.head is shot:
        shot.retag("VBN")
        shooter.dep = "nsubjpass"
