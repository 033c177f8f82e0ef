"""Gradio, loaded without the writing of type stubs.

Whenever Gradio is loaded it works out a `.pyi` beside each of its components and writes it where it differs: half of the time that the load
takes, and a program that is started must not write into its own installation. The stubs help editors only.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType
from typing import Any

WRITER = ("gradio.component_meta", "create_or_modify_pyi")
"""The module and the function of it that writes the stubs (Gradio 6.31). Where another version has it elsewhere, it is loaded as it is."""


def load_gradio() -> Any:
    """The module `gradio`; of use where it is loaded first."""
    finder = _Finder()
    sys.meta_path.insert(0, finder)
    try:
        import gradio
    finally:
        sys.meta_path.remove(finder)
    return gradio


class _Finder(MetaPathFinder):
    """Finds the writer's module where it stands and loads it in its own way; of every other module it knows nothing."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(fullname, path) if fullname == WRITER[0] else None
        if spec and isinstance(spec.loader, SourceFileLoader):
            spec.loader = _Loader(fullname, spec.loader.path)
        return spec


class _Loader(SourceFileLoader):
    """Loads the module, and leaves its function without work."""

    def exec_module(self, module: ModuleType) -> None:
        super().exec_module(module)
        if hasattr(module, WRITER[1]):
            setattr(module, WRITER[1], _nothing)


def _nothing(*_: object) -> None:
    return None
