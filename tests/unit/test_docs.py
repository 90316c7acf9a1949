"""What the documents point to exists."""

import re
from pathlib import Path

import pytest
from conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
TEST_NAME = re.compile(r"`(test_\w+|Test\w+)`")


def _links(page):
    text = CODE.sub("", page.read_text())
    return [link for link in LINK.findall(text) if "://" not in link]


def _anchors(page):
    """Return the anchors of the headings, as code forges make them."""
    titles = HEADING.findall(CODE.sub("", page.read_text()))
    kept = (re.sub(r"[^\w\- ]", "", title.lower()) for title in titles)
    return {title.strip().replace(" ", "-") for title in kept}


def _shown(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=_shown)
def test_links_lead_somewhere(page):
    broken = []
    for link in _links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or anchor and anchor not in _anchors(target):
            broken.append(link)
    assert not broken


def test_every_page_about_privacy_is_in_its_contents():
    folder = ROOT / "docs" / "datenschutz"
    pages = {page.name for page in folder.glob("*.md")} - {"README.md"}
    assert pages and pages <= set(_links(folder / "README.md"))


@pytest.mark.parametrize("page", PAGES, ids=_shown)
def test_the_tests_that_are_named_exist(page):
    named = set(TEST_NAME.findall(page.read_text()))
    assert named <= _test_names()


def _test_names():
    """Return the names of all tests, of their classes and of their files."""
    names = set()
    for folder in ("tests", "integration_management/tests"):
        for path in Path(ROOT, folder).rglob("test_*.py"):
            names.add(path.stem)
            names |= set(re.findall(r"(?:def|class) (\w+)", path.read_text()))
    return names
