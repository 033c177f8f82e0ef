"""The wheel holds all that the product needs: `chat` and `evals` are common names, and data files are easily left out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path


def test_wheel_works_in_an_empty_environment_from_another_folder(root: Path, tmp_path: Path) -> None:
    """Built, installed without this checkout on the path, it reads the sample corpus and answers from it.

    The libraries are lent from the running environment (installing them anew takes minutes); the project itself is not: a path
    in a .pth file is searched, but editable installs in it are not followed.
    """
    wheels = tmp_path / "wheels"
    build = [sys.executable, "-m", "pip", "wheel", str(root), "--no-deps", "--no-build-isolation", "--quiet"]
    # Beside the checkout: in a `build` that is left there, modules that are gone would go into the next wheel.
    elsewhere = tmp_path / "setup.cfg"
    elsewhere.write_text(
        f"[build]\nbuild_base = {tmp_path / 'build'}\n[egg_info]\negg_base = {tmp_path}\n", "utf-8"
    )
    environ = {**os.environ, "DIST_EXTRA_CONFIG": str(elsewhere)}
    subprocess.run([*build, "--wheel-dir", str(wheels)], check=True, capture_output=True, env=environ)
    (wheel,) = wheels.glob("kaigiroku_chat-*.whl")

    environment = tmp_path / "env"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--no-deps", "--quiet", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    (site,) = (environment / "lib").glob("python*/site-packages")
    lent = [path for path in sys.path if path.endswith("site-packages")]
    (site / "libraries.pth").write_text("\n".join(lent) + "\n", "utf-8")

    def run(*words: str) -> str:
        done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    places = (
        "import chat, corpus.sample, evals, ingest, kaigiroku, retriever; print(corpus.sample.DOCUMENTS); "
    )
    places += "print([m.__file__ for m in (chat, evals, ingest, kaigiroku, retriever)])"
    documents, modules = run(str(python), "-c", places).splitlines()
    assert str(root) not in documents + modules

    command = [str(environment / "bin" / "kaigiroku"), "--store", str(tmp_path / "store")]
    added = run(*command, "add", documents).splitlines()
    assert [line.split("\t")[0] for line in added] == ["added"] * 5
    answer = json.loads(run(*command, "ask", "調布市のCSIRTはどのように組織されていますか", "--json"))
    assert answer["status"] == "answered"
    assert "デジタル行政推進課" in answer["text"]
