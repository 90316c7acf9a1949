"""What ./dev says to people whose machine lacks something."""

import pytest

from tools import config, odoo_source, system
from tools.console import Problem


@pytest.fixture
def lacking(monkeypatch, tmp_path):
    """Pretend that two packages are missing and record what would be installed."""
    packages = {
        "postgresql": lambda: False,
        "chromium": lambda: True,
        "poppler-utils": lambda: False,
    }
    installed = []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(system, "PACKAGES", packages)
    monkeypatch.setattr(system, "_install", installed.extend)
    return installed


def test_an_ordinary_user_gets_the_one_line(lacking, monkeypatch):
    monkeypatch.setattr(config, "is_root", lambda: False)
    with pytest.raises(Problem) as caught:
        system.ensure_packages()
    assert caught.value.what == "Missing on this machine: postgresql, poppler-utils."
    assert caught.value.remedy == (
        "As root: apt-get update && apt-get install --no-install-recommends "
        "postgresql poppler-utils"
    )
    assert not lacking


def test_root_installs_what_is_missing_only(lacking, monkeypatch):
    monkeypatch.setattr(config, "is_root", lambda: True)
    system.ensure_packages()
    assert lacking == ["postgresql", "poppler-utils"]


def test_a_complete_machine_is_left_alone(lacking, monkeypatch):
    monkeypatch.setattr(system, "PACKAGES", {"chromium": lambda: True})
    system.ensure_packages()
    assert not lacking


def test_given_postgresql_needs_no_server_here(monkeypatch):
    monkeypatch.setenv("PGHOST", "elsewhere")
    monkeypatch.setattr(system, "_has", lambda *names: "psql" in names)
    assert system._has_postgresql()


@pytest.mark.parametrize("given", ["", "odoo", "addons/.."])
def test_odoo_path_may_name_the_package_or_its_parent(given, tmp_path, monkeypatch):
    (tmp_path / "odoo").mkdir()
    (tmp_path / "addons" / "web").mkdir(parents=True)
    release = tmp_path / "odoo" / "release.py"
    release.write_text("version_info = (19, 0, 0, FINAL, 0, '')")
    monkeypatch.setenv("ODOO_PATH", str(tmp_path / given))
    found = odoo_source.find_odoo()
    assert found.root == tmp_path
    assert found.addons == (tmp_path / "addons", tmp_path / "odoo" / "addons")


@pytest.mark.parametrize("version", ["(18, 0, 0)", "(20, 0, 0)"])
def test_another_odoo_is_refused(version, tmp_path, monkeypatch):
    (tmp_path / "odoo").mkdir()
    (tmp_path / "odoo" / "release.py").write_text(f"version_info = {version}")
    monkeypatch.setenv("ODOO_PATH", str(tmp_path))
    with pytest.raises(Problem, match="not an Odoo 19"):
        odoo_source.find_odoo()


def test_an_empty_odoo_path_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("ODOO_PATH", str(tmp_path))
    with pytest.raises(Problem, match="holds no Odoo"):
        odoo_source.find_odoo()
