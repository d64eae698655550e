"""`teachback check` and `teachback schema` keep their contract."""

import json

import pytest
from typer.testing import CliRunner

from teachback.cli import app
from teachback.content import topic_folder
from teachback.content.files import FOLDERS

FACT_KEYS = {"taught_in", "asked_in", "sources", "evidence"}


@pytest.fixture(scope="module")
def report():
    result = CliRunner().invoke(app, ["check", "--json"])
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_the_report_has_the_shape_of_the_contract(report):
    assert set(report) == {"errors", "facts", "objectives", "questions", "rules", "pages"}
    assert report["errors"] == []
    assert all(set(fact) == FACT_KEYS for fact in report["facts"].values())


def test_every_fact_of_the_lesson_is_taught_and_asked(report):
    seeds = [f"SEED-{number:02}" for number in (*range(6, 18), 48, 50)]
    facts = [f"FACT-{number:02}" for number in (9, 10, 11, 16, 17, 20, 21)]
    for name in seeds + facts:
        assert report["facts"][name]["taught_in"], name
        assert report["facts"][name]["asked_in"], name


def test_every_patient_page_reads_easily_and_sources_its_figures(report):
    pages = [page for page in report["pages"].values() if page["audience"] == "patient"]
    assert pages
    assert max(page["grade"] for page in pages) <= 6
    assert sum(page["figures_without_source"] for page in pages) == 0


def test_a_mistake_exits_with_one_and_is_in_the_report(tmp_path):
    (tmp_path / "draft.yaml").write_text("id: draft\n")
    result = CliRunner().invoke(app, ["check", "--json", str(tmp_path)])
    assert result.exit_code == 1
    errors = json.loads(result.stdout)["errors"]
    assert {"file", "line", "where", "message"} == set(errors[0])


def test_a_path_that_is_not_there_is_named():
    result = CliRunner().invoke(app, ["check", "no/such/path"])
    assert result.exit_code == 1
    assert "no/such/path:1:" in result.stderr


def test_the_schema_of_every_file_kind_is_printed():
    schemas = json.loads(CliRunner().invoke(app, ["schema"]).stdout)
    kinds = {path.stem for path in topic_folder("bone_metastasis").glob("*.yaml")}
    assert set(schemas) == kinds | set(FOLDERS)
    assert all(schema["additionalProperties"] is False for schema in schemas.values())
