"""What is asked for and what a text holds: quantities, sums, shares, dates."""

from __future__ import annotations

import pytest
from soon import within

from chat.answers import counters
from chat.answers.counters import asked_units, counts
from chat.answers.kinds import VALUES, holds, share_missing
from chat.answers.lacking import kind_missing, lacks_what_is_asked, says_in_its_place, tells_value
from chat.answers.named import lacks_its_name
from corpus.folding import plain
from retriever.answer_kinds import Kind, answer_kinds


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("登録者は何人ですか", {"人"}),
        ("何名の職員が何枚使いましたか", {"人", "枚"}),
        ("How many city employees use it?", {"人"}),
        ("そのバスには何人乗れますか", {"人", "席"}),
        ("How many players does the team have?", {"人"}),
        ("How many households got it?", {"世帯", "戸"}),
        ("How many new charging points are planned?", set()),
        ("How many rental housing units stand empty?", {"台", "基", "戸", "件"}),
        ("いつからですか", set()),
        ("何年度からですか", set()),
        ("何年間続きますか", {"年"}),
        ("灰は何センチ積もりますか", {"メートル"}),
        ("糖度は何度以上ですか", {"度"}),
        ("便りは毎月何部印刷していますか", {"部"}),
        ("担当は何部ですか", set()),
        ("苦情は何通届きましたか", {"通"}),
        ("直し方は何通りありますか", set()),
        ("墓地は何区画ありますか", {"区画"}),
        ("計画は何分野ですか", {"分野"}),
        ("残土は何立方メートル出ますか", {"立方メートル"}),
        ("広場は何平米ですか", {"平方メートル"}),
        ("何度も求めましたか", set()),
        ("会議は何回目ですか", set()),
        ("風で壊れたのは何か所ですか", {"か所", "件"}),
        ("乗り場は何か所ですか", {"か所"}),
        ("ごみ箱は何個ありますか", set()),
        ("広報をどれくらいの人が読みますか", {"人"}),
        ("自動化の削減時間", {"時間", "分"}),
        ("図書館の開館時間", set()),
        ("職員の勤務時間は何時からですか", set()),
        ("職員の残業時間は何時間ですか", {"時間", "分"}),
    ],
)
def test_counters_asked_for(question: str, units: set[str]) -> None:
    """Spelling variants and English are folded."""
    assert asked_units(question) == units


