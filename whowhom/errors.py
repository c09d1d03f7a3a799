"""What can go wrong, told to people: what happened, where, and what to do."""

from __future__ import annotations


class WhowhomError(Exception):
    """Any error this package raises on purpose; its text is a whole sentence for a person."""


class InputError(WhowhomError):
    """An input that cannot be read; the run goes on with the others."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}. {remedy}")
        self.where, self.what, self.remedy = where, what, remedy


class CodebookError(WhowhomError):
    """A mistake in a knowledge file, with its file and line."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(f"{file}, line {line}: {what}")
        self.file, self.line, self.what = file, line, what


class StoreError(WhowhomError):
    """A database that cannot be opened, read or written."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(f"{where}: {what}. {remedy}")
        self.where, self.what, self.remedy = where, what, remedy


class QuestionError(WhowhomError):
    """A question that cannot be asked: an unknown code, a day that is none. `option`: which part of it."""

    def __init__(self, option: str, what: str) -> None:
        super().__init__(f"{option}: {what}")
        self.option, self.what = option, what


class ConflictError(WhowhomError):
    """Another person has judged meanwhile. `last`: the number of the subject's last judgement, to be seen before judging anew."""

    def __init__(self, subject: str, last: int, told: tuple[str, ...]) -> None:
        said = "; ".join(told) or f"it has {last} judgements"
        super().__init__(f"{subject} was judged by another: {said}. If yours still holds, say it again with --seen {last}")
        self.subject, self.last, self.told = subject, last, told
