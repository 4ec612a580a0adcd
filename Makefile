# make site | serve | test | check | bench. The first use of any of them makes .venv from the locked requirements.
.PHONY: site serve test test-quizzes test-pages test-rest check bench screenshot lock browser clean
.DEFAULT_GOAL := site
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rolebook needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --require-hashes -r requirements.lock
	$(BIN)/pip install -q --no-build-isolation --no-deps -e .
	touch $@

generator/static/rolebook.js: .venv/installed $(shell find frontend -path frontend/node_modules -prune -o -type f -print)
	@if [ frontend/package-lock.json -nt $@ ] || [ ! -d frontend/node_modules ]; then $(BIN)/python frontend/bundle.py; else $(BIN)/python frontend/bundle.py build; fi
	@touch $@

site: generator/static/rolebook.js
	@$(BIN)/rolebook schema --write > /dev/null
	$(BIN)/mkdocs build -q
	@echo "built site/; open site/index.html"

serve: generator/static/rolebook.js
	$(BIN)/mkdocs serve -a 127.0.0.1:8000

check: generator/static/rolebook.js
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python frontend/bundle.py types

test: check browser
	$(BIN)/rolebook check > /dev/null
	$(BIN)/rolebook quiz lint
	$(BIN)/python frontend/bundle.py test
	@$(MAKE) --no-print-directory --jobs=3 test-quizzes test-pages test-rest

# Browser tests mostly wait, so they run beside the others.
test-quizzes:
	@$(BIN)/pytest -q tests/browser/test_quiz*.py

test-pages:
	@$(BIN)/pytest -q tests/browser --ignore-glob='*/test_quiz*'

test-rest:
	@$(BIN)/pytest -q --ignore=tests/browser

browser: .venv/installed
	@$(BIN)/python tests/browser/chromium.py

bench: generator/static/rolebook.js
	$(BIN)/pip install -q --require-hashes -r bench/requirements.lock
	$(BIN)/python bench/build.py 1000
	$(BIN)/python bench/quizzes.py 1000
	$(BIN)/python bench/clicks.py
	$(BIN)/python bench/posters.py 200

screenshot: site browser
	$(BIN)/python -m images.screenshot

lock: ## needs uv
	uv pip compile -q --generate-hashes --extra dev --no-header --no-annotate --python-version 3.11 --universal pyproject.toml -o requirements.lock
	uv pip compile -q --generate-hashes --no-header --no-annotate --python-version 3.11 --universal bench/requirements.in -o bench/requirements.lock

clean:
	rm -rf .venv site frontend/node_modules generator/static/rolebook.*
