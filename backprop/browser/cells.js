// Cells with numbers in a grid: they are painted, pointed at, selected, and walked through by keys.

import { inkOn } from "./colour.js";
import { put, say } from "./dom.js";
import { ARROWS } from "./keys.js";
import { breadth } from "./number.js";

/** @import { Cell } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

export const SMALLEST = 9.5; // pixels
export const ADVANCE = 0.49; // of a digit, in its size

/**
 * A cell in a colour, with a text that can be read on it.
 * @param {HTMLElement} element
 * @param {string} colour
 * @param {string} text
 */
export function paint(element, colour, text, ink = inkOn(colour)) {
  element.style.setProperty("--shade", colour);
  element.style.color = ink;
  say(element, text);
}

/**
 * The size of the numbers in cells of this size, and how many digits they then have room for.
 * @param {{ width: number, height: number }} cell
 */
export function lettering(cell, largest = 18) {
  const size = Math.max(SMALLEST, Math.min(largest, cell.width * 0.29, cell.height * 0.5));
  return { size, room: cell.width / (size * ADVANCE) };
}

/**
 * How wide a cell must be for this text in the smallest letters.
 * @param {string} text
 */
export function widthOf(text) {
  return Math.ceil(breadth(text) * SMALLEST * ADVANCE) + 1;
}

/**
 * Pointing lights a cell, clicking selects it; arrow keys walk through the rows of cells.
 * @param {HTMLElement} grid
 * @param {() => Cell[][]} rowsOf
 * @param {Stage} stage
 */
export function listenToGrid(grid, rowsOf, stage) {
  /** @param {Event} event */
  const idOf = ({ target }) => (target instanceof HTMLElement && target.dataset.id) || "";
  grid.addEventListener("pointerover", (event) => stage.light(idOf(event)));
  grid.addEventListener("pointerleave", () => stage.light(""));
  grid.addEventListener("click", (event) => idOf(event) && stage.select(idOf(event)));
  grid.addEventListener("focusin", (event) => stage.light(idOf(event)));
  grid.addEventListener("focusout", () => stage.light(""));
  grid.addEventListener("keydown", (event) => {
    const rows = rowsOf();
    const here = event.target;
    const row = rows.findIndex((line) => line.some(({ element }) => element === here));
    if (row < 0 || !(here instanceof HTMLElement)) return;
    const column = rows[row].findIndex(({ element }) => element === here);
    const [right, down] = ARROWS[event.key] ?? [0, 0];
    if (event.key === "Enter" || event.key === " ") stage.select(idOf(event));
    else if (!down && !right) return;
    event.preventDefault();
    const next = rows[row + down]?.[column + right]?.element;
    if (!next || next === here) return;
    put(here, "tabindex", "-1");
    put(next, "tabindex", "0");
    next.focus();
  });
}
