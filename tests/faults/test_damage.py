from tests.faults import damage


def test_damage_is_found_or_harmless_and_a_backup_brings_all_back():
    total = damage.run(6, articles=8)
    assert total["MISSED"] == 0
    assert total["same with a backup"] == total["damages"] == 6
