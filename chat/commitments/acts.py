"""Words by which administration acts, and those that look like acts and are none."""

from __future__ import annotations

import re

from chat.commitments.state_words import OF_ITSELF
from corpus.patterns import FOLDED_NUMERAL, any_of

_SURU = r"(?:(?:と)?(?:し|いたし|致し|さし|させ|なさ)|行い|行っ|行な[いっ]|図り|図っ|進め|実施し|深め|重ね|続け|始め|講じ|やっ|やり|行)"
_RUN_BEGINS = r"(?<![一-鿿々ァ-ヶーA-Za-z])"
"""A noun is taken from where its letters begin, as it would be anyway: a long run of them is not tried from each of its letters."""

ACT = re.compile(
    rf"{_RUN_BEGINS}(?P<noun>[一-鿿々ァ-ヶーA-Za-z]+)(?:等|など)?(?:という(?:の|もの|こと))?(?P<mark>"
    + any_of(
        # what marks the noun: 「周知を」「周知だけ」「周知については」
        *r"を も は に が とか (?:など|だけ|のほう)[をもは] だけ について ということ[もは]".split(),
    )
    + r")?"
    + any_of(
        # how it is done: 「さらに」「積極的に」「毎年」「市としては」
        *r"さらに 更に しっかり(?:と)? 引き続き 十分(?:に)? 鋭意 慎重に 順次 積極的に きちんと 丁寧に 随時 定期的に 個別に 別途".split(),
        *r"広く いろいろ(?:と)? 改めて 今 現在 既に すでに 新たに 併せて あわせて 継続して 毎[年月週日回度]".split(),
        r"年に?[0-9一二三四五六七八九]回(?:程度)?",
        *r"[一-鿿]{1,4}的に 一斉に 独自に すべて 全て 全部 ほぼ 毎回 必ず 常時 常に".split(),
        r"(?:[市区町村県都]|当局)として(?:は|も)?",
        *r"現在も 今も これまで(?:も)? 従来から".split(),
    )
    + rf"*(?P<verb>{_SURU})$"
)

SAID_HERE = re.compile(
    any_of(
        # told: 「ご説明しました」, not 「説明会をしました」
        *r"説明(?!会|資料|動画|書|板|図|用) 報告(?!書|会) 記載 答弁 答[えし] 回答(?!期限|率|者|書|数) 紹介 発言 [ご御]案内".split(),
        # asked, talked over: 「質問をいたします」, not 「質問紙を送りました」
        *r"質問(?!紙|項目|票|文) 質疑".split(),
        r"(?<![電世対会手童神民実])話(?!題|し?合|し(?:ながら|つつ)|[をはも][^、]{0,5}(?:聞|聴|伺|踏|深め|進め|伝え)|があった)",
        # 「意見を申し上げます」, not 「意見交換をしました」
        r"意見(?!交換|聴取|募集|公募|書|調整|集約|照会|[をもは][^、]{0,4}(?:徴|聞|聴|伺|募|反映|集|収|踏|入|取|拾))",
        # manners: 「感謝申し上げます」「おわびします」
        *r"感謝 お礼 (?<!返)礼(?!品) お詫び おわび 訂正 朗読 選任(?!を進め) 挨拶 願い 申し上げ 申し添え 述べ 省略 引用 着席 退席".split(),
        # the order of business: 「休憩いたします」「付託いたします」
        *r"休憩 休会 散会 閉会 上程 付託 採決 議決 議題 (?<![掲展指告表明])示し お示し 終了 御覧 披露 追加させて 補足".split(),
    )
)
"""What one does in the meeting itself; a statement only where it is put off."""

SAID_LATER = re.compile(
    any_of(
        # another time: 「後ほどご報告します」「次回お示しします」「今後相談します」
        r"後(?:ほど|で)(?=[^、]{0,4}(?:報告|提出|お?示し|お?知らせ))",
        *r"次回 次の(?:会|委|定|議|機|段|審|協) 後日 改めて また[^、。]{0,8}(?:報告|相談) 今後(?![もの]) 明日 あした 近々".split(),
        r"(?<!を)追って",
        # when something has come so far: 「契約の際に」「まとまりましたら」「その段階では」
        r"(?:入札|契約|申込み?|受付|着工)(?:時|の際)に",
        *r"当日 任期".split(),
        r"(?:決まり|固まり|まとまり|確定し|完成し|[出そ]ろい)ましたら",
        r"(?:その|そういった)(?:際|時点|段階|とき|ところ)(?:に|で)(?:は)?(?=[^、]{0,8}(?:示し|報告|説明|知らせ))",
        # by a time: 「早い時期に」「来年」「年度内に」「9月の定例会で」
        r"うちに",
        r"早(?:い(?:時期|段階)|く(?=[^、]{0,12}(?:示し|報告|知らせ))|期に)",
        *r"期間中に 来週 来月 来年".split(),
        r"(?<!会計)(?<!翌)年度(?:中|内|末|当初)?に",
        rf"{FOLDED_NUMERAL}月"
        + any_of(
            *rf"{FOLDED_NUMERAL}{{1,3}}日 中 末 頃 ごろ".split(),
            r"の[^、]{0,12}(?:議会|委員会|定例会|会議)",
        )
        + r"?(?:に|で|まで|から)",
        # each time, as soon as it can be: 「随時お知らせします」「でき次第」「決まった段階で」
        *r"随時 適宜 都度 終了後 速やかに まとまり(?!まし) でき次第".split(),
        r"(?:持った|分かった|決まった|固まった|整った)(?:ところ|段階|時点)",
        r"必要に応じ",
    )
)
"""When something will be said, if not now: 「令和5年度予算についてご説明いたします」 is said now."""

PUT_OFF = re.compile(
    any_of(
        *rf"次回 次の 後日 改めて 今後 明日 あした 今月 月末 近日 来週 来月 来年 年度 {FOLDED_NUMERAL}月 随時 適宜 都度".split(),
        *r"終了後(?!には) 速やかに まとまり 次第[、,での]".split(),
    )
)
"""A time to come; 「終了後には、…」 tells what is done each time."""

_NO_MAKING = ("悪", "劣", "激", "老", "鈍", "文", "消", "進", "変", "風", "性", "甚", "硬直", "空洞", "煩雑")
_MADE_SO = "".join(f"(?<!{word}化)" for word in (*OF_ITSELF, *_NO_MAKING))
"""Behind 化: what is made so (電子化, 共通化), not what becomes so."""

_MORE_NOUNS = (
    # stocks, procedure, personnel: 備蓄, 諮問, 選任
    *r"備蓄 通達 誘導 配送 増強 スタート チェック 圧縮 伝達 復旧 保護 保全 保存 指示 対処 確認 配付 諮問 答申 設定 受付 事務".split(),
    *r"業務 中断 中止 停止 休止 選任 任命 委嘱 指名 認定 指定 登録 許可 承認 審査 選定 選考 入札 執行 編成 結成 主催".split(),
    *r"共催 後援 誘致 招致 招聘".split(),
    # works: 測量, 剪定, 運行
    *r"測量 設計 施工 補修 修理 塗装 舗装 除雪 排雪 除草 剪定 伐採 植栽 駆除 捕獲 消毒 運搬 輸送 運行 運営".split(),
    # money, building: 融資, 督促, 造成
    *r"貸付け? 融資 出資 積立て? 返還 還付 免除 減免 徴収 督促 移設 移転 転換 転用 増築 改築 建設 造成 撤廃 削除 補強 補充".split(),
    *r"補填 加算 上乗せ".split(),
    # measures: 引上げ, 緩和, 制限
    *r"引き?上げ 引き?下げ 据え?置き 緩和 規制 制限 処分 措置".split(),
    # counting, watching, asking: 試算, 見回り, 聞き取り
    *r"試算 集計 記録 巡視 見回り パトロール 申し?入れ 陳情 照会 聞き?取り ヒアリング 面談 面接 懇談".split(),
    # care of people, informing: 検診, 展示, 見守り
    *r"協働 接種 健診 検診 測定 展示 放送 配架 送迎 取りまとめ 洗い出し 明記 表示 告知 呼び?かけ 声[かが]け 見守り".split(),
    # making so, handing over: 電子化, 受入れ, 貸出し, 後押し
    *rf"[一-鿿ァ-ヶーA-Za-z]化{_MADE_SO} 活性化 見える化 仕分け 受け?入れ 切り?替え 入れ?替え 贈呈 進呈 授与 割り?振り 再編成".split(),
    *r"講習 講座 演習 啓蒙 表彰 認証 貸し?出し 下支え 底上げ 後押し 橋渡し 改築 除去".split(),
)
"""More nouns of administration than `ACTIVE` spells out itself."""

_DEEDS = (
    *r"開始 開設 新設 創設 設置 設立 発足 廃止 変更 改編 再編 統合 改定 改正 改訂 策定 制定 修正 追加 導入 整備 拡充 拡大 増設 増員 締結".split(),
    *r"公表 公募 配布 発行 送付 開催 実施 着手 着工 構築 配置 派遣 作成 募集 周知 支給 交付 助成 補助 支援 研修 提供 交換 聴取 売払い?".split(),
    *r"売却 解体 撤去 譲渡 依頼 勧奨 助言 掲載 掲示 訓練 働きかけ アンケート 改修".split(),
)
"""Nouns of deeds that one can point to, at the end of a stem and in the clause before the main one."""

ACTIVE = re.compile(
    any_of(
        *_MORE_NOUNS,
        *_DEEDS,
        *r"移管 公開 発送 配備 委託 購入 更新 試行 採用 増額 減額 要望 要請 提出 参加 監査 点検 強化 啓発 広報 発信 配信 連携 貸与 確保 育成".split(),
        *r"工事 契約 発注 収集 軽減 分析 監視 相談 指導 巡回 訪問 調整 準備 (?<=[一-鿿])作業 取組 対策 推進 促進 教育 注意喚起 手続 移行".split(),
        *r"活動 再開 継続 事業 見直し 対応 共有 改善 打ち合わせ 打合せ 計上 完了 完成 推奨 請求 PR やり取り やりとり 手立て 活用 使用 運用 開放".split(),
        *r"保管 検査 清掃 紹介 回収 処理 リサイクル 通知 決定 統一 集約 放棄 反映 閉鎖 取得 適用 付加 実行 用意 展開 延長 短縮".split(),
        r"(?:制度|事業|予算|条例|義務|自動|無償|機械)化",
    )
    + r"$"
)
"""Nouns by which administration acts; what is going on counts only with one of these."""

_ACTIVE_VERB = re.compile(
    any_of(
        # 「窓口を設けています」「計画に位置づけています」「調べています」
        *r"設け 講じ 進め 図っ 入れ 位置[付づ]け 盛り込ん 組み込ん 置い 調べ 集め 知らせ 知らせ(?:を)?し 取り組ん 取組ん 作っ".split(),
        *r"立て 使っ 開い 呼びかけ 呼び掛け 載せ やっ 貸し出し 立ち上げ 出し 配っ 始め 重ね 整え 増やし つくり込ん 作り込ん".split(),
        *r"行[っい] (?<!り)やり 受け?付け 織り込ん お貸しし".split(),
        # asks others: 「国に対し支援を求めています」
        r"(?:国|政府|都|県|省|庁|事業者)[^、を]{0,12}に(?:対して|対し|は|も)?[^、を]{0,6}求め",
        *r"募り 働きかけ".split(),
        # 「相談員を新たに2名雇っています」
        rf"(?:職員|員|師|士|者|人|コーディネーター|アドバイザー|スタッフ)[をも](?:既に|新たに|{FOLDED_NUMERAL}+[人名])?"
        r"雇(?:っ|い|用し)",
        # 「備蓄を充実しています」「県に要望を申し上げています」
        *r"を充実(?:を)?し 充実を図っ".split(),
        r"(?:国|[都県府]|省|庁)に(?:対して|対し)?(?:は|も)?[^、]{0,6}(?:話|要望|意見)を申し上げ",
        *r"取り下げ 取りやめ".split(),
        # goes along, brings together: 「点検に立ち会っています」「窓口につないでいます」
        r"(?:調査|検査|点検|試験|協議|作業|確認|測量)に立ち会っ",
        r"(?:機関|窓口|支援|相談|医療|センター|サービス|部署)(?:等|など)?[にへ](?:も|は)?つない",
        r"(?:打ち合わせ|打合せ)(?:を)?(?:し|させ)",
        # 「書類を届け出ています」「講師を招いています」「協議に臨んでいます」
        *r"行な[いっ] つくっ 送っ 届け出 合わせ 貸し [師者家員人氏団隊民生]を招い (?:調整|交渉|協議|折衝)に臨ん".split(),
        # 「措置を取っています」「記録も取っています」
        r"(?:対応|措置)(?:等|など)?[をはも](?:[取採]|と)っ",
        r"(?:アンケート|調査|統計|データ|記録)(?:等|など)?[をはも](?:[取採]|と)っ",
        # changes: 「要綱を改めています」「手すりを直しています」「料金を下げています」
        *r"改め 引き?上げ 引き?下げ 切り?替え".split(),
        r"(?<!見)(?<!やり)(?<!立て)(?<!仕)直し",
        r"(?:給料|賃金|額|料金|単価|率|定員|年齢)[をは][^、]{0,12}(?:上げ|下げ)",
        # money and papers: 「基金を積み増しています」「構想をまとめています」「予算を繰り入れています」
        *r"積み増し 充て".split(),
        r"(?:案|計画|方針|意見|結果|構想|戦略|要望)をまとめ",
        *r"割り?振っ 積み?立て 繰り?入れ 申し?入れ 受け?入れ 取り?入れ".split(),
        # 「申請を促しています」「木を植えています」「補償に応じています」
        *r"促し 訪ね 植え 刈っ".split(),
        r"(?:相談|賠償|補償|要望|要請|依頼|申し?出)に応じ",
        # 「意見を取りまとめています」「時期を決めています」「道を築いています」
        *r"取り?まとめ 取り?組み 使い 作り つくり 配り 開き 送り (?:方向|方針|時期)性?を決め 築い".split(),
        # 「全戸を回っています」「協定を結んでいます」「参加者に声をかけています」
        r"(?:施設|全戸|地区|地域|現場)[をに]?回っ",
        *r"結ん 交わし 伝え 募っ (?:募集|声)をかけ".split(),
        # 「復旧に当たっています」
        r"(?:支援|対応|指導|整備|業務|相談|調整|対策|復旧|処理|収集|警戒|救助|誘導|把握)に(?:当|あ)たっ",
        # 「LEDへ変えています」「待たないようにしています」「改善するよう求めています」
        *r"[にへ]変え (?:る|ない)ように(?:は)?し 取り?かかっ".split(),
        r"よう(?:に)?[^、]{0,12}(?:求め|促し)",
        # 「学校に支援員をつけています」「積極的な勧誘を差し控えています」「予算案を上げています」
        r"(?:[員師士者]|職員|教員|予算)[をも][^、]{0,6}(?:つけ|付け)",
        *r"積極的な[^、]{1,8}を差し控え 予算案?を上げ".split(),
        # 「改修の準備に入っています」
        r"(?:準備|工事|手続き?|作業)に入っ",
        # 「方法の普及を進めています」「新生児に本を贈っています」
        r"(?:の|を)普及(?:を|も)?(?:し|行っ|進め)",
        r"(?:を|も)[^、を]{0,8}贈っ",
    )
    + r"$"
)

EVENT = re.compile(
    any_of(
        *_DEEDS,
        *r"引き上げ 立ち上げ 引上げ 設け 講じ 取り崩 を再開 知らせ 修繕 決定(?=(?:を)?(?:し|いたし|させ)) ヒアリング".split(),
        *r"(?<![一-鿿])対話(?=を) 的対話 意見交換(?=を)".split(),
        r"(?:要望|要請)(?=(?:を)?(?:し|す|いたし|行))",
    )
)
"""What one can point to: a clause before the main one counts with one of these."""


_DOING = re.compile(r"(?<![をはも等])(?<!など)(?:[をはも]|等|など)*(?:し|いたし|致し|行っ|行い|続け|重ね)$")
"""What stands after a noun that is written with kana: 声かけはし. Looked for only where a run of particles begins."""

BY_OTHERS = re.compile(
    any_of(
        # 「事業者のほうで点検している」
        r"(?:事業者|事業所|会社|法人|運営者|業者|所有者|家主|学校法人|連盟|協会)(?:さん|様)?(?:の(?:ほう|方)|側)で[^、]{0,30}$",
        # 「国から送付している」「警察が設置している」
        r"(?:国|政府|都|県|道|府|(?:警察|公安委員会|電鉄|会社)(?=が))(?:の(?:方|ほう))?(?:から|が|で|において)[^、をの]{0,12}$",
    )
)
"""Who acts, right before the verb: 国から送付している."""


def is_act(stem: str, found: re.Match[str] | None) -> bool:
    """Whether the verb is one by which administration acts."""
    found = None if found and found["noun"] == "等" else found  # 聞き取り等はし
    return bool(
        (found and ACTIVE.search(found["noun"].removesuffix("等")))
        or (not found and ACTIVE.search(_DOING.sub("", stem)))
        or _ACTIVE_VERB.search(stem)
        or EVENT.search(stem[-6:])
    )


_STOPS = "スタート|停止|中断|休止|中止|撤退|移転|閉鎖"
_TURNS = re.compile(r"が(?:既に|正式に)?決定(?:し|いたし)$|が[^、,を]{0,24}化(?:を)?(?:し|いたし)$")
"""「災害が頻発化している」 without an object is nobody's act."""

_SELF = re.compile(
    # 「工事は一時中断し」「店舗が急に閉鎖いたし」
    rf"{_RUN_BEGINS}(?P<whose>[一-鿿々ァ-ヶーA-Za-z]+)(?:(?P<topic>は|も)|が)"
    r"(?:現在|今|今も|一時|急に|急遽|長く|長期間|既に|すでに|全て|[一-鿿]{1,3}的に)?"
    rf"(?P<stop>{_STOPS})(?:し|いたし|致し)$"
)
_TOWN = re.compile(r"(?:市|町|村|区|県|当局|役場|庁|課|局|[本支]部|委員会|職員|我々|私ども|私たち)$")
_THEIRS = re.compile(
    # 「事業者が撤退を決め」「店舗等が閉店すると判断し」
    any_of(
        *"事業者 業者 会社 企業 商店 店舗 銀行 団体 法人 組合 指定管理者 所有者 地権者".split(),
    )
    + r"(?:等|など|さん|様|側|の(?:方|ほう))?[がは][^、,]{0,30}"
    + any_of(_STOPS, *"廃止 閉店 廃業 解散 売却 進出 終了".split())
    + r"(?:を|と|に|する(?:こと|もの)?[をにと]?)?(?:し|いたし|決め|判断し|決定し|表明し|発表し)"
)


def happens(core: str, stem: str) -> bool:
    """Whether something stops of itself (エレベーターが停止している) or others stop it (事業者が撤退を決めた): no act of the town.

    Of a topic (受付は停止している) it is the town's act where the topic is one by which it acts; nothing is called off (中止, 休止) of
    itself.

    Args:
        core: the bare clause.
        stem: the clause without its ending.
    """
    if _THEIRS.search(core) or _TURNS.search(stem):
        return True
    found = _SELF.search(stem)
    if not found or _TOWN.search(found["whose"]):
        return False
    own = (
        found["stop"] in ("中止", "休止") or ACTIVE.search(found["whose"]) or found["whose"].endswith("利用")
    )
    return not (found["topic"] and own)
