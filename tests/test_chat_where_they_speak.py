"""Who names a member asks of the records in which he speaks: there it is looked for, and among so much it may be found by chance."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_store import ConceptEncoder, put, quotes

from chat.service import Service
from chat.settings import Settings
from corpus.store import Store
from corpus.types import Speaker
from retriever.search import Searcher
from retriever.types import Filter

ENCODER = ConceptEncoder((("条例", "きまり"), ("井戸",), ("街灯",)))
SAID = "北海道では、雪捨て場の条例を2019年に設けました。本市でも井戸の条例が要るのではありませんか。"


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """A town where 石川議員 speaks of 北海道, of which there are minutes too, without him."""
    store = Store.open(tmp_path)
    service = Service(store, Searcher(store, ENCODER), Settings(store=tmp_path))
    put(service, "a", [("", SAID, "研究いたします。"), ("", "街灯を伺います。", "増やします。")], "青山市")
    others = [("", "雪を伺います。", "雪捨て場の条例はありません。")]
    put(service, "b", others, "北海道", member=Speaker("大沢", "", "member"))
    return service


def test_another_place_of_which_a_member_speaks_is_not_where_to_look(service: Service) -> None:
    """The place's own minutes do not have him."""
    answer = service.ask("石川議員は、北海道が雪捨て場の条例を何年に設けたと述べましたか。")
    assert "雪捨て場の条例を2019年に設けました。" in quotes(answer)
    assert answer.filters.towns == ()


def test_the_place_where_a_member_speaks_stays_where_to_look(service: Service) -> None:
    """The same name may be a member's elsewhere."""
    put(service, "c", [("", "赤石市の井戸の条例はどうですか。", "ありません。")], "赤石市")
    assert service.ask("青山市の石川議員は、条例について何と述べましたか。").filters.towns == ("青山市",)


def test_it_is_counted_in_how_many_exchanges_somebody_of_a_name_speaks(service: Service) -> None:
    """By a part of the name as the record prints it, in all records and in those of a town."""
    counted = service.searcher.spoken_by
    assert (counted("石川"), counted("石川", Filter(towns=("青山市",)))) == (2, 2)
    assert (counted("石川", Filter(towns=("赤石市",))), counted("大沢"), counted("")) == (0, 1, 0)


def test_what_a_member_says_is_not_taken_for_chance_among_all_that_others_say(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Among many passages something is always alike; among his own few it is not."""
    monkeypatch.setattr(service.store, "passages_in", lambda filters: 90_000)
    matter = "冬の雪捨て場のきまりと除雪や融雪の費用の分担をどう考えていますか。"
    assert service.read(f"石川議員は、{matter}")[0].features.chance == 0
    assert service.read(f"議員は、{matter}")[0].features.chance > 1
