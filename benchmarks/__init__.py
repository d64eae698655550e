"""This project's pages measured beside stock Voila: `make bench`."""
