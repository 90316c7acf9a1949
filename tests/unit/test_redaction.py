"""What went wrong is told without what was to be written or sought."""

from logic.redaction import chain, describe, scrub_sql, traceback_without_messages


def test_literals_are_left_out():
    query = "INSERT INTO t (a, b) VALUES ('Amina', 'O''Neil', E'x\\\\''y', NULL, 5)"
    assert scrub_sql(query) == "INSERT INTO t (a, b) VALUES (?, ?, ?, NULL, 5)"
    assert scrub_sql(b"SELECT 'Zo\xc3\xab' FROM t") == "SELECT ? FROM t"


def test_a_literal_cut_off_is_left_out_too():
    assert scrub_sql("SELECT 'Ami") == "SELECT ?"


def test_an_error_is_told_by_kind():
    assert describe(ValueError("Amina")) == "ValueError"


def test_causes_are_told_by_place():
    def fail():
        try:
            raise KeyError("Amina")
        except KeyError as error:
            raise ValueError("Amina") from error

    try:
        fail()
    except ValueError as error:
        text = traceback_without_messages(error)
        assert len(chain(error)) == 2
    assert "test_redaction.py" in text
    assert text.index("KeyError") < text.index("ValueError")
    assert "\nValueError\n" in text
