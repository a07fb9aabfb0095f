"""Numbers as people write them: what they come to, and what is no number."""

from __future__ import annotations

import pytest

from cardnews.amount import Amount, parse_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,234", Amount(1234)),
        ("62%", Amount(62, "%")),
        ("==62%==", Amount(62, "%")),
        ("**3만**", Amount(30_000)),
        ("3만 5천", Amount(35_000)),
        ("3천만 원", Amount(30_000_000, "원")),
        ("1천200만 원", Amount(12_000_000, "원")),
        ("3천5백만", Amount(35_000_000)),
        ("3천 5백만 원", Amount(35_000_000, "원")),
        ("2억 3천5백만 원", Amount(235_000_000, "원")),
        ("1조 2천억 3만", Amount(1_200_000_030_000)),
        ("2천 5백 명", Amount(2500, "명")),
        ("약 1조 2,000억 원", Amount(1_200_000_000_000, "원")),
        ("-3", Amount(-3)),
        ("△12.5%", Amount(-12.5, "%")),
        ("31명", Amount(31, "명")),
        ("2.5배", Amount(2.5, "배")),
        ("0", Amount(0)),
    ],
)
def test_numbers(text: str, amount: Amount) -> None:
    assert parse_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    ["", "없음", "3월 5일", "10 20", "1,23", "5/31", "오후 3시", "1만 2만", "3백 5천만", "1천2000만", "3*4", "서른 명"],
)
def test_words_and_dates_are_no_numbers(text: str) -> None:
    assert parse_amount(text) is None


def test_only_percentages_are_shares() -> None:
    shares = [amount.is_share for text in ("62%", "62％", "62퍼센트", "62", "62명") if (amount := parse_amount(text))]
    assert shares == [True, True, True, False, False]
