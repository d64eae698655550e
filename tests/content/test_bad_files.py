"""Every mistake an author can make is named with file and line, all at once, never a traceback."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from teachback.content import read_file, topic_folder
from teachback.content.deployment import Deployment
from teachback.content.topic import read_topic
from teachback.content.yaml_file import LARGEST_FILE

GOOD = topic_folder("bone_metastasis")
BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


def expected_of(path):
    """The first line of each bad file says the line and the words of its error."""
    line, words = path.read_text("utf-8").splitlines()[0].removeprefix("# line ").split(": ", 1)
    return int(line), words


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_gives_its_error_at_its_line(path):
    line, words = expected_of(path)
    found = [(mistake.line, mistake.message) for mistake in read_file(path)[1].mistakes]
    assert [one for one in found if one[0] == line and words in one[1]], found


def test_check_names_every_bad_file_exits_with_one_and_shows_no_traceback():
    folder = BAD[0].parent
    command = [sys.executable, "-m", "teachback", "check", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert [path for path in BAD if f"{path}:{expected_of(path)[0]}: " not in done.stderr] == []
    assert "Traceback" not in done.stderr + done.stdout


def test_a_huge_file_is_refused_unread(tmp_path):
    huge = tmp_path / "huge.yaml"
    huge.write_bytes(b"#" * (LARGEST_FILE + 1))
    assert "split the file" in read_file(huge)[1].mistakes[0].message


def test_a_file_that_is_not_text_is_refused(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_bytes(b"\xff\xfe\x00facts")
    assert "UTF-8" in read_file(path)[1].mistakes[0].message


def broken(tmp_path, file, old, new):
    """The mistakes of the real topic with one thing in it changed."""
    folder = tmp_path / "bone_metastasis"
    shutil.copytree(GOOD, folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    return [str(mistake) for mistake in read_topic(folder, Deployment())[1]]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("facts.yaml", "id: SEED-07", "id: SEED-06", "is used above already"),
        ("facts.yaml", "S-BCO", "S-NOBODY", "'S-NOBODY' is not defined"),
        ("rules.yaml", "symptom: spine_pain\n", "symptom: nobody\n", "'nobody' is not defined"),
        ("quizzes/signs_to_know.yaml", "SEED-08", "SEED-99", "'SEED-99' is not defined"),
        ("rules.yaml", "level: EMERGENCY_NOW}", "level: NEXT_VISIT}", "expected NEXT_VISIT"),
        ("sources.yaml", "id: S-MSC", "id: S-SPARE", "rests on this source"),
        ("levels.yaml", "Call {emergency_number}", "Call {emergency_numbr}", "unknown placeholder"),
    ],
)
def test_what_only_the_whole_topic_can_tell(tmp_path, file, old, new, words):
    assert any(words in mistake for mistake in broken(tmp_path, file, old, new))


def test_a_missing_file_is_named(tmp_path):
    shutil.copytree(GOOD, tmp_path / "t")
    (tmp_path / "t" / "rules.yaml").unlink()
    (mistake,) = read_topic(tmp_path / "t", Deployment())[1]
    assert (mistake.file, mistake.line) == ("t/rules.yaml", 1)


def test_all_mistakes_of_a_file_come_at_once():
    path = Path(__file__).parent / "bad" / "many_at_once.yaml"
    assert len(read_file(path)[1].mistakes) >= 4
