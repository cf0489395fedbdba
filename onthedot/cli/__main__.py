"""`python -m onthedot.cli`."""

from onthedot.cli import main

if __name__ == "__main__":
    main()
