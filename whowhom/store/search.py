"""Which stories hold these words? A person's words as the question of each database's full-text index.

air strike            both words
"air strike"          in this order, side by side
strike OR shelling    one of them
strike -hunger        not that one
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Select, column, select, table, text

from whowhom.errors import QuestionError
from whowhom.folding import key_of

TERM = re.compile(r'(?P<negated>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))')
STORY_WORDS = table("story_words", column("document"), column("rowid"))


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words side by side, wanted or unwanted."""

    words: str
    wanted: bool = True


Question = tuple[tuple[Term, ...], ...]  # one of these groups, all terms of it


def read(asked: str) -> Question:
    """The question that a text asks. Raises QuestionError where it has no word to look for."""
    groups: list[list[Term]] = [[]]
    for match in TERM.finditer(asked):
        if match["word"] == "OR" and not match["negated"]:
            groups.append([])
        elif words := key_of(match["phrase"] or match["word"] or ""):
            groups[-1].append(Term(words, not match["negated"]))
    found = tuple(tuple(group) for group in groups if group)
    if not found or not all(any(term.wanted for term in group) for group in found):
        raise QuestionError("--text", f'{asked!r} names no word to look for; write words, "a phrase", one OR another, -without')
    return found


def documents_with(question: Question, dialect: str) -> Select[tuple[int]]:
    """The keys of the documents that answer, as a subquery."""
    if dialect == "sqlite":
        return select(STORY_WORDS.c.rowid).where(text("story_words MATCH :words").bindparams(words=_fts5(question)))
    words = text("words @@ websearch_to_tsquery('whowhom_words', :words)").bindparams(words=_websearch(question))
    return select(STORY_WORDS.c.document).where(words)


def _fts5(question: Question) -> str:
    groups = []
    for group in question:
        wanted = " AND ".join(f'"{term.words}"' for term in group if term.wanted)
        groups.append(f"(({wanted})" + "".join(f' NOT "{term.words}"' for term in group if not term.wanted) + ")")
    return " OR ".join(groups)


def _websearch(question: Question) -> str:
    return " or ".join(" ".join(f'{"" if term.wanted else "-"}"{term.words}"' for term in group) for group in question)
