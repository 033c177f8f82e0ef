"""Departments (部署) by the words that they are named by."""

from __future__ import annotations

import re

from corpus.patterns import any_of

DEPARTMENT = any_of(
    # the towns and bodies that run a thing
    *"少子化 高齢化 市立 区立 町立 村立 都立 道立 府立 県立 国立 公立 私立".split(),
    # the whole town and its money
    *"総務 企画 財政 財務 税務 納税 課税 資産税 市民税".split(),
    # residents, their health and care
    *"市民 町民 区民 村民 住民 生活 民生 環境 福祉 保健 健康 医療 年金 国保 介護 高齢者? 障害者?".split(),
    *"障がい者?".split(),
    # children, school and culture
    *"子育て 子ども こども 児童 保育 家庭 女性 青少年 教育 学校 学務 指導 社会 生涯 学習 文化 文化財".split(),
    *"スポーツ 体育 図書 給食".split(),
    # trade, work and farming
    *"経済 (?:地場)?産業 商工業 商工 商業 工業 労働 労政 雇用 人材 農業 農政 農林 農村 水産 林務 森林".split(),
    *"畜産 観光 交流 国際".split(),
    # building
    *"建設 土木 道路 河川 港湾 都市 計画 開発 整備 建築 住宅 営繕 用地 公園 緑地".split(),
    # enterprises, fire and safety
    *"交通 病院 企業 公営企業 消防本部 組合 議会 広域 病院事業 保健所 上下水道 上水道 下水道 水道 ガス 電気".split(),
    *"消防 警防 予防 救急 防災 防犯 危機 安全 安心".split(),
    # administration
    *"管理 管財 契約 検査 監査 会計 出納 用度 人事 教職員 職員 教育庁 同和 長寿 循環型 小中(?=学校) 選管".split(),
    *"研修 服務 給与 広報 広聴 秘書 [都県府市区町村]政 伝統文化 情報 政策 調整 推進 経営 戦略 行財政 行政".split(),
    *"行革 改革 改善 統計 選挙 議事 調査 法務 法規 文書 庶務".split(),
    # what is done for a community
    *"地域 協働 自治 支援 振興 対策".split(),
    # works, waste and nature
    *"事業 業務 施設 設備 技術 工務 工事 維持 補修 運営 運輸 営業 料金 給水 浄水 清掃 廃棄物 資源 循環".split(),
    *"衛生 公害 自然 保護 保全 再生 創生 移住 定住".split(),
    # places and offices of a town
    *"拠点 まちづくり 街づくり まち くらし 暮らし 相談 総合 特別 担当 臨時 統括 新 本庁 中央 東部 西部 南部".split(),
    *r"北部 第[一二三四\d] デジタル ＤＸ DX ＩＴ IT ＩＣＴ ICT".split(),
    *"医務 医事 薬務 保険 収納 徴収 債権 窓口 戸籍 市税 県税 援護 保育園 幼稚園 栄養 食育 検診 健診 斎場".split(),
    *"霊園 電算 庁舎 車両 物品 入札 地籍 国土 農地 林道 農道 治山 治水 砂防 除雪 克雪 温泉 公文書 市史".split(),
    *"町史 人権 男女 共同参画".split(),
    *"多文化 ふるさと 特産 ブランド シティ プロモーション 魅力 広域 連携 渉外 基地 復興 被災 原子力 動物 鉄道".split(),
    *"空港 競輪 マイナンバー 支払 発達 療育 審査".split(),
    *"システム ゼロカーボン 脱炭素 エネルギー 感染症 ワクチン みどり 水と の と ・ 応援 体制 体育 立体化".split(),
    # what a town sets out to do, and where
    *"増進 未来 減量 活動 誘致 立地 帰還 平和 一貫 周辺 有害 鳥獣 獣害 公室 ダム リニア スマート バイオマス プロジェクト".split(),
    *"マネジメント いきいき すこやか きらり にぎわい しごと あんしん むらづくり ひとづくり 国体 国スポ".split(),
    *"オリンピック パラリンピック 準備 局 (?<!^)部 (?<!^)課 (?<!^)室".split(),
)
"""Words that departments are named by; together they fill whatever stands between a surname and 課長."""

_DEPARTMENTS = re.compile(rf"^{DEPARTMENT}+$")
_NAME_AND_DEPARTMENT = re.compile(rf"^(.{{1,4}}?)((?!局|部|課|室){DEPARTMENT}+)$")


def is_department(text: str) -> bool:
    """Whether the text consists of words that departments are named by, and of nothing else."""
    return _DEPARTMENTS.match(text) is not None


def name_before_department(text: str) -> str:
    """中元保育支援 → 中元: what stands before the department's words; empty where there is nothing or too much."""
    match = _NAME_AND_DEPARTMENT.match(text)
    return match[1] if match and not is_department(text) else ""
