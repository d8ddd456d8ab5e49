"""`python -m termscan` is `termscan`."""

from .cli import main

if __name__ == "__main__":  # a worker process loads this module too
    main()
