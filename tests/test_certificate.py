"""A code proves what this site's key made, and nothing else."""

import stat
from datetime import date
from subprocess import run
from sys import executable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from teachback.certificate import Completion, code_of, lines, read_key, read_name, verify
from teachback.cli import app
from teachback.content import Deployment
from teachback.content.deployment import VARIABLE
from teachback.errors import CertificateError, ServeError

KEY = b"k" * 32
DONE = Completion(
    learner="Zoë O'Brien-Núñez",
    module="Breast cancer in the bones: The test",
    version="2026-11-23",
    day="2026-11-25",
    points=28,
    maximum=30,
    minutes=31,
    attempt=1,
)
CODE = code_of(DONE, KEY)


def test_a_code_says_whose_what_and_when():
    assert verify(CODE, KEY) == DONE
    assert str(DONE) == (
        "Zoë O'Brien-Núñez passed 'Breast cancer in the bones: The test' (2026-11-23) "
        "on 2026-11-25: 28 of 30 points, attempt 1"
    )


def test_capitals_blanks_dashes_and_lines_do_not_matter():
    assert verify(CODE.lower().replace("-", " \n"), KEY) == DONE


def test_every_changed_letter_is_refused():
    letters = [at for at, letter in enumerate(CODE) if letter != "-"]
    for at in letters[:-1]:  # the last letter's spare bits say nothing
        other = "A" if CODE[at] != "A" else "B"
        with pytest.raises(CertificateError):
            verify(CODE[:at] + other + CODE[at + 1 :], KEY)


@pytest.mark.parametrize("change", [{"learner": "Eve"}, {"points": 30}, {"day": "2026-11-24"}])
def test_the_hash_of_one_certificate_fits_no_other(change):
    other = code_of(Completion(**{**vars(DONE), **change}), b"x" * 32)
    mixed = CODE.replace("-", "")[:25] + other.replace("-", "")[25:]
    for code in (other, mixed):
        with pytest.raises(CertificateError):
            verify(code, KEY)


@given(st.text(max_size=200))
def test_no_text_is_a_code_by_chance(text):
    with pytest.raises(CertificateError):
        verify(text, KEY)


@given(st.text(max_size=40), st.integers(0, 10**6))
def test_whatever_a_certificate_says_comes_back(words, number):
    done = Completion(words, words, words, words, number, number, number, number)
    assert verify(code_of(done, KEY), KEY) == done


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("  Ada   Byron ", "Ada Byron"),
        ("Ngozi O’Neill-SS", "Ngozi O’Neill-SS"),
        ("王小明", "王小明"),
    ],
)
def test_a_name_is_one_line_of_plain_letters(given, name):
    assert read_name(given) == name


@pytest.mark.parametrize(
    "given", ["", "A", "...", "<b>Eve</b>", "Eve\u202eda", "R2D2", "x" * 61, None, 5, ["Eve"]]
)
def test_what_is_no_name_is_refused(given):
    with pytest.raises(CertificateError, match="2 to 60 letters"):
        read_name(given)


def test_the_key_is_made_once_and_only_for_this_user(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    key = read_key(None)
    (path,) = tmp_path.rglob("*.key")
    assert read_key(None) == key
    assert len(key) >= 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_a_named_key_that_cannot_be_used_says_why(tmp_path):
    short = tmp_path / "short.key"
    short.write_bytes(b"abc")
    with pytest.raises(ServeError, match="cannot be read"):
        read_key(str(tmp_path / "none.key"))
    with pytest.raises(ServeError, match="holds 3 bytes, at least 16"):
        read_key(str(short))


def test_every_field_of_the_brief_is_there_and_the_reviewer_is_empty_while_nobody_signed():
    told = dict(lines(DONE, ["Calculate."], (None, None, None), (date(2024, 2, 29), None)))
    assert told["Reviewer"] == ""
    assert told["Contact hours"] == "none awarded"
    assert told["Score"] == "28 of 30 points (93 of 100)"
    assert told["Content expires"] == "2025-02-28"
    for label in ("Participant", "Module", "Date", "Minutes at the test", "Attempt", "Provider"):
        assert told[label]
    signed = dict(lines(DONE, [], ("H", "h.example", "None."), (date(2026, 1, 1), "A. Nurse, RN")))
    assert (signed["Provider"], signed["Reviewer"]) == ("H, h.example", "A. Nurse, RN")


@pytest.fixture
def site(tmp_path, monkeypatch):
    key = tmp_path / "site.key"
    key.write_bytes(KEY)
    file = tmp_path / "deployment.yaml"
    file.write_text(f"certificate_key: {key}\n")
    monkeypatch.setenv(VARIABLE, str(file))
    assert Deployment().certificate_key is None


@pytest.mark.usefixtures("site")
def test_the_command_tells_a_true_code_from_a_forged_one():
    told = CliRunner().invoke(app, ["verify", CODE])
    assert (told.exit_code, told.stdout.strip()) == (0, str(DONE))
    forged = CliRunner().invoke(app, ["verify", code_of(DONE, b"another key of them")])
    assert (forged.exit_code, forged.stdout) == (1, "")
    as_json = CliRunner().invoke(app, ["verify", "--json", CODE])
    assert '"learner": "Zoë' in as_json.stdout


def test_a_site_without_its_key_exits_with_two(tmp_path, monkeypatch):
    file = tmp_path / "deployment.yaml"
    file.write_text(f"certificate_key: {tmp_path}/gone.key\n")
    monkeypatch.setenv(VARIABLE, str(file))
    done = run([executable, "-m", "teachback", "verify", CODE], capture_output=True, check=False)
    assert done.returncode == 2
    assert b"cannot be read" in done.stderr
