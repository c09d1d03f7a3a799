"""Which reports are worth comparing? Those of one family, one country and the same days share a key."""

from __future__ import annotations

from whowhom.merge.report import Report

DAYS_OF_A_KEY = 4
SLACK = 1  # days: reports of one deed that name neighbouring days are compared


def keys_of(report: Report) -> tuple[str, ...]:
    """The keys of a report: two reports that share none are not compared. None for a report without any day or country: it stays alone."""
    if report.first is None or report.last is None or report.standing == "background":
        return ()
    parts = range((report.first - SLACK) // DAYS_OF_A_KEY, report.last // DAYS_OF_A_KEY + 1)
    return tuple(f"{report.family}.{report.standing}.{country}.{part}" for country in sorted(report.countries) for part in parts)
