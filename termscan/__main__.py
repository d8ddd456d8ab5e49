"""`python -m termscan` is `termscan`."""

from .cli import main

main()
