"""What rules are about, for `cardnews check --explain`: every rule of checking and of composing in both languages."""

from __future__ import annotations

from cardnews.messages.explaining_cards import CARDS
from cardnews.messages.explaining_composing import COMPOSING
from cardnews.messages.explaining_words import WORDS
from cardnews.messages.explanation import Explanation

EXPLANATIONS: dict[str, Explanation] = {**WORDS, **CARDS, **COMPOSING}
