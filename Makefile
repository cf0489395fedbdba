# Each target is one line of what people do here; `make` alone prints them.
.DEFAULT_GOAL := help
.PHONY: help run test check fix bench wheel
.NOTPARALLEL:
.DELETE_ON_ERROR:
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

BIN := $(CURDIR)/.venv/bin
export PATH := $(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NPM_CONFIG_UPDATE_NOTIFIER := false

PIP_INSTALL := $(BIN)/pip install -q --require-hashes -r
NODE_FITS := node -e 'const [major, minor] = process.versions.node.split(".").map(Number); \
  process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
# Folders too: one in which a file was removed is newer than what was built of it.
WEB_SOURCES := web/index.html web/vite.config.ts $(shell find web/src web/public -not -name '*.test.ts')

help:   ## print what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

run: .venv/run web/dist/index.html   ## start Onthedot, PostgreSQL inside
	@exec $(BIN)/python -m onthedot.cli up

test: check web/dist/index.html   ## check, then run all tests
	@python -m tests.browser
	@coverage run -m pytest
	@coverage report --fail-under=90 | tail -3
	@cd web && npm test --silent

check: .venv/dev web/node_modules/.stamp   ## tell what is not as it should be
	@ruff format --check -q . && ruff check -q .
	@lint-imports --no-cache >/dev/null || lint-imports --no-cache
	@pyright
	@deptry . 2>&1 | tail -1
	@cd web && npm run check --silent

fix: .venv/dev web/node_modules/.stamp   ## repair what can be repaired
	@ruff check -q --fix . ; ruff format -q .
	@cd web && npm run fix --silent

bench: .venv/dev .venv-bench/.stamp web/dist/index.html   ## measure ours and its peers in turn, and write docs/benchmarks.md
	@python -m bench.report

.venv-bench/.stamp: bench/requirements.txt
	@echo "Making the environment of the peers …"
	@test -x .venv-bench/bin/python || python3 -m venv .venv-bench
	@.venv-bench/bin/pip install -q -r bench/requirements.txt
	@touch $@

wheel: .venv/dev web/dist/index.html   ## build the wheel, the web app inside, into dist/
	@hatchling build -t wheel

.venv/bin/python:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Onthedot needs Python 3.11 or later.")'
	@python3 -m venv .venv

.venv/run: requirements.lock | .venv/bin/python
	@echo "Installing the server's packages …"
	@$(PIP_INSTALL) requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock | .venv/bin/python
	@echo "Installing the packages to work with …"
	@$(PIP_INSTALL) requirements-dev.lock
	@touch $@

# The machine's own Node.js if Vite runs on it, else one in .venv.
.venv/node: requirements-node.lock | .venv/bin/python
	@{ $(NODE_FITS) && npm --version; } >/dev/null 2>&1 || \
	  { echo "Getting Node.js …"; $(PIP_INSTALL) requirements-node.lock; }
	@touch $@

web/node_modules/.stamp: web/package-lock.json .venv/node
	@echo "Installing the web app's packages …"
	@cd web && npm ci --loglevel=error --no-fund --no-audit --ignore-scripts
	@touch $@

web/dist/index.html: $(WEB_SOURCES) web/node_modules/.stamp
	@echo "Building the web app …"
	@cd web && npm run build --silent
