// The set as a follower sees it: on a phone, one card after another.

import { Card } from "./card.js";
import { calm, el, reconcile, t } from "./dom.js";
import { choose, current, look, state } from "./state.js";

const EAGER = 24; // cards of a long set that are fetched before anybody swipes to them

export function carousel(stage, { press }) {
  const faces = [];
  const strip = el("ol", { class: "strip", "aria-label": t("cards") });
  const counter = el("span", { class: "counter", "aria-hidden": "true" });
  const dots = el("div", { class: "dots", "aria-hidden": "true" });
  const brand = el("span", { class: "brand" });
  const caption = el("p", { class: "caption" });
  const back = el("button", { type: "button", class: "turn back", "aria-label": t("before"), onclick: () => go(state.slide - 1) });
  const on = el("button", { type: "button", class: "turn on", "aria-label": t("next"), onclick: () => go(state.slide + 1) });
  const phone = el(
    "section",
    { class: "phone", "aria-label": t("post") },
    el("div", { class: "who" }, el("span", { class: "face", "aria-hidden": "true" }), brand, counter),
    strip,
    dots,
    caption,
  );
  stage.replaceChildren(el("div", { class: "carousel" }, back, phone, on));
  let sliding = 0;
  let placed = false;
  let turns = 0;

  function slideTo(number) {
    strip.scrollTo({ left: (number - 1) * strip.clientWidth, behavior: calm() ? "auto" : "smooth" });
  }

  function go(number) {
    const wanted = Math.max(1, Math.min(faces.length, number));
    if (wanted !== state.slide) choose({ slide: wanted });
  }

  strip.addEventListener(
    "scroll",
    () => {
      clearTimeout(sliding);
      sliding = setTimeout(() => {
        if (strip.clientWidth) go(Math.round(strip.scrollLeft / strip.clientWidth) + 1);
      }, 90);
    },
    { passive: true },
  );

  function mark() {
    const total = faces.length;
    counter.textContent = total ? `${state.slide}/${total}` : "";
    // One stop for the Tab key; the arrows go on from there.
    faces.forEach((face, index) => face.element.setAttribute("tabindex", index + 1 === state.slide ? "0" : "-1"));
    [...dots.children].forEach((dot, index) => dot.classList.toggle("now", index + 1 === state.slide));
    back.disabled = state.slide <= 1;
    on.disabled = state.slide >= total;
  }

  return {
    keys: { ArrowLeft: () => go(state.slide - 1), ArrowRight: () => go(state.slide + 1), Home: () => go(1), End: () => go(faces.length) },
    looks: () => [look()],
    update() {
      const deck = current();
      if (!deck) return;
      const cards = deck.cards;
      if (state.slide > cards.length && cards.length) choose({ slide: cards.length });
      phone.classList.toggle("story", deck.canvas.kind === "story");
      stage.style.setProperty("--wide", deck.canvas.width);
      stage.style.setProperty("--high", deck.canvas.height);
      brand.textContent = deck.brand || "cardnews";
      phone.querySelector(".face").textContent = (deck.brand || "c").slice(0, 1);
      caption.replaceChildren(el("b", { text: deck.brand || "cardnews" }), " ", deck.title);
      while (faces.length > cards.length) {
        faces.pop();
        strip.lastElementChild.remove();
      }
      while (faces.length < cards.length) {
        const face = new Card({ press, lazy: faces.length >= EAGER });
        faces.push(face);
        strip.append(el("li", {}, face.element));
      }
      // The nearest first: pictures come in the order in which they are asked for.
      const order = cards.map((_, index) => index).sort((a, b) => Math.abs(a + 1 - state.slide) - Math.abs(b + 1 - state.slide));
      const name = look();
      const turn = ++turns;
      const [near, ...others] = order;
      // What is on the screen has the painter to itself, then come the others.
      if (near !== undefined) {
        faces[near].update(deck, name, cards[near]).then(() => {
          if (turn === turns) for (const index of others) faces[index].update(deck, name, cards[index]);
        });
      }
      reconcile(dots, cards, () => el("i"), () => {});
      dots.classList.toggle("many", cards.length > 16);
      if (!placed && cards.length) {
        placed = true;
        strip.scrollTo({ left: (state.slide - 1) * strip.clientWidth });
      }
      mark();
    },
    chosen() {
      if (strip.contains(document.activeElement)) faces[state.slide - 1]?.element.focus({ preventScroll: true });
      const at = Math.round(strip.scrollLeft / (strip.clientWidth || 1)) + 1;
      if (at !== state.slide) slideTo(state.slide);
      mark();
    },
    show: slideTo,
    redraw: () => faces.forEach((face) => face.card && face.update(face.deck, face.look, face.card)),
  };
}
