"""`whowhom relate`: what does one marked party of a text do to another? Lines of pairs in, probabilities of the types out."""

from __future__ import annotations

import json
import time
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from whowhom.cli.exits import DONE, SOME_FAILED
from whowhom.cli.terminal import Counts, check_out, output, progress

AT_ONCE = 64  # pairs answered in one go


class PairCounts(Counts):
    """What has been answered so far."""

    def line(self) -> str:
        seconds = max(time.monotonic() - self.started, 1e-6)
        return (
            f"{self.stories} {'pair' if self.stories == 1 else 'pairs'}, {self.errors} {'error' if self.errors == 1 else 'errors'}, "
            f"{self.stories / seconds:.1f} pairs/s"
        )


def relate(
    source: Annotated[str, typer.Argument(metavar="INPUT", help="A .jsonl[.gz] file of pairs; - or nothing for standard input.")] = "-",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write; standard output by default.")] = None,
    rules: Annotated[bool, typer.Option(help="Let the rules vote beside the learned classifier.")] = True,
) -> None:
    """Say which of the 16 types of deed an actor does to a recipient, as probabilities; what they lack to 1 is that of no deed."""
    from whowhom.coder import Coder
    from whowhom.coding.relation import NONE, Pair
    from whowhom.errors import InputError
    from whowhom.read.pairs import read_pairs

    check_out(out, None, [".jsonl"])
    coder, counts = Coder(), PairCounts()
    lines = read_pairs(source)
    with output(out) as file, progress(counts) as tick:
        while batch := list(islice(lines, AT_ONCE)):
            asked = [each for each in batch if not isinstance(each, InputError)]
            for error in batch:
                if isinstance(error, InputError):
                    counts.errors += 1
                    tick.complain(str(error))
            answers = coder.relate_all([Pair(each.text, each.actor, each.recipient) for each in asked], rules)
            for each, types in zip(asked, answers, strict=True):
                told = {name: value for name, value in types.items() if name != NONE}
                file.write(json.dumps({"id": each.id, "types": told}, ensure_ascii=False) + "\n")
                counts.stories += 1
            tick()
        file.flush()
    typer.echo(counts.line(), err=True)
    raise typer.Exit(SOME_FAILED if counts.errors else DONE)
