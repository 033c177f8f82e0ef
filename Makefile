## make chat   install, read the sample minutes, open the chat in the browser
## make test   install what the tests need and run them all
## make check  what takes long: fuzzing, load, training
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
STORE  ?= .kaigiroku
DATA   ?= ../shared/data

.PHONY: help chat install install-dev browser office test check lint format types gate model benchmark clean

help:
	@sed -n 's/^## //p' Makefile

$(VENV)/.installed: pyproject.toml
	@echo "必要なものを $(VENV) に入れています（初回は数分かかります）…"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 以上が必要です: " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "テストに必要なものを入れています…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,llm,mcp]'
	@touch $@

install: $(VENV)/.installed

install-dev: $(VENV)/.installed-dev

chat: install
	@$(BIN)/kaigiroku --store $(STORE) add corpus/sample/documents
	@$(BIN)/kaigiroku --store $(STORE) serve $(if $(PORT),--port $(PORT))

# The page is tested in a real browser. Without one (and without the right to install it) those tests say so and skip.
browser:
	@if command -v chromium chromium-browser google-chrome >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
	  echo "Chromium と日本語フォントを入れています…"; \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk) >/dev/null \
	  || echo "Chromium を入れられませんでした。画面のテストは省略されます。"; \
	else echo "Chromium がありません。画面のテストは省略されます（apt-get install chromium fonts-noto-cjk）。"; fi

# LibreOffice opens the files that the desk hands out (some 500 MB; not needed to use or to change the rest). Old Office files are
# read with it, too.
office:
	@if command -v soffice >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ]; then \
	  echo "LibreOffice を入れています…"; \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    libreoffice-calc-nogui libreoffice-writer-nogui) >/dev/null \
	  || echo "LibreOffice を入れられませんでした。書き出したファイルを開くテストは省略されます。"; \
	else echo "LibreOffice がありません。書き出したファイルを開くテストは省略されます。"; fi

# Two files at a time: a browser beside its server fills one core. They go by name, so that the long ones (the page) do not come last.
test: install-dev browser
	$(BIN)/python -m pytest -m "not slow" -n logical --maxprocesses 2 --dist loadfile --no-loadscope-reorder

check: install-dev browser
	$(BIN)/python -m pytest -m slow --timeout 5400

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install-dev
	$(BIN)/mypy

format: install-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

gate: install
	$(BIN)/kaigiroku eval gate

# ja-ginza would put an older Sudachi in place of ours; only its word vectors are read.
$(VENV)/.installed-train: $(VENV)/.installed
	@echo "モデルの学習に必要なものを入れています…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps ja-ginza==5.3.0
	@touch $@

model: $(VENV)/.installed-train
	$(BIN)/python -m retriever.train --data $(DATA) --out retriever/model

# The tables of the bundled model's scores, in its card and in the README.
benchmark: install
	$(BIN)/kaigiroku eval benchmark $(DATA) --write retriever/model/README.md
	$(BIN)/kaigiroku eval benchmark $(DATA) --short --write README.md

# What was installed and built; the minutes that were read in ($(STORE)) are the user's and stay.
clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache
