"""Every bound of the program: its name, unit and reason."""

from __future__ import annotations

LARGEST_INPUT = 20_000_000
"""Bytes of one file or one story; a news page has a hundredth of that, larger ones are archives or mistakes."""

LONGEST_STORY = 400_000
"""Characters of one story that are coded; the longest reports of the development sets have 20,000."""

LARGEST_PAGE = 1_000_000
"""Characters that a page shows, what is beside the story among them; to find the story in five million took three quarters of a minute."""

BINARY_SHARE = 0.05
"""Share of control characters from which an input counts as binary; wrong encodings stay far below it."""

SNIFFED = 65_536
"""Bytes looked at to tell text from binary."""

SEARCHED = 200_000
"""Characters of a story that full-text search reads; PostgreSQL refuses an index of one text larger than a mebibyte."""

LONGEST_WAIT = 10.0
"""Seconds to wait for another program that writes to the same database; one transaction takes milliseconds."""

LARGEST_NEIGHBOURHOOD = 400
"""Reports that are clustered together at once; the work grows with their square. Larger ones are cut where their likenesses are weakest."""

NAMESAKES = 400
"""Places of one name that are weighed, the largest first; in a full GeoNames dump the commonest names have a few thousand."""
