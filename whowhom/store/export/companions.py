"""What goes beside an export? A dictionary of its columns and a citation, so that a file can be read and cited without us."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

from whowhom.store.export.view import View


def dictionary(view: View) -> str:
    """The columns with their meanings as CSV, and what the view loses."""
    made = io.StringIO()
    rows = csv.writer(made, lineterminator="\n")
    rows.writerow(("column", "meaning"))
    rows.writerows(view.columns)
    rows.writerow(("(not in this format)", view.loses))
    return made.getvalue()


def citation(kind: str, known: Mapping[str, Any]) -> str:
    """A citation file (CFF 1.2). `known`: release, day, coders, events, filter, checksum: what is there is told."""
    import yaml

    told = "; ".join(f"{name}: {value}" for name, value in known.items() if value not in (None, "", {}) and name not in ("release", "day"))
    content = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "title": f"Events coded from news reports ({kind})",
        "message": "If you use these data, cite them, the reports they were coded from, and GeoNames (CC BY 4.0) for places.",
        "authors": [{"name": "whowhom"}],
        "version": str(known.get("release") or known.get("day") or ""),
        "date-released": str(known.get("day") or ""),
        "abstract": f"Coded by whowhom from public reports; every value rests on words of its report. {told}.",
        "keywords": ["event data", "PLOVER", "conflict"],
    }
    return yaml.safe_dump({name: value for name, value in content.items() if value}, sort_keys=False, allow_unicode=True, width=1000)
