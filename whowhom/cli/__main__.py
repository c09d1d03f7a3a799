"""`python -m whowhom.cli` is the `whowhom` command."""

from __future__ import annotations

from whowhom.cli.app import main

if __name__ == "__main__":
    main()
