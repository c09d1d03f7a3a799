"""`whowhom explain`: what did the coder read, and in which words?"""

from __future__ import annotations

import typer

from whowhom.cli.exits import DONE, SOME_FAILED
from whowhom.cli.inputs import Inputs, Model, OwnActors, OwnRules, Published, check_actors, check_codebook, check_day


def explain(inputs: Inputs, published: Published = None, codebook: OwnRules = None, actors: OwnActors = None, model: Model = True) -> None:
    """Show a story with the words of its events marked, and every field with its words and the rule that read them."""
    from whowhom.coder import Setup
    from whowhom.explain import print_story
    from whowhom.read.story import read_inputs
    from whowhom.run.local import code_documents

    check_day(published)
    check_codebook(codebook)
    check_actors(actors)
    failed = False
    for coded in code_documents(read_inputs(inputs, published), setup=Setup(codebook=codebook, actors=actors, model=model)):
        if coded.error is not None or coded.document is None:
            failed = True
            typer.echo(f"whowhom: {coded.error}", err=True)
        else:
            print_story(coded.document, coded.events)
    raise typer.Exit(SOME_FAILED if failed else DONE)
