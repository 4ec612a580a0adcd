# make site | serve | check | test | test-browsers | mutate | bench. The first use of any of them makes .venv from the
# locked requirements: what a user needs (requirements.lock), and where one checks, tests or measures, what a developer
# needs on top of it.
.PHONY: site serve check test test-browsers fuzz mutate same audit bench screenshot lock browser clean
.NOTPARALLEL:
.DEFAULT_GOAL := site
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# A lock is whole; asked for what it needs, pip would look at newer versions of `coverage[toml]`, which have no hash here.
LOCKED := $(BIN)/pip install -q --no-deps --require-hashes -r

BUILT := generator/rolebook/static/rolebook.js
DEVELOPED := .venv/developed frontend/node_modules/developed
# Files stay whole, as what a file's tests share is made once. Browser tests wait as often as they work: three at a time
# keep two processors busy; in their order, as the longest come first.
PYTEST := $(BIN)/pytest -q --dist loadfile
WORKERS ?= 3

.venv/installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rolebook needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(LOCKED) requirements.lock
	touch $@

# The package itself, and with it the bundle of the front end.
$(BUILT): .venv/installed pyproject.toml $(shell find frontend -name node_modules -prune -o -type f -print)
	$(BIN)/pip install -q --no-build-isolation --no-deps -e .
	@touch $@

.venv/developed: .venv/installed requirements-dev.lock
	$(LOCKED) requirements-dev.lock
	touch $@

frontend/node_modules/developed: .venv/developed frontend/package-lock.json
	$(BIN)/python frontend/bundle.py install
	touch $@

site: $(BUILT)
	@$(BIN)/rolebook schema --write > /dev/null
	@$(BIN)/rolebook build

serve: $(BUILT)
	@$(BIN)/rolebook serve

# The quick half: what needs no browser and builds no whole site.
check: $(DEVELOPED) $(BUILT)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy & $(BIN)/python frontend/bundle.py format types test; front=$$?; wait $$! && exit $$front
	$(PYTEST) -n 2 -m "not whole" --ignore=tests/browser $(MEASURED)

test: MEASURED := --cov --cov-report=term
test: check browser
	$(BIN)/rolebook check > /dev/null
	$(BIN)/rolebook quiz lint
	$(PYTEST) -n $(WORKERS) --no-loadscope-reorder -m whole

# Slow suites have targets of their own. This one: properties by many examples, others each time.
fuzz: $(DEVELOPED) $(BUILT)
	$(BIN)/pytest -q -m hypothesis --hypothesis-profile=fuzz --timeout=0 --ignore=tests/browser
	FUZZ=1 $(BIN)/python frontend/bundle.py test

# The main ways in old Chromiums, Firefox ESR and WebKitGTK, which it installs; the stored ones lie in ~/.cache/rolebook.
# Then what is tried in our own Chromium, all of it over loopback and from disk.
test-browsers: $(DEVELOPED) $(BUILT)
	$(BIN)/python -m tests.browsers.install
	$(BIN)/pytest -q tests/browsers
	BOTH_WAYS=1 $(PYTEST) -n $(WORKERS) --no-loadscope-reorder tests/browser
# The same bytes from every interpreter of Python that can be found, each with its own environment.
same: $(DEVELOPED) $(BUILT)
	$(BIN)/pytest -q tests/another_python.py

# 1: a dependency is at fault; 2: the advisory services cannot be asked from here.
audit: $(DEVELOPED)
	$(LOCKED) audit/requirements.lock
	$(BIN)/python audit/audit.py

# Whether the tests would notice: faults put into storage.ts, all of them, and into the rooms of the generator, a sample.
mutate: $(DEVELOPED) $(BUILT)
	$(LOCKED) tests/mutation/requirements.lock
	$(BIN)/python frontend/bundle.py mutate
	$(BIN)/python -m tests.mutation.sample

browser: .venv/developed
	@$(BIN)/python tests/browser/chromium.py

bench: $(DEVELOPED) $(BUILT)
	$(LOCKED) bench/requirements.lock
	$(BIN)/python bench/sites.py 100 1000 3000
	$(BIN)/python bench/build.py 1000
	$(BIN)/python bench/quizzes.py 1000
	$(BIN)/python bench/clicks.py
	$(BIN)/python bench/preview.py 1000
	$(BIN)/python bench/posters.py 200

screenshot: site browser
	$(BIN)/python -m images.screenshot

LOCK := uv pip compile -q --generate-hashes --no-header --no-annotate --python-version 3.11 --universal
lock: ## needs uv; what a user has is a part of what a developer has
	$(LOCK) pyproject.toml --group dev -o requirements-dev.lock
	$(LOCK) pyproject.toml --group checkout -c requirements-dev.lock -o requirements.lock
	$(LOCK) --group node -c requirements-dev.lock -o frontend/requirements.lock
	$(LOCK) bench/requirements.in -c requirements-dev.lock -o bench/requirements.lock
	$(LOCK) audit/requirements.in -c requirements-dev.lock -o audit/requirements.lock
	$(LOCK) tests/mutation/requirements.in -c requirements-dev.lock -o tests/mutation/requirements.lock

clean:
	rm -rf .venv site frontend/node_modules generator/rolebook/static
