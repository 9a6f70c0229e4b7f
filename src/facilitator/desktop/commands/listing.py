"""The list of commands, with the keys that bind them; nothing else says what a key does."""

from __future__ import annotations

from facilitator.desktop.marking import N

from .command import Command

FILE, EDIT, VIEW = "file", "edit", "view"

EVERYWHERE_COMMANDS = (
    Command("go.programme", N("Commands", "Go to the programme"), keys=("Ctrl+1",), icon="calendar-days", menu=VIEW),
    Command("go.capture", N("Commands", "Go to capture"), keys=("Ctrl+2",), icon="pen-line", menu=VIEW),
    Command("go.wall", N("Commands", "Go to the wall"), keys=("Ctrl+3",), icon="columns-3", menu=VIEW),
    Command(
        "go.recommendations",
        N("Commands", "Go to the recommendations"),
        keys=("Ctrl+4",),
        icon="list-checks",
        menu=VIEW,
    ),
    Command("go.people", N("Commands", "Go to the people"), keys=("Ctrl+5",), icon="users", menu=VIEW),
    Command("go.reports", N("Commands", "Go to the reports"), keys=("Ctrl+6",), icon="file-text", menu=VIEW),
    Command("go.settings", N("Commands", "Settings"), icon="settings-2", menu=FILE),
    Command("go.start", N("Commands", "Start page"), icon="folder-open", menu=FILE),
    Command("palette", N("Commands", "Any command"), keys=("Ctrl+K",), icon="command", menu=VIEW),
    Command("replace", N("Commands", "Replace a word everywhere"), icon="pencil", menu=EDIT),
    Command("search", N("Commands", "Search"), keys=("Ctrl+F",), icon="search", menu=EDIT),
    Command("shortcuts", N("Commands", "Shortcut sheet"), keys=("F1",), icon="keyboard", menu=VIEW),
    Command("undo", N("Commands", "Undo"), keys=("Ctrl+Z",), icon="undo-2", menu=EDIT),
    Command("redo", N("Commands", "Redo"), keys=("Ctrl+Y", "Ctrl+Shift+Z"), icon="redo-2", menu=EDIT),
    Command("new", N("Commands", "New workshop"), keys=("Ctrl+N",), icon="file-plus-2", menu=FILE),
    Command("open", N("Commands", "Open a workshop"), keys=("Ctrl+O",), icon="folder-open", menu=FILE),
    Command("sample", N("Commands", "Look at the sample"), icon="graduation-cap", menu=FILE),
    Command("restore", N("Commands", "Bring back a backup"), icon="history", menu=FILE),
    Command("back-up", N("Commands", "Back up now"), keys=("Ctrl+S",), icon="save", menu=FILE),
    Command("print", N("Commands", "Print what this place prints"), keys=("Ctrl+P",), icon="printer", menu=FILE),
    Command("fill-in", N("Commands", "Next fill-in"), keys=("F7",), icon="flag", menu=VIEW),
    Command("capture.off-record", N("Commands", "Off the record, on and off"), keys=("F12",), icon="lock", menu=VIEW),
    Command("zoom-in", N("Commands", "Larger text"), keys=("Ctrl++", "Ctrl+="), icon="zoom-in", menu=VIEW),
    Command("zoom-out", N("Commands", "Smaller text"), keys=("Ctrl+-",), icon="zoom-out", menu=VIEW),
    Command("zoom-reset", N("Commands", "Text in its usual size"), keys=("Ctrl+0",), menu=VIEW),
    Command("fold-rail", N("Commands", "Fold the rail"), keys=("Ctrl+B",), icon="panel-left", menu=VIEW),
    Command("fold-side", N("Commands", "Fold the side panel"), keys=("F9",), icon="panel-right", menu=VIEW),
    Command("full-screen", N("Commands", "Full screen"), keys=("F11",), icon="monitor", menu=VIEW),
    Command("step-back", N("Commands", "One step back"), keys=("Esc",)),
    Command("quit", N("Commands", "Close the window"), keys=("Ctrl+Q",), menu=FILE),
)

