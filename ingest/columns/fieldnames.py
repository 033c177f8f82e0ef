"""What exports call the fields of an utterance: keys in JSON, the header row of a table of turns."""

from __future__ import annotations

import re

NAMES: dict[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "municipality": "municipality municipalityname localgovernmentname 自治体 自治体名 市町村 市町村名 市区町村 市区町村名 議会名 議会 town city cityname prefecture 都道府県",
        "meeting": "meeting 会議名 会議 会議体 会議体名 会議の名称 会議名称 会期名 nameofmeeting meetingname committee committeename 委員会 委員会名 councilname council sessionname sessiontitle meetingtitle proceedingtitle assembly title",
        "date": "date 開催日 日付 年月日 月日 開催年月日 開催月日 期日 会議日 会議年月日 会議期日 質問日 質疑日 meetingdate heldon helddate heldat questiondate committeedate sessiondate",
        "speaker": "speaker speakername speakerlabel speakerfullname speakertext 発言者 発言者名 発言者氏名 話者 話者名 話者氏名 氏 displayname personname person name by spokenby saidby",
        "role": "role 役職 役職名 肩書 肩書き 職名 職 発言者役職 発言者役職名 発言者肩書 発言者職名 発言者職 話者役職 話者役職名 話者肩書 話者職名 speakerrole speakerposition speakerpost speakeroffice speakerjob speakertitle speakertype speakerkind speakerside 発言者区分 発言者種別 position office",
        "text": "text 発言 発言内容 発言要旨 本文 発言本文 speech speechtext content body statement utterance commentbody raw rawtext fulltext transcript 発言文 発言全文 remark comment",
        "topic": "topic topictitle 議題 議題名 案件 案件名 件名 agenda agendatitle agendaitem",
        "order": "order 順番 番号 発言順 発言番号 speechorder",
    }.items()
}
"""Names of the fields of an utterance as `plain_name` writes them, in English and Japanese; the first that is there counts."""


def plain_name(field: str) -> str:
    """A field's name in small letters, without joints: speaker_name and SpeakerName are one, 発言者の役職 and 発言者役職."""
    return re.sub(r"[_\-\s]|(?<=者)の", "", field).casefold()
