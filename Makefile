# `make help` lists the verbs. Everything is installed into .venv; nothing else of the machine changes,
# except Debian's python3-venv and chromium, which are installed when they are missing and you are root.

PYTHON ?= python3
PORT ?= 8866
WORKERS ?= 2
ARGS ?=

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install serve check test verify endure notebooks bench audit lock hub clean browser

BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
# Nothing is installed that is not known by its hash, and nothing that would have to be built first.
LOCKED := -m pip install --require-hashes --only-binary :all:
ITSELF := -m pip install --no-deps --no-build-isolation -e .

help: ## list these verbs
	@sed -n 's/^\([a-z]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r verb what; do \
	  printf '  make %-10s %s\n' "$$verb" "$$what"; done

install: .venv/.installed ## create .venv with the packages of constraints.txt

serve: install ## open the lessons in the browser (PORT=8866, ARGS=--no-browser)
	@$(BIN)/teachback serve --port $(PORT) $(ARGS)

check: install ## style, types, import floors, content and notebooks (ARGS=--scheduled)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/teachback check $(ARGS)

test: install browser ## all tests: units, doctests, notebooks, real browser (ARGS="-k words")
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

verify: install browser ## check the laws of the checklist over its whole space, some minutes (ARGS="--share 0.02")
	@$(BIN)/python -m tests.triage.verify $(ARGS)
	@$(BIN)/python -m tests.triage.agreement

endure: install browser ## kill, fuzz and wear out the server for the better part of an hour (ARGS="--seed 2")
	@$(BIN)/python -m tests.endurance.chaos $(ARGS)
	@$(BIN)/python -m tests.endurance.fuzz $(ARGS)
	@$(BIN)/python -m tests.endurance.day $(ARGS)

notebooks: install ## run every notebook in place and store it without widget state
	$(BIN)/teachback notebooks

bench: install browser ## measure these pages beside stock Voila
	$(BIN)/python -m benchmarks $(ARGS)

# --strict: without it, an audit that reached nobody says that all is well.
audit: build/audit/bin/pip-audit ## look for known vulnerabilities in the pinned packages; needs the internet
	@$< --strict --no-deps --disable-pip -r constraints.txt -r deploy/jupyterhub/requirements.txt

build/audit/bin/pip-audit: | .venv/bin/python
	@$(BIN)/python -m venv build/audit
	@build/audit/bin/python -m pip install -q pip-audit==2.10.1

lock: build/lock/bin/uv ## write the pins and hashes of constraints.txt and deploy/ anew (ARGS=--upgrade for newer ones)
	@printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - --extra test -o constraints.txt
	@printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - -c constraints.txt -o deploy/requirements.txt
	@printf 'jupyterhub\n' | $(LOCK) - -c constraints.txt -o deploy/jupyterhub/requirements.txt

# Debian 12 has Python 3.11.2: a later 3.11 is offered newer versions that 3.11.2 cannot install.
LOCK = $< pip compile --quiet --universal --python-version 3.11.2 --generate-hashes --no-annotate --custom-compile-command "make lock" $(ARGS)

build/lock/bin/uv: | .venv/bin/python
	@$(BIN)/python -m venv build/lock
	@build/lock/bin/python -m pip install -q uv==0.13.9

hub: build/hub/.installed browser ## two users of a JupyterHub, a dashboard each; needs npm and the internet
	@build/hub/bin/python -m pytest tests/hub $(ARGS)

build/hub/.installed: constraints.txt deploy/jupyterhub/requirements.txt | .venv/bin/python
	@$(BIN)/python -m venv build/hub
	@build/hub/bin/python $(LOCKED) -q -r constraints.txt -r deploy/jupyterhub/requirements.txt
	@build/hub/bin/python $(ITSELF) -q
	@npm install --silent --no-audit --no-fund --prefix build/hub/proxy configurable-http-proxy@5.3.0
	@touch $@

clean: ## remove .venv, caches and build output
	rm -rf .venv build dist test-results .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

browser: install
	@$(BIN)/python tests/browser/chromium.py

.venv/.installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing the pinned packages into .venv, about two minutes the first time:"
	@{ $(BIN)/python $(LOCKED) -r constraints.txt && $(BIN)/python $(ITSELF); } | tee .venv/install.log | \
	  while read -r line; do case "$$line" in Collecting*) printf . ;; esac; done || \
	  { echo; tail -n 20 .venv/install.log; exit 1; } >&2
	@echo " done."
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "teachback needs Python 3.11 or newer: install it, or say make PYTHON=/path/to/python." >&2; exit 1; }
	@if ! $(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Debian's python3-venv."; \
	    apt-get -qq update; DEBIAN_FRONTEND=noninteractive apt-get -qq install -y python3-venv >/dev/null; \
	  else \
	    echo "Python cannot make a virtual environment here: as root, run apt-get install python3-venv, then make again." >&2; exit 1; \
	  fi; \
	fi
	@$(PYTHON) -m venv .venv
