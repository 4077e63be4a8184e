// A matrix enlarged: all its numbers, in cells that have room for them, until it is closed.

import { parse } from "./address.js";
import { paint } from "./cells.js";
import { shade } from "./colour.js";
import { h } from "./dom.js";

/** @import { Stage } from "./stage.js" */

const LARGE = 36; // numbers: of so many and more there may be no room for each

/**
 * @param {Stage} stage
 * @param {string} id of an array
 */
export function isLarge({ figures }, id) {
  return figures[id].rows * figures[id].columns > LARGE;
}

/**
 * @param {Stage} stage
 * @param {string} id
 */
export function enlarge(stage, id) {
  const { title, cells } = stage.figures[id];
  const dialog = h("dialog", { class: "enlarged", "aria-label": title });
  const close = h("button", { type: "button", onclick: () => dialog.close() }, "Close");
  const head = h("tr", {}, h("td"), ...cells[0].map((_, k) => h("th", { scope: "col" }, String(k + 1))));
  const rows = cells.map((ids, j) =>
    h("tr", {}, h("th", { scope: "row" }, String(j + 1)), ...ids.map((one) => cell(stage, one))));
  dialog.append(h("header", {}, h("b", {}, title), close), h("table", {}, head, ...rows));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  stage.element.append(dialog);
  dialog.showModal();
}

/**
 * @param {Stage} stage
 * @param {string} id of a number
 */
function cell(stage, id) {
  const entry = parse(id);
  const element = h("td");
  if (!stage.isBorn(entry)) return element;
  const { value, text } = stage.number(entry);
  paint(element, shade(stage, entry.symbol, value), text);
  return element;
}
