"""Cleaning up takes what is certainly nobody's, and nothing else."""

import os
import time

import pytest

from tools import config, databases, tidy


@pytest.fixture
def dropped(monkeypatch, tmp_path):
    """Return the list of databases that were dropped; nothing really is."""
    there = ["im_aaaa_demo", "im_aaaa_test", "im_bbbb_demo", "im_cccc_demo"]
    names = []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def find(_setup, query):
        key = query.split("\\_")[1]
        return "\n".join(name for name in there if name.startswith(f"im_{key}_"))

    monkeypatch.setattr(databases, "sql", find)
    monkeypatch.setattr(databases, "drop", lambda _setup, name: names.append(name))
    return names


def checkout(key, path):
    folder = config.cache_dir() / "checkouts" / key
    folder.mkdir(parents=True)
    if path:
        (folder / "path").write_text(str(path))
    return folder


def test_databases_of_a_vanished_checkout_go(dropped, tmp_path):
    gone = checkout("aaaa", tmp_path / "gone")
    there = checkout("bbbb", tmp_path)
    unknown = checkout("cccc", None)
    tidy.tidy(None)
    assert sorted(dropped) == ["im_aaaa_demo", "im_aaaa_test"]
    assert (gone.exists(), there.exists(), unknown.exists()) == (False, True, True)


def test_the_own_checkout_is_remembered(dropped):
    tidy.tidy(None)
    path = config.checkout_dir() / "path"
    assert path.read_text() == str(config.CHECKOUT)
    assert not dropped


def test_templates_of_the_past_go(dropped):
    marks = databases.template_marks()
    for name, days in (("im_template_old", 15), ("im_template_new", 13)):
        (marks / name).touch()
        then = time.time() - days * 86400
        os.utime(marks / name, (then, then))
    tidy.tidy(None)
    assert dropped == ["im_template_old", "im_template_old_draft"]
    assert [mark.name for mark in marks.iterdir()] == ["im_template_new"]


def test_a_foreign_process_is_not_stopped(dropped, tmp_path, monkeypatch):
    """The number of a server that ended may have passed on to another program."""
    killed = []
    monkeypatch.setattr(os, "kill", lambda *args: killed.append(args))
    folder = checkout("aaaa", tmp_path / "gone")
    (folder / "demo.pid").write_text(f"{os.getpid()} 8069")
    tidy.tidy(None)
    assert not killed
