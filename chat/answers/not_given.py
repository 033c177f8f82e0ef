"""How officials say that a figure, a date or a fact is not given: not known, not counted, not decided, not to be told now.

A predicate that denies, at the end of its clause: before a noun it only describes that (「お答えできない相談」「分からないという声」). Verbs of
knowing, counting and deciding deny so by themselves; verbs that deny other things as well (対策を取っておりません) only with the
figure or the paper that is missing before them.

Measured on 320 invented sentences in as many wordings, labelled by someone who had not seen the rules (half of them seen while they were
written): 0.35 of those that do not give what was asked were recognised before.
"""

from __future__ import annotations

import re

from corpus.patterns import any_of, not_after

_NO_DENIAL = not_after(
    # 「なりません」「いけません」「までもございません」「かもしれません」: must, need not, may
    *"なり なら いけ までもござい までもあり までも かもしれ かもわから 果たさ".split(),
    # 「少なく」「危なく」: ない is part of the adjective
    *"[少危] すく".split(),
    # 「だけでなく」: not only
    *"だけで だけでは のみで のみでは ばかりで".split(),
)
_DENIED = _NO_DENIAL + any_of(
    *r"ない なかった なく(?=、|て) ず(?=、|$|に)".split(),
    *r"ません(?:でした)? ませんで(?:して)? ぬ(?=の|。|こと|状) ねる かねます ざる".split(),
)

_THAT_IT_IS_SO = any_of(*"思 存 考 いう(?:こと|状況|の) のこと 伺 聞".split())
_CLAUSE_END = any_of(
    *r"[。、」] $ の(?:で|が(?:実情|実態|現状)|は、) ん(?:で|です)".split(),
    *r"が けれど けど ため ところ(?=で|。|、|$)".split(),
    *r"状[況態] 段階 現状 実情 もの(?:で|と) わけ 次第".split(),
    rf"と{_THAT_IT_IS_SO}",
    r"こと(?:で|から|を|に(?:な|いた|し))",
    *r"し(?:、|て) です(?!か) でした から か(?:と|もし) 、".split(),
)
_CLOSES = rf"(?={_CLAUSE_END})"
"""What stands behind a predicate at the end of its clause: not a noun that it would only describe."""

_OF_KNOWLEDGE = any_of(
    # what is counted and reckoned
    *"把握 集計 算出 算定 試算 推計 掌握 捕捉".split(),
    # what is known: 「詳細は承知しておりません」
    *"承知 存じ(?!ます) 詳らか つまびらか 明らかに(?!な) 分か[らっり] わか[らっり] 覚え 聞い 伺っ 知らされ".split(),
    # what is decided: 「時期は決まっておりません」
    *"決め(?!た) 決ま[らっ] 決定 確定 定ま[らっ] 固ま[らっ]".split(),
    # what is noted: 「詳細を押さえておりません」
    *"押さえて [掴つ]かんで".split(),
    # what is made public, or at hand
    *"公表 公開 (?:示|発表)さ(?=れ) 持ち合わせ 持ち得 見当たら 見通せ つかめ 掴め 追い?切れ 追いきれ 数え 区分".split(),
    *"記憶 想定 調査 調べ 確認 特定(?!の) 聞き及 定か 明かせ 明かす 結論 抽出".split(),
)
_COMPARED = not_after(*"一概に 一概には 単純に 単純には 簡単に 簡単には".split()) + "比較"
"""「一概に比較できません」 denies that the figures say much, not that they are there."""
_A_FIGURE = any_of(
    *"数字 数値 数 データ 資料 統計 記録 人数 件数 [金総]?額 内訳 割合 率".split(),
    *"時期 日程 期日 日付 見通し 見込み 予定 めど 目途 目処".split(),
    *"材料 情報 詳細 書類 根拠 もの".split(),
    _COMPARED,
    *"何[人件割名戸校] (?<!これ)(?<!今)まで そこ 準備 答え 確認 設定 用意".split(),
)
_OTHER = any_of(
    *"取っ とっ 出し 出て 持っ 載っ 残っ 立っ 立た つい つか し いたし 行っ でき 整っ そろっ 届い 使っ".split(),
    *"まとま[っら] 至っ 分け 分かれ 出せ 提供され こ".split(),
)
"""Verbs that say with a figure before them that it is not there: 「数字は取っておりません」."""
_TELLING = any_of(
    *"申し上げ お示し 示(?:す|せ|し) お答え 答え 回答 答弁 明言 言及 お話 御説明 説明 開示".split(),
    *"(?<!とは)(?<!とも)(?<!と)言[うえい] オープンに".split(),
)

_PAPERS = any_of(*"データ 資料 数字 数値 統計 記録 情報 材料 書類 詳細 (?:した|たる|べき)もの".split())
_LATER = any_of(*"後日 後ほど のちほど 追って 改めて あらためて 別途 次回".split())
_BROUGHT = any_of(*"答弁 回答 お答え お示し 報告 提出 お出し お届け 連絡 説明".split())

NOT_GIVEN = re.compile(
    any_of(
        # not known, not counted, not decided: 「人数は把握しておりません」「時期は決まっておりません」
        rf"{_OF_KNOWLEDGE}[^。、]{{0,14}}?{_DENIED}{_CLOSES}",
        rf"{_A_FIGURE}[^。、]{{0,14}}?{_OTHER}[^。、]{{0,8}}?{_DENIED}{_CLOSES}",
        # not there: 「資料はございません」「手元にございません」
        rf"{_PAPERS}(?<!で)(?:は|が|も)[^。、]{{0,10}}(?:ない|無い|ございません|ありません|なし){_CLOSES}",
        rf"(?:手元|手持ち|持ち合わせ)[^。、]{{0,16}}(?:{_DENIED}|無い){_CLOSES}",
        # not to be told: 「お答えできる段階ではございません」「答弁を差し控えます」
        rf"{_TELLING}[^。、]{{0,16}}?(?:でき(?:る|得る)?(?:段階|状況|状態|材料)[^。、]{{0,6}})?"
        rf"(?:{_DENIED}|難し(?:い|く|[ゅゆ]うございます)|困難){_CLOSES}",
        r"(?:答弁|お答え|回答|言及|公表|公に|発言|コメント|説明)(?:する)?(?:こと)?(?:は|を|につきましては)?[^。、]{0,6}"
        r"(?:差し)?控え(?!て?(?:いた|た(?!い)))",
        r"差し控え(?:させて|たい|ます)",
        # told another time: 「後日お示しします」; not who answers in their turn (後ほど教育長から答弁いたします), nor what was told already
        rf"{_LATER}(?:(?!(?:から|より)[^。]{{0,8}}(?:答弁|お答え))[^。]){{0,24}}{_BROUGHT}(?![^。]{{0,6}}(?:ました|済))",
        r"(?:確認|調べ)[^。、]{0,6}(?:の上|上|てから|て|、)[^。]{0,10}(?:答弁|お答え|報告|回答)",
        r"(?:調べ|確認)[^。]{0,14}お?時間を[^。]{0,6}(?:いただ|頂)",
        r"保留(?:に|と)",
        # under way: 「現在集計中でございます」
        r"(?:集計|精査|算定|算出|積算|計算|照会|調査)中(?:で(?!あった)|の(?!もの|案件)|に(?:つ|あ)|と|。|$)",
        # undecided: 「時期は未定です」「これから検討します」
        r"(?<![「『])未定(?:で(?!は)|と(?:な|い|の)|の(?:まま|状)|。|$)",
        # 「実施の時期につきましては、現在検討しているところです」「日程も含めて調整してまいります」
        r"(?:時期|日程|スケジュール|タイミング|期日)[^。]{0,40}(?:検討|調整|協議|精査)(?:を?(?:して(?:いる|おる|おり|い(?:く|き)|まいり|参り)|進め|重ね|いたし)|中)",
        *r"白紙(?:で|の状|。) これから(?:の)?(?:検討|決め|詰め) 今後[^。、]{0,6}詰め".split(),
        r"(?:見通し|予測|推測|見込み|算出|算定|把握|特定)[^。、]{0,16}(?:困難|難し(?:い|く))",
        r"不明(?:で(?!は)|な(?!もの|点|方|と)|と(?:な|い|の)|。|$)",
    )
    # 「正確な数は把握していないが、約200人です」 gives one after all
    + r"(?!(?:である|です)?が、[^。]*[0-9])"
)
"""Words by which the record itself says that something is not given, not known or not decided; matched against `corpus.folding.plain`."""
