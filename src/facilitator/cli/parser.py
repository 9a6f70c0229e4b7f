"""Reading what was typed: argparse, with our own errors and the options that every command has."""

from __future__ import annotations

import argparse
from datetime import date
from typing import NoReturn

from facilitator.domain.errors import CommandMisread


class Parser(argparse.ArgumentParser):
    """Raises CommandMisread instead of printing and leaving."""

    def error(self, message: str) -> NoReturn:
        """What argparse calls when it does not understand."""
        raise CommandMisread(reason=message[:1].upper() + message[1:], program=self.prog)


def command_parser(command: str, summary: str) -> Parser:
    """A parser for one command, with what all commands take. Abbreviations mean nothing: a script must not break."""
    parser = Parser(prog=f"facilitator {command}", description=summary, allow_abbrev=False)
    common = parser.add_argument_group("for every command")
    common.add_argument("--json", action="store_true", help="print the result as one JSON object")
    common.add_argument("--strict", action="store_true", help="exit with 1 when there are warnings; the work is done")
    common.add_argument("--quiet", action="store_true", help="print nothing but errors (and the object of --json)")
    return parser


def count(typed: str) -> int:
    """A number from 0 on, for argparse."""
    number = int(typed)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{typed} is less than 0")
    return number


def day(typed: str) -> date:
    """A date written as year-month-day, for argparse."""
    try:
        return date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{typed} is no date; write it as 2023-08-09") from error