CAPTURE_COMMANDS = (
    Command("capture.save", N("Commands", "Save the line"), "capture", ("Return",), in_view=True),
    Command("capture.complete", N("Commands", "Accept the completion"), "capture", ("Tab",), in_view=True),
    Command("capture.word", N("Commands", "Complete a word of this workshop"), "capture", ("Ctrl+.",), in_view=True),
    Command("capture.change-last", N("Commands", "Change the last note"), "capture", ("Up",), in_view=True),
    *(
        Command(f"capture.speaker-{n}", N("Commands", "Speaker of the panel"), "capture", (f"Alt+{n}",))
        for n in range(1, 10)
    ),
    Command(
        "capture.list-speaker", N("Commands", "Put a code on the speaking list"), "capture", ("F6",), "list-ordered"
    ),
    Command("capture.call-next", N("Commands", "Call the next speaker"), "capture", ("F8",), "mic"),
    Command("capture.session-before", N("Commands", "Previous session"), "capture", ("Ctrl+Up",), "arrow-up"),
    Command("capture.session-after", N("Commands", "Next session"), "capture", ("Ctrl+Down",), "arrow-down"),
    Command("capture.begin-session", N("Commands", "Begin the session, or go on with it"), "capture", (), "timer"),
    Command("capture.end-session", N("Commands", "End the session"), "capture", ("Ctrl+E",), "check"),
    Command("capture.keep-speaker", N("Commands", "Keep the speaker until changed, on and off"), "capture", (), "user"),
    Command("note.point", N("Commands", "Make it a point"), "capture", (".",), in_view=True),
    Command("note.recommendation", N("Commands", "Make it a recommendation"), "capture", ("!",), in_view=True),
    Command("note.quote", N("Commands", "Make it a quote"), "capture", ('"',), in_view=True),
    Command("note.question", N("Commands", "Make it a question"), "capture", ("?",), in_view=True),
    Command("note.good-practice", N("Commands", "Make it a good practice"), "capture", ("+",), in_view=True),
    Command("note.challenge", N("Commands", "Make it a challenge"), "capture", ("~",), in_view=True),
    Command("note.decision", N("Commands", "Make it a decision"), "capture", ("=",), in_view=True),
    Command("note.action", N("Commands", "Make it an action"), "capture", (">",), in_view=True),
    Command("note.parking-lot", N("Commands", "Put it in the parking lot"), "capture", ("^",), in_view=True),
    Command("note.edit", N("Commands", "Edit the note"), "capture", ("F2", "Return"), "pencil", in_view=True),
    Command("note.split", N("Commands", "Split the note here"), "capture", ("Ctrl+Return",), in_view=True),
    Command("note.recommend", N("Commands", "Recommend it"), "capture", ("Ctrl+R",), "list-checks"),
    Command("note.private", N("Commands", "Private, on and off"), "capture", ("P",), "eye-off", in_view=True),
    Command("note.check-later", N("Commands", "Check later, on and off"), "capture", ("L",), "flag", in_view=True),
    Command("note.history", N("Commands", "History of the note"), "capture", ("H",), "history", in_view=True),
    Command("note.join", N("Commands", "Join with the note above"), "capture", ("J",), "merge", in_view=True),
    Command("note.move", N("Commands", "Move to a session"), "capture", ("M",), "arrow-right", in_view=True),
    Command("note.speaker", N("Commands", "Set the speaker"), "capture", (), "user"),
    Command("note.themes", N("Commands", "Set the themes"), "capture", (), "hash"),
    Command("note.time", N("Commands", "Set the time"), "capture", (), "clock"),
    Command("note.insert", N("Commands", "Insert a note below"), "capture", (), "plus"),
    Command("note.copy", N("Commands", "Copy as text"), "capture", (), "copy"),
    Command("note.unfold", N("Commands", "Show a long note whole, on and off"), "capture", (), "chevron-down"),
    Command("capture.minutes", N("Commands", "Clock time or minutes from the start"), "capture", (), "timer"),
    Command("note.delete", N("Commands", "Delete the note"), "capture", ("Del",), "x", in_view=True),
)

