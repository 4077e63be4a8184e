// What the stage hears of the page around it: keys, the window, and what stands beside it.

import { onKey, onKeyGoingDown } from "./keys.js";

/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @param {AbortSignal} signal that ends it
 */
export function listenToPage(stage, signal) {
  document.addEventListener("keydown", (event) => onKey(event, stage), { signal });
  document.addEventListener("keydown", (event) => onKeyGoingDown(event, stage), { signal, capture: true });
  // Another part of the page names a number.
  window.addEventListener("backprop:number", ({ detail: { id, act } }) =>
    (act === "select" ? stage.select(id) : stage.light(id)), { signal });
  window.addEventListener("backprop:view", () => stage.resize(true), { signal });
  window.addEventListener("backprop:back", () => stage.comeBack(), { signal });
  window.addEventListener("backprop:answered", () => (stage.asked = null), { signal });
  window.addEventListener("resize", () => stage.resize(), { signal });
}
