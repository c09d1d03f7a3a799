"""Merging that is killed at any moment and run again gives the incidents that one undisturbed run gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from made import CODER, story

from whowhom.store import incidents, merging
from whowhom.store.check import Seen, check
from whowhom.store.database import Store, open_store
from whowhom.store.landing import land

STORIES = 40
LEAST_KILLS = 10
PERIOD = 2000  # made stories this far apart are told on one day, and may be of one deed


def fill(where: Path) -> None:
    with open_store(where) as store:
        run = store.start_run("code", CODER)
        for number in range(STORIES):
            land(store, story(number // 8 + PERIOD * (number % 8), deeds=1 + number % 2), CODER, run)


def told(store: Store) -> dict[str, tuple[str, ...]]:
    with store.reading() as connection:
        found = incidents.listed(connection, incidents.Asked())
        return {each.incident_id: tuple(telling.event_id for telling in each.reports) for each in found}


def test_killed_merging_loses_and_doubles_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "whole.db")
    fill(tmp_path / "killed.db")
    script = Path(__file__).parent / "merging_until_killed.py"
    killed = subprocess.run([sys.executable, str(script), str(tmp_path / "killed.db"), "1"], capture_output=True, text=True, check=False)
    assert killed.returncode == 0, killed.stderr
    assert int(killed.stdout) >= LEAST_KILLS
    with open_store(tmp_path / "whole.db") as whole, open_store(tmp_path / "killed.db") as resumed:
        for _ in merging.merge(whole):
            pass
        assert sorted(told(resumed).values()) == sorted(told(whole).values())
        assert list(check(resumed, Seen())) == list(check(whole, Seen())) == []
