"""How are many stories coded at once? A pool of processes that takes batches of documents and returns events, in order."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from whowhom.coder import DEFAULT, STORIES_AT_ONCE, Coder, Setup
from whowhom.errors import InputError, WhowhomError
from whowhom.model import Document, Event
from whowhom.read.language import is_english
from whowhom.read.story import Found

WAITING = 2  # batches held ready for each worker; more would only fill memory


@dataclass(frozen=True, slots=True)
class Coded:
    """The events of one document, or the error in its place."""

    document: Document | None
    events: tuple[Event, ...] = ()
    error: InputError | None = None

    @property
    def is_foreign(self) -> bool:
        """Whether nothing was found in a text that seems not to be English."""
        return self.document is not None and self.error is None and not self.events and not is_english(self.document.text)


@lru_cache(maxsize=1)
def _coder(setup: Setup) -> Coder:
    return Coder(setup)


def code_batch(batch: list[Found], setup: Setup = DEFAULT) -> list[Coded]:
    """The pure function of every worker: documents in, records out. A story that breaks the coder becomes an error of its own."""
    documents = [each for each in batch if isinstance(each, Document)]
    if not documents:  # nothing needs to be loaded to tell of faults
        return [Coded(None, error=each) for each in batch if isinstance(each, InputError)]
    coder = _coder(setup)
    try:
        stories = iter(list(coder.code_all(documents)))
    except Exception:  # noqa: BLE001  one bad story must not take its batch down
        return [_alone(each, coder) for each in batch]
    return [Coded(each, next(stories).events) if isinstance(each, Document) else Coded(None, error=each) for each in batch]


def _alone(found: Found, coder: Coder) -> Coded:
    if not isinstance(found, Document):
        return Coded(None, error=found)
    try:
        return Coded(found, next(iter(coder.code_all([found]))).events)
    except Exception as error:  # noqa: BLE001
        where = found.path or found.id
        return Coded(
            None, error=InputError(where, f"the coder failed on this story ({type(error).__name__}: {error})", "Please report it with the story")
        )


def code_documents(found: Iterable[Found], workers: int = 1, setup: Setup = DEFAULT) -> Iterator[Coded]:
    """Codes documents in order with so many processes; the result does not depend on their number. Raises WhowhomError where one is killed."""
    batches = _batches(found)
    if workers <= 1:
        for batch in batches:
            yield from code_batch(batch, setup)
        return
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_ignore_interrupt) as pool:
        waiting: deque[Future[list[Coded]]] = deque()
        try:
            for batch in batches:
                waiting.append(pool.submit(code_batch, batch, setup))
                if len(waiting) >= WAITING * workers:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool:
            raise WhowhomError(
                "a worker was ended from outside, most likely because memory ran out. What was written so far is kept; run it again with fewer --workers"
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _batches(found: Iterable[Found]) -> Iterator[list[Found]]:
    each = iter(found)
    while batch := list(islice(each, STORIES_AT_ONCE)):
        yield batch


def _ignore_interrupt() -> None:
    """Ctrl-C is answered by the parent alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
