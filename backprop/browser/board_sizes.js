// How large the cells of the board are, and how high its rows then become.

import { extent, heightOf } from "./heatmap.js";
import { leastNumber, zoomOf } from "./wall.js";

/** @import { Size } from "./heatmap.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {Record<string, Record<string, string[]>>} Rows by layer and name, ids of arrays and signs */

const SIGN = 14; // pixels for a sign between two figures
const GAP = 4;
const WIDEST = 76; // pixels of a cell
const NARROWEST = 36;
const NUMBER = 3.46; // widths of a cell on a wall, by the size of its number: "−0.0146"
const SMALLEST = 10; // pixels of a number
const [SQUEEZED, SINGLE] = [26, 44]; // in the row of a step: in a matrix, and alone in its row

/**
 * The size of the cells of all layers where all rows are seen, as large as the widest row allows.
 * @param {Stage} stage
 * @param {Rows} rows
 * @returns {Size}
 */
export function cellOfLayers(stage, rows) {
  if (leastNumber(stage)) return cellOnWall(stage, rows, leastNumber(stage));
  const { width, height, figures, data: { sizes } } = stage;
  let cell = WIDEST;
  for (const row of Object.values(rows).flatMap(Object.values)) {
    const { columns, fixed } = extent(row, figures, SIGN, GAP);
    cell = Math.min(cell, Math.floor((width - fixed) / columns));
  }
  const most = Math.max(...sizes);
  const widest = Math.floor((width - 18) / most); // the widest matrix fits by itself
  return {
    width: Math.max(Math.min(NARROWEST, widest), cell),
    height: Math.max(leastOf(sizes), Math.min(most > 4 ? 26 : 37, (width / 680) * (most > 4 ? 22 : 31), height * 0.033)),
  };
}

/**
 * The same where one row is seen at a time.
 * @param {Stage} stage
 * @param {Rows} rows
 * @returns {Size}
 */
export function cellOfSteps(stage, rows) {
  if (leastNumber(stage)) return cellOnWall(stage, rows, leastNumber(stage));
  const { width, height, figures, data: { sizes } } = stage;
  let cell = WIDEST - 12;
  for (const row of Object.values(rows).flatMap(Object.values)) {
    const { columns, fixed } = extent(row, figures, SIGN, GAP);
    const alone = row.filter((/** @type {string} */ id) => figures[id]?.columns === 1).length;
    const even = Math.floor((width - fixed) / columns);
    const squeezes = even < SINGLE && columns > alone;
    cell = Math.min(cell, squeezes ? Math.floor((width - fixed - alone * SINGLE) / (columns - alone)) : even);
  }
  const tall = Math.max(...sizes) > 4 ? 26 : 37;
  const squeezed = Math.max(SQUEEZED, cell);
  return { width: squeezed, single: Math.max(SINGLE, squeezed), height: Math.max(leastOf(sizes), Math.min(tall, height * 0.045)) };
}

/**
 * The same on a wall: the largest whose numbers are at most so large, and whose rows fit.
 * @param {Stage} stage
 * @param {Rows} rows
 * @param {number} number pixels
 * @param {(cell: Size) => boolean} fits
 * @returns {Size}
 */
export function cellOnWall(stage, rows, number, fits = () => true) {
  const widths = Object.values(rows).flatMap(Object.values)
    .map((row) => extent(row, stage.figures, SIGN * zoomOf(stage), GAP));
  const [wide, high] = [NUMBER * number, 2 * number];
  const cell = { width: wide, single: wide, height: high };
  const isWide = widths.some(({ columns, fixed }) => columns * wide + fixed > stage.width);
  return number > SMALLEST && (isWide || !fits(cell)) ? cellOnWall(stage, rows, number * 0.97, fits) : cell;
}

/** @param {number[]} sizes */
export function leastOf(sizes) {
  return Math.max(...sizes) > 8 ? 17 : 20;
}

/**
 * The height of each row of all layers with cells of this size.
 * @param {Stage} stage
 * @param {Rows} rows
 * @param {Size} cell
 */
export function heightsOf(stage, rows, cell) {
  const { width, figures } = stage;
  const sign = SIGN * zoomOf(stage);
  return Object.values(rows).map((layer) =>
    Object.values(layer).map((row) => heightOf(row, figures, cell, sign, GAP, width)));
}
