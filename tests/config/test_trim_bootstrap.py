import re

import pytest
from django.test import Client

from config import trim_bootstrap
from config.trim_bootstrap import TRIMMED, WHOLE, trim

EXAMPLES = {
    "a class that a page has": (".bib{color:red}", ".bib{color:red}\n"),
    "a class that none has": (".zzz{color:red}", ""),
    "an element that none has": ("zzz>.bib{color:red}", ""),
    "an id that none has": ("#zzz .bib{color:red}", ""),
    "an attribute that none has": ('.bib[zzz="1"]{color:red}', ""),
    "one selector of three": (".zzz,.bib,.zzz .bib{color:red}", ".bib{color:red}\n"),
    "states and pseudo-elements are no names": (".bib:hover::before{color:red}", ".bib:hover::before{color:red}\n"),
    "what :not() names may be missing": (".bib:not(.zzz,.bib){color:red}", ".bib:not(.zzz,.bib){color:red}\n"),
    "what matches without names": (":root,*,::before{color:red}", ":root,*,::before{color:red}\n"),
    "a media query with some rules left": (
        "@media print{.zzz{color:red}.bib{color:red}}",
        "@media print{.bib{color:red}}\n",
    ),
    "a media query with none left": ("@media print{.zzz{color:red}}", ""),
    "order and !important": (
        ".bib{color:red!important}.zzz{top:0}.chip{top:0}",
        ".bib{color:red!important}\n.chip{top:0}\n",
    ),
    "a custom property that is read": (
        ".bib{--a:1;--b:var(--a);top:var(--b)}",
        ".bib{--a:1;--b:var(--a);top:var(--b)}\n",
    ),
    "a custom property that nothing reads": (":root{--a:1}.bib{--a:1;top:0}", ".bib{top:0}\n"),
    "a custom property whose reader goes": (":root{--a:1;--b:var(--a)}.zzz{top:var(--b)}", ""),
    "a custom property that our own CSS reads": (":root{--ours:1}", ":root{--ours:1}\n"),
}


@pytest.mark.parametrize(("css", "less"), EXAMPLES.values(), ids=EXAMPLES)
def test_what_stays(css: str, less: str) -> None:
    assert trim(css, {"bib", "chip"}, {"--ours"}) == less


def test_committed_file_fits_the_templates() -> None:
    assert TRIMMED.read_text() == trim_bootstrap.trimmed(), "run `uv run config/trim_bootstrap.py`"


def test_licence_and_version_stay() -> None:
    css = TRIMMED.read_text()
    assert re.findall(r"Bootstrap +v[\d.]+", css) == re.findall(r"Bootstrap +v[\d.]+", WHOLE.read_text())
    assert "Copyright" in css
    assert "Licensed under MIT" in css


def classes(css: str) -> set[str]:
    return set(re.findall(r"\.([a-z][\w-]*)", css))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/accounts/password/change/",
        "/accounts/email/",
        "/runs/new/",
        "/runs/import/",
        "/week/plan/import/",
        "/week/plan/races/new/",
        "/week/plan/runs/new/",
    ],
)
def test_no_class_of_bootstrap_on_a_page_lost_its_rules(address: str, client_of_runner: Client) -> None:
    """On a form as it is first shown and with its errors: there a class that is put together from pieces would show."""
    shown, refused = client_of_runner.get(address), client_of_runner.post(address, {"action_add": "1"})
    lists = re.findall(r'class="([^"]*)"', shown.text + refused.text)
    bootstrap = {name for names in lists for name in names.split()} & classes(WHOLE.read_text())
    assert {"form-control", "is-invalid", "invalid-feedback"} <= bootstrap
    assert bootstrap <= classes(TRIMMED.read_text())
