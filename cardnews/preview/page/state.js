// What the page looks at, kept in its address, and what it knows of it, kept up to date by server-sent events.

import { language, views } from "./dom.js";

const query = new URLSearchParams(location.search);

export const state = {
  view: viewOf(location.pathname),
  size: query.get("size") ?? "",
  theme: query.get("theme") ?? "",
  slide: Number(location.hash.slice(1)) || 1,
  marks: new Set(JSON.parse(localStorage.getItem("cardnews-marks") ?? "[]")),
  crop: "3:4",
  decks: new Map(),
  layouts: null,
};

const listeners = new Set();
let source = null;
let looked = "";

export function viewOf(path) {
  const name = path.replace(/^\//, "");
  return views.includes(name) ? name : views[0];
}

/** The address of a view with what is chosen. */
export function addressOf(view, other = {}) {
  const chosen = { size: state.size, theme: state.theme, lang: query.get("lang") ?? "", ...other };
  const set = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
  const path = view === "carousel" ? "/" : `/${view}`;
  return path + (set.size ? `?${set}` : "") + (state.slide > 1 && view !== "layouts" ? `#${state.slide}` : "");
}

export const look = (size = state.size, theme = state.theme, deck = "script") => `${deck}:${size}:${theme}`;
export const current = () => state.decks.get(look());

/** Calls `listener(what, detail)` whenever something is chosen ("chosen") or a deck has changed ("deck"). */
export const watch = (listener) => listeners.add(listener);
const announce = (what, detail) => listeners.forEach((listener) => listener(what, detail));

export function choose(changes, { push = false } = {}) {
  Object.assign(state, changes);
  history[push ? "pushState" : "replaceState"](null, "", addressOf(state.view));
  announce("chosen", changes);
}

export function mark(name, on) {
  state.marks[on ? "add" : "delete"](name);
  localStorage.setItem("cardnews-marks", JSON.stringify([...state.marks]));
  announce("marks", name);
}

/** Looks at these from now on; the first is shown first. */
export function follow(looks, force = false) {
  const wanted = looks.join("|");
  if (wanted === looked && source && !force) return;
  looked = wanted;
  source?.close();
  source = null;
  if (document.hidden || !looks.length) return;
  const set = new URLSearchParams([["lang", language], ...looks.map((one) => ["look", one])]);
  source = new EventSource(`/events?${set}`);
  source.onmessage = (event) => {
    const deck = JSON.parse(event.data);
    const name = `${deck.deck}:${deck.size}:${deck.theme}`;
    const before = state.decks.get(name);
    state.decks.set(name, deck);
    announce("deck", { name, deck, before });
  };
  source.onopen = () => announce("reached", true);
  source.onerror = () => announce("reached", source?.readyState === EventSource.CLOSED ? null : false);
}

// A browser keeps six connections to one server: pages that nobody sees give theirs back.
document.addEventListener("visibilitychange", () => {
  const looks = looked.split("|").filter(Boolean);
  if (document.hidden) {
    source?.close();
    source = null;
  } else {
    follow(looks, true);
  }
});

addEventListener("popstate", () => {
  const now = new URLSearchParams(location.search);
  Object.assign(state, {
    view: viewOf(location.pathname),
    size: now.get("size") ?? "",
    theme: now.get("theme") ?? "",
    slide: Number(location.hash.slice(1)) || state.slide,
  });
  announce("chosen", { view: state.view });
});

// The token has done its work: the cookie opens the page from now on.
if (query.has("token")) {
  query.delete("token");
  history.replaceState(null, "", location.pathname + (query.size ? `?${query}` : "") + location.hash);
}
