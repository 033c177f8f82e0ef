"""What a page holds besides speech: rules, page numbers, addresses, stage directions, times of recess."""

from __future__ import annotations

import re

from corpus.patterns import any_of

_RULE = re.compile(r"^[\-‐‑−–—―─━ー－＝=_＿*＊・…‥～~〜◇◆●□■☆★+＋\.．\s]{3,}$")
_ORNAMENT = re.compile(
    r"^([\-‐‑−–—―─━ー－＝=_＿*＊・…‥～~〜]{2,})(?:\s*[○◯〇◇◆●□■☆★]\s*[\-‐‑−–—―─━ー－＝=_＿*＊・…‥～~〜]{2,})+$"
)
"""A rule with a sign in its middle: ～～～ 〇 ～～～."""
_TABLE_RULE = re.compile(r"^\|\s*+:?+-{3,}+:?+\s*+(?:\|\s*+:?+-{3,}+:?+\s*+)*+\|?$")
"""|---|:---| below the names of the columns, in Markdown. Nothing is given back: |-----+----| is long, and could be cut in many ways."""
_PAGE_NUMBER = re.compile(
    r"^[\-‐‑−–—―─－ー～~〜<＜(（\s]*+(?:[PpＰｐ]\.?|第|頁|ページ)?\s*+\d{1,4}\s*+"
    r"(?:[/／]\s*+\d{1,4})?\s*+(?:ページ|頁)?[\-‐‑−–—―─－ー～~〜>＞)）\s]*$"
)
PAGE_FOOT = re.compile(r"^(?![○◯〇◆◎●【〔])[^。、]{2,40}\s[－‐‑−–—\-]\s?\d{1,4}\s?[－‐‑−–—\-]$")
"""《令和６年６月１８日》 － 1 －: what a foot says beside its page number."""
_PAGE_HEAD = re.compile(r"^Page\s?[0-9]{1,4}[:：]")
"""Page 2: 総会議事録: where a site that shows documents begins a page."""
_PAGE_OF_DAY = re.compile(r"^\d{1,4}\s*[/／|｜]\s*第\s*\d{1,2}\s*日$")
"""2 / 第 1 日: page and day of the sitting."""
_COUNTER = re.compile(r"^\d{1,4}\s?[:：]$")
"""12: (or 12 :) on a line of its own: the page counts the speeches."""
_CLOCK = re.compile(r"^[0-9]{1,2}:[0-9]{2}[～〜~]?$")
"""14:27～ on a line of its own: when what follows began."""
_CUE = re.compile(
    r"^(?:[0-9]{2,}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3} --> (?:[0-9]{2,}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3}|^WEBVTT$"
)
"""00:00:07.000 --> 00:00:15.000: when a caption of a recording is shown."""
_SPACED_PAGE = re.compile(r"^[‐‑−–—―─－\-]\s*\d(?:\s\d){1,3}\s*[‐‑−–—―─－\-]$")
"""－5 4－: the digits of a page number drawn apart."""
_KANJI_PAGE = re.compile(r"^[‐‑−–—―─－]\s*[一二三四五六七八九十〇百]{1,5}\s*[‐‑−–—―─－]$")
WEB_PAGE = re.compile(
    r"ページの先頭|メニューを飛ばして|^現在地|ページID|印刷用ページ|外部リンク|^本文$|^このページ|^お問い?合わせ先?$|Copyright|^[※＊].{0,40}公開"
)
"""Lines of a web page around its text, kept when the page is saved as text."""
_URL = re.compile(r"^(?:h?ttps?|ftp)://[\x21-\x7e]+(?:\s+\d+\s*/\s*\d+)?$")
_ANCHOR = re.compile(r"^[*＊][^\s*＊、。（(\d]{2,20}(?:質問|質疑|答弁|発言|討論|説明|報告|挨拶)$")
"""*鈴木議員質問, *知事答弁 above a speech: where a vendor's list of speeches leads to, with a speaker line below."""
_NUMBERED_NAME = re.compile(r"^[0-9]{3,4}・[^\s、。（()）0-9]{2,20}$")
"""002・川辺守, with a speaker line below: the number of the speech and whose it is, in the Diet's pages."""
_BUTTONS = re.compile(r"^(?:印刷(?:する)?\s*)?大きな文字で印刷$")
"""印刷大きな文字で印刷: what a town's page offers above its text."""
_MARKUP = re.compile(r"^(?:<[!/A-Za-z][^<>]*>\s*)+$|^\{\{.*\}\}$|^```")
TIME_NOTICE = re.compile(
    any_of(
        # 「〔午後１時30分　休憩〕」「12: 令和6年9月2日　午前10時開議」
        r"^(?:[0-9]{1,4}:\s*)?[〔（(［\[【]?\s*(?:[○◯〇△]\s*)?(?:時刻\s*)?(?:令和|平成)?[^。]{0,14}?"
        r"(?:午\s*[前後]\s*[\d一二三四五六七八九十〇零]+\s*時|正\s*午)[^。]{0,16}?"
        r"(?:開会|開議|休憩|再開|散会|閉会|延会|終了|閉議|中断|続開)[^。]{0,6}[〕）)］\]】]?$",
        # 「《休憩 14:35》」
        r"^[〈＜《〔（(［\[]\s*(?:開会|開議|休憩|再開|散会|閉会)\s*\d{1,2}[:：]\d{2}\s*[〉＞》〕）)］\]]$",
        # 「〔13時05分　再開〕」「15:20 閉会」
        r"^[〔（(［\[]?\s*\d{1,2}\s*(?:時\s*\d{1,2}\s*分|[:：]\d{2})\s*"
        r"(?:開\s*[会議]|休\s*憩|再\s*開|散\s*会|閉\s*会|終\s*了)[〕）)］\]]?$",
        # 「開　会　10:00」「散会15時30分」
        r"^"
        + any_of(
            *r"開\s*[会議] 休\s*憩 再\s*開 散\s*会 閉\s*会".split(),
        )
        + r"\s*\d{1,2}[:：時]\d{2}分?$",
        # 「(AM 10:00 開会)」
        r"^[（(]?[AP]\.?M\.?\s*[0-9]{1,2}[:：][0-9]{2}\s*(?:開会|開議|休憩|再開|散会|閉会)[）)]?$",
        # 「△休　憩（午前11時45分）」
        r"^[〔（(［\[△▲]?\s*"
        + any_of(
            *r"開\s*[会議] 休\s*憩 再\s*開 散\s*会 閉\s*会 延\s*会".split(),
        )
        + r"\s*[（(]?\s*(?:午\s*[前後]|正午)[^。（()）]{0,14}[）)]?[〕）)］\]]?$",
        # 「○開会時刻　午前10時」
        r"^[●○◎■]?\s*(?:開会|開議|休憩|再開|散会|閉会|延会)時刻\s*午\s*[前後][^。]{0,14}$",
        # 「（再開）（13時00分）」
        r"^[（(](?:開会|開議|休憩|再開|散会|閉会|延会)[)）]\s*[（(]\d{1,2}時\d{1,2}分[)）]$",
        # 「【休憩・再開　午後２時10分】」
        r"^[〔（(［\[【]?\s*(?:(?:開会|開議|休憩|再開|散会|閉会|延会|終了)[・、]?)+\s*午\s*[前後][^。]{0,16}[〕）)］\]】]?$",
    )
)
STAGE = re.compile(
    any_of(
        # 「〔市長　何某君登壇〕」「（「異議なし」と呼ぶ者あり）」「〔資料配付〕」
        # not 「○（早川守議長）　御異議ありませんか。（「異議なし」と呼ぶ者あり）」
        r"^(?!(?:[○◯〇]\s*)?[（(][^（()）「」]{1,24}[）)]\s+[^（(〔［\[\s][^。]{0,80}。)"
        r"(?:[○◯〇]\s*)?[〔（(［\[].{0,60}"
        + any_of(
            *r"登壇 降壇 起\s*立 着席 退席 退室 入室 入場 退場 着座 と呼ぶ者 呼ぶ[者声人] [とか言い]う[者人声] の声".split(),
            *r"拍\s*手 挙\s*手 笑声 発言する者 離席 朗読 交代 参照 休憩 再開 閉鎖 開鎖 点検 点呼 投\s*票".split(),
            *r"開\s*票 へ移動 に移動 席に着く 席に戻る に復帰 復席 省略 掲載 読み上げ 配[付布] 伝達 交付 斉唱 黙[祷とう]".split(),
        )
        + r"[^。]{0,14}[〕）)］\]]$",
        # 「（委員長就任の挨拶）」
        r"^[〔（(［\[](?:宣告\s[^。]{2,16}|[^。]{0,20}(?:就任|退任)(?:の)?(?:あいさつ|挨拶))[〕）)］\]]$",
        # 「（午前10時15分）」
        r"^[〔（(［\[]\s*午\s*[前後]\s*\d{1,2}\s*時(?:\s*\d{1,2}\s*分)?\s*"
        r"[〕）)］\]]$",
        # 「（異　議　な　し）」
        r"^[〔（(［\[]\s*(?:異\s*議\s*)?な\s*し\s*[〕）)］\]]$",
        # 「（以　上）」
        r"^[（(]以\s*上[）)]$",
        # 「（10時15分）」
        r"^[（(]\s*\d{1,2}時\d{1,2}分\s*[)）]$",
        # 「※ブザーが鳴る」
        r"^[※＊]\s*"
        + any_of(
            *r"ベル ブザー 黙\s*[祷とう] 起立 着席 休憩 再開 登壇 降壇 拍手 挙手 [退入][席室場]".split(),
        )
        + r"[^。、]{0,16}$",
        # 「※全員賛成により可決」
        r"^[※＊]\s*[^。、※＊：:]{0,14}"
        + any_of(
            *r"異議なく 一致(?:で|により|にて)? 全員(?:賛成)?(?:で|により)? 多数(?:で|により)?".split(),
        )
        + r"\s*(?:承認|可決|了承|同意|議決|決定|否決)$",
        # 「【開会宣言】」
        r"^[〔（(［\[＜<〈《≪【](?:開会|開議|閉会|散会|延会|休憩|再開)(?:の?(?:宣言|宣告))?[〕）)］\]＞>〉》≫】]$",
        # 「「賛成」の声」
        r"^「[^「」。]{1,12}」の声$",
        # 「〔投票の結果を表示〕」
        r"^〔[^〔〕。]{4,50}(?:[うくすつぬむるぶぐた]|表示|表決)〕$",
        # 「＜資料１により説明＞」
        r"^[＜<〈《][^。＜>]{0,40}(?:説明|報告|紹介|確認|朗読)[＞>〉》]$",
        # 「【新任委員の紹介】」
        r"^【[^。【】]{2,40}(?:紹介|確認)】$",
        # 「番外」: whom the roster seats nowhere
        r"^番外$",
        # 「― 暫時休憩 ―」
        r"^[―—─－\-‐−]{1,3}\s*[^―—─－。：:]{0,16}"
        + any_of(
            *r"了承 承認 異議な[しく] 了 可決 休憩 退室 入室 挙手 一同 説明 報告 挨拶 あいさつ 紹介".split(),
        )
        + r"\s*[―—─－\-‐−]{1,3}$",
        # 「（質疑・意見なし）」
        r"^[（(【〔［\[](?:(?:ご|御)?(?:質問|質疑|意見|発言)[・、]?){1,2}等?は?な[しく][）)】〕］\]]$",
        # 「※質疑等なし」
        r"^[※＊]\s*(?:(?:ご|御)?(?:質問|質疑|意見|発言|異議)[・、]?){1,2}等?は?な[しく]$",
        # 「午後３時20分」
        r"^午\s*[前後]\s*\d{1,2}\s*時(?:\s*\d{1,2}\s*分)?$",
        # 「（３．道の駅についての質問）（13時40分）」
        r"^[（(]\d{1,2}[．.][^（()）。]{2,30}(?:質問|質疑|答弁)[)）]\s*[（(]\d{1,2}時\d{1,2}分"
        r"[)）]$",
    )
)
NOTED = re.compile(
    r"[（(〔［\[](?![^（()）]*(?:から|(?<!に)より|が))[^（()）。〔〕［］\[\]]{0,30}(?:説明|報告|朗読|紹介)(?:省略)?[）)〕］\]]$"
)
"""（資料２に基づき説明）; （事務局から説明） tells what somebody else does."""

