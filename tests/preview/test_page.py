"""The page in a real Chromium: what follows a save, what the switches do, and whether everybody can use it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from preview.conftest import SHORT
from preview.served import AXE, ROOT, Browser, Served

VIEWS = ("carousel", "sheet", "profile", "sizes", "layouts")
_BASE = "document.querySelectorAll('#stage .card img')"


def base(served: Served) -> str:
    return served.url.partition("?")[0].removesuffix("/layouts").removesuffix("/")


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Browser]:
    """The carousel with all its cards."""
    browser.resize(1440, 900)
    browser.open("about:blank")
    browser.open(served.url)
    browser.script("localStorage.clear()")
    browser.open("about:blank")
    browser.open(base(served) + "/")
    browser.wait_for_cards(10)
    browser.complaints()
    yield browser
    assert browser.complaints() == []


def pictures(browser: Browser) -> list[str]:
    found: list[str] = browser.script(f"return [...{_BASE}].map((one) => one.src)")
    return found


def test_a_save_exchanges_the_changed_card_alone_and_keeps_the_place(page: Browser, served: Served) -> None:
    page.script("document.querySelector('.turn.on').click(); document.querySelector('.turn.on').click()")
    page.wait("document.querySelector('.counter').textContent === '3/10'")
    page.resize(1440, 600)
    page.script("scrollTo(0, 40)")
    page.script(f"window.before = [...{_BASE}]; window.left = document.querySelector('.strip').scrollLeft")
    served.script.write_text(served.script.read_text("utf-8").replace("하나요?", "할까요?", 1), "utf-8")
    page.wait(f"[...{_BASE}].some((one, index) => one !== window.before[index])")
    same = page.script(f"return [...{_BASE}].map((one, index) => one === window.before[index])")
    assert same == [True, True, False] + [True] * 7
    assert page.script("return [scrollY, document.querySelector('.strip').scrollLeft === window.left]") == [40, True]
    assert page.script("return document.querySelector('.counter').textContent") == "3/10"
    assert "할까요" in page.script(f"return {_BASE}[2].alt")


def test_a_mistake_leaves_the_last_good_card_with_the_reason_on_top(page: Browser, served: Served) -> None:
    before = pictures(page)
    good = served.script.read_text("utf-8")
    served.script.write_text(good.replace("speaker:", "speeker:", 1), "utf-8")
    page.wait("document.querySelector('#broken .what')")
    assert "speeker" in page.script("return document.querySelector('#broken').innerText")
    assert page.script("return document.querySelector('#broken .excerpt mark').textContent") == "speeker"
    assert page.script(
        "return [...document.querySelectorAll('.card')].map((one) => one.classList.contains('stale'))"
    ) == [number == 2 for number in range(10)]
    assert pictures(page) == before
    served.script.write_text(good, "utf-8")
    page.wait("!document.querySelector('#broken') && !document.querySelector('.stale')")


def test_a_script_may_go_and_come_back(page: Browser, served: Served) -> None:
    before = pictures(page)
    good = served.script.read_text("utf-8")
    served.script.unlink()
    page.wait("document.querySelectorAll('.stale').length === 10")
    assert pictures(page) == before
    aside = served.script.with_suffix(".new")
    aside.write_text(good.replace("하나요?", "한대요?", 1), "utf-8")
    aside.replace(served.script)
    page.wait("!document.querySelector('.stale') && !document.querySelector('#broken')")
    page.wait(f"{_BASE}[2].alt.includes('한대요')")


def test_of_many_saves_the_last_is_shown(page: Browser, served: Served) -> None:
    good = served.script.read_text("utf-8")
    for number in range(60):
        served.script.write_text(good.replace("하나요?", f"하나요 {number}?", 1), "utf-8")
    page.wait(f"{_BASE}[2].alt.includes('하나요 59?')")


def test_themes_layouts_and_pictures_are_followed(browser: Browser, script: Path) -> None:
    Image.new("RGB", (300, 300), "navy").save(script.parent / "town.png")
    (script.parent / "themes").mkdir()
    theme = script.parent / "themes" / "mine.yaml"
    text = (ROOT / "layouts" / "themes" / "hope.yaml").read_text("utf-8")
    theme.write_text(text, "utf-8")
    script.write_text("theme: mine\n" + SHORT.replace("    title:", "    photo: town.png\n    title:", 1), "utf-8")
    with Served(script) as served:
        browser.open(served.url)
        browser.wait_for_cards(3)
        before = pictures(browser)
        Image.new("RGB", (300, 300), "olive").save(script.parent / "town.png")
        browser.wait(f"{_BASE}[0].src !== arguments[0]", before[0])
        assert pictures(browser)[1:] == before[1:]
        theme.write_text(text.replace("#0E4A3B", "#0E4A5B").replace("#FFDDCB", "#FFDDDD"), "utf-8")
        browser.wait(f"[1, 2].every((index) => {_BASE}[index].src !== arguments[0][index])", before)
        (script.parent / "layouts").mkdir()
        layout = (ROOT / "layouts" / "statement.yaml").read_text("utf-8")
        (script.parent / "layouts" / "shout.yaml").write_text(layout.replace("plain: text\n", ""), "utf-8")
        script.write_text(script.read_text("utf-8") + "  - layout: shout\n    text: 여기예요\n", "utf-8")
        browser.wait_for_cards(4)
        browser.open(base(served) + "/layouts")
        browser.wait("document.querySelector('#layout-shout img')")


def test_two_scripts_in_one_folder_do_not_mind_each_other(browser: Browser, script: Path) -> None:
    other = script.with_name("other.yaml")
    other.write_text(SHORT, "utf-8")
    with Served(script) as one, Served(other) as two:
        browser.open(one.url)
        browser.wait_for_cards(3)
        version = "performance.getEntriesByName('card').at(-1)?.detail.version"
        browser.wait(f"{version} !== undefined")
        before = pictures(browser)
        other.write_text(SHORT.replace("벤치", "의자"), "utf-8")
        assert "의자" in two.ask("/script.txt")[2].decode() or _until(
            lambda: "의자" in two.ask("/script.txt")[2].decode()
        )
        assert pictures(browser) == before
        assert browser.script(f"return {version}") == 0
        script.write_text(SHORT.replace("벤치", "평상"), "utf-8")
        browser.wait(f"{_BASE}[1].alt.includes('평상')")


@pytest.mark.parametrize("text", [None, "", "slides: []\n"])
def test_a_first_state_without_a_card_says_why_in_every_view(
    browser: Browser, tmp_path: Path, text: str | None
) -> None:
    path = tmp_path / "script.yaml"
    path.write_text(text or "", "utf-8")
    with Served(path) as served:
        if text is None:
            path.unlink()
        browser.open(served.url)
        for view in ("", "sheet", "profile", "sizes"):
            browser.open(f"{base(served)}/{view}")
            browser.wait("document.querySelector('#findings .error')")
            assert "카드를 만들고 있습니다" not in browser.script("return document.body.innerText")
        path.write_text(SHORT, "utf-8")
        browser.open(base(served) + "/")
        browser.wait_for_cards(3)
    browser.complaints()


def _until(true: object) -> bool:
    import time

    assert callable(true)
    for _ in range(200):
        if true():
            return True
        time.sleep(0.05)
    return False


def test_a_picture_that_is_damaged_is_said_and_may_be_mended(browser: Browser, script: Path) -> None:
    town = script.parent / "town.png"
    Image.effect_noise((300, 300), 60).save(town)
    whole = town.read_bytes()
    script.write_text(SHORT.replace("    title:", "    photo: town.png\n    title:", 1), "utf-8")
    with Served(script) as served:
        browser.open(served.url)
        browser.wait_for_cards(3)
        before = pictures(browser)
        town.write_bytes(whole[:2000])
        browser.wait("document.querySelector('#findings .error')?.textContent.includes('town.png')")
        browser.wait("document.querySelectorAll('.card')[0].classList.contains('stale')")
        assert pictures(browser) == before
        town.write_bytes(whole)
        browser.wait("!document.querySelector('.stale') && !document.querySelector('#findings .error')")
        assert pictures(browser) == before
    browser.complaints()


# -- looking around ------------------------------------------------------------------------------------------------


def test_keys_and_swipes_turn_the_cards(page: Browser) -> None:
    from selenium.webdriver.common.keys import Keys

    body = page.driver.find_element("tag name", "body")
    counter = "document.querySelector('.counter').textContent"
    for key, shown in ((Keys.ARROW_RIGHT, "2/10"), (Keys.END, "10/10"), (Keys.ARROW_LEFT, "9/10"), (Keys.HOME, "1/10")):
        body.send_keys(key)
        page.wait(f"{counter} === arguments[0]", shown)
    page.swipe(600, 400, -320)
    page.wait(f"{counter} === '2/10'")
    assert page.script("return location.hash") == "#2"


def test_a_click_shows_and_copies_the_place_in_the_script(page: Browser, served: Served) -> None:
    page.driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": base(served)},
    )
    page.open(base(served) + "/sheet")
    page.wait_for_cards(10)
    page.script("document.querySelectorAll('.card')[2].click()")
    page.wait("document.querySelector('#source .now')?.textContent.includes('layout: bubble')")
    line = served.script.read_text("utf-8").split("\n").index("  - layout: bubble") + 1
    assert page.script("return document.querySelector('#source .now').value") == line
    page.wait("document.querySelector('#told').textContent.includes(arguments[0])", f"{served.script}:{line}")
    page.driver.set_script_timeout(5)
    copied = page.driver.execute_async_script(
        "navigator.clipboard.readText().then(arguments[0], (e) => arguments[0](String(e)))"
    )
    assert copied == f"{served.script}:{line}"


def test_findings_stand_beside_the_cards_and_lead_to_their_lines(page: Browser, served: Served) -> None:
    good = served.script.read_text("utf-8")
    served.script.write_text(good.replace("layout: prompt", "layout: promt"), "utf-8")
    page.wait("document.querySelector('#findings .finding.error')")
    assert "promt" in page.script("return document.querySelector('#findings').innerText")
    page.script("document.querySelector('#findings .finding').click()")
    page.wait("document.querySelector('.counter').textContent === '9/10'")
    line = next(number for number, text in enumerate(good.split("\n"), 1) if "layout: prompt" in text)
    page.wait("document.querySelector('#source .now')?.value === arguments[0]", line)
    page.script("document.querySelector('.turn.back').click(); document.querySelector('#here').click()")
    page.wait("document.querySelector('#findings .hint')")


def test_sizes_and_themes_are_switched_in_the_page(page: Browser, served: Served) -> None:
    choose = (
        "const select = document.getElementById(arguments[0]); select.value = arguments[1];"
        "select.dispatchEvent(new Event('change'))"
    )
    before = pictures(page)
    page.script(choose, "size", "story")
    page.wait(f"[...{_BASE}].every((one) => one.naturalHeight === 1920)")
    assert page.script("return location.search") == "?size=story"
    page.script(choose, "size", "")
    page.wait(f"JSON.stringify([...{_BASE}].map((one) => one.src)) === arguments[0]", _json(before))
    page.script(choose, "theme", "hope")
    page.wait("location.search === '?theme=hope'")
    page.wait(f"{_BASE}.length === 10")


def _json(values: list[str]) -> str:
    import json

    return json.dumps(values, separators=(",", ":"))


def test_all_sizes_of_a_slide_stand_side_by_side(page: Browser, served: Served) -> None:
    page.open(base(served) + "/sizes#2")
    page.wait_for_cards(5)
    # A place in the row may still show the size that stood there before its neighbors came.
    shapes = f"[...{_BASE}].map((one) => [one.naturalWidth, one.naturalHeight].join('x'))"
    page.wait(f"new Set({shapes}).size === 5")
    found = page.script(f"return {shapes}")
    assert sorted(found) == ["1080x1080", "1080x1350", "1080x1440", "1080x1920", "1200x630"]
    words = page.script(f"return {_BASE}[0].alt")
    page.script("document.querySelector('.turn.on').click()")
    page.wait(f"{_BASE}[0].alt !== arguments[0]", words)


def test_what_lies_under_a_card_can_be_drawn_over_it(page: Browser) -> None:
    for name, drawn in (
        ("boxes", ".box"),
        ("baselines", ".baseline"),
        ("zones", ".zone"),
        ("sizes", ".size"),
        ("breaks", ".break"),
    ):
        page.script(
            "document.querySelectorAll('#mark-list input')[arguments[0]].click()",
            ["boxes", "baselines", "zones", "sizes", "breaks"].index(name),
        )
        page.wait(f"document.querySelectorAll('li:nth-child(3) .marks {drawn}').length")
    assert "117px" in page.script("return document.querySelector('li:nth-child(3) .marks').textContent") or page.script(
        "return /\\d+px/.test(document.querySelector('li:nth-child(3) .marks').textContent)"
    )
    page.script("document.querySelectorAll('#mark-list input').forEach((one) => one.click())")
    page.wait("!document.querySelector('.marks')")


def test_the_profile_crops_as_the_platform_does(page: Browser, served: Served) -> None:
    page.open(base(served) + "/profile")
    page.wait_for_cards(10)
    shape = "((box) => box.width / box.height)(document.querySelector('.posts .card').getBoundingClientRect())"
    assert abs(page.script(f"return {shape}") - 3 / 4) < 0.01
    assert len(
        set(page.script("return [...document.querySelectorAll('.posts .card')].map((one) => one.offsetLeft)"))
    ) in (1, 3)
    page.script("document.querySelectorAll('.beside button')[1].click()")
    page.wait(f"Math.abs({shape} - 1) < 0.01")


def test_layouts_are_shown_without_a_script(browser: Browser, tmp_path: Path) -> None:
    with Served(None, cwd=tmp_path, language="en") as served:
        browser.open(served.url)
        browser.wait_for_cards(4)
        names = sorted(path.stem for path in (ROOT / "layouts").glob("*.yaml"))
        assert browser.script("return [...document.querySelectorAll('.layout')].map((one) => one.id)") == [
            f"layout-{name}" for name in names
        ]
        assert browser.script("return document.querySelectorAll('#views a').length") == 1
        assert browser.script("return document.documentElement.lang") == "en"
        snippet = browser.script("return document.querySelector('#layout-cover .snippet code').textContent")
        assert snippet.startswith("  - layout: cover\n    title:")
        assert "required" in browser.script("return document.querySelector('#layout-cover table').innerText")
        assert served.ask("/script.txt")[2] == b""


def test_the_page_speaks_both_languages(page: Browser, served: Served) -> None:
    assert page.script("return document.documentElement.lang") == "ko"
    page.script("document.getElementById('english').click()")
    page.wait("document.documentElement.lang === 'en' && document.querySelectorAll('#stage .card img').length === 10")
    assert page.script("return [...document.querySelectorAll('#views a')].map((one) => one.textContent)") == [
        "Swipe", "Overview", "Profile", "Sizes", "Layouts",
    ]  # fmt: skip
    page.script("document.querySelectorAll('#views a')[1].click()")
    assert "lang=en" in page.script("return location.search")


def test_the_end_of_the_preview_is_said(browser: Browser, script: Path) -> None:
    with Served(script) as served:
        browser.open(served.url)
        browser.wait_for_cards(3)
        assert "token" not in browser.script("return location.href")
        assert served.end() == (0, "")
        browser.wait("!document.getElementById('lost').hidden")
        assert browser.script(f"return {_BASE}.length") == 3


# -- for everybody -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(browser: Browser, served: Served, view: str) -> None:
    if not AXE.is_file():
        pytest.skip(f"axe-core is not at {AXE} (npm install --prefix ~/.cache/cardnews axe-core)")
    code = AXE.read_text("utf-8")
    good = served.script.read_text("utf-8")
    browser.open(served.url)
    browser.script("localStorage.clear(); localStorage.setItem('cardnews-marks', JSON.stringify(['boxes', 'sizes']))")
    found: list[str] = []
    for tone in ("light", "dark"):
        for width in (1440, 390):
            browser.resize(width, 844)
            browser.emulate(prefers_color_scheme=tone, prefers_reduced_motion="reduce")
            for text in (good, good.replace("speaker:", "speeker:", 1)):
                served.script.write_text(text, "utf-8")
                browser.open("about:blank")
                browser.open(f"{base(served)}/{view}")
                browser.wait_for_cards(3)
                if text != good and view not in ("layouts", "sizes"):
                    browser.wait("document.querySelector('#broken')")
                browser.script("document.querySelectorAll('details').forEach((one) => (one.open = true))")
                browser.script(code)
                browser.driver.set_script_timeout(60)
                result = browser.driver.execute_async_script(
                    "axe.run().then((found) => arguments[0](found.violations))"
                )
                found += [
                    f"{tone} {width}: {one['id']}: {node['target']} {node['failureSummary'][:300]}"
                    for one in result
                    for node in one["nodes"]
                ]
    browser.emulate(prefers_reduced_motion="reduce")
    browser.resize(1440, 900)
    assert found == []


def test_everything_can_be_reached_by_the_keyboard_in_reading_order(page: Browser) -> None:
    from selenium.webdriver.common.keys import Keys

    page.script("document.activeElement.blur()")
    reached: list[str] = []
    for _ in range(40):
        page.driver.switch_to.active_element.send_keys(Keys.TAB)
        reached.append(
            page.script(
                "const one = document.activeElement;"
                "return one.id || one.className || one.getAttribute('href') || one.tagName"
            )
        )
    order = ["skip", "theme", "size", "card", "turn on", "all", "here", "source"]
    places = [reached.index(name) for name in order]
    assert places == sorted(places), reached


# -- taking along --------------------------------------------------------------------------------------------------


def test_downloads_are_what_render_makes(served: Served, tmp_path: Path) -> None:
    from io import BytesIO
    from zipfile import ZipFile

    import cardnews

    made = cardnews.render(served.script, tmp_path / "out")
    status, headers, body = served.ask("/cards.zip?look=script::")
    assert status == 200
    assert headers["content-disposition"] == 'attachment; filename="cards.zip"'
    with ZipFile(BytesIO(body)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [path.name for path in made.cards]
        assert [archive.read(path.name) for path in made.cards] == [path.read_bytes() for path in made.cards]


def test_the_links_to_save_name_the_card_and_the_set(page: Browser, served: Served) -> None:
    page.script("document.querySelector('.turn.on').click()")
    page.wait("document.getElementById('save-card').download === '02.png'")
    link = page.script("return document.getElementById('save-card').getAttribute('href')")
    status, headers, body = served.ask(link)
    assert (status, headers["content-type"], body[:4]) == (200, "image/png", b"\x89PNG")
    assert page.script("return document.getElementById('save-set').textContent") == "카드 모두 (ZIP)"
