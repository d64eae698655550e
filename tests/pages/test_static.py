"""Writing the static site: the same bytes for the same pages, and nobody's files are touched."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

import pytest

from teachback.errors import BuildError
from teachback.pages.page import ALWAYS
from teachback.pages.policy import content_security_policy
from teachback.pages.static import WORKER, build
from tests.browser.made_course import LESSON, course


def built(folder, site=None):
    build(site or course(), folder, lambda _: None)
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_the_same_pages_give_the_same_bytes_and_a_changed_page_a_new_worker(tmp_path):
    first, second = built(tmp_path / "one"), built(tmp_path / "two")
    assert first == second
    site = course()
    changed = (replace(site.pages[0], title="Another"), *site.pages[1:])
    assert built(tmp_path / "three", replace(site, pages=changed))[WORKER] != first[WORKER]


def test_every_file_lies_beside_itself_compressed(tmp_path):
    files = built(tmp_path / "site")
    plain = {name: text for name, text in files.items() if name.endswith((".html", ".js"))}
    assert len(plain) == len(course().pages) + 1
    assert all(gzip.decompress(files[f"{name}.gz"]) == text for name, text in plain.items())


def test_a_folder_with_other_files_is_refused_and_left_as_it_was(tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(BuildError, match="holds files that this command did not make"):
        build(course(), tmp_path, lambda _: None)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "site").write_text("mine")
    with pytest.raises(BuildError, match="is a file"):
        build(course(), tmp_path / "site", lambda _: None)


def test_a_page_that_is_gone_goes_from_the_folder_too(tmp_path):
    built(tmp_path / "site")
    site = course()
    left = built(tmp_path / "site", replace(site, pages=site.pages[:1]))
    assert LESSON not in left
    assert "index.html" in left


def test_the_only_script_of_a_page_is_the_one_that_its_policy_names(tmp_path):
    text = built(tmp_path / "site")[LESSON].decode()
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 1
    assert content_security_policy(scripts[0]).replace("'", "&#39;") in text
    assert "unsafe-eval" not in text
    assert "unsafe-inline" not in re.findall(r"script-src [^;]*", text)[0]


def test_a_page_that_always_needs_a_kernel_is_replaced_by_honest_words(tmp_path):
    site = course()
    pages = tuple(
        replace(one, kernel=ALWAYS) if one.address == LESSON else one for one in site.pages
    )
    text = built(tmp_path / "site", replace(site, pages=pages))[LESSON].decode()
    assert "needs the course" in text
    assert "data-island" not in text


def test_a_shared_device_keeps_no_pages_and_has_the_same_policy(tmp_path):
    files = built(tmp_path / "site", course(shared_device=True))
    assert WORKER not in files
    assert b"data-offline" not in files[LESSON]
    assert b"Content-Security-Policy" in files[LESSON]
