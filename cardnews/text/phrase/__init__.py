"""What a line break costs at a gap between two eojeol: closed word classes, endings, one table of small named rules."""

from cardnews.text.phrase.cost import gap_cost, gap_label
from cardnews.text.phrase.rules import GAP_RULES, Gap, GapRule

__all__ = ["GAP_RULES", "Gap", "GapRule", "gap_cost", "gap_label"]
