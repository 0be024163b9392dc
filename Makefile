# Two commands: `make site` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
TESTING := $(VENV)/.testing
BENCH_VENV ?= .venv-bench
BENCHING := $(BENCH_VENV)/.ready

.PHONY: site test lint bench serve clean help

help:
	@echo "make site   install, extract, build the site into site/"
	@echo "make test   install, run the whole suite"
	@echo "make lint   ruff and mypy"
	@echo "make bench  our date tagger and others on the corpora in TIMELINE_CORPORA"
	@echo "make serve  the site with its proposals, live"
	@echo "make clean  take away what the others made"

site: $(READY)
	$(BIN)/timeline extract
	$(BIN)/timeline build

test: $(TESTING)
	$(BIN)/python -m pytest -n auto $(PYTEST)

lint: $(TESTING)
	$(BIN)/ruff check timeline tests
	$(BIN)/ruff format --check timeline tests
	$(BIN)/mypy

# BENCH='timebank --documents 12' for a quick look.
bench: $(BENCHING)
	@test -n "$$TIMELINE_CORPORA" || \
	  { echo "Set TIMELINE_CORPORA to a folder that holds folders of .tml files" >&2; exit 2; }
	$(BENCH_VENV)/bin/python -m tests.bench.throughput
	$(BENCH_VENV)/bin/python -m tests.bench.rivals $(BENCH)

serve: $(READY)
	$(BIN)/timeline serve --open

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it: make site PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

# Only when what is installed would change: after the first time, no network is needed.
$(READY): pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[documents,english,review,web]' -c constraints.txt
	@touch $@

$(TESTING): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[english,dev]' -c constraints.txt
	@touch $@

# The others, in an environment of their own: what they pin is not what we need.
$(BENCHING): pyproject.toml tests/bench/requirements.txt tests/bench/requirements-nodeps.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it: make bench PYTHON=python3.11" >&2; exit 2; }
	$(PYTHON) -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -e . \
	  -r tests/bench/requirements.txt
	$(BENCH_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
	  -r tests/bench/requirements-nodeps.txt
	@touch $@

clean:
	rm -rf $(VENV) $(BENCH_VENV) site .cache .pytest_cache .hypothesis .ruff_cache .mypy_cache
