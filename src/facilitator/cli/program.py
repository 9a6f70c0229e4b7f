"""From arguments to an exit code: finds the command, lets it work, prints its answer or one sentence."""

from __future__ import annotations

import argparse
import logging
import os
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from itertools import takewhile
from typing import Protocol, cast

from facilitator.domain.errors import CommandUnknown, FacilitatorError
from facilitator.jobs.progress import Progress

from .answer import Answer
from .parser import Parser, command_parser
from .printing import complain, print_lines, print_object, speak_utf8

log = logging.getLogger(__name__)
# Where no log file can be kept, Python would put a bug with all its words on standard error.
logging.getLogger("facilitator").addHandler(logging.NullHandler())

# The modules are loaded one by one, so that `show` does not wait for the fonts of `export`.
COMMANDS = {
    "new": "make an empty workshop",
    "sample": "make a workshop to try things out",
    "import": "bring notes, people or another workshop in",
    "export": "write a report, or the whole content",
    "show": "tell what is in a workshop",
    "log": "tell what was done to it, newest last",
    "undo": "take back the last step",
    "redo": "do again what was undone",
    "check": "verify everything about a file",
    "backup": "make a proven copy",
    "restore": "make a workshop from a backup, under a new name",
    "suggest": "propose themes for the recommendations that are in none",
    "duplicates": "find recommendations that nearly say the same",
    "groups": "propose first groups of the recommendations that are in no theme",
}
MODULES = {"import": "import_", "redo": "undo"}
FOR_ALL = frozenset({"--json", "--strict", "--quiet"})

WARNED, BUG, STOPPED = 1, 70, 130


class Command(Protocol):
    """A module of `commands`."""

    def add_arguments(self, parser: Parser) -> None:
        """Say what can be typed."""
        ...

    def carry_out(self, arguments: argparse.Namespace, progress: Progress) -> Answer:
        """Do it."""
        ...


def asks_for_window(argv: Sequence[str]) -> bool:
    """Whether a command line is none, but at most the name of a workshop to be shown in the window."""
    if len(argv) != 1:
        return not argv
    name = argv[0]
    if name in COMMANDS or name.startswith("-"):
        return False
    if name.endswith(".workshop") or os.sep in name:
        return True
    # A file without an ending and a command that was mistyped look alike.
    return os.path.lexists(name) and not get_close_matches(name, COMMANDS, 1)


def run(argv: Sequence[str]) -> int:
    """Carry out a command line (without the program's name) and give its exit code; see the table in the guide."""
    speak_utf8()
    try:
        return _answered(list(argv))
    except FacilitatorError as error:
        log.info("refused: %s", error.code)
        complain(str(error))
        return error.exit_code
    except SystemExit as end:
        # argparse leaves so after --help and --version.
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        complain("Stopped. The file is as it was before.")
        return STOPPED
    except BrokenPipeError:
        # Whoever reads has enough; what was asked for is done.
        return 0
    except Exception:
        # The one place for what nobody foresaw. The log keeps kinds and places, never the words of a note.
        log.exception("a bug")
        complain(_about_a_bug())
        return BUG


def _answered(argv: list[str]) -> int:
    # options for every command may stand before it too, as people are used to from other programs
    leading = list(takewhile(FOR_ALL.__contains__, argv))
    command, *rest = argv[len(leading) :] or [""]
    if command.startswith("-"):
        _overview().parse_args([command, *rest])
    if command not in COMMANDS:
        raise CommandUnknown(command=command, commands=", ".join(COMMANDS))
    module = cast("Command", import_module(f"facilitator.cli.commands.{MODULES.get(command, command)}"))
    parser = command_parser(command, f"{COMMANDS[command].capitalize()}.")
    parser.set_defaults(command=command)
    module.add_arguments(parser)
    arguments = parser.parse_args([*leading, *rest])
    # Loaded after the arguments are understood, like all that only work needs.
    from .progress import shown

    with shown(command, quiet=arguments.quiet) as progress:
        answer = module.carry_out(arguments, progress)
    log.info("%s: done", command)
    return _told(answer, arguments)


def _told(answer: Answer, arguments: argparse.Namespace) -> int:
    if arguments.json:
        print_object(answer.data)
    elif not arguments.quiet:
        print_lines(answer.lines)
    if answer.complaint:
        complain(answer.complaint)
    if answer.exit_code:
        return answer.exit_code
    return WARNED if answer.warned and arguments.strict else 0


def _overview() -> Parser:
    """The parser for `facilitator --help` and `--version`."""
    from facilitator.jobs.program import program

    parser = Parser(
        prog="facilitator",
        description="Capture what is said in a workshop, group its recommendations, print what was agreed.",
        epilog="`facilitator COMMAND --help` tells more about a command.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=program())
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        commands.add_parser(name, help=summary)
    return parser


def _about_a_bug() -> str:
    from facilitator.logs import log_file

    place = log_file()
    kept = f"Please send {place} with a word on what you did." if place else "No log could be kept."
    return f"This should not happen: there is a mistake in the program. {kept} Nothing is half done."