@pytest.mark.parametrize(
    ("question", "reply", "missing"),
    [
        ("支援員は何人ですか", "支援員は民間の人材が担います。令和3年に始めました。", True),
        ("支援員は何人ですか", "支援員は12名です。", False),
        # None is a number, and that it was not done answers when it was.
        ("消火器を貸した実績は何件ですか", "消火器を貸した実績につきましてはございません。", False),
        ("消火器を貸した実績は何件ですか", "消火器には限りがございません。", True),
        ("冷房をいつ設置しましたか", "冷房は設置しておりませんが、扇風機は80台ございます。", False),
        ("冷房をいつ設置しますか", "冷房は設置しておりません。", True),
        ("What is the headcount of the office?", "室は令和3年にできました。", True),
        ("減免は何年間ですか", "平成二十四年度から減免します。", True),
        ("返礼品は何品ですか", "ロケは97件でした。", True),
        ("灰は何センチ積もりますか", "灰は10センチメートル積もります。", False),
        ("話を聞いた業者の名前は", "事業者ヒアリングを行いました。", True),
        ("設計はどの会社が受託しましたか", "設計費を計上しました。", True),
        ("設計はどの会社が受託しましたか", "設計は株式会社青葉設計に委託しました。", False),
        ("印刷の枚数がいちばん多い課はどこですか", "全庁で月に三十万枚を印刷しております。", True),
        ("印刷の枚数がいちばん多い課はどこですか", "市民課の枚数が若干大きい状況です。", False),
        ("棚は何個ありますか", "棚は10世帯以上で使います。", True),
        ("棚を使う家はどのくらいの割合ですか", "棚を使う家は300戸です。", True),
        ("棚を使う家はどのくらいの割合ですか", "棚を使う家は4分の3です。", False),
        (
            "印刷の枚数がいちばん多い課はどこですか",
            "紙と判子の三位一体で減らすよう委員長から言われ、声は大きくなる。",
            True,
        ),
        ("一番人気の返礼品は何ですか", "返礼品の競争には加わりません。寄附の窓口を広げます。", True),
        ("一番人気の返礼品は何ですか", "柿の申込みが最も多くなっております。", False),
        ("もっとも読まれている本はどれですか", "図書館の本を入れ替えました。", True),
        ("What is the most popular gift?", "返礼品は柿が人気です。", False),
        ("いちばん困っている人は誰ですか", "窓口に来られる方でございます。", False),
        ("柿の出荷額は全国で何番目ですか", "全国に販売網を持つ会社と組み、柿の加工品を売り出します。", True),
        ("柿の出荷額は全国で何位ですか", "柿の出荷額は全国で三番目です。", False),
        ("What was the price of one laptop?", "端末を70人が使っています。", True),
        ("How much will the renewal cost?", "両施設は無料施設です。", True),
        ("How much is the ticket?", "入場は無料です。", False),
        ("支援員は何人ですか", "人数は手元にございません。", False),
        ("支援員は何人ですか", "支援員は計 12 名です。", False),
        ("いつ移ったかを説明したのは何課の長ですか", "昭和三十九年に移りました。", False),
        ("再生は何回ですか", "合計で約3万3000ビューです。", False),
        ("延長は何回ですか", "延長は5メートルです。", True),
        ("残土は何立方メートル出ますか", "道は20メートルです。説明会を2回開きました。", True),
        ("残土は何立方メートル出ますか", "残土は1,200m3です。", False),
        ("広場は何平方メートルですか", "広場は300平米ございます。", False),
        ("相談員は何人ですか", "1人が1校を持つ場合も、1人で3校を持つ場合もあります。", True),
        ("相談員は何人ですか", "担当は1人で3校を回ります。", False),
        ("相談員は何人辞めましたか", "残りの1人が2年後に辞めました。", False),
        ("延長は何回ですか", "延長は5センチです。", True),
        ("救急車は年に何回出ましたか", "出動は1,155件です。", False),
        ("費用はいくら補助しますか", "4分の3を補助します。", False),
        ("屋根の工事はいつしますか", "主に夏休み中に行います。", False),
        ("料金は次にいつ、何割上がりますか", "令和9年4月に改定を検討しています。", True),
        ("料金は、何年から変わっていませんか", "平成19年の開始から改定していません。", False),
        ("料金を据え置けないかと聞かれて答えたのは何課長ですか", "据置きは難しいと考えます。", False),
        ("改定の状況は", "検討しています。", False),
        ("会議は何分ですか", "計画は3分野です。", True),
        ("墓地は何区画ありますか", "市は5区に分かれます。", True),
        ("料金は何パーセント上がりますか", "増収は1.4億円です。", True),
        ("改修にいくらかかりますか", "改修の時期は未定で、3人が務めます。", True),
        ("改修の費用はいくらか", "改修の時期は未定で、3人が務めます。", True),
        ("撤去する防犯灯は何灯ですか", "重複する灯具を撤去します。", True),
        ("撤去する防犯灯は何灯ですか", "重複する12灯を撤去します。", False),
        ("路線は一日何便ですか", "最大三便を予定しています。", False),
        ("改修にいくらかかりますか", "概算ですが、1,200万ぐらいになろうかと思います。", False),
        ("基金に入ったのはいくらですか", "合わせますと500万ということでございます。", False),
        ("基金に入ったのはいくらですか", "利用者は合わせて500万ということでございます。", True),
        ("改修にいくらかかりますか", "来場者は延べ3万ほどで、人口は12万が目安です。", True),
        ("何人が使い、いつ始まりましたか", "延べ300人が使いました。", True),
        (
            "何回に分けて配り、最後はいつですか",
            "4回に分けて配り、最後は1歳半の健診のときにお渡しします。",
            False,
        ),
        ("改修にいくらかかりますか", "費用は算出していません。", False),
        ("端末は一台いくらですか", "全国では3%が端末を入れました。", True),
        ("端末は一台いくらですか", "値段は公表していないのですが、50台あります。", False),
        (
            "端末は一台いくらですか",
            f"稼働日数までは把握していないのですが、{'あ' * 60}という数字の話でした。",
            True,
        ),
        ("袋はいくらですか", "黄色い袋は赤い袋の半額で、医療費の無料化を要望しています。", True),
        ("利用はいくらですか", "町民の方は無料です。", False),
        ("開館は何月ですか", "令和9年度の開館を目指します。", True),
        ("開館は何月ですか", "令和9年10月の開館を目指します。", False),
        ("次回は何月何日ですか", "次回は10月ごろに開きます。", True),
        ("次回は何月何日ですか", "日程は未定です。", False),
        ("記録は何日残しますか", "保存は14日間です。", False),
        ("記録は何日残しますか", "令和6年4月10日に決めました。", True),
        ("何日前までに申し込みますか", "1週間前までにお願いします。", False),
        ("休業は平均何日ですか", "平均は34日でした。", False),
        ("How many cameras are there?", "通報は187件でした。", True),
        ("In what month did it open?", "平成28年度に開きました。", True),
        ("最終便は何時に出ますか", "2時間に一本、午後9時まで走ります。", False),
        ("最終便は何時に出ますか", "2時間に一本です。", True),
        ("取水口の値はいくらですか", "0.3ナノグラムでした。", False),
        ("危険な空き家は何軒ですか", "連絡のつかないところが4件あります。", False),
        ("公営住宅は何戸ありますか", "入居の申込みは15件です。", True),
        ("運行は何月から始めますか", "来月から始めます。", False),
        ("何曜日に開きますか", "毎週月、水、金に開きます。", False),
        ("何曜日に開きますか", "10時に開きます。", True),
        ("給食費はいくらになりますか", "無償化により保護者の負担はゼロになります。", False),
        ("面積はいくら、費用はいくらですか", "5ヘクタールです。", True),
        ("一キロいくらで買い取りますか", "品質によります。", True),
        ("踊りは何年続いていますか", "50周年の式典を開きました。", False),
        ("着工はいつですか", "今回の計画では、着工に向けて二社と調整しています。", True),
        ("着工はいつですか", "時期は未定です。", False),
        ("少人数の学級は何年生までですか", "小学校１年生から３年生までとしています。", False),
        ("少人数の学級は何年生までですか", "平成30年度から3年間続けています。", True),
        ("施設使用料は一人一泊いくらですか", "使用料などで39億円の増収を見込みます。", True),
        ("施設使用料は一人一泊いくらですか", "大人は500円です。", False),
        ("施設使用料の増収はいくらですか", "使用料などで39億円の増収を見込みます。", False),
        ("着工はいつですか", "来年度を予定しています。", False),
        ("着工はいつですか", "六月下旬に業者を決め、八月を目途に始めます。", False),
        ("着工はいつですか", "平成二十三年度に始めました。", False),
        ("着工はいつですか", "三か所で始めます。", True),
        ("着工はいつですか", "先月の13日に始めました。", False),
        ("着工はいつですか", "工事には13日間かかります。", True),
        ("着工はいつですか", "一日に300人が通ります。", True),
        ("着工はいつですか", "二〇三〇年を目標としています。", False),
        ("予算は全部でいくらですか", "具体的な数値目標は設定していません。", True),
        ("予算は全部でいくらですか", "数字は手元にございません。", False),
        ("糖度は何度以上ですか", "一定の糖度を超えたものです。", True),
        ("糖度は何度以上ですか", "平成二十三年度から12度以上としました。", False),
        ("カードはいつ受け取りますか", "入国時に窓口で受け取ります。", False),
        ("カードはいつ受け取りますか", "災害時に役立ちます。", True),
        ("カードはいつ受け取りますか", "審査が済んだ段階で受け取ります。", False),
        ("カードはいつ受け取りますか", "でき上がり次第お渡しします。", False),
        ("倉庫は月々いくらで貸しますか", "倉庫の工事は4億3千万円です。", True),
        ("How much is the rent of the new hall?", "新しい会館の費用は4億3千万円です。", True),
        ("How much is the rent of the new hall?", "会館は月に3万円でお貸しします。", False),
        ("回す仕事は何人で担いますか", "仕事が一人の人に集まっています。", True),
        ("証明書の発行は年に何枚ですか", "発行の件数は約3万件です。", False),
        ("看板は何枚ありますか", "苦情は3件です。", True),
        ("帰りのバスは何回出ますか", "下校は最大3便です。", False),
        ("バスは土日に何本走りますか", "土日は24回運行します。", False),
        ("会議は何回開きましたか", "バスは3便です。", True),
        ("業者とは月に何回会いますか", "橋の名を2回申し上げました。", True),
        ("業者とは月に何回会いますか", "月１度は会います。", False),
        ("業者とは週に何回会いますか", "毎週会います。", False),
        ("業者とは何回会いましたか", "2回会いました。", False),
        ("料金はいつ載せますか", "議会の議決後に載せます。", False),
        ("広報にいくらの予算がありますか", "広報についての予算はない。", False),
        ("広報にいくらの予算がありますか", "予算は足りない。", True),
        ("広報にいくらの予算がありますか", "使用料はありません。", True),
        ("国のお金、使い切らないとどうなりますか", "国へ返します。", False),
        ("利用料のお金は？", "国へ返します。", True),
        ("支援員は何人ですか", "支援員は平成二十三年度に置きました。", True),
        ("支援員は何人ですか", "数値目標は設定していません。", True),
        ("支援員を何人にする目標ですか", "数値目標は設定していません。", False),
        ("手当を受ける子どもは何人ですか", "子ども1人に2万円を配ります。", True),
        ("When will construction begin?", "設計を進めています。", True),
        ("計画の期間は", "今年度末に見直します。", True),
        ("計画の期間", "計画は5年ごとに見直します。", False),
        ("期間中の売上げは", "今年度末に見直します。", False),
        ("基金の残高", "基金は取り崩しました。", True),
        ("基金の残高", "基金には約3億円あります。", False),
        ("次回の説明会はいつですか", "次回の説明会で報告いたします。", True),
        ("次回の説明会はいつですか", "次回は3月5日に開きます。", False),
        ("What does the town do when the population shrinks?", "管路を減らします。", False),
    ],
)
def test_a_reply_without_the_quantity(question: str, reply: str, missing: bool) -> None:
    """A reply that has no such number answers nothing, unless it says so itself."""
    assert lacks_what_is_asked(question, answer_kinds(question), plain(reply)) is missing


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一人一人に寄り添います。", False),
        ("その一部は十分に活用されています。", False),
        ("令和7年度の2点目です。", False),
        ("資料の4ページです。", False),
        ("登録は三十人です。", True),
        ("二十分で着きます。", True),
        ("費用は数千万円程度です。", True),
        ("繰入れは合わせて500万ということになります。", True),
    ],
)
def test_a_number_counts_something(text: str, number: bool) -> None:
    """Years, ordinals, pages and idioms count nothing: a quotation that has no other number does not say how many."""
    assert holds(Kind.NUMBER, plain(text)) is number


