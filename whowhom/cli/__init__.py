"""The command line: one module a verb, each thin: it reads, hands on, writes, counts."""

from __future__ import annotations

from whowhom.cli.app import main

__all__ = ["main"]
