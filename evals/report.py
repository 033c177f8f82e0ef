"""The report of an evaluation: one HTML file that opens anywhere, without a network.

1. what was measured, and what so many questions can show;
2. the systems side by side with intervals;
3. figures: risk and coverage of refusing, recall by style, latency;
4. the first system by style and language;
5. every miss of the first system, with what was found instead.

Everything that comes from questions, answers or documents is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from chat import naming
from chat.render.answers import record_words
from chat.words import language, t, translated
from evals.compare import HEADLINES, TEST_NOTE, Comparison, caution, contests
from evals.figures import embedded, latency_figure, recall_figure, risk_figure
from evals.metrics import BY_NAME, METRICS, Metric, groups, latency, measure
from evals.misses import excerpt, misses, missing_facts
from evals.names import SYSTEM_NOTES, group_name, metric_name, metric_note, system_name
from evals.run import Asked, Run
from evals.tables import GROUP_METRICS, difference_shown, p_shown, shown

POINTS_NOTE = "質問の前の数は正誤点の変化です（+1 正しい回答か正しい断り、0 答えられるのに断った、−1 誤り）。"

_STYLE = """
body{font-family:system-ui,"Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP",sans-serif;line-height:1.7;color:#1d2530;
background:#fff;max-width:1100px;margin:0 auto;padding:24px}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.4rem;border-bottom:1px solid #c8d0da;padding-bottom:.3rem}
.kc-scroll{overflow-x:auto}table{border-collapse:collapse;font-size:.86rem}
th,td{border:1px solid #d5dbe3;padding:.3rem .55rem;text-align:left;vertical-align:top}
td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}th{background:#f2f5f9}
small{color:#566272;white-space:nowrap}details{border:1px solid #d5dbe3;border-radius:6px;margin:.6rem 0;padding:.5rem .9rem}
summary{cursor:pointer}.plotly-notifier .notifier-note{background:#1d2530!important}.kc-why{color:#9b2c1d}.kc-ok{color:#20632f;font-weight:600}blockquote{margin:.4rem 0;padding:.3rem .9rem;
border-left:3px solid #b9c4d2;white-space:pre-wrap}dl{font-size:.88rem}dt{font-weight:600}dd{margin:0 0 .4rem 0}
"""


def write(runs: Sequence[Run], path: Path) -> Path:
    """Writes the report of `runs` (the first is the one reported in detail) and returns its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(runs), "utf-8")
    return path


def render(runs: Sequence[Run]) -> str:
    """The whole page."""
    main = runs[0]
    title = t("評価レポート {name}", name=main.name)
    figures = (
        (
            t("断る判断: 誤りと回答の割合"),
            t(
                "確信度の高い質問から順に答えたとき、答えた割合に対して1件目の質疑が正解でなかった割合です。"
                "左下ほど、断るべき質問を見分けられています。◆は実際の判断です。"
            ),
            risk_figure(runs),
        ),
        (
            t("質問の型・言語別の再現率"),
            t("求める事項のうち5件目までに見つかった割合と95%信頼区間です。"),
            recall_figure(runs),
        ),
        (t("応答時間"), t("凡例は中央値と95%点です。"), latency_figure(runs)),
    )
    body = [
        f"<h1>{escape(title)}</h1>",
        _head(main),
        f"<p>{escape(caution(len(main.asked)))}</p>",
        f"<h2>{t('方式の比較')}</h2>",
        systems_html(runs),
        contests_html(runs),
    ]
    for number, (heading, note, figure) in enumerate(figures):
        body += [
            f"<h2>{escape(heading)}</h2><p>{escape(note)}</p>",
            embedded(figure, number == 0, heading),
        ]
    body += [f"<h2>{t('質問の型と言語別')}</h2>", groups_html(main), misses_html(main)]
    return (
        f'<!DOCTYPE html><html lang="{language()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>{''.join(body)}</body></html>"
    )


def systems_html(runs: Sequence[Run]) -> str:
    """Metrics down, systems across, as an HTML table."""
    rows = []
    for metric in METRICS:
        values = [shown(metric, measure(metric, run.scores)).partition(" ") for run in runs]
        cells = "".join(
            f'<td class="n">{value} <small>{interval}</small></td>' for value, _, interval in values
        )
        rows.append(f"<tr>{_metric(metric)}{cells}</tr>")
    times = "".join(f'<td class="n">{half:.0f} / {most:.0f}</td>' for half, most in map(_latency, runs))
    rows.append(f"<tr><th>{t('応答時間の中央値／95%点（ミリ秒）')}</th>{times}</tr>")
    return _table([t("指標"), *map(system_name, runs)], rows) + _notes(runs)


def contests_html(runs: Sequence[Run]) -> str:
    """Differences between systems with the paired test's p, as an HTML table; empty for a single system."""
    if len(runs) < 2:
        return ""
    rows = []
    for contest in contests(runs):
        cells = "".join(f'<td class="n">{escape(difference_shown(row))}</td>' for row in contest.rows)
        rows.append(
            f"<tr><th>{escape(system_name(contest.second))} − {escape(system_name(contest.first))}</th>{cells}</tr>"
        )
    note = f"<p>{escape(t(TEST_NOTE))}</p>"
    return _table([t("比較"), *(metric_name(BY_NAME[name]) for name in HEADLINES)], rows) + note


def groups_html(run: Run) -> str:
    """One system by style and language, as an HTML table."""
    metrics = [metric for metric in METRICS if metric.name in GROUP_METRICS]
    rows = []
    for name, scores in groups(run.scores).items():
        cells = "".join(
            f'<td class="n">{shown(metric, measure(metric, scores), interval=False)}</td>'
            for metric in metrics
        )
        rows.append(f'<tr><th>{escape(group_name(name))}</th><td class="n">{len(scores)}</td>{cells}</tr>')
    return _table([t("型・言語"), t("質問数"), *map(metric_name, metrics)], rows)


def comparison_html(comparison: Comparison) -> str:
    """A comparison as HTML: the table with paired tests, then the questions that changed."""
    rows = []
    for row in comparison.rows:
        cells = [
            shown(row.metric, row.first),
            shown(row.metric, row.second),
            "–" if row.difference is None else f"{row.difference:+.{row.metric.digits}f}",
            escape(p_shown(row)),
            str(row.test.questions),
        ]
        tds = "".join(f'<td class="n">{cell}</td>' for cell in cells)
        rows.append(f"<tr>{_metric(row.metric)}{tds}</tr>")
    first, second = (run_name(run) for run in (comparison.first, comparison.second))
    parts = [_table([t("指標"), first, second, t("差"), t("p値"), t("質問数")], rows)]
    for title, pairs in ((t("よくなった質問"), comparison.better), (t("悪くなった質問"), comparison.worse)):
        items = "".join(
            f"<li>{escape(after.question.id)} {before.score.truth:+d} → {after.score.truth:+d} "
            f"{record_words(after.question.question)}</li>"
            for before, after in pairs
        )
        parts.append(f"<h3>{title}: {t('{n}問', n=len(pairs))}</h3>{f'<ul>{items}</ul>' if items else ''}")
    if comparison.better or comparison.worse:
        parts.insert(1, f"<p>{t(POINTS_NOTE)}</p>")
    parts.append(f"<p>{escape(t(TEST_NOTE))} {escape(caution(len(comparison.first.asked)))}</p>")
    return "".join(parts)


def _latency(run: Run) -> tuple[float, ...]:
    return latency(run.scores)


def _table(head: Iterable[str], rows: Iterable[str]) -> str:
    names = "".join(f"<th>{escape(name)}</th>" for name in head)
    return f'<div class="kc-scroll"><table><thead><tr>{names}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'


def _setting(value: str) -> str:
    return t("同梱のもの") if value == "bundled" else translated(value)


def run_name(run: Run) -> str:
    """The evaluation with its system in brackets."""
    return t("{name}（{system}）", name=run.name, system=system_name(run))


def _metric(metric: Metric) -> str:
    """A metric as the head of a row: its name, under it what it says."""
    return f"<th>{escape(metric_name(metric))}<br><small>{escape(metric_note(metric))}</small></th>"


def _notes(runs: Sequence[Run]) -> str:
    """What the systems do, folded."""
    items = "".join(
        f"<dt>{escape(system_name(run))}</dt><dd>{escape(t(SYSTEM_NOTES[run.system]))}</dd>"
        for run in runs
        if run.system in SYSTEM_NOTES
    )
    return f"<details><summary>{t('方式の説明')}</summary><dl>{items}</dl></details>" if items else ""


def _head(run: Run) -> str:
    facts = [
        (
            t("正解データ"),
            t("{name}（{n}問、指紋 {print}）", name=run.gold, n=len(run.asked), print=run.fingerprint[:12]),
        ),
        (t("実行"), naming.clock(run.created_at) if run.created_at else "–"),
        (t("版"), run.version),
        *((t(name), _setting(value)) for name, value in run.settings),
    ]
    items = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts if value)
    return f"<dl>{items}</dl>"


def misses_html(run: Run) -> str:
    """Every miss of a run with what was wanted and what was found instead."""
    found = misses(run)
    counts = {"system": system_name(run), "all": len(run.asked), "n": len(found)}
    intro = f"<h2>{escape(t('誤りと不足（{system}）: {all}問のうち{n}問', **counts))}</h2>"
    return intro + "".join(_miss_html(asked, why) for asked, why in found)


def _miss_html(asked: Asked, why: Sequence[str]) -> str:
    question, answer = asked.question, asked.answer
    history = "".join(
        f"<dd>{t('質問') if role == 'user' else t('回答')}: {record_words(content)}</dd>"
        for role, content in question.history
    )
    wanted = naming.listed(t(" または ").join(group) for group in question.needs) or t(
        "（会議録に答えがない）"
    )
    lacking = "".join(f"<dd>{record_words(' / '.join(fact))}</dd>" for fact in missing_facts(asked))
    status = t("答えた") if answer["status"] == "answered" else t("該当なしとした")
    return (
        f'<details class="kc-miss"><summary><strong>{escape(question.id)}</strong> '
        f"{record_words(question.question)}<br>"
        f'<span class="kc-why">{escape(t("／").join(why))}</span></summary><dl>'
        + (f"<dt>{t('それまでの会話')}</dt>{history}" if history else "")
        + f"<dt>{t('求める答え')}</dt><dd>{record_words(question.summary)} <small>{escape(wanted)}</small></dd>"
        + (f"<dt>{t('回答にない事実')}</dt>{lacking}" if lacking else "")
        + f"<dt>{t('実際の回答（{status}）', status=status)}</dt><dd><blockquote>{record_words(str(answer['text']))}</blockquote></dd>"
        + f"<dt>{t('見つかった質疑')}</dt><dd><ol>{_hits_html(asked)}</ol></dd></dl></details>"
    )


def _hits_html(asked: Asked) -> str:
    lines = []
    hits: Sequence[Any] = asked.answer["hits"]
    for number, hit in enumerate(hits):
        right = number < len(asked.score.satisfied) and asked.score.satisfied[number]
        mark = '<span class="kc-ok">✓ ' + t("正解") + "</span> " if right else ""
        place = " ".join(str(hit.get(key) or "") for key in ("source", "topic"))
        lines.append(f"<li>{mark}<small>{record_words(place)}</small> {record_words(excerpt(hit))}</li>")
    return "".join(lines) or t("なし")
