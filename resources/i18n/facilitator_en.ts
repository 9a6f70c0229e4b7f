<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>BackupSign</name>
        <message numerus="yes">
            <source>changes of %n hour(s) are in none</source>
            <translation>
                <numerusform>changes of %n hour are in none</numerusform>
                <numerusform>changes of %n hours are in none</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>changes of %n minute(s) are in none</source>
            <translation>
                <numerusform>changes of %n minute are in none</numerusform>
                <numerusform>changes of %n minutes are in none</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s)</source>
            <translation>
                <numerusform>%n participant</numerusform>
                <numerusform>%n participants</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recommendation(s)</source>
            <translation>
                <numerusform>%n recommendation</numerusform>
                <numerusform>%n recommendations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) later</source>
            <translation>
                <numerusform>%n step later</numerusform>
                <numerusform>%n steps later</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CapturePlace</name>
        <message numerus="yes">
            <source>%n line(s) wait for the workshop</source>
            <translation>
                <numerusform>%n line wait for the workshop</numerusform>
                <numerusform>%n lines wait for the workshop</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardsModel</name>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n source</numerusform>
                <numerusform>%n sources</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Deleting</name>
        <message numerus="yes">
            <source>%n note(s) of this session move to:</source>
            <translation>
                <numerusform>%n note of this session move to:</numerusform>
                <numerusform>%n notes of this session move to:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Ending</name>
        <message numerus="yes">
            <source>%n action(s) without who or when</source>
            <translation>
                <numerusform>%n action without who or when</numerusform>
                <numerusform>%n actions without who or when</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n empty field(s) of the matrix</source>
            <translation>
                <numerusform>%n empty field of the matrix</numerusform>
                <numerusform>%n empty fields of the matrix</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) to check</source>
            <translation>
                <numerusform>%n note to check</numerusform>
                <numerusform>%n notes to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n speaker(s) not known</source>
            <translation>
                <numerusform>%n speaker not known</numerusform>
                <numerusform>%n speakers not known</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Entering</name>
        <message numerus="yes">
            <source>Capture %n line(s)</source>
            <translation>
                <numerusform>Capture %n line</numerusform>
                <numerusform>Capture %n lines</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Filing</name>
        <message numerus="yes">
            <source>%n card(s)</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message numerus="yes">
            <source>%n participant(s)</source>
            <translation>
                <numerusform>%n participant</numerusform>
                <numerusform>%n participants</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message numerus="yes">
            <source>%1 of %n column(s) taken</source>
            <translation>
                <numerusform>%1 of %n column taken</numerusform>
                <numerusform>%1 of %n columns taken</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s) came in.</source>
            <translation>
                <numerusform>%n participant came in.</numerusform>
                <numerusform>%n participants came in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s) in the list. Whoever is there already learns only what was not known.</source>
            <translation>
                <numerusform>%n participant in the list. Whoever is there already learns only what was not known.</numerusform>
                <numerusform>%n participants in the list. Whoever is there already learns only what was not known.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to know</source>
            <translation>
                <numerusform>%n thing to know</numerusform>
                <numerusform>%n things to know</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) to know.</source>
            <translation>
                <numerusform>%n thing to know.</numerusform>
                <numerusform>%n things to know.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were there already.</source>
            <translation>
                <numerusform>%n were there already.</numerusform>
                <numerusform>%n were there already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take %n participant(s)</source>
            <translation>
                <numerusform>Take %n participant</numerusform>
                <numerusform>Take %n participants</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LinesPage</name>
        <message numerus="yes">
            <source>%n line(s), not saved yet</source>
            <translation>
                <numerusform>%n line, not saved yet</numerusform>
                <numerusform>%n lines, not saved yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s), nothing is saved</source>
            <translation>
                <numerusform>%n line, nothing is saved</numerusform>
                <numerusform>%n lines, nothing is saved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Save %n note(s)</source>
            <translation>
                <numerusform>Save %n note</numerusform>
                <numerusform>Save %n notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MergePanel</name>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewWorkshop</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewestPill</name>
        <message numerus="yes">
            <source>%n new note(s) below</source>
            <translation>
                <numerusform>%n new note below</numerusform>
                <numerusform>%n new notes below</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoteAsking</name>
        <message numerus="yes">
            <source>Speaker of %n note(s)</source>
            <translation>
                <numerusform>Speaker of %n note</numerusform>
                <numerusform>Speaker of %n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Themes of %n note(s)</source>
            <translation>
                <numerusform>Themes of %n note</numerusform>
                <numerusform>Themes of %n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Time of %n note(s)</source>
            <translation>
                <numerusform>Time of %n note</numerusform>
                <numerusform>Time of %n notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoteCommands</name>
        <message numerus="yes">
            <source>%n private note(s) not copied: what is private stays here.</source>
            <translation>
                <numerusform>%n private note not copied: what is private stays here.</numerusform>
                <numerusform>%n private notes not copied: what is private stays here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Delete %n note(s)</source>
            <translation>
                <numerusform>Delete %n note</numerusform>
                <numerusform>Delete %n notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoteHistory</name>
        <message numerus="yes">
            <source>%1, %n version(s)</source>
            <translation>
                <numerusform>%1, %n version</numerusform>
                <numerusform>%1, %n versions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpenBrackets</name>
        <message numerus="yes">
            <source>%n bracket(s) open</source>
            <translation>
                <numerusform>%n bracket open</numerusform>
                <numerusform>%n brackets open</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Programme</name>
        <message numerus="yes">
            <source>%n break(s)</source>
            <translation>
                <numerusform>%n break</numerusform>
                <numerusform>%n breaks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecentList</name>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recommendation(s)</source>
            <translation>
                <numerusform>%n recommendation</numerusform>
                <numerusform>%n recommendations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecommendationsPlace</name>
        <message numerus="yes">
            <source>%n recommendation(s)</source>
            <translation>
                <numerusform>%n recommendation</numerusform>
                <numerusform>%n recommendations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportsPlace</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n page(s)</source>
            <translation>
                <numerusform>%n page</numerusform>
                <numerusform>%n pages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s)</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Search</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Of each kind the first %n are shown. Type more to narrow it down.</source>
            <translation>
                <numerusform>Of each kind the first %n are shown. Type more to narrow it down.</numerusform>
                <numerusform>Of each kind the first %n are shown. Type more to narrow it down.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SessionClock</name>
        <message numerus="yes">
            <source>%n min left</source>
            <translation>
                <numerusform>%n min left</numerusform>
                <numerusform>%n min left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min over</source>
            <translation>
                <numerusform>%n min over</numerusform>
                <numerusform>%n min over</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sources</name>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SpeakingList</name>
        <message numerus="yes">
            <source>%n min a turn</source>
            <translation>
                <numerusform>%n min a turn</numerusform>
                <numerusform>%n min a turn</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n conflict(s)</source>
            <translation>
                <numerusform>%n conflict</numerusform>
                <numerusform>%n conflicts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to fill in</source>
            <translation>
                <numerusform>%n to fill in</numerusform>
                <numerusform>%n to fill in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n ungrouped</source>
            <translation>
                <numerusform>%n ungrouped</numerusform>
                <numerusform>%n ungrouped</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Versions</name>
        <message numerus="yes">
            <source>%n version(s)</source>
            <translation>
                <numerusform>%n version</numerusform>
                <numerusform>%n versions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WallBar</name>
        <message numerus="yes">
            <source>%n recommendation(s)</source>
            <translation>
                <numerusform>%n recommendation</numerusform>
                <numerusform>%n recommendations</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WallPlace</name>
        <message numerus="yes">
            <source>%n card(s)</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>File %n card(s) in</source>
            <translation>
                <numerusform>File %n card in</numerusform>
                <numerusform>File %n cards in</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WordReplacing</name>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of the notes private</source>
            <translation>
                <numerusform>%n of the notes private</numerusform>
                <numerusform>%n of the notes private</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n participant(s)</source>
            <translation>
                <numerusform>%n participant</numerusform>
                <numerusform>%n participants</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) left out: what stood there has changed meanwhile.</source>
            <translation>
                <numerusform>%n place left out: what stood there has changed meanwhile.</numerusform>
                <numerusform>%n places left out: what stood there has changed meanwhile.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) replaced.</source>
            <translation>
                <numerusform>%n place replaced.</numerusform>
                <numerusform>%n places replaced.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n recommendation(s)</source>
            <translation>
                <numerusform>%n recommendation</numerusform>
                <numerusform>%n recommendations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n session(s)</source>
            <translation>
                <numerusform>%n session</numerusform>
                <numerusform>%n sessions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n theme(s)</source>
            <translation>
                <numerusform>%n theme</numerusform>
                <numerusform>%n themes</numerusform>
            </translation>
        </message>
    </context>
</TS>