@pytest.mark.parametrize(
    ("question", "reply", "share"),
    [
        ("いつ、何人が参加しましたか", "令和7年5月に12人が参加しました。", 0.0),
        ("いつ、何人が参加しましたか", "12人が参加しました。", 0.5),
        ("いつ決めますか", "準備が整い次第、決めます。", 0.0),
        ("いつ決めますか", "お願いする次第です。", 1.0),
        ("いつ、何人が参加しましたか", "今回、多くの方が参加しました。", 1.0),
        ("なぜ参加しましたか", "関心があるからです。", 0.0),
    ],
)
def test_the_share_of_what_is_asked_that_is_missing(question: str, reply: str, share: float) -> None:
    """Of two things asked for one alone is half an answer."""
    assert share_missing(answer_kinds(question), plain(reply)) == share


@pytest.mark.parametrize(
    ("question", "reply", "lacks"),
    [
        ("点検はどこの会社に頼みましたか。", "次の取組の点検を専門の業者に委託しました。", True),
        ("点検はどこの会社に頼みましたか。", "点検は株式会社あおばに委託しました。", False),
        ("点検はどこの会社に頼みましたか。", "点検は青葉電気に委託しました。", False),
        ("点検の会社はどこですか。", "次の取組の点検を専門の業者に委託しました。", True),
        ("違反した会社名を公表しますか。", "公表はしない方針です。", False),
        ("Which company does the checks?", "点検は専門の業者が行います。", True),
        ("重い人はどこの病院に送りますか。", "当院で診て、家へ帰っていただいております。", True),
        ("重い人はどこの病院に送りますか。", "あさひ市立病院に紹介しております。", False),
        ("開いたのは何月何日ですか。", "令和6年度に開きました。", True),
        ("開いたのは何月何日ですか。", "令和6年5月2日に開きました。", False),
        ("橋を直す会社はどこに決まりましたか", "橋は民間に任せる方針です。", True),
        ("橋を直す会社はどこに決まりましたか", "株式会社川上組に決まりました。", False),
        ("会長に選ばれたのは誰ですか", "会長を委員の互選により選任した。", True),
        ("会長に選ばれたのは誰ですか", "皆様の互選により会長を決めました。", True),
        ("会長に選ばれたのは誰ですか", "会長に青葉委員を選任した。", False),
        ("連絡会の代表はどなたですか", "代表は町長が務めます。", False),
        ("点検の期間はいつからいつまでですか。", "点検は3月15日までに終えます。", True),
        ("点検の期間はいつからいつまでですか。", "点検は3月1日から15日まで行います。", False),
        ("計画は何年度から何年度までですか。", "計画は令和7年度に見直します。", True),
        ("会長は誰に意見を求めましたか", "会長が意見を求めました。", False),
        ("連絡会の代表はどなたですか", "連絡会を設けました。町長も委員の皆様に感謝しています。", True),
        ("連絡会の会長は誰ですか", "川辺さんです。", False),
        ("新しい水道部長に就いたのは誰ですか", "4月に水道部長を置きました。", True),
        ("新しい水道部長に就いたのは誰ですか", "当分は副市長が兼ねます。", False),
        ("あさひ市の水道担当部長は何という人ですか", "4月に水道担当部長を置きました。", True),
        ("あさひ市の水道担当部長は誰ですか", "水道担当部長の川辺でございます。", False),
        ("橋の話をしたあさひ市の水道部長は誰ですか", "4月に水道部長を置きました。", False),
        ("連絡会の会長は何という人ですか", "会長を委員の互選により選任した。", True),
        ("連絡会の会長は何という名前の人ですか", "会長を委員の互選により選任した。", True),
        ("計画は第何次のものですか", "計画を見直しております。", True),
        ("計画は第何次のものですか", "第3次の計画を見直しております。", False),
        ("町内会に入っている世帯は何パーセントですか", "データがなく、世帯数は不明である。", True),
        ("町内会に入っている世帯は何パーセントですか", "加入率は把握しておりません。", False),
        ("点検をしているのはどの会社ですか", "民間に任せています。", True),
        ("地元の工務店などの企業は点検を手伝いますか", "民間の力も借ります。", False),
        ("その話を載せたのは何という新聞社ですか", "新聞報道で知りました。", True),
        ("その話を載せたのは何という新聞社ですか", "青葉新聞が載せました。", False),
        ("倒木があったのはどの地区ですか", "倒木は3件でした。", True),
        ("倒木があったのはどの地区ですか", "倒木は青葉台地区で3件でした。", False),
        ("いちばん利用が多いのはどこですか", "4か所にあります。", True),
        ("消防団は全部でいくつありますか", "30世帯以上で組める決まりです。", True),
        ("消防団は全部でいくつありますか", "消防団は12団体です。", False),
        ("調査員のうち、講習を終えたのは何人ですか", "約40名の調査員を置いています。", True),
    ],
)
def test_what_is_asked_for_by_name_is_named(question: str, reply: str, lacks: bool) -> None:
    """A reply without any company does not say which it was, however much it says of the matter."""
    assert lacks_what_is_asked(question, answer_kinds(question), reply) is lacks


