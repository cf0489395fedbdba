"""Put the built web app into the wheel, as `onthedot/static`."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StaticFiles(BuildHookInterface[Any]):
    """A step of hatchling's build; a checkout that is installed as editable serves web/dist itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add web/dist to a wheel.

        Raises:
            SystemExit: the web app is not built yet.
        """
        if version == "editable":
            return
        built = Path(self.root) / "web" / "dist"
        if not (built / "index.html").exists():
            message = "The web app is not built, so the wheel would be without it: run `make wheel`."
            raise SystemExit(message)
        build_data["force_include"][str(built)] = "onthedot/static"
