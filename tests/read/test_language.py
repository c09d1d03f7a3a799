"""Which texts seem not to be English?"""

from __future__ import annotations

import pytest

from whowhom.read.language import is_english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Rebels shelled the town of Haradh on Tuesday and killed four civilians, doctors said, after the army had left it the day before.", True),
        ("Tanks Roll Into Border Town", True),  # too short to tell
        ("", True),
        ("Les rebelles ont bombardé la ville de Haradh mardi et tué quatre civils, selon des médecins. L'armée a répondu par des frappes.", False),
        (
            "Los rebeldes bombardearon el martes la ciudad de Haradh y mataron a cuatro civiles, según los médicos de la zona. No hay más datos.",
            False,
        ),
        (
            "Die Rebellen beschossen am Dienstag die Stadt Haradh und töteten vier Zivilisten, wie Ärzte mitteilten. Die Armee schlug am Tag darauf zurück.",
            False,
        ),
        ("Повстанцы обстреляли во вторник город Харад и убили четырех мирных жителей. " * 3, False),
    ],
)
def test_small_words_tell_english_from_other_languages(text: str, english: bool) -> None:
    assert is_english(text) is english
