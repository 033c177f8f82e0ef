"""The subcommands of the installed command: `ask`, `documents`, `inspect`, `ledger`, `desk`, `token`, on what they share (`common`); `terminal` and `desk_lines` print."""
