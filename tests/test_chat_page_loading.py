"""Loading Gradio."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from chat.page.loading import load_gradio
gr = load_gradio()
with gr.Blocks():
    gr.Textbox().change(lambda: None)
print([name for name in opened if name.endswith(".pyi")])
"""


def test_no_type_stubs_are_worked_out(root: Path) -> None:
    """Gradio reads and writes a `.pyi` beside each of its components whenever it is loaded: half of the time, and a write into an installation
    that may be read-only. Events of components work without."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n", done.stderr
