"""The HTTP API and the other doors for programs. Begin with `app`, the application, and `serve`, which starts it.

`desk`, `ledger`, `inspection` and `record` are its routes, `forms` what they take and give (the keys are those of `chat.contract`), `errors` and
`examples` what their documentation shows. `doors` adds the others: `openai_api`, `mcp_server`. Before all of them stand `web` (headers),
`guard` (rate limit, counts), `stopping` (what is under way then) and `tokens`; `progress` goes to the log.
"""