@pytest.mark.parametrize("piece", ["1", "0,", "資料"])
def test_a_table_without_spaces_takes_no_time(piece: str) -> None:
    """5,000 figures in a row, as a table may be printed, took minutes."""
    with within(4):
        for kind in Kind:
            holds(kind, (piece * 5000)[:5000])


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("医師を週２日送っていただきます。", True),
        ("当番は月に約３日です。", True),
        ("来月2日に始めます。", False),
        ("12月5日に始めます。", False),
        ("令和7年2月16日に始めます。", False),
    ],
)
def test_days_of_a_week_are_counted(text: str, counted: bool) -> None:
    """週に何日 is answered by 週２日; a day of a month is none of them."""
    assert counts(plain(text), {"日"}) is counted


def test_seats_are_no_people() -> None:
    """「6名乗りの舟」 does not tell how many rowers there are; 何人乗り asks for it."""
    text = plain("6名乗りの舟を買いました。")
    assert not counts(text, asked_units("漕ぎ手は何人いますか"))
    assert counts(text, asked_units("舟は何人乗りですか"))


def test_a_known_counter_is_not_any() -> None:
    """14チーム do not tell how many players; 500フォロワー may be people."""
    assert not counts("この秋は14チームです。", {"人"})
    assert counts("500フォロワーです。", {"人"})
    assert not counts("延べ60人日です。", {"人"})


