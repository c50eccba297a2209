from training.wording.accounts import account


def test_what_is_new_and_what_is_known() -> None:
    said = account(
        {"runs": 2, "sets": 30, "sessions": 1, "races": 1, "weekly_runs": 2}, {"runs": 1}, with_settings=False
    )
    assert said == (
        "From an account: 2 runs, 1 strength session and 3 planned runs and races. You have already: 1 run. "
        "Your settings stay as they are."
    )


def test_what_a_runner_would_not_count_is_counted_together() -> None:
    said = account({"conditions": 1, "shown_weeks": 1999}, {}, with_settings=True)
    assert said == "From an account: 2,000 other entries. Your settings become those of that account."


def test_an_account_of_settings_alone() -> None:
    said = account({"settings": 1, "calendar": 1}, {}, with_settings=True)
    assert said == "An account without training. Your settings become those of that account."
