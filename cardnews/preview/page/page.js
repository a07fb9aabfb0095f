// The page: its views, its switches, and what follows from a save.

import { carousel } from "./carousel.js";
import { el, find, language, t, views } from "./dom.js";
import { profile, sheet, sizes } from "./grids.js";
import { layouts } from "./layouts.js";
import { MARKS } from "./marks.js";
import { showFindings, showPlace, told } from "./side.js";
import { addressOf, choose, current, follow, look, mark, state, watch } from "./state.js";

const SIZES = ["portrait", "square", "tall", "story", "wide"];
const makers = { carousel, sheet, profile, sizes, layouts };
const stage = find("stage");
const banner = el("div", { class: "broken", id: "broken", role: "status" });
let shown = null;
let made = "";

function press(card) {
  if (!card.card) return;
  choose({ slide: card.card.number });
  showPlace(card.card, { copied: true });
}

function visit(found) {
  const card = current()?.cards.find((one) => one.slide === found.slide);
  if (card) {
    choose({ slide: card.number });
    shown.show(card.number);
  }
  const place = card ?? { line: found.line, end: found.line + 8 };
  if (found.line) showPlace({ ...place, line: Math.min(place.line, found.line) }, { line: found.line, copied: true });
}

const names = () => current()?.sizes ?? SIZES;

function build() {
  if (made === state.view) return;
  made = state.view;
  shown?.leave?.();
  document.body.dataset.view = state.view;
  shown = makers[state.view](stage, { press, names, changed: () => follow(shown.looks()) });
  find("side").hidden = state.view === "layouts";
  find("themes").hidden = state.view === "layouts";
  find("save").hidden = state.view === "layouts";
}

function links() {
  find("views").replaceChildren(
    ...views.map((view) =>
      el("a", {
        href: addressOf(view),
        "aria-current": view === state.view ? "page" : null,
        text: t(`view-${view}`),
        onclick: (event) => turn(event, view),
      }),
    ),
  );
}

function turn(event, view) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  choose({ view }, { push: true });
  scrollTo(0, 0);
}

function options(select, values, chosen) {
  const text = JSON.stringify([values, chosen]);
  if (select.dataset.made === text) return;
  select.dataset.made = text;
  select.replaceChildren(...values.map(([value, word]) => el("option", { value, text: word, selected: value === chosen })));
}

function switches() {
  const deck = current() ?? [...state.decks.values()].at(-1);
  if (!deck) return;
  const word = (name) => (SIZES.includes(name) ? t(`size-${name}`) : name);
  const own = deck.deck === "script" ? deck.sizes[0] : "portrait";
  const listed = deck.sizes.map((name) => [name === own ? "" : name, word(name)]);
  options(find("size"), listed, state.size === own ? "" : state.size);
  const ownTheme = t("theme-own", { name: deck.ownTheme });
  options(find("theme"), [["", ownTheme], ...deck.themes.map((name) => [name, name])], state.theme);
  if (deck.deck !== "script") return;
  const card = deck.cards[state.slide - 1];
  const single = find("save-card");
  if (card?.key) {
    single.href = `/card/${card.key}.png`;
    single.download = `${String(card.number).padStart(2, "0")}.png`;
  } else single.removeAttribute("href");
  const good = deck.cards.filter((one) => !one.stale).length;
  const set = find("save-set");
  set.href = `/cards.zip?look=${encodeURIComponent(look())}`;
  set.download = "cards.zip";
  set.textContent = good === deck.cards.length ? t("save-set") : t("save-some", { count: good, total: deck.cards.length });
}

function trouble() {
  const deck = current();
  const stale = deck?.cards.filter((card) => card.stale) ?? [];
  if (!deck || state.view === "layouts" || (deck.whole && !stale.length)) {
    banner.remove();
    return;
  }
  const errors = deck.findings.filter((one) => one.severity === "error");
  const head = deck.whole ? t("broken-some", { count: stale.length }) : t("broken");
  banner.replaceChildren(el("p", { text: head }), ...errors.slice(0, 1).map((one) => told(one, () => visit(one))));
  if (!banner.isConnected) stage.before(banner);
}

function render(before) {
  const deck = current();
  shown.update();
  switches();
  trouble();
  showFindings(visit);
  const title = deck?.title || t("name");
  find("title").textContent = state.view === "layouts" ? t("view-layouts") : title;
  document.title = `${title} · ${t(`view-${state.view}`)}`;
  if (deck && before && before.version !== deck.version) {
    const keys = new Set(before.cards.map((card) => card.key));
    const count = deck.cards.filter((card) => card.key && !keys.has(card.key)).length;
    if (count) find("told").textContent = t("updated", { count });
  }
}

function place() {
  const card = current()?.cards[state.slide - 1];
  if (card) showPlace(card);
}

watch((what, detail) => {
  if (what === "deck") {
    const first = detail.name === look() && !detail.before;
    render(detail.name === look() ? detail.before : null);
    if (first || detail.before?.version !== detail.deck.version) place();
    if (state.view === "sizes") follow(shown.looks());
  } else if (what === "chosen") {
    build();
    links();
    follow(shown.looks());
    if ("slide" in detail && Object.keys(detail).length === 1) {
      shown.chosen();
      showFindings();
      place();
      switches();
    } else {
      render(null);
      shown.chosen();
    }
  } else if (what === "marks") {
    shown.redraw();
    markCount();
  } else if (what === "reached") {
    const lost = find("lost");
    lost.hidden = detail === true;
    lost.textContent = detail === true ? "" : t(detail === null ? "lost" : "waiting");
  }
});

function markCount() {
  find("marked").textContent = state.marks.size || "";
}

// -- switches ------------------------------------------------------------------------------------------------------

find("size").addEventListener("change", (event) => choose({ size: event.target.value }));
find("theme").addEventListener("change", (event) => choose({ theme: event.target.value }));
for (const name of MARKS) {
  const box = el("input", { type: "checkbox", checked: state.marks.has(name), onchange: () => mark(name, box.checked) });
  find("mark-list").append(el("label", {}, box, t(`marks-${name}`)));
}
for (const menu of document.querySelectorAll(".menu")) {
  document.addEventListener("click", (event) => menu.contains(event.target) || (menu.open = false));
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

const TONES = ["auto", "light", "dark"];
function tone(name) {
  document.documentElement.dataset.tone = name;
  find("tone").textContent = t(`tone-${name}`);
  find("tone").title = t("tone");
  localStorage.setItem("cardnews-tone", name);
}
tone(TONES.includes(localStorage.getItem("cardnews-tone")) ? localStorage.getItem("cardnews-tone") : "auto");
find("tone").addEventListener("click", () => tone(TONES[(TONES.indexOf(document.documentElement.dataset.tone) + 1) % 3]));
for (const [id, lang] of [["korean", "ko"], ["english", "en"]]) {
  const link = find(id);
  link.hidden = language === lang;
  link.addEventListener("click", () => (link.href = addressOf(state.view, { lang })));
  link.href = addressOf(state.view, { lang });
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, select, textarea, details, .source, .scroll, pre");
  if (typing || event.altKey || event.ctrlKey || event.metaKey) return;
  const act = shown.keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

links();
markCount();
build();
follow(shown.looks());
