"""Setting type: text of every script broken into lines, and put on the pages of a PDF so that it reads back as it was.

`Typesetter.set` makes a `Setting` of spans; `Setting.draw` puts it on a `PageCanvas`.
"""

from facilitator.report.type.canvas import PageCanvas
from facilitator.report.type.fonts import FontLibrary
from facilitator.report.type.lines import Line, Setting
from facilitator.report.type.typesetter import Span, Typesetter

__all__ = ["FontLibrary", "Line", "PageCanvas", "Setting", "Span", "Typesetter"]
