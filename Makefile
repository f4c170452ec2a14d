# make serve and make test are all that most people need. Each target first makes what it needs: see .ci/environment
# and .ci/browser. Everything runs from .venv, nothing is installed for the whole machine but, where there are none and
# it takes no password, Debian's browsers.

PYTHON ?=
ADDRESS ?= 127.0.0.1:8000
ONLY ?=
CHROMIUM ?=
CHROMIUM_SHELL ?=
FIREFOX ?=
WEBKIT_DRIVER ?=
PYTEST_ARGS ?=

RUN := .venv/bin/python
GUIDE := PYTHONPATH=hooks $(RUN) -m mergeguide

# Where there is no Chromium, nothing more is run than .ci/browser, which says so: a command that it stands before as an
# assignment would be run all the same.
WITH_CHROMIUM := CHROMIUM="$$(.ci/browser)" && export CHROMIUM

export ONLY PYTHON CHROMIUM CHROMIUM_SHELL FIREFOX WEBKIT_DRIVER
export NO_MKDOCS_2_WARNING := 1
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.PHONY: help serve build check release pdf pictures test test-all quick mutants lint format bench translate evidence prose schemas lock upgrade clean environment node

help:
	@echo 'make serve    live preview on http://$(ADDRESS)/ (another: ADDRESS=127.0.0.1:8001; one language: ONLY=en)'
	@echo 'make build    the site, strictly, into site/'
	@echo 'make check    build, then judge data, pages and built site without MkDocs'
	@echo 'make release  check, then fail if an outdated translation could harm a reader'
	@echo 'make pictures draw anew the picture that is shown with links to the guide, one for each language'
	@echo 'make pdf      the whole guide of each language as a PDF, in pdf/'
	@echo 'make test     style, types, schemas, words, then the tests, some in a browser (one file: PYTEST_ARGS=tests/package/test_twins.py)'
	@echo 'make test-all the same with all that make test tries some of each kind of: every language, width and place'
	@echo 'make quick    most tests of the package, one build, one way through the browser: for the loop while editing'
	@echo 'make mutants  small faults in the rules of letters and the checks, which the tests have to find (minutes; NUMBER=60 SEED=1)'
	@echo 'make lint     style, types, the order of the rooms, schemas, words'
	@echo 'make format   mend what the style can mend'
	@echo 'make bench    tables: speed of generator, builds, gates and make test; what search finds; bytes; Lighthouse (RUNS=1)'
	@echo 'make translate which translations have not followed their source, smallest first, and the next command'
	@echo 'make evidence which sources to look at next, oldest first'
	@echo 'make prose    the words of pages and language files alone, by the rules of textlint'
	@echo 'make schemas  write the JSON Schemas of docs/_data/ anew'
	@echo 'make lock     remake the locks after a change in pyproject.toml or package.json'
	@echo 'make upgrade  the same, with the newest versions that those two allow'
	@echo 'make clean    remove all that was made, the environments too'

environment:
	@.ci/environment

node:
	@.ci/environment node

serve: environment
	@$(RUN) .ci/address.py $(ADDRESS)
	$(RUN) -m mkdocs serve --livereload --dev-addr $(ADDRESS)

build: environment
	$(RUN) -m mkdocs build --strict --clean

check: build
	$(GUIDE) check site

release: check
	@$(GUIDE) translations status --release

pictures: environment
	$(WITH_CHROMIUM) && PYTHONPATH=hooks $(RUN) .ci/pictures.py

pdf: build
	$(WITH_CHROMIUM) && $(RUN) .ci/pdf.py site pdf

# The browsers are looked for first: where one cannot be had, that is said before the other checks have taken their time.
test: node
	@.ci/browsers .ci/judge -m "not whole" $(or $(PYTEST_ARGS),--junitxml=test-results/test.xml)

# In the Chromium that readers have.
test-all: node
	@$(WITH_CHROMIUM) && .ci/browsers .ci/judge $(PYTEST_ARGS)

quick: environment
	$(WITH_CHROMIUM) && $(RUN) -m pytest -n auto --dist worksteal -q -m "not exhaustive" \
	  tests/package tests/rules tests/site/test_real_pages.py "tests/browser/test_journeys.py::test_from_the_front_page_to_the_three_letters[ja]"

SEED ?=
NUMBER ?= 400
mutants:
	@.ci/environment mutants
	@$(WITH_CHROMIUM) || exit; CHROMIUM_SHELL="$$(.ci/browser shell)" || true; export CHROMIUM_SHELL; \
	drawn="--number $(NUMBER) $(if $(SEED),--seed $(SEED))"; left=0; \
	$(RUN) .ci/mutants/python_mutants.py $$drawn || left=1; \
	$(RUN) .ci/mutants/script_mutants.py $$drawn || left=1; \
	exit $$left

lint: node
	@.ci/lint

format: node
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .
	PATH="$$PWD/.venv/bin:$$PATH" npm run --silent format

# That there is work to do is no failure here. What it prints to be run next is found by an activated environment.
translate: environment
	@$(GUIDE) translations status || [ $$? = 1 ]
	@[ -n "$$VIRTUAL_ENV" ] || echo 'Before the commands above, once in each terminal: source .venv/bin/activate'

evidence: environment
	@$(GUIDE) evidence

# Lighthouse is installed from a lock of its own, for this target alone; so many runs of each page: RUNS=1.
RUNS ?= 5
bench: node
	PATH="$$PWD/.venv/bin:$$PATH" npm ci --prefix tests/benchmarks --ignore-scripts --no-audit --no-fund --loglevel=error
	$(WITH_CHROMIUM) && $(RUN) tests/benchmarks/every_table.py $(RUNS)

prose: node
	@.venv/bin/node .ci/prose/judge.js

schemas: environment
	$(GUIDE) schema --write

lock upgrade:
	@.ci/environment lock
	.venv-lock/bin/python .ci/lock.py $(if $(filter upgrade,$@),--upgrade)

clean:
	rm -rf .venv .venv-lock node_modules tests/benchmarks/node_modules .ci/prose/node_modules .ci/mutants/node_modules site pdf .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results
	find hooks tests .ci -name __pycache__ -type d -prune -exec rm -rf {} +
