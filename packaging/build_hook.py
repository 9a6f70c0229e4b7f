"""What hatchling does before it packs a wheel or an editable install: compile the forms and the translations."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledForms(BuildHookInterface[Any]):
    """Makes the files that are git-ignored, and so are listed as artifacts in pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile with the PySide6 of the build environment. Raises NotCompiled."""
        # Hatchling runs this file without its folder on the path.
        place = Path(__file__).with_name("forms.py")
        spec = importlib.util.spec_from_file_location("forms", place)
        if spec is None or spec.loader is None:
            raise ImportError(str(place))
        forms = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(forms)
        forms.compile_all(sys.executable)
