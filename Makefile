# Everything that is done with this tree. `make` alone lists it.

PYTHON ?= python3
VENV ?= .venv
N ?= 10
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SAMPLE := foam-dressing
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test lint documents-check prove judge catalogue bench drive shots samples requirements clean
.DELETE_ON_ERROR:

help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/.run ## open the wizard on a sample; where there is no screen, build its report
	@PATH="$(CURDIR)/$(BIN):$$PATH" packaging/run.sh $(SAMPLE)

test: lint ## lint, types, floors, tests: the cheapest first
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: $(VENV)/.dev ## ruff, its formatter, mypy and the import floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

documents-check: $(VENV)/.dev ## what LibreOffice and three validators say of the documents
	packaging/documents_tools.sh
	$(BIN)/python -m pytest -m documents

prove: $(VENV)/.dev ## property tests with many more examples, for N minutes; goes on where it ended
	$(BIN)/python packaging/prove.py --minutes $(N)

judge: $(VENV)/.dev ## recall and precision of the rules, over good dossiers and planted faults
	PYTHONPATH=packaging $(BIN)/python packaging/trust/judge.py

catalogue: $(VENV)/.dev ## what follows from the rules: the table of what is judged, two pages of the manual
	PYTHONPATH=packaging $(BIN)/python packaging/catalogue.py

bench: $(VENV)/.dev ## our costs against floors and peers, as ratios within one run
	@packaging/benchmarks/peers.sh $(BIN)/python
	$(BIN)/python packaging/benchmarks/run.py

shots: $(VENV)/.dev ## pictures of every step of the window
	@command -v xvfb-run >/dev/null || { echo "Pictures need a virtual screen: install the package xvfb."; exit 1; }
	QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args='-screen 0 1920x1200x24' $(BIN)/python packaging/shots.py

drive: $(VENV)/.dev ## enters the whole sample from New with keys and mouse, or KEYS=1 keys alone, and proves that it arrived
	@command -v xvfb-run >/dev/null || { echo "The drive needs a virtual screen: install the package xvfb."; exit 1; }
	QT_QPA_PLATFORM=xcb xvfb-run --auto-servernum --server-args='-screen 0 1920x1200x24' $(BIN)/python packaging/drive.py resources/samples/$(SAMPLE).cerw --references packaging/samples/$(SAMPLE)/references.ris $(if $(KEYS),--keyboard)

samples: $(VENV)/.dev ## the sample dossiers, from their readable sources
	$(BIN)/python packaging/samples.py

requirements: $(VENV)/.made ## pin what we stand on anew, with hashes
	$(PIP) install uv
	packaging/pin.sh $(BIN)/uv

clean: ## remove what was made here: the environment, build/, caches
	rm -rf $(VENV) build dist packaging/validator/node_modules .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says that a step of the set-up was done; what it was done from is what it depends on.
$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "CER Wizard needs Python 3.11 or newer, and $(PYTHON) is not. Name another: make PYTHON=python3.12 run"; exit 1; }
	@packaging/system_libraries.sh $(PYTHON)
	@echo "Making the environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.made packaging/requirements/run.txt pyproject.toml
	@echo "Installing what CER Wizard needs to run"
	@$(PIP) install --require-hashes --requirement packaging/requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.made packaging/requirements/dev.txt pyproject.toml
	@echo "Installing what it takes to work on CER Wizard"
	@$(PIP) install --require-hashes --requirement packaging/requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m pip check
	@touch $(VENV)/.run $@
