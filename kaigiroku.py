"""The `kaigiroku` command."""

from __future__ import annotations


def main() -> None:
    """Entry point of the command."""


if __name__ == "__main__":
    main()
