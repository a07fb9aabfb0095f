"""A deck: a script read and composed as often as it changes, with the last good card kept for each slide."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec.structs import replace

from cardnews.assets import Stamp, stamp_of
from cardnews.compose.frame import Frame
from cardnews.compose.memo import Memo, picture_stamps
from cardnews.compose.series import Composed
from cardnews.compose.sound import answer, compose_sound
from cardnews.errors import CardnewsError, Finding, Severity, sort_findings
from cardnews.export.fingerprint import fingerprint
from cardnews.library import Shelf
from cardnews.messages.reading import READER
from cardnews.preview.origin import FileOrigin, Origin, slides_said
from cardnews.preview.view import Shown, Snapshot, View, counterparts
from cardnews.script import SIZES, Script, Size, Slide, parse_size
from cardnews.theme import Theme

_MOST_VIEWS = 24


class Deck:
    """One origin and what became of it. Not for several threads at a time."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.shelf = Shelf(origin.folder)
        self.version = 0
        self.script, self.text = origin.read(self.shelf, patient=False)
        self.said = tuple(slides_said(self.script, self.text))
        self._stamp = self._stamped()
        self._pictures = self._pictures_of(self.script)
        self._sound: tuple[Script, tuple[str, ...]] | None = None
        self._composed: dict[View, Composed] = {}
        self._memos: dict[View, Memo] = {}
        self._snapshots: dict[View, Snapshot] = {}
        self._before: dict[View, tuple[Shown, ...]] = {}
        self._unpaintable: dict[str, tuple[Finding, ...]] = {}
        self._checked: dict[View, tuple[Finding, ...]] = {}
        self._note_sound()

    @property
    def themes(self) -> tuple[str, ...]:
        return self.shelf.names("theme")

    @property
    def sizes(self) -> tuple[str, ...]:
        """The script's own, then the named ones."""
        return tuple(dict.fromkeys((*(size.name for size in self.script.sizes), *SIZES)))

    def is_stale(self) -> bool:
        """Whether the file, or a slide or picture that it names, is another than the one that was read last."""
        included = any(stamp_of(path) != stamp for path, stamp in self.script.included)
        return self._stamped() != self._stamp or included or self._pictures_of(self.script) != self._pictures

    def reread(self, *, fresh: bool, forced: bool) -> bool:
        """Read again, layouts and themes too where `fresh`; whether anything is new, which `forced` says it is."""
        if fresh:
            self.shelf = self.shelf.renewed()
        if fresh or forced:
            self._memos.clear()
        self._stamp = self._stamped()
        had = self._sound is not None
        script, text = self.origin.read(self.shelf, patient=had)
        # Pictures may lie where nothing tells of their changes: deep, under an unusual name, on another machine.
        pictures, had_pictures = self._pictures_of(script), self._pictures
        self._pictures = pictures
        files = (script.included, pictures) == (self.script.included, had_pictures)
        same = text == self.text and script.findings == self.script.findings and files
        if same and not (fresh or forced):
            return False
        self.version += 1
        self.script, self.text = script, text
        self.said = tuple(slides_said(script, text))
        for view, snapshot in self._snapshots.items():
            self._before[view] = tuple(card for card in snapshot.cards if card.key not in self._unpaintable)
        self._snapshots.clear()
        self._composed.clear()
        self._checked.clear()
        self._unpaintable.clear()
        self._note_sound()
        return True

    def keep(self, views: Collection[View]) -> None:
        """Forget all views but these."""
        for kept in (self._composed, self._memos, self._snapshots, self._before, self._checked):
            for view in [view for view in kept if view not in views]:
                del kept[view]

    def snapshot(self, view: View) -> Snapshot:
        """The deck as it is now, in one size and theme."""
        found = self._snapshots.get(view)
        if found is None:
            if len(self._snapshots) >= _MOST_VIEWS:
                self.keep(tuple(self._snapshots)[1:])
            try:
                found = self._settled(view)
            except Exception as error:
                # A mistake of cardnews: said in the page, until the next save.
                theme = view.theme or self.script.theme
                found = Snapshot(
                    view, self.version, self.script, self._size(view), theme, (), answer(error), whole=False
                )
            self._snapshots[view] = found
        return found

    def shown(self) -> dict[View, Snapshot]:
        """The views that have been asked for since the deck changed."""
        return dict(self._snapshots)

    def frame(self, key: str) -> Frame | None:
        """The Frame whose picture goes by that name, if a view shows it."""
        for snapshot in self.shown().values():
            for card in snapshot.cards:
                if card.key == key:
                    return card.frame
        return None

    def unpaintable(self, key: str, findings: Iterable[Finding]) -> tuple[View, ...]:
        """Note that a picture could not be painted; the views that show it, for which there is a new snapshot."""
        self._unpaintable[key] = tuple(findings)
        views = [view for view, shown in self._snapshots.items() if any(card.key == key for card in shown.cards)]
        for view in views:
            del self._snapshots[view]
        return tuple(views)

    def check(self, view: View) -> Snapshot:
        """The snapshot with what the checks say that need no pixels."""
        from cardnews.check.run import check

        snapshot = self.snapshot(view)
        if view in self._checked or not self.script.slides or self.origin.path is None:
            return snapshot
        try:
            found = check(
                self.script,
                sizes=[snapshot.size.name],
                theme=view.theme or None,
                ignore=["stale-output"],
                pixels=False,
            ).findings
        except CardnewsError:
            # Raised where the theme in the page is gone, or the like: composing says so.
            return snapshot
        except Exception as error:
            found = (*snapshot.findings, *answer(error))
        self._checked[view] = found
        self._snapshots[view] = replace(snapshot, findings=self._findings(view, ()))
        return self._snapshots[view]

    def _stamped(self) -> tuple[int, ...]:
        return self.origin.stamp() if isinstance(self.origin, FileOrigin) else ()

    def _pictures_of(self, script: Script) -> tuple[tuple[Path, Stamp], ...]:
        """The pictures of the slides, and the logos of the themes that the script names."""
        found: list[tuple[Path, Stamp]] = []
        for slide in script.slides:
            theme: Theme | None = None
            with suppress(CardnewsError):
                theme = self.shelf.theme(slide.theme or script.theme)
            found.extend(picture_stamps(slide.fields.values(), theme))
        return tuple(found)

    def _note_sound(self) -> None:
        if self.script.slides and not any(slide.broken for slide in self.script.slides) and not self._lost():
            self._sound = self.script, self.said

    def _lost(self) -> bool:
        """Whether the script is broken as YAML, or as a whole: slides may be missing then."""
        errors = (item for item in self.script.findings if item.severity is Severity.ERROR)
        return any(item.slide is None or item.rule in READER for item in errors)

    def _size(self, view: View) -> Size:
        return parse_size(view.size) or next(iter(self.script.sizes), Size("portrait", *SIZES["portrait"]))

    def _settled(self, view: View) -> Snapshot:
        size = self._size(view)
        composed = self._composed.get(view)
        if composed is None:
            memo = self._memos.setdefault(view, Memo())
            composed = compose_sound(self.script, size, theme=view.theme or None, shelf=self.shelf, memo=memo)
            self._composed[view] = composed
        before = self._last_good(view, size, composed)
        cards = self._cards(composed, before)
        script = self.script if self.script.slides or self._sound is None else self._sound[0]
        findings = self._findings(view, (*self.script.findings, *composed.findings))
        theme = view.theme or script.theme
        return Snapshot(view, self.version, script, size, theme, cards, findings, script is self.script)

    def _cards(self, composed: Composed, before: tuple[Shown, ...]) -> tuple[Shown, ...]:
        """A card for each slide: today's, else the last good one, else none."""
        if self._lost() and len(composed.slides) < len(before):
            return tuple(replace(card, stale=True) for card in before)
        planned = _planned(self.script, self.said, composed)
        frames = {frame.number: frame for frame in composed.frames}
        known = {id(card.frame): card for card in before}
        good: dict[int, Shown] = {}
        for number, (slide, said) in enumerate(planned, 1):
            frame = frames.get(number)
            if frame is not None:
                same = known.get(id(frame))
                card = (
                    _shown(number, slide, said, frame)
                    if same is None
                    else replace(same, number=number, slide=slide, said=said, stale=False)
                )
                if card.key not in self._unpaintable:
                    good[number] = card
        words = [said for _, said in planned]
        was = counterparts([card.said for card in before], words) if len(good) < len(planned) else {}
        cards: list[Shown] = []
        for index, (slide, said) in enumerate(planned):
            if index + 1 in good:
                cards.append(good[index + 1])
            elif index in was:
                cards.append(replace(before[was[index]], number=index + 1, slide=slide, said=said, stale=True))
            else:
                cards.append(Shown(index + 1, slide, said, stale=True))
        return tuple(cards)

    def _last_good(self, view: View, size: Size, composed: Composed) -> tuple[Shown, ...]:
        if view in self._before:
            return self._before[view]
        if self._sound is None or self._sound[0] is self.script or not (composed.failed or self._lost()):
            return ()
        # The page asks for a size or theme that it has not shown since the script broke.
        script, said = self._sound
        composed = compose_sound(script, size, theme=view.theme or None, shelf=self.shelf)
        frames = {frame.number: frame for frame in composed.frames}
        planned = enumerate(_planned(script, said, composed), 1)
        shown = (_shown(number, slide, words, frames.get(number)) for number, (slide, words) in planned)
        self._before[view] = tuple(shown)
        return self._before[view]

    def _findings(self, view: View, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """What the checks said, else what was `found`, and what painting said."""
        painted = [item for findings in self._unpaintable.values() for item in findings]
        return sort_findings([*self._checked.get(view, found), *painted])


def _planned(script: Script, said: Sequence[str], composed: Composed) -> list[tuple[Slide, str]]:
    """The slide of each card, and what the script says of it."""
    numbers = composed.slides or tuple(slide.number for slide in script.slides)
    return [(script.slides[number - 1], said[number - 1]) for number in numbers]


def _shown(number: int, slide: Slide, said: str, frame: Frame | None) -> Shown:
    if frame is None:
        return Shown(number, slide, said, stale=True)
    key = fingerprint(frame)
    return Shown(number, slide, said, frame, key, f"{key[:16]}-{hash(frame.slots) & 0xFFFFFFFF:08x}")