def test_a_line_of_thousands_of_figures_is_looked_through_at_once() -> None:
    """Protects: from each figure all that follow were tried, 50,000 of them in more than 20 s for one question."""
    with within(5):
        found = [holds(kind, sign * 40_000) for kind in VALUES for sign in "1一"]
    assert not any(found)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("会館は夜10時まで開けております。", True),
        ("受付は八時半からです。", True),
        ("一時の対応でございます。", False),
        ("24時間で対応し、3時点で比べました。", False),
    ],
)
def test_an_hour_tells_when(text: str, tells: bool) -> None:
    """何時まで is a question for a time, which no year or month answers."""
    assert holds(Kind.DATE, text) is tells
    assert share_missing(answer_kinds("会館は夜何時まで使えますか"), text) == float(not tells)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("会場は、初日の七日前から最終日の翌々日まで使います。", True),
        ("申込みは使う日の3日前までです。", True),
        ("七日前後の日数を要します。", False),
    ],
)
def test_days_before_and_after_an_event_tell_when(text: str, tells: bool) -> None:
    """いつからいつまで is answered by days counted from what happens."""
    assert holds(Kind.DATE, plain(text)) is tells


@pytest.mark.parametrize(
    ("question", "missing"),
    [("避難所の数", 1.0), ("避難所の定員の割合", 0.0), ("避難所の定員は何割ですか", 0.0)],
)
def test_a_share_is_no_number_of_things(question: str, missing: float) -> None:
    """「避難所の数」 was answered by the share of its places that may be filled."""
    assert kind_missing(question, answer_kinds(question), plain("定員の3割までとします。")) == missing


