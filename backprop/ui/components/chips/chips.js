// Numbers as buttons: a press selects the number on the stage, hover and focus light it there.

import { h } from "../../../browser/dom.js";

/** @import { Component } from "../../../browser/types.d.ts" */

/** @typedef {{ id: string, text: string, colour: string }} Chip */
/** @typedef {{ label: string, numbers: Chip[] }} Row */

/**
 * @param {string} id
 * @param {"select" | "light"} act
 */
function name(id, act) {
  window.dispatchEvent(new CustomEvent("backprop:number", { detail: { id, act } }));
}

/** @param {Chip} number */
function chip({ id, text, colour }) {
  const light = () => name(id, "light");
  const leave = () => name("", "light");
  return h("button", {
    type: "button", style: `color: ${colour}`, onclick: () => name(id, "select"),
    onpointerenter: light, onfocus: light, onpointerleave: leave, onblur: leave,
  }, text);
}

/** @param {Component<{ rows: Row[] }>} component */
export default function ({ parentElement, data }) {
  const rows = data.rows.map(({ label, numbers }) =>
    h("div", { role: "group", "aria-label": label }, h("span", {}, label), ...numbers.map(chip)));
  const place = parentElement.querySelector(".bp-chips") ?? h("div", { class: "bp-chips" });
  if (!place.isConnected) parentElement.append(place);
  const inside = place.contains(document.activeElement);
  if (inside || place.matches(":hover")) name("", "light"); // those lit will be gone
  place.replaceChildren(...rows);
  if (inside) place.querySelector("button")?.focus();
}
