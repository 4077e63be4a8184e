// The heatmaps of a part, drawn by Plotly one after the other, and never in the way of a press.

import { whenIdle } from "./plots.js";

/** @import { PlotlyLibrary } from "./types.d.ts" */
/** @import { Heatmap, Size } from "./heatmap.js" */

const LONGEST = 12; // milliseconds that a figure takes

/**
 * The next time that the browser has nothing better to do, and how long it lasts.
 * @returns {Promise<IdleDeadline | undefined>}
 */
export function idle() {
  return new Promise((done) => void whenIdle(done));
}

/**
 * Draws what is not drawn as it is now. What has no picture yet gets it at once, if it is seen; a
 * picture with old numbers lies under cells that have the new ones, and waits until there is time.
 * False where ``present`` says meanwhile that all of it is overtaken.
 * @param {PlotlyLibrary} Plotly
 * @param {Heatmap[]} figures
 * @param {Size} cell
 * @param {() => boolean} present
 */
export async function drawInTurn(Plotly, figures, cell, present, seen = true) {
  /** @type {IdleDeadline | undefined} */
  let time;
  for (const figure of figures.filter((one) => !one.isDrawn(cell))) {
    const waits = !seen || figure.hasPicture(cell);
    if (waits && (time?.timeRemaining() ?? 0) < LONGEST) time = await idle();
    if (!present()) return false;
    await figure.draw(Plotly, cell);
  }
  return present();
}
