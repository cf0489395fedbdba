# Each target is one line of what people do here; `make` alone prints them.
.DEFAULT_GOAL := help
.PHONY: help run test check fix bench
.DELETE_ON_ERROR:
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

BIN := $(CURDIR)/.venv/bin
export PATH := $(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

help:   ## print what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

run: .venv/run   ## start Onthedot, PostgreSQL inside
	@$(BIN)/python -m onthedot.cli up

test: check   ## check, then run all tests
	@coverage run -m pytest
	@coverage report --fail-under=92 | tail -3
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

bench: .venv/dev .venv-bench/.stamp   ## measure ours and its peers in turn, and write docs/benchmarks.md
	@python -m bench.report

.venv-bench/.stamp: bench/requirements.txt
	@echo "Making the environment of the peers …"
	@test -x .venv-bench/bin/python || python3 -m venv .venv-bench
	@.venv-bench/bin/pip install -q -r bench/requirements.txt
	@touch $@

.venv/run: requirements.lock
	@echo "Making the environment …"
	@test -x $(BIN)/python || python3 -m venv .venv
	@$(BIN)/pip install -q --require-hashes -r requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock
	@echo "Making the environment …"
	@test -x $(BIN)/python || python3 -m venv .venv
	@$(BIN)/pip install -q --require-hashes -r requirements-dev.lock
	@touch $@

web/node_modules/.stamp: web/package-lock.json .venv/dev
	@echo "Installing the web app's packages …"
	@cd web && npm ci --silent --no-fund --no-audit
	@touch $@
