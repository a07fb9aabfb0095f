// Beside the cards: what there is to say, and where in the script a card comes from.

import { copy, el, find, t } from "./dom.js";
import { current, state } from "./state.js";

let only = false;
let script = { version: -1, lines: [] };
let shown = "";

for (const [id, value] of [["all", false], ["here", true]]) {
  find(id).addEventListener("click", () => {
    only = value;
    find("all").setAttribute("aria-pressed", !only);
    find("here").setAttribute("aria-pressed", only);
    showFindings();
  });
}

/** The findings of the deck, or of the card. */
export function showFindings(press = showFindings.press) {
  showFindings.press = press;
  const deck = current();
  if (!deck) return;
  const weight = { error: 0, warning: 1, info: 2 };
  const all = [...deck.findings].sort((a, b) => weight[a.severity] - weight[b.severity]);
  const slide = deck.cards[state.slide - 1]?.slide ?? state.slide;
  const wanted = only ? all.filter((one) => one.slide === slide) : all;
  find("found").textContent = all.length || "";
  const text = JSON.stringify([wanted, only]);
  if (text === shown) return;
  shown = text;
  const items = wanted.map((one) => el("li", {}, told(one, () => press(one))));
  const none = t(only ? "findings-clean" : "findings-none");
  find("findings").replaceChildren(...(items.length ? items : [el("li", { class: "hint", text: none })]));
}

/** One finding as a button: what, where, and the author's line. */
export function told(one, press) {
  const place = [one.where, one.line ? t("card-line", { line: one.line }) : ""].filter(Boolean).join(" · ");
  return el(
    "button",
    { type: "button", class: `finding ${one.severity}`, onclick: press },
    el("span", { class: "head" }, el("b", { class: "severity", text: one.label }), el("span", { class: "where", text: place })),
    el("span", { class: "what", text: one.message }),
    one.excerpt && one.severity !== "info" ? el("code", { class: "excerpt" }, ...excerpt(one.excerpt)) : null,
  );
}

/** The author's line with the spot marked; the server counts in columns, where wide letters take two. */
function excerpt({ text, lead, length }) {
  const start = lettersIn(text, lead);
  const end = lettersIn(text, lead + length);
  return [text.slice(0, start), el("mark", { text: text.slice(start, end) || " " }), text.slice(end)];
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u;

function lettersIn(text, columns) {
  let used = 0;
  let letters = 0;
  for (const letter of text) {
    if (used >= columns) break;
    used += WIDE.test(letter) ? 2 : 1;
    letters += letter.length;
  }
  return letters;
}

/** The lines of a slide, `line` marked; copies its place where a person asked. */
export async function showPlace(card, { line = card.line, column = card.column, copied = false } = {}) {
  const deck = current();
  if (!deck || !line) return;
  const place = `${deck.file}:${line}`;
  if (copied) copy(place);
  if (script.version !== deck.version) {
    const answer = await fetch("/script.txt").catch(() => null);
    if (!answer?.ok) return;
    script = { version: deck.version, lines: (await answer.text()).split("\n") };
  }
  const last = Math.max(card.end, line);
  const lines = script.lines.slice(card.line - 1, Math.min(last, card.line + 200));
  while (lines.length > 1 && !lines.at(-1).trim()) lines.pop();
  const list = lines.map((text, index) => {
    const number = card.line + index;
    return el("li", { class: number === line ? "now" : null, value: number }, el("code", { text: text || " " }));
  });
  find("source").replaceChildren(el("ol", {}, ...list));
  const button = find("place");
  button.hidden = false;
  button.textContent = `${deck.file.split(/[\\/]/).pop()}:${line}`;
  button.title = t("copy");
  button.onclick = () => copy(place);
  const now = find("source").querySelector(".now");
  if (now) find("source").scrollTop = Math.max(0, now.offsetTop - 60);
}
