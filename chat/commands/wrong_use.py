"""A command that is written wrongly: what typer found, as one Japanese line that ends with where its use is told."""

from __future__ import annotations

import re

import typer

_SAID = tuple(
    (re.compile(said), told)
    for said, told in (
        (r"Missing (?:argument|option) '(?P<name>.+)'\.", "「{name}」{about}を指定してください"),
        (r"Missing command\.", "コマンドを指定してください"),
        (r"No such command '(?P<name>.+?)'\..*", "「{name}」というコマンドはありません"),
        (r"No such option: (?P<name>\S+).*", "「{name}」というオプションはありません"),
        (r"Option '(?P<name>.+)' requires an argument\.", "「{name}」のあとに値を書いてください"),
        (r"Option '(?P<name>.+)' does not take a value\.", "「{name}」に値は付けられません"),
        (
            r"Got unexpected extra argument\(s\) \((?P<name>.+)\)",
            '「{name}」が余分です。空白を含む言葉は " で囲んでください',
        ),
        (
            r"Invalid value for '(?P<name>.+)': Input should be a valid integer.*",
            "「{name}」は整数にしてください",
        ),
        (
            r"Invalid value for '(?P<name>.+)': Input should be greater than or equal to (?P<bound>\S+)",
            "「{name}」は {bound} 以上にしてください",
        ),
        (
            r"Invalid value for '(?P<name>.+)': Input should be less than or equal to (?P<bound>\S+)",
            "「{name}」は {bound} 以下にしてください",
        ),
        (
            r"Invalid value for '(?P<name>.+)': .*'(?P<value>.*)' is not one of .*",
            "「{name}」に「{value}」は使えません",
        ),
    )
)
"""What typer says, and what is told of it; its own words for what is not listed."""
_NEAREST = re.compile(r"(?:Did you mean|\(Possible options:|is not one of) (.+?)[?).]*$")


def told(error: typer.TyperException) -> str:
    """The line; of a group of commands without a command the help, which is what typer found."""
    said = error.format_message()
    if "\n" in said:
        return f"{said}\n"
    help_of_it = getattr(getattr(error, "param", None), "help", "")
    about = f"（{help_of_it}）" if help_of_it else ""
    matches = ((form.fullmatch(said), text) for form, text in _SAID)
    text = next((text.format(**match.groupdict(), about=about) for match, text in matches if match), said)
    context = getattr(error, "ctx", None)
    used = context.command_path if context else "kaigiroku"
    before = _of_all_commands(error)
    nearest = _NEAREST.search(said)
    hint = f"{nearest[1].replace(chr(39), '')} がある、" if nearest else ""
    if before:
        program, _, command = used.partition(" ")
        text, hint = f"「{before}」はコマンドの前に書いてください", f"{program} {before} … {command} の順、"
    return f"kaigiroku: {text}（{hint}使い方: {used} --help）\n"


def _of_all_commands(error: typer.TyperException) -> str:
    """The option that was written after a command though it belongs to all of them, before it; empty where it is none."""
    context, option = getattr(error, "ctx", None), getattr(error, "option_name", "")
    if context is None or context.parent is None:
        return ""
    known = {name for param in context.find_root().command.params for name in param.opts}
    return option if option in known else ""