@pytest.mark.parametrize(
    ("reply", "tells"),
    [
        ("期間は、本人が気づいたときから数えます。", True),
        ("期間は、届いた次の翌日から数えます。", True),
        ("期間は、気づいた人から数えます。", False),
    ],
)
def test_what_is_done_then_tells_when(reply: str, tells: bool) -> None:
    """「気づいたときから」 answers いつから as a date does."""
    question = "期間はいつから数えますか"
    kinds, text = answer_kinds(question), plain(reply)
    assert lacks_what_is_asked(question, kinds, text) is not tells
    assert tells_value(question, kinds, text) is tells
    assert kind_missing(question, kinds, text) == float(not tells)


def test_how_much_is_borne_is_told_by_a_share() -> None:
    """Protects: 「補助はいくら」 was refused though the reply said that three quarters are paid; a price is no share."""
    text = plain("かかった費用の４分の３を助成します。")
    for question, missing in (("補助はいくら出るの？", 0.0), ("笛はいくらですか", 1.0)):
        assert kind_missing(question, answer_kinds(question), text) == missing


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("山川県が定めた指針に沿っております。", True),
        ("総務省の調べによります。", True),
        ("国が定めた指針に沿っております。", False),
    ],
)
def test_a_prefecture_or_a_ministry_is_who_did_it(text: str, who: bool) -> None:
    """Protects: who drew up a plan was answered by a sentence on hospitals (機関)."""
    assert holds(Kind.PERSON, plain(text)) is who


