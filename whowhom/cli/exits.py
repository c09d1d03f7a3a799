"""How does a command end? Its exit codes."""

from __future__ import annotations

DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
