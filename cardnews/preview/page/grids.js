// Many cards at once: the overview, the profile's grid, and one slide in all sizes.

import { Card } from "./card.js";
import { el, reconcile, t } from "./dom.js";
import { choose, current, look, state } from "./state.js";

const EAGER = 24; // cards that are fetched before anybody scrolls to them
const faces = new WeakMap();

/** A figure with a card and a caption below it. */
function figure(press, index = 0) {
  const face = new Card({ press, lazy: index >= EAGER });
  const caption = el("figcaption");
  const element = el("figure", {}, face.element, caption);
  faces.set(element, { face, caption });
  return element;
}

function redrawn(parent) {
  for (const element of parent.querySelectorAll("figure")) {
    const { face } = faces.get(element);
    if (face.card) face.update(face.deck, face.look, face.card);
  }
}

function told(deck, card) {
  const found = deck.findings.filter((one) => one.slide === card.slide && one.severity !== "info").length;
  return [
    el("b", { text: card.number }),
    el("span", { text: card.layout }),
    el("span", { class: "line", text: t("card-line", { line: card.line }) }),
    found ? el("span", { class: "badge", text: found, title: t("card-found", { count: found }) }) : null,
  ].filter(Boolean);
}

function steps(parent, selector) {
  const move = (by) => {
    const all = [...parent.querySelectorAll(selector)];
    const now = all.indexOf(document.activeElement);
    all[Math.max(0, Math.min(all.length - 1, now + by))]?.focus();
  };
  return { ArrowLeft: () => move(-1), ArrowRight: () => move(1), Home: () => move(-1e6), End: () => move(1e6) };
}

export function sheet(stage, { press }) {
  const list = el("div", { class: "overview" });
  stage.replaceChildren(list);
  return {
    keys: steps(list, ".card"),
    looks: () => [look()],
    update() {
      const deck = current();
      if (!deck) return;
      list.classList.toggle("wide", deck.canvas.kind === "wide");
      reconcile(list, deck.cards, (_, index) => figure(press, index), (element, card) => {
        const { face, caption } = faces.get(element);
        face.update(deck, look(), card);
        caption.replaceChildren(...told(deck, card));
      });
      this.chosen();
    },
    chosen: () => [...list.children].forEach((one, index) => one.classList.toggle("now", index + 1 === state.slide)),
    show: (number) => list.children[number - 1]?.scrollIntoView({ block: "nearest" }),
    redraw: () => redrawn(list),
  };
}

export function profile(stage, { press }) {
  const grid = el("div", { class: "posts", role: "group", "aria-label": t("profile-posts") });
  const brand = el("span", { class: "brand" });
  const face = el("span", { class: "face", "aria-hidden": "true" });
  const note = el("p", { class: "note" });
  const crops = el("div", { class: "pair", role: "group", "aria-label": t("profile-crop") });
  const choices = [["3:4", "profile-new"], ["1:1", "profile-old"]];
  for (const [crop, word] of choices) {
    crops.append(el("button", { type: "button", text: t(word), onclick: () => choose({ crop }) }));
  }
  stage.replaceChildren(
    el("div", { class: "profile" }, el("section", { class: "phone page", "aria-label": t("post") }, el("div", { class: "who large" }, face, brand), grid), el("div", { class: "beside" }, crops, note)),
  );
  function crop() {
    grid.style.setProperty("--crop", state.crop.replace(":", " / "));
    note.textContent = t("profile-note", { crop: state.crop });
    [...crops.children].forEach((one, index) => one.setAttribute("aria-pressed", choices[index][0] === state.crop));
  }
  return {
    keys: steps(grid, ".card"),
    looks: () => [look()],
    update() {
      const deck = current();
      if (!deck) return;
      brand.textContent = deck.brand || "cardnews";
      face.textContent = (deck.brand || "c").slice(0, 1);
      reconcile(grid, deck.cards, (_, index) => figure(press, index), (element, card, index) => {
        faces.get(element).face.update(deck, look(), card);
        element.classList.toggle("first", index === 0 && deck.cards.length > 1);
      });
      crop();
      this.chosen();
    },
    chosen() {
      crop();
      [...grid.children].forEach((one, index) => one.classList.toggle("now", index + 1 === state.slide));
    },
    show: (number) => grid.children[number - 1]?.scrollIntoView({ block: "nearest" }),
    redraw: () => redrawn(grid),
  };
}

export function sizes(stage, { press, names }) {
  const row = el("div", { class: "sizes" });
  const number = el("b", { class: "which" });
  const back = el("button", { type: "button", class: "turn back", "aria-label": t("before"), onclick: () => go(-1) });
  const on = el("button", { type: "button", class: "turn on", "aria-label": t("next"), onclick: () => go(1) });
  stage.replaceChildren(el("section", { class: "all-sizes", "aria-label": t("sizes-of") }, el("div", { class: "stepper" }, back, number, on), row));
  const total = () => current()?.cards.length ?? 0;
  function go(by) {
    choose({ slide: Math.max(1, Math.min(total(), state.slide + by)) });
  }
  const all = () => [...new Set([state.size, ...names()])].filter((name) => name || !current());
  function update() {
    const known = names().map((name) => state.decks.get(look(name))).filter(Boolean);
    reconcile(row, known, () => figure(press), (element, deck) => {
      const { face, caption } = faces.get(element);
      // A slide may be one card in this size and two in that one.
      const slide = current()?.cards[state.slide - 1]?.slide;
      const card = deck.cards.find((one) => one.slide === slide) ?? deck.cards.at(-1);
      element.hidden = !card;
      if (!card) return;
      const { name, width, height } = deck.canvas;
      element.style.setProperty("--width", width);
      face.update(deck, look(deck.size), card);
      const key = `size-${name}`;
      const word = t(key);
      caption.replaceChildren(el("b", { text: word === key ? name : word }), el("span", { text: `${width} × ${height}` }));
    });
    number.textContent = total() ? `${state.slide} / ${total()}` : "";
    back.disabled = state.slide <= 1;
    on.disabled = state.slide >= total();
  }
  return {
    keys: { ArrowLeft: () => go(-1), ArrowRight: () => go(1), Home: () => choose({ slide: 1 }), End: () => choose({ slide: total() }) },
    looks: () => [look(), ...all().map((name) => look(name))].filter((one, index, list) => list.indexOf(one) === index),
    update,
    chosen: update,
    show: () => {},
    redraw: () => redrawn(row),
  };
}
