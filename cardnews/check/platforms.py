"""Where card news is published, how many pictures a post takes there, and a series that is longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from cardnews.check.deck import Deck
from cardnews.errors import Finding, finding
from cardnews.schema import Checker
from cardnews.script import Script


class Platform(Struct, frozen=True):
    """A service by its name and others for it; `most` pictures in one post, None where a series never gets there."""

    name: str
    aliases: tuple[str, ...]
    most: int | None


# What the services' apps and help pages said in 2025 and 2026. Instagram doubled its 10 in August 2024; X, Bluesky and
# Mastodon take 4, LinkedIn 2 to 20 (MultiImage posts), Threads 20, TikTok's photo mode 35, a carousel message of a
# KakaoTalk channel 2 to 6, a Pinterest carousel 2 to 5.
PLATFORMS: tuple[Platform, ...] = (
    Platform("instagram", ("인스타그램", "인스타", "insta"), 20),
    Platform("threads", ("스레드", "쓰레드"), 20),
    Platform("x", ("엑스", "트위터", "twitter"), 4),
    Platform("facebook", ("페이스북", "페북"), None),
    Platform("linkedin", ("링크드인",), 20),
    Platform("bluesky", ("블루스카이",), 4),
    Platform("mastodon", ("마스토돈",), 4),
    Platform("tiktok", ("틱톡",), 35),
    Platform("pinterest", ("핀터레스트",), 5),
    Platform("kakaotalk-message", ("카카오톡메시지", "친구톡", "브랜드메시지"), 6),
    Platform("kakaotalk", ("카카오톡", "카톡", "카카오톡채널", "kakao"), None),
    Platform("naver-blog", ("네이버블로그", "네이버", "블로그", "naver", "blog"), None),
    Platform("web", ("홈페이지", "웹", "누리집"), None),
)
_BY_NAME: Mapping[str, Platform] = {
    name: platform for platform in PLATFORMS for name in (platform.name, *platform.aliases)
}
DEFAULT = "instagram"


def platform_named(name: str) -> Platform | None:
    """The platform of that name, in either language."""
    folded = name.casefold().strip()
    return _BY_NAME.get(folded) or _BY_NAME.get(folded.replace(" ", "")) or _BY_NAME.get(folded.replace(" ", "-"))


def platforms_of(script: Script) -> tuple[str, ...]:
    """Where the cards of a script go; to Instagram where it does not say."""
    named = [found.name for value in script.platforms if (found := platform_named(value.text)) is not None]
    return tuple(dict.fromkeys(named)) if script.platforms else (DEFAULT,)


def series_too_long(deck: Deck) -> Iterator[Finding]:
    """The first card that a platform has no room for, and platforms that are none."""
    script = deck.script
    total = len(script.slides)
    checker = Checker()
    for value in script.platforms:
        if platform_named(value.text) is None:
            checker.unknown("unknown-platform", value.place, value.text, _BY_NAME)
    yield from checker.findings
    # Stories are published one by one.
    if not script.platforms and all(size.kind == "story" for size in script.sizes):
        return
    for name in platforms_of(script):
        most = _BY_NAME[name].most
        if most is not None and total > most:
            slide = script.slides[most]
            yield finding(
                "series-too-long",
                slide.place,
                slide=slide.number,
                layout=slide.layout,
                platform=name,
                most=most,
                found=total,
            )
