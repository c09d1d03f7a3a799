"""Many reports, one deed: which events of which stories are one incident, and what is known of it. Pure: no input or output, no clock, no chance."""
