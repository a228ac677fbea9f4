"""Hand-written pages read before a site is made: all at which a strict build would stop."""
