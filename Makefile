# GNU make 3.81 or later (macOS has that one).
.DEFAULT_GOAL := help
.SUFFIXES:
# What is compiled once is not compiled again by each of the processes that tests start.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help ready site serve check test quick coverage bench vocabulary lock clean

BETOOG := .venv/bin/betoog
READY := .venv/.ready

help: ## this list
	@echo 'make TARGET'
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1	\2/p' $(MAKEFILE_LIST) | expand -t 12

ready: $(READY) ## make .venv, with betoog in .venv/bin

site: $(READY) ## build the site into _site
	@$(BETOOG) build
	@echo
	@echo 'Open it with:                    make serve'
	@echo 'or serve the files as they are:  .venv/bin/python -m http.server -d _site'

serve: $(READY) ## show the site as it is while you write
	@$(BETOOG) serve

check: $(READY) ## check the records
	@$(BETOOG) check

test: $(READY) ## everything that must hold: style, types, records, tests, browser
	@.ci/test

quick: $(READY) ## the tests that are short and need no browser, no processes and not the records, in two or three minutes
	@.venv/bin/pytest -n 2 --dist worksteal --hypothesis-profile dev \
	  -m 'not browser and not process and not content and not long'

coverage: $(READY) ## how much of the program its tests reach; without the browser and the records
	@.ci/coverage

# BENCH holds options, as in: make bench BENCH="--sizes 1000"
bench: $(READY) ## what work costs at 272 to 10,000 claims, beside MkDocs, properdocs and Hugo
	@.ci/bench $(BENCH)

vocabulary: $(READY) ## write the types of link and the limits of records where browsers read them
	@.ci/vocabulary

# The lock holds hashes and no host: whoever installs from it chooses the index.
lock: ## pin all dependencies anew
	@.ci/lock

clean: ## remove everything that is made
	rm -rf .venv _site .cache dist build .coverage .mypy_cache .ruff_cache .pytest_cache \
	  .hypothesis .import_linter_cache

$(READY): requirements.lock pyproject.toml .ci/environment
	@.ci/environment
	@touch $@
