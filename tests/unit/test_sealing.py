from logic.sealing import canonical, fingerprint


def test_invisible_differences_do_not_count():
    assert canonical("  Für\r\nalle \n") == "Für\nalle"
    assert fingerprint("Für\r\nalle ") == fingerprint("Fu\u0308r\nalle")


def test_every_letter_counts():
    assert fingerprint("freiwillig") != fingerprint("Freiwillig")
    assert fingerprint("a", "b") != fingerprint("ab", "")
    assert fingerprint("a", "b") != fingerprint("b", "a")


def test_known_value():
    """Fixes the algorithm: another one would make all stored values worthless."""
    expected = "cd2961eefc785d5daa903029889815b656b56e87d8bde50187c627e42657d19d"
    assert fingerprint("Titel", None) == expected


def test_missing_text_is_empty_text():
    assert fingerprint(None) == fingerprint("")
