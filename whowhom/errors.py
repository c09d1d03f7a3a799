"""What can go wrong, told to people: what happened, where, and what to do."""

from __future__ import annotations


class WhowhomError(Exception):
    """Any error this package raises on purpose; its text is a whole sentence for a person.

    Its arguments are those that it was made from, so that workers can hand it on.
    """


class InputError(WhowhomError):
    """An input that cannot be read; the run goes on with the others."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(where, what, remedy)
        self.where, self.what, self.remedy = where, what, remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.remedy}"


class CodebookError(WhowhomError):
    """A mistake in a knowledge file, with its file and line."""

    def __init__(self, file: str, line: int, what: str) -> None:
        super().__init__(file, line, what)
        self.file, self.line, self.what = file, line, what

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}"


class StoreError(WhowhomError):
    """A database that cannot be opened, read or written."""

    def __init__(self, where: str, what: str, remedy: str) -> None:
        super().__init__(where, what, remedy)
        self.where, self.what, self.remedy = where, what, remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.what}. {self.remedy}"


class QuestionError(WhowhomError):
    """A question that cannot be asked: an unknown code, a day that is none. `option`: which part of it."""

    def __init__(self, option: str, what: str) -> None:
        super().__init__(option, what)
        self.option, self.what = option, what

    def __str__(self) -> str:
        return f"{self.option}: {self.what}"


class ConflictError(WhowhomError):
    """Another person has judged meanwhile. `last`: the number of the subject's last judgement, to be seen before judging anew."""

    def __init__(self, subject: str, last: int, told: tuple[str, ...]) -> None:
        super().__init__(subject, last, told)
        self.subject, self.last, self.told = subject, last, told

    def __str__(self) -> str:
        said = "; ".join(self.told) or f"it has {self.last} judgements"
        return f"{self.subject} was judged by another: {said}. If yours still holds, say it again with --seen {self.last}"