EXPLAINED = re.compile(
    any_of(
        # 「［担当課：説明］」「－事務局から説明－」
        r"^[（(【〔［\[＜<－\-―─]+[^。（）()]{0,30}[：:、にがよりから][^。（）()：:]{0,12}(?:説明|報告|朗読)(?:省略)?"
        r"[）)】〕］\]＞>－\-―─]+$",
        # 「（Ｑは質問、Ａは回答を表す。）」: what signs stand for
        r"^[（(【※][^（()）。]{0,60}(?:は|：|:)\s*(?:ご|御)?(?:質問|質疑|回答|答弁|意見|コメント)[^（()）。]{0,30}を"
        r"(?:示す|表す|示します|表します|示している|表している)。?[）)】]?$",
        # 「①当局から資料に基づき説明（大沢課長）」
        r"^[①-⒇]?\s*(?:当局|執行部|理事者|担当課|事務局)(?:から|より|による)[^。（）()]{0,20}(?:説明|報告)"
        r"(?:[（(][^（()）。]{1,16}[）)])?$",
        # 「②質問」: the steps that an item goes through
        r"^[①-⒇]\s*(?:質問|質疑|討論|採決|委員間討議|意見交換)(?:応答)?$",
    )
)
"""［担当課：説明］, －事務局から説明－: a note that somebody explained; （Ｑは質問、Ａは回答を表す。）: what signs stand for;
①当局から資料に基づき説明（大沢課長）, ②質問: the steps that an item goes through."""
ROSTER = re.compile(
    r"^(?:\d{1,2}[.．\s]*|[○〇◯■□◆●・]\s*)?[出欠]\s*席\s*(?:者|委\s*員|議\s*員|職\s*員|説明員)(?:氏名)?$"
)
"""欠席者 on a line of its own: names follow."""
SIGNER = re.compile(
    r"^[（(【〔［\[]?"
    + any_of(
        r"(?:ご|御)?(?:回答|答弁)(?:部局|部署|課|部|局|室|担当)+(?:[・、](?:部局|部署|課|室))*名?",
        r"(?:担当|所管)(?:部局|部署|課|部|局|室)+名?",
    )
    + r"[）)】〕］\]]?$"
)
"""（回答部局課名）, 担当課: the line above the name of those who wrote the reply."""


