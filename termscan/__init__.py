"""termscan: does this draft say what we shook hands on?"""

__version__ = "0.1.0"
