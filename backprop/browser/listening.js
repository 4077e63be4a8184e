// What the stage hears of the page around it: keys, the window, and what stands beside it.

import { onKey, onKeyGoingDown, usesLetters } from "./keys.js";

/** @import { Stage } from "./stage.js" */

/**
 * @param {Stage} stage
 * @param {AbortSignal} signal that ends it
 */
export function listenToPage(stage, signal) {
  document.addEventListener("keydown", (event) => onKey(event, stage), { signal });
  document.addEventListener("keydown", (event) => onKeyGoingDown(event, stage), { signal, capture: true });
  document.addEventListener("keydown", (event) => undo(event, stage), { signal });
  // Another part of the page names a number.
  window.addEventListener("backprop:number", ({ detail: { id, act } }) =>
    (act === "select" ? stage.select(id) : stage.light(id)), { signal });
  window.addEventListener("backprop:view", () => stage.resize(true), { signal });
  window.addEventListener("backprop:back", () => stage.comeBack(), { signal });
  window.addEventListener("backprop:answered", () => {
    stage.asked = null;
    stage.turning.answered();
  }, { signal });
  window.addEventListener("resize", () => stage.resize(), { signal });
}

/**
 * Ctrl+Z takes the last change back, with Shift or as Ctrl+Y it comes again; not from a field, which
 * has a use of its own for them.
 * @param {KeyboardEvent} event
 * @param {Stage} stage
 */
function undo(event, stage) {
  const key = event.key.toLowerCase();
  const way = key === "y" || (key === "z" && event.shiftKey) ? 1 : key === "z" ? -1 : 0;
  if (!way || event.altKey || !(event.ctrlKey || event.metaKey) || usesLetters(event) || !stage.data?.learning) return;
  event.preventDefault();
  stage.trigger("way", { way, moved: stage.moved });
}
