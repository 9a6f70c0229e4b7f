"""The whole app works without a network: no socket of one is ever made."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

# The program as it is, but for a look at each socket that Python makes and at those that the system counts at the end.
WATCHED = """
import json, os, socket, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

families = []
sys.addaudithook(lambda event, told: families.append(int(told[1])) if event == "socket.__new__" else None)

def of_network():
    def told(name):
        path = Path(f"/proc/self/net/{name}")
        return path.read_text().splitlines()[1:] if path.exists() else []
    counted = {line.split()[9] for name in ("tcp", "tcp6", "udp", "udp6") for line in told(name)}
    links = [os.readlink(file) for file in Path("/proc/self/fd").iterdir() if file.is_socket()]
    return [link for link in links if link.startswith("socket:[") and link[8:-1] in counted]

if __name__ == "__main__":
    from facilitator import app
    application = QApplication([])
    window = app.make_window(application)
    window.show()
    app.begin(window, Path(sys.argv[1]))

    def print_pages():
        place = window.go("reports")
        place._making.made.connect(lambda _: QTimer.singleShot(0, leave))

    def leave():
        others = [one for one in families if one != int(socket.AF_UNIX)]
        print(json.dumps({"families": others, "sockets": of_network()}))
        window.close()

    window.context.bridge.opened.connect(lambda _: QTimer.singleShot(0, print_pages))
    application.exec()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the system's list of sockets is read as Linux keeps it")
def test_opening_capturing_and_reports_make_no_socket_of_a_network(workshop: Path, tmp_path: Path) -> None:
    program = tmp_path / "watched.py"
    program.write_text(WATCHED, encoding="utf-8")
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, str(program), str(workshop)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env=settings,
        check=True,
    )

    assert json.loads(done.stdout) == {"families": [], "sockets": []}
