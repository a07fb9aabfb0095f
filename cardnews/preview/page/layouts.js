// Every layout in every theme: its sample, its fields, and the lines to copy.

import { Card } from "./card.js";
import { copy, el, language, reconcile, t } from "./dom.js";
import { look, state } from "./state.js";

// A layout may be called what an element of the page is called.
const PREFIX = "layout-";

export function layouts(stage, { changed }) {
  const list = el("nav", { class: "contents", "aria-label": t("layouts-list") });
  const body = el("div", { class: "layouts" });
  stage.replaceChildren(el("p", { class: "intro", text: t("layouts-intro") }), el("div", { class: "browser" }, list, body));
  const rows = new Map();
  let themes = [];
  let version = -1;

  async function load() {
    const answer = await fetch(`/layouts.json?lang=${language}`).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    const text = JSON.stringify(found);
    if (text === state.layouts) return;
    state.layouts = text;
    themes = found.themes;
    list.replaceChildren(...found.layouts.map((one) => el("a", { href: `#${PREFIX}${one.name}`, text: one.label })));
    body.replaceChildren(...found.layouts.map(described));
    changed();
    update();
    const asked = named(location.hash);
    if (rows.has(asked)) rows.get(asked).section.scrollIntoView();
  }

  function described(layout) {
    const cards = el("div", { class: "themes" });
    const head = `heading-${layout.name}`;
    const section = el(
      "section",
      { class: "layout", id: `${PREFIX}${layout.name}`, "aria-labelledby": head },
      el("h2", { id: head }, layout.label, " ", el("code", { text: layout.name })),
      cards,
      el("div", { class: "about" }, fieldTable(layout), lines(layout)),
    );
    rows.set(layout.name, { layout, section, cards, faces: [] });
    return section;
  }

  function update() {
    for (const row of rows.values()) {
      reconcile(row.cards, themes, made, (element, theme, index) => {
        const name = look(state.size, theme, "samples");
        const deck = state.decks.get(name);
        const card = deck?.cards.find((one) => one.number === row.layout.number);
        row.faces[index] = element.face;
        element.querySelector("figcaption").textContent = theme;
        const alt = `${row.layout.label}, ${theme}`;
        if (deck && card) element.face.update(deck, name, { ...card, alt });
        else element.face.awaited(alt);
      });
    }
  }

  return {
    keys: {},
    looks: () => (themes.length ? themes.map((theme) => look(state.size, theme, "samples")) : [look(state.size, "", "samples")]),
    update() {
      const newest = Math.max(-1, ...[...state.decks].filter(([name]) => name.startsWith("samples:")).map(([, deck]) => deck.version));
      if (newest !== version) {
        version = newest;
        load();
      }
      update();
    },
    chosen: update,
    show: () => {},
    redraw: () => rows.forEach((row) => row.faces.forEach((face) => face.card && face.update(face.deck, face.look, face.card))),
    leave: () => (state.layouts = null),
  };
}

/** The layout that the address names. */
function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1)).replace(PREFIX, "");
  } catch {
    return "";
  }
}

function made() {
  const face = new Card({ lazy: true });
  const element = el("figure", {}, face.element, el("figcaption"));
  element.face = face;
  return element;
}

function fieldTable(layout) {
  const rows = [];
  const add = (field, depth) => {
    rows.push(
      el(
        "tr",
        {},
        el("th", { scope: "row", class: depth ? "inner" : null }, el("code", { text: field.name }), field.korean && field.korean !== field.name ? el("span", { class: "also", text: field.korean }) : null, field.required ? el("b", { class: "required", text: t("field-required") }) : null),
        el("td", { text: taken(field) }),
        el("td", { text: field.help || field.label }),
      ),
    );
    field.of.forEach((inner) => add(inner, depth + 1));
  };
  layout.fields.forEach((field) => add(field, 0));
  const heads = ["field", "field-kind", "field-help"].map((word) => el("th", { scope: "col", text: t(word) }));
  return el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `${layout.label}: ${t("layouts-fields")}` }, el("table", {}, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows)));
}

function taken(field) {
  const parts = [t(`kind-${field.type}`, { options: field.options.join(" / ") })];
  if (field.count) parts.push(t("field-count", { least: field.count[0], most: field.count[1] }));
  if (field.most) parts.push(t("field-most", { most: field.most }));
  return parts.join(", ");
}

function lines(layout) {
  const press = () => copy(layout.snippet, t("copied-lines"));
  const name = `${layout.label}: ${t("layouts-lines")}`;
  return el(
    "div",
    { class: "snippet" },
    el("pre", { tabindex: "0", role: "region", "aria-label": name }, el("code", { text: layout.snippet })),
    el("button", { type: "button", "aria-label": t("layouts-copy", { name: layout.label }), text: t("copy"), onclick: press }),
  );
}
