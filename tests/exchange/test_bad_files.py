"""A file that is broken or means harm is refused in words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teachback.errors import ExchangeError
from teachback.exchange import read_gift, read_moodle, write_gift, write_moodle
from tests.questions.every_type import QUIZ

BOMB = b"""<?xml version="1.0"?><!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<quiz><question type="multichoice"><name><text>&b;</text></name></question></quiz>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<quiz><question type="multichoice"><name><text>&x;</text></name></question></quiz>"""
GOOD = {read_moodle: write_moodle(QUIZ).data, read_gift: write_gift(QUIZ).data}


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, b"", b"<quiz>", b"\xff\xfe\x00", b"<quiz>" * 100])
def test_what_is_no_moodle_file_is_refused(data):
    with pytest.raises(ExchangeError, match="not Moodle XML"):
        read_moodle(data)


@pytest.mark.parametrize("read", GOOD)
def test_a_huge_file_is_refused_unread(read):
    with pytest.raises(ExchangeError, match="split it"):
        read(b" " * 10_000_001)


def test_what_is_no_text_is_refused():
    with pytest.raises(ExchangeError, match="UTF-8"):
        read_gift(b"\xff\xfe\x00\x00")


@pytest.mark.parametrize("read", GOOD, ids=lambda one: one.__name__)
@settings(max_examples=400)
@given(data=st.data())
def test_a_damaged_file_gives_words_never_a_crash(read, data):
    good = bytearray(GOOD[read])
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(good) - 1))
        cut = data.draw(st.integers(0, 40))
        good[place : place + cut] = data.draw(st.binary(max_size=8))
    try:
        draft = read(bytes(good))
    except ExchangeError as error:
        assert str(error)  # noqa: PT017  either is allowed, but never without words
    else:
        assert all(note for note in draft.notes)
