// One card: its picture, exchanged only when it is another, and what is drawn over it.

import { el, t } from "./dom.js";
import { drawMarks } from "./marks.js";

/** A button that holds a card of a deck. `update` tells it what to show. */
export class Card {
  constructor({ press, lazy = false } = {}) {
    this.image = null;
    this.key = "";
    this.turn = 0;
    this.lazy = lazy;
    this.none = el("span", { class: "none" });
    this.note = el("span", { class: "stale-note" });
    this.spoken = el("span", { class: "spoken" });
    this.element = el("button", { type: "button", class: "card", onclick: () => press?.(this) }, this.none, this.spoken, this.note);
  }

  /** Resolves when the picture is there, or cannot be had. */
  async update(deck, look, card) {
    this.deck = deck;
    this.look = look;
    this.card = card;
    const total = deck.cards.length;
    const { width, height } = deck.canvas;
    this.element.style.setProperty("--ratio", `${width} / ${height}`);
    this.element.classList.toggle("stale", card.stale && Boolean(card.key));
    this.note.textContent = card.stale && card.key ? t("card-stale") : "";
    this.none.textContent = card.key ? "" : `${card.number}. ${t("card-none")}`;
    this.words = card.alt ? t("card-alt", { number: card.number, total, words: card.alt }) : t("card", { number: card.number, total });
    if (this.image) this.image.alt = this.words;
    else this.spoken.textContent = card.key ? this.words : "";
    drawMarks(this);
    if (card.key !== this.key) await this.exchange(card.key, width, height, deck.version);
  }

  /** What a card that is still to come will show. */
  awaited(words) {
    if (!this.image) this.spoken.textContent = words;
  }

  async exchange(key, width, height, version) {
    this.key = key;
    const turn = ++this.turn;
    if (!key) {
      this.image?.remove();
      this.image = null;
      return;
    }
    const image = el("img", { width, height, alt: this.words, draggable: "false", decoding: "sync" });
    if (this.lazy && !this.image) image.loading = "lazy";
    image.src = `/card/${key}.png`;
    if (!image.loading || image.loading !== "lazy") {
      try {
        await image.decode();
      } catch {
        // It is not shown any more, or could not be painted: the next event says which.
        if (turn === this.turn) this.key = this.image ? this.key : "";
        return;
      }
    }
    if (turn !== this.turn) return;
    if (this.image) this.image.replaceWith(image);
    else this.element.prepend(image);
    this.image = image;
    this.spoken.textContent = "";
    shown(this.card.number, key, version);
  }
}

/** Leaves a note of when a card was on the screen, for those who measure. */
function shown(number, key, version) {
  requestAnimationFrame(() => {
    setTimeout(() => {
      performance.clearMarks("card");
      performance.mark("card", { detail: { number, key, version } });
      document.dispatchEvent(new CustomEvent("card", { detail: { number, key, version, at: performance.timeOrigin + performance.now() } }));
    });
  });
}
