"""`python -m teachback` is the command `teachback`."""

from teachback.cli import main

if __name__ == "__main__":
    main()
