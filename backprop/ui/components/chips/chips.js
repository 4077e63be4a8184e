// Numbers as buttons: a press selects the number on the stage, hover and focus light it there.

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

/** @param {Component<{ rows: Row[] }>} component */
export default function ({ parentElement, data }) {
  const rows = data.rows.map(({ label, numbers }) => {
    const row = document.createElement("div");
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", label);
    const head = document.createElement("span");
    head.textContent = label;
    row.append(head);
    for (const { id, text, colour } of numbers) {
      const chip = document.createElement("button");
      chip.type = "button";
      chip.textContent = text;
      chip.style.color = colour;
      chip.onclick = () => name(id, "select");
      chip.onpointerenter = chip.onfocus = () => name(id, "light");
      chip.onpointerleave = chip.onblur = () => name("", "light");
      row.append(chip);
    }
    return row;
  });
  const place = parentElement.querySelector(".bp-chips");
  if (!place) return;
  const inside = place.contains(document.activeElement);
  if (inside || place.matches(":hover")) name("", "light"); // those lit will be gone
  place.replaceChildren(...rows);
  if (inside) place.querySelector("button")?.focus();
}
