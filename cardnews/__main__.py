"""`python -m cardnews` is the `cardnews` command."""

from __future__ import annotations

from cardnews.cli import main

if __name__ == "__main__":
    main()