def test_what_was_weighed_is_a_reason() -> None:
    """A decision is given with what was weighed for it: 「…などを考慮しまして、延期することといたしました」."""
    assert holds(Kind.REASON, plain("大きな催しの予定がないことなどを考慮しまして、改修を延期いたしました。"))
    assert holds(Kind.REASON, plain("利用の少なさを勘案し、休むことといたしました。"))
    assert holds(Kind.REASON, plain("そういったことで、改修を延期いたしました。"))
    assert not holds(Kind.REASON, plain("そういったことでございます。"))
    assert holds(Kind.REASON, plain("雨の季節ということもございまして、秋に開きます。"))
    assert not holds(Kind.REASON, plain("改修を延期いたしました。"))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("調査の期間は九年度間でございます。", {"年"}),
        ("相談件数は延べ310人です。", {"件", "人"}),
        ("利用の件数が三万九千七百八十三人でございます。", {"件", "人"}),
        ("件数は公表していません。利用したのは310人です。", {"人"}),
        ("座席は40、立ち席は22でございます。", {"席"}),
    ],
)
def test_what_is_counted_may_be_named_before_its_number(text: str, units: set[str]) -> None:
    """Whatever counter stands behind the number, 件数 is asked for by 何件."""
    assert counters.units(plain(text)) == units


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("負担の比率は県内で一番高いんですか", False),
        ("受診率は上がったの？", False),
        ("受診率は", True),
        ("負担の比率はどのくらい高いですか", True),
        ("受診率は何％上がりましたか", True),
    ],
)
def test_whether_a_rate_is_high_is_no_question_for_it(question: str, share: bool) -> None:
    """「さほど高くはなく、4.4です」 answers the first without a sign for per cent."""
    assert (Kind.SHARE in answer_kinds(question)) is share


def test_a_figure_is_a_number() -> None:
    """「数字」 is asked for by any number; what is done with figures is not."""
    assert Kind.NUMBER in answer_kinds("普及率として、議会ではどんな数字が示されましたか")
    assert Kind.NUMBER not in answer_kinds("数字を使った説明は誰がしましたか")


def test_an_amount_typed_in_english_is_a_sum() -> None:
    """A reply without one is no answer to it."""
    assert Kind.MONEY in answer_kinds("Kyoto sewer connection subsidy amount")
    assert Kind.MONEY not in answer_kinds("the amount of water used")
    assert Kind.MONEY in answer_kinds("What did Aoyama pay the maker for its pumps?")
    assert Kind.MONEY not in answer_kinds("What do the staff pay attention to?")
    assert Kind.MONEY in answer_kinds("会館 改修 費用")
    assert Kind.MONEY not in answer_kinds("会館 改修 削ったのは何の費用")


@pytest.mark.parametrize(
    ("question", "reply", "says"),
    [
        ("How many lamps does the town have?", "直し方はどれがよいのか分かりません。", False),
        ("How many lamps does the town have?", "灯りの数は把握しておりません。", True),
        ("灯りはどのくらいで直りますか", "直し方はどれがよいのか分かりません。", False),
        ("灯りはどうやって直しますか", "直し方はどれがよいのか分かりません。", True),
        ("灯りはいつ直りますか", "直し方はどれがよいのか分かりません。", False),
        ("灯りはいつ直りますか", "直る時期は分かりません。", True),
        ("灯りの工事期間", "直し方はどれがよいのか分かりません。", False),
        ("灯りの点灯率", "切れた灯りの数は分かりません。", False),
        ("灯りの点灯率", "点灯したものがどれほどかは分かりません。", True),
        ("灯りの点灯率", "点検する役割は分かりません。", False),
    ],
)
def test_what_is_not_known_must_be_the_quantity_that_is_asked_for(
    question: str, reply: str, says: bool
) -> None:
    """Whatever else nobody knows is no answer to how many, or when."""
    assert says_in_its_place(question, answer_kinds(question), plain(reply), True) is says


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("10回で10ポイントつくと、渡し船の券と交換です。", False),
        ("登録した方に500ポイントを付与します。", False),
        ("前の年より3ポイント上がりました。", True),
        ("昨年を2.5ポイント下回りました。", True),
    ],
)
def test_points_that_are_handed_out_tell_no_share(text: str, share: bool) -> None:
    """「何パーセント」 was answered by them."""
    assert holds(Kind.SHARE, plain(text)) is share


