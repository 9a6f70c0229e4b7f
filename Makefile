# The two commands are `make run` and `make test`; what they do stands in packaging/make.py.
PYTHON ?= python3

.PHONY: run test check faults bench pictures i18n clean
run test check faults bench pictures i18n clean:
	@$(PYTHON) packaging/make.py $@
