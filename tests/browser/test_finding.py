"""Finding a guide: typed, ticked, shared, and gone back to."""

import re

import pytest
from playwright.sync_api import Page, expect


def send(page: Page) -> None:
    """Without JavaScript the form waits for its button."""
    if page.get_by_role("button", name="Show").is_visible():
        page.get_by_role("button", name="Show").click()


def test_someone_finds_a_guide_by_a_misspelt_word_and_what_is_at_hand(page: Page) -> None:
    page.goto("/exercises/")
    cards, status = page.locator("#results h2"), page.get_by_role("status").filter(has_text="fit")
    page.get_by_role("searchbox").fill("gluts")
    send(page)
    expect(status).to_contain_text("6 movements fit.")
    expect(cards.first).to_have_text("Glute bridge and hip thrust")
    page.get_by_text("By equipment, version or muscle").click()
    page.get_by_label("Barbell").check()
    send(page)
    expect(page.get_by_label("Barbell")).to_be_checked()
    expect(page.get_by_role("link", name="Back squat")).to_be_visible()
    page.get_by_label("Harder").check()
    send(page)
    expect(page).to_have_url(re.compile(r"\?(?=.*q=gluts)(?=.*equipment=barbell)(?=.*level=harder)"))
    expect(page.get_by_role("link", name="Bodyweight squat")).to_have_count(0)
    found = cards.all_inner_texts()
    page.reload()
    expect(cards).to_have_text(found)
    page.go_back()
    expect(page.get_by_role("link", name="Bodyweight squat")).to_be_visible()


def test_only_what_leaves_something_can_be_ticked(page: Page) -> None:
    page.goto("/exercises/?level=easier&muscle=calves")
    expect(page.get_by_label("No weights")).to_be_enabled()
    page.get_by_label("Muscle").select_option("tibialis")
    send(page)
    expect(page.get_by_label("One side at a time")).to_be_disabled()
    page.get_by_label("To start with").check()
    send(page)
    expect(page.get_by_role("link", name="Calf raise on a step")).to_be_visible()


@pytest.mark.parametrize("page", [True], indirect=True, ids=["with JavaScript"])
def test_the_keyboard_stays_where_it_was(page: Page) -> None:
    page.goto("/exercises/?level=start")
    page.get_by_label("Harder").focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("level=harder"))
    expect(page.locator("#filter-level-harder")).to_be_checked()
    expect(page.locator("#filter-level-harder")).to_be_focused()
