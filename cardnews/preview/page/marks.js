// What can be drawn over a card: boxes, baselines, safe zones, sizes of type, and why lines end.

import { svg } from "./dom.js";
import { state } from "./state.js";

export const MARKS = ["boxes", "baselines", "zones", "sizes", "breaks"];
const MOST = 120;
const known = new Map();

/** Draws what is chosen over `card`, or takes it away. */
export async function drawMarks(card) {
  const { mark, number, key } = card.card;
  const wanted = [...state.marks].filter((name) => MARKS.includes(name)).sort().join(" ");
  const drawn = wanted && key ? `${wanted} ${mark} ${card.look}` : "";
  if (card.drawn === drawn) return;
  card.drawn = drawn;
  if (!drawn) {
    card.marks?.remove();
    card.marks = null;
    return;
  }
  const record = await recordOf(card.look, number, mark);
  if (card.drawn !== drawn || !record) return;
  const layer = picture(record);
  if (card.marks) card.marks.replaceWith(layer);
  else card.element.append(layer);
  card.marks = layer;
}

async function recordOf(look, number, mark) {
  const name = `${look} ${number} ${mark}`;
  if (!known.has(name)) {
    if (known.size >= MOST) known.delete(known.keys().next().value);
    const set = new URLSearchParams({ look, number });
    known.set(name, fetch(`/overlay?${set}`).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null));
  }
  return known.get(name);
}

function picture(record) {
  const { width, height } = record;
  const layer = svg("svg", { class: "marks", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  const unit = Math.min(width, 1.55 * height) / 90;
  const has = (name) => state.marks.has(name);
  if (has("zones")) for (const zone of record.zones) layer.append(...zoned(zone, width, height, unit));
  if (has("boxes")) {
    for (const slot of record.slots) {
      const [x, y, w, h] = slot.box;
      layer.append(svg("rect", { class: "box", x, y, width: w, height: h }));
    }
  }
  if (has("baselines")) {
    for (const [x, y, w, angle, cx, cy] of record.baselines) {
      const turn = angle ? `rotate(${angle} ${cx} ${cy})` : null;
      layer.append(svg("line", { class: "baseline", x1: x, y1: y, x2: x + w, y2: y, transform: turn }));
    }
  }
  for (const slot of record.slots) {
    const [x, y, w, h] = slot.box;
    if (has("sizes") && slot.lines.length) {
      const share = slot.size === slot.nominal ? "" : ` ${Math.round((100 * slot.size) / slot.nominal)}%`;
      const size = `${Math.round(slot.size)}px${share}`;
      // Small boxes stand side by side, where names would run into each other.
      layer.append(label(w > 18 * unit ? `${slot.role} ${size}` : size, x, y, unit, "size"));
    }
    if (has("breaks")) {
      slot.lines.forEach((line, index) => {
        if (line.ended === "end") return;
        const middle = y + (h * (index + 0.5)) / slot.lines.length;
        const text = [`↵ ${line.ended}`, ...line.rules].join(" · ");
        const room = width - 1.5 * unit * text.length;
        layer.append(label(text, Math.max(0, Math.min(x + line.width + unit, room)), middle + unit, unit, "break"));
      });
    }
  }
  return layer;
}

/** Shade over all that is not in the zone, and its outline. */
function zoned(zone, width, height, unit) {
  const [x, y, w, h] = zone.box;
  const outline = svg("rect", { class: `zone ${zone.name}`, x, y, width: w, height: h, rx: zone.name === "margin" ? unit : 0 });
  if (zone.name === "margin") return [outline];
  const path = `M0 0H${width}V${height}H0ZM${x} ${y}V${y + h}H${x + w}V${y}Z`;
  return [svg("path", { class: "shade", d: path }), outline];
}

function label(text, x, y, unit, kind) {
  return svg("text", { class: `label ${kind}`, x, y: y - 0.3 * unit, "font-size": 2.6 * unit, text });
}
