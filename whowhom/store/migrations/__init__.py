"""How does a database of an older version become one of this version? Alembic's steps, one file each."""