WALL_COMMANDS = (
    *(
        Command(f"wall.file-{n}", N("Commands", "File in that theme"), "wall", (str(n),), in_view=True)
        for n in range(1, 10)
    ),
    *(
        Command(f"wall.also-{n}", N("Commands", "Add as a further theme"), "wall", (f"Shift+{n}",), in_view=True)
        for n in range(1, 10)
    ),
    Command("wall.tray", N("Commands", "Back to the tray"), "wall", ("0",), in_view=True),
    Command("wall.does-not-fit", N("Commands", "Does not fit here"), "wall", ("X",), in_view=True),
    Command("wall.file-by-name", N("Commands", "File by name"), "wall", ("G",), "search", in_view=True),
    Command("wall.open", N("Commands", "Open the card beside"), "wall", ("Return",), "panel-right", in_view=True),
    Command("wall.read", N("Commands", "Read the card large"), "wall", ("Space",), "eye", in_view=True),
    Command("wall.compare", N("Commands", "Compare two cards"), "wall", ("D",), "copy", in_view=True),
    Command("wall.merge", N("Commands", "Merge the cards"), "wall", ("M",), "merge", in_view=True),
    Command("wall.new-theme", N("Commands", "New theme"), "wall", ("N",), "plus", in_view=True),
    Command("wall.fold", N("Commands", "Fold the column"), "wall", ("F",), "panel-left", in_view=True),
    Command("wall.filter", N("Commands", "Filter the cards"), "wall", ("/",), "search", in_view=True),
    Command("wall.density", N("Commands", "Short cards, on and off"), "wall", (), "minus"),
)

RECOMMENDATION_COMMANDS = (
    Command("card.previous", N("Commands", "Previous of the list"), "card", ("PgUp",), "chevron-up"),
    Command("card.next", N("Commands", "Next of the list"), "card", ("PgDown",), "chevron-down"),
    Command("card.bracket", N("Commands", "Put the words in brackets"), "card", ("Ctrl+[",)),
    Command("card.next-bracket", N("Commands", "Next open bracket"), "card", ("Ctrl+]",)),
    Command("card.versions", N("Commands", "Versions of the wording"), "card", ("Ctrl+H",), "history"),
    Command("card.link", N("Commands", "Link a note"), "card", ("Ctrl+L",), "link"),
    Command("card.tabled", N("Commands", "Tabled"), "card", ("Ctrl+Shift+T",)),
    Command("card.agreed", N("Commands", "Agreed"), "card", ("Ctrl+Shift+A",)),
    Command("card.reservation", N("Commands", "Agreed with reservation"), "card", ("Ctrl+Shift+V",)),
    Command("card.not-agreed", N("Commands", "Not agreed"), "card", ("Ctrl+Shift+N",)),
    Command("card.parked", N("Commands", "Parked"), "card", ("Ctrl+Shift+K",)),
)

PROGRAMME_COMMANDS = (
    Command("programme.capture", N("Commands", "Capture this session"), "programme", ("Return",), in_view=True),
    Command("programme.add", N("Commands", "Add a session"), "programme", (), "plus"),
    Command("programme.add-day", N("Commands", "Add a day"), "programme", (), "calendar-days"),
    Command("programme.edit", N("Commands", "Edit the session"), "programme", (), "pencil"),
    Command("programme.move-up", N("Commands", "Move the session up"), "programme", (), "arrow-up"),
    Command("programme.move-down", N("Commands", "Move the session down"), "programme", (), "arrow-down"),
    Command("programme.delete", N("Commands", "Delete the session"), "programme", (), "trash-2"),
)

PEOPLE_COMMANDS = (
    Command("people.open", N("Commands", "Open the person, or add a walk-in"), "people", ("Return",), in_view=True),
    Command("people.add", N("Commands", "Add a person"), "people", ("Ins",), "user-plus"),
    Command("people.merge", N("Commands", "Merge two who are one person"), "people", (), "merge"),
    Command("people.import", N("Commands", "Import people from a table"), "people", (), "import"),
)

SEARCH_COMMANDS = (
    Command("search.complete", N("Commands", "Accept the completion"), "search", ("Tab",), in_view=True),
    Command("search.clear", N("Commands", "Clear the filters"), "search", ("Ctrl+Backspace",), in_view=True),
)

COMMANDS: tuple[Command, ...] = (
    *EVERYWHERE_COMMANDS,
    *PROGRAMME_COMMANDS,
    *CAPTURE_COMMANDS,
    *WALL_COMMANDS,
    *RECOMMENDATION_COMMANDS,
    *PEOPLE_COMMANDS,
    *SEARCH_COMMANDS,
)
"""Every command; ids are unique, and no two of a place or of everywhere share a key, save a view and its fields."""
