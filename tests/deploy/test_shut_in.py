"""What is started in deploy/ is shut in, and knows its commands."""

import re

import pytest
from typer.main import get_command

from teachback.cli import app as cli
from teachback.content.deployment import VARIABLE, read_deployment
from tests.deploy.files import (
    COMPOSE,
    CONTAINER,
    DEPLOY,
    MB_OF_KERNEL,
    ROOT,
    THREADS_OF_KERNEL,
    UNIT,
    commands,
    serving,
    set_to,
    steps,
)


def test_the_container_runs_as_nobody_and_takes_nothing_from_the_network_but_pinned_packages():
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", steps("USER")[-1])
    assert CONTAINER.rindex("\nUSER") > CONTAINER.rindex("\nRUN")
    assert not steps("ADD")
    assert not re.search(r"://|curl|wget|git clone|apt-get", CONTAINER)
    pins, itself = [run.split("pip install --no-cache-dir ")[1] for run in steps("RUN")[:2]]
    assert pins == "--require-hashes --only-binary :all: -r /source/requirements.txt"
    assert itself == "--no-deps --no-build-isolation /source"
    assert CONTAINER.count("pip install") == len([pins, itself])


def test_what_the_container_copies_is_there():
    for step in steps("COPY"):
        *sources, _ = step.split()
        assert step.startswith("--from=") or all((ROOT / one).exists() for one in sources)


def test_the_pages_are_prepared_with_the_deployment_that_is_served(monkeypatch):
    (served,) = re.findall(rf"{VARIABLE}=(\S+)", CONTAINER)
    assert f"COPY deploy/deployment.yaml {served}" in CONTAINER
    assert any(run.startswith("teachback build") for run in steps("RUN"))
    monkeypatch.setenv(VARIABLE, str(DEPLOY / "deployment.yaml"))
    assert read_deployment().emergency_number


@pytest.mark.parametrize("name", COMPOSE["services"])
def test_each_container_is_shut_in(name):
    one = COMPOSE["services"][name]
    assert one["read_only"]
    assert one["cap_drop"] == ["ALL"]
    assert "cap_add" not in one
    assert "privileged" not in one
    assert "no-new-privileges:true" in one["security_opt"]
    assert not one["user"].startswith("0")
    assert {"cpus", "mem_limit", "pids_limit"} <= set(one)
    assert [mount.split(":")[0] for mount in one["tmpfs"]] == ["/tmp"]


def test_the_app_has_no_way_out_and_only_the_proxy_is_published():
    networks, services = COMPOSE["networks"], COMPOSE["services"]
    assert all(networks[name].get("internal") for name in services["app"]["networks"])
    assert [name for name, one in services.items() if "ports" in one] == ["proxy"]
    assert all("network_mode" not in one for one in services.values())
    assert services["app"]["user"] == steps("USER")[-1]


# The unit


@pytest.mark.parametrize(
    "line",
    [
        "DynamicUser=yes",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateTmp=yes",
        "NoNewPrivileges=yes",
        "CapabilityBoundingSet=",
        "IPAddressDeny=any",
        "IPAddressAllow=localhost",
        "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6",
    ],
)
def test_the_unit_is_shut_in(line):
    assert UNIT.splitlines().count(line) == 1


def test_the_unit_listens_to_this_machine_only():
    (command,) = set_to("ExecStart")
    assert "--host" not in command


# Both


def test_every_command_is_one_that_the_command_line_knows():
    known = get_command(cli).commands
    found = [words[1:] for words in commands()]
    assert len(found) == 3
    for verb, *rest in found:
        with known[verb].make_context(verb, rest) as context:
            assert context.params


def test_as_many_kernels_as_are_let_in_fit_into_the_limits():
    (kernels,) = {int(words[words.index("--kernels") + 1]) for words in serving()}
    app = COMPOSE["services"]["app"]
    assert app["mem_limit"] == "2g"
    assert set_to("MemoryMax") == ["2G"]
    assert kernels * MB_OF_KERNEL + 250 <= 2048
    assert kernels * THREADS_OF_KERNEL + 100 <= app["pids_limit"] == int(set_to("TasksMax")[0])


def test_the_page_about_it_names_every_file_and_its_links_lead_somewhere():
    text = (DEPLOY / "README.md").read_text("utf-8")
    assert [one.name for one in DEPLOY.iterdir() if one.name not in f"{text} README.md"] == []
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (DEPLOY / link).exists()] == []