_PAGE_LABEL = re.compile(r"^[PpＰｐ][.．]?\s*\d{1,4}\s+(\S.{0,40})$")


def is_page_label(text: str, following: str) -> bool:
    """P.9 11番（河本晋一君） right above ◆11番（河本晋一君）…: an index entry of the page, the label itself stands below."""
    found = _PAGE_LABEL.match(text) if text[0] in "PpＰｐ" else None
    return found is not None and following.lstrip("○◯〇◆◎●◇△▲▽▼□■☆★◈⚪⚫ \u3000").startswith(
        found[1].lstrip("○◯〇◆◎●")
    )


_LOST_RULE = re.compile(r"([一-鿿])\1{4,}(?:・\1+)*")
"""癩癩癩癩癩癩・癩癩癩癩: a rule drawn with a sign of a font of its own, of which a letter is left."""


def is_rule(text: str) -> bool:
    """A ruled line: nothing but signs (----, ーーーー, ＝＝＝＝)."""
    drawn = _RULE.match(text) is not None and text[0] not in "○◯〇"
    return drawn or _ORNAMENT.match(text) is not None or _LOST_RULE.fullmatch(text) is not None


def is_furniture(text: str) -> bool:
    """A line that is paper or markup by its own form: a rule, a page number, an address, tags alone."""
    if not text or len(text) > 300:
        return False
    first = text[0]
    if text[1:2] == first and _LOST_RULE.fullmatch(text):
        return True
    if first == "|":
        return _TABLE_RULE.match(text) is not None
    if first in "<{`":
        return _MARKUP.match(text) is not None or _PAGE_NUMBER.match(text) is not None
    if first in "hft" and _URL.match(text):
        return True
    if (first in "*＊" and _ANCHOR.match(text)) or _NUMBERED_NAME.match(text):
        return True
    if text[-1] == "刷" and _BUTTONS.match(text):
        return True
    if (first == "P" and _PAGE_HEAD.match(text)) or ((first.isdigit() or first == "W") and _CUE.match(text)):
        return True
    if len(text) > 16:
        return is_rule(text) or PAGE_FOOT.match(text) is not None
    return is_rule(text) or any(
        form.match(text) for form in (_PAGE_NUMBER, _PAGE_OF_DAY, _COUNTER, _CLOCK, _SPACED_PAGE, _KANJI_PAGE)
    )
