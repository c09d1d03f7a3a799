"""How does a database fill? Stories that it does not have are coded and land one by one; a run that was cut short goes on where it stopped."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from whowhom.coder import DEFAULT, Coder, Setup
from whowhom.errors import InputError
from whowhom.model import Document, Story
from whowhom.read.story import Found, read_inputs
from whowhom.run.local import code_documents
from whowhom.store.database import Store
from whowhom.store.landing import Landed, is_known, land


@dataclass(frozen=True, slots=True)
class Filled:
    """What became of one story: how it landed and with how many events, or the error in its place."""

    landed: Landed | None
    events: int = 0
    error: InputError | None = None
    is_foreign: bool = False


def fill(store: Store, inputs: list[str], published: str | None = None, workers: int = 1, setup: Setup = DEFAULT) -> Iterator[Filled]:
    """Codes the stories of inputs into the store. The run is noted there with its counts; one without an end was cut short."""
    coder = Coder(setup).name
    run = store.start_run("code", coder)
    known: deque[Filled] = deque()

    def unknown() -> Iterator[Found]:
        for found in read_inputs(inputs, published):
            if isinstance(found, Document) and is_known(store, found, coder):
                known.append(Filled("unchanged"))
            else:
                yield found

    stories = events = errors = 0
    for coded in code_documents(unknown(), workers, setup):
        while known:
            yield known.popleft()
        if coded.document is None or coded.error is not None:
            errors += 1
            yield Filled(None, error=coded.error)
            continue
        landed = land(store, Story(document=coded.document, events=coded.events), coder, run)
        stories += 1
        events += len(coded.events)
        yield Filled(landed, len(coded.events), is_foreign=coded.is_foreign)
    yield from known
    store.finish_run(run, stories, events, errors)
