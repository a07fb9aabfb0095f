// Elements, words and small talk that every part of the page uses.

const config = JSON.parse(document.getElementById("config").textContent);

export const language = config.language;
export const views = config.views;

/** The word of that name, its blanks filled. */
export function t(name, values = {}) {
  const text = config.words[name] ?? name;
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
}

export const find = (id) => document.getElementById(id);

/** An element with attributes (`on…` are listeners, `class`, `text`; null and false leave one out) and children. */
export function el(name, attributes = {}, ...children) {
  return furnish(document.createElement(name), attributes, children);
}

export function svg(name, attributes = {}, ...children) {
  return furnish(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function furnish(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "text") element.textContent = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Says something to people who see and to those who listen. */
let quiet = 0;
export function tell(text) {
  const told = find("told");
  told.textContent = text;
  told.classList.add("seen");
  clearTimeout(quiet);
  quiet = setTimeout(() => told.classList.remove("seen"), 2400);
}

export async function copy(text, said = t("copied", { text })) {
  try {
    await navigator.clipboard.writeText(text);
    tell(said);
  } catch {
    tell(t("not-copied"));
  }
}

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Gives `parent` as many children as `items`, made by `make` and brought up to date by `update`. */
export function reconcile(parent, items, make, update) {
  while (parent.children.length > items.length) parent.lastElementChild.remove();
  items.forEach((item, index) => {
    if (index >= parent.children.length) parent.append(make(item, index));
    update(parent.children[index], item, index);
  });
}
