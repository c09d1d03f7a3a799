"""`python -m whowhom` is the `whowhom` command."""

from __future__ import annotations

from whowhom.cli import main

if __name__ == "__main__":
    main()
