"""What a person or a disk can cause: each error is a code, parameters and an English sentence that says what to do.

A screen translates by the class name and the template; whatever is not of these classes is a bug.
"""

from .exchange import *  # noqa: F403
from .families import *  # noqa: F403
from .jobs import *  # noqa: F403
from .nouns import *  # noqa: F403
from .places import *  # noqa: F403
from .reports import *  # noqa: F403
from .sources import *  # noqa: F403
from .workshops import *  # noqa: F403