@pytest.mark.parametrize(
    ("text", "money"), [("103万円の壁の話です。", False), ("壁の修繕は103万円です。", True)]
)
def test_a_wall_of_income_is_no_sum(text: str, money: bool) -> None:
    """「年収の壁」 goes by its name."""
    assert holds(Kind.MONEY, plain(text)) is money


def test_what_is_counted_is_not_what_holds_it() -> None:
    """「公園が約140か所」 tells nothing of the toilets in them."""
    question, kinds = "浜の公園のトイレは何か所ありますか", frozenset({Kind.NUMBER})
    assert lacks_what_is_asked(question, kinds, "浜には公園が約140か所あります。")
    assert not lacks_what_is_asked(question, kinds, "浜には公園が9か所あり、トイレは3か所です。")
    assert not lacks_what_is_asked(question, kinds, "3か所ございます。")


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("名前の読み方を期限までに届けなかったら直せますか", frozenset()),
        ("届け出の期限はいつですか", {Kind.DATE}),
        ("新しい橋の名前は", {Kind.NAME}),
    ],
)
def test_what_a_term_and_a_name_go_with_is_asked(question: str, asked: set[Kind]) -> None:
    """Until a term, and how a name is read, ask for neither a day nor a name."""
    assert answer_kinds(question) & {Kind.DATE, Kind.NAME} == asked


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("電子決済はいつから使えますか", "電子決済は今年度も議題になりました。", False),
        ("電子決済はいつから使えますか", "電子決済は来年度に始めます。", True),
        ("電子決済の導入時期", "電子決済の相談は4月に受けました。", False),
        ("電子決済の導入時期", "電子決済は4月からです。", True),
        ("期間はいつから数えますか", "届いたのは4月です。", True),
        ("相談はいつ受けましたか", "電子決済の相談は4月に受けました。", True),
    ],
)
def test_when_something_begins_is_told_by_a_sentence_of_a_beginning(
    question: str, sentence: str, tells: bool
) -> None:
    """A day on which something else was done tells nothing of it."""
    assert tells_value(question, answer_kinds(question), plain(sentence)) is tells


@pytest.mark.parametrize(
    ("reply", "lacks"),
    [
        ("東の線が1,730万円、西の線が1,480万円です。", False),
        ("東の線が1,730万円です。", True),
        ("運賃が300円、便が12便です。", True),
    ],
)
def test_a_row_of_values_tells_the_most(reply: str, lacks: bool) -> None:
    """Which is the most is told where each has its value beside it, of one kind; one value alone, or of two kinds, does not."""
    assert lacks_its_name("町が助ける線でいちばん多いのはどれですか", plain(reply)) is lacks


@pytest.mark.parametrize(
    ("question", "text", "counted"),
    [
        ("何団体と協定を結んでいますか", "9の住民団体と協定を結びました。", True),
        ("何校で試していますか", "４つの中学校で試しています。", True),
        ("何社が手を挙げましたか", "二つの地元企業が手を挙げました。", True),
        ("何社が手を挙げましたか", "3事業者が手を挙げました。", True),
        ("何施設ありますか", "12の施設整備計画があります。", False),
        ("何世帯が対象ですか", "１世帯１万円を引き下げます。", False),
        ("何世帯が対象ですか", "１世帯が対象です。", True),
        ("何施設ありますか", "市内で唯一の屋内施設です。", False),
        ("何校で試していますか", "４つの中学校給食の献立を試しています。", False),
    ],
)
def test_the_kind_of_what_is_counted_stands_before_its_counter(
    question: str, text: str, counted: bool
) -> None:
    """A noun that counts may have another word between itself and its number; it ends the word."""
    assert counts(plain(text), asked_units(question)) is counted
