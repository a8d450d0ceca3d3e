# One configuration, release; see CONTRIBUTING.md for the habits behind the targets.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build

strictly := -c release --explicit-target-dependency-import-check error
# Testable imports, which nothing here uses, would build everything a second time.
tests := swift test $(strictly) --disable-testable-imports
assay := .build/release/assay

.PHONY: build run test check record bench soak deps

build: deps
	swift build $(strictly)

# The workbench on a sample; without a terminal, a sample session as text.
run: build
	@if [ -t 0 ] && [ -t 1 ]; then \
	  $(assay) samples/penguins_raw.csv; \
	else \
	  $(assay) run sessions/penguins.assay; \
	fi

test: deps
	SWIFT_BACKTRACE=enable=no $(tests)

# Writes transcripts and pictures anew. What changed is then said to be wrong once: read it with
# `git diff` before committing it.
record: deps
	-SWIFT_BACKTRACE=enable=no RECORD_SNAPSHOTS=1 $(tests)

check: build
	Scripts/check

# Beside pandas, Polars, DuckDB and scikit-learn, which it installs for itself.
bench: build
	Benchmarks/run

# Minutes for each part; SOAK_MINUTES=60 make soak.
soak: build
	Scripts/soak

deps:
	@Scripts/deps
