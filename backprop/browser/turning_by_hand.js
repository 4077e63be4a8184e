// How a number is turned: a drag on its cell or its line, the wheel over it, keys in its cell.

import { ARROWS } from "./keys.js";

/** @import { Stage } from "./stage.js" */

const GIVEN = "[data-given], [data-turn]";
const WHEELED = ".selected, input";
const STILL = 4; // pixels within which a press is a click
const PER_STEP = 7; // pixels of a drag
const NOTCH = 40; // pixels of the wheel for a step: a trackpad sends many small ones

/** @typedef {{ id: string, element: Element, x: number, y: number, across: boolean, drags: boolean }} Press */

/** @param {Event} event */
function given({ target }) {
  const element = target instanceof Element ? target.closest(GIVEN) : null;
  return { element, id: element?.getAttribute("data-turn") ?? element?.getAttribute("data-id") ?? "" };
}

/**
 * How many steps a key turns, up or down; 0 for another key.
 * @param {KeyboardEvent} event
 */
export function stepsOf({ key, shiftKey }) {
  const [across, down] = ARROWS[key] ?? [0, 0];
  return across ? 0 : -down * (shiftKey ? 10 : 1);
}

/**
 * @param {Stage} stage
 * @param {AbortSignal} signal
 */
export function listenForTurns(stage, signal) {
  const { element, turning } = stage;
  /** @type {Press | null} */
  let press = null;
  let dragged = false;
  let rolled = 0;

  element.addEventListener("pointerdown", (event) => {
    const { element: at, id } = given(event);
    dragged = false;
    press = null;
    if (!at || at.matches("input") || event.button !== 0 || !event.isPrimary || !turning.can(id)) return;
    // A finger scrolls the page, but not from what is selected.
    if (event.pointerType === "touch" && !(id === stage.selected && at.matches("[data-given]"))) return;
    press = { id, element: at, x: event.clientX, y: event.clientY, across: false, drags: false };
    turning.prepare(id);
  }, { signal });

  element.addEventListener("pointermove", (event) => {
    if (!(event.buttons & 1)) press = null; // it was let go beside the stage
    if (!press) return;
    const [right, up] = [event.clientX - press.x, press.y - event.clientY];
    if (!press.drags) {
      if (Math.hypot(right, up) < STILL) return;
      if (stage.selected !== press.id) stage.select(press.id);
      if (!turning.begin(press.id)) return void (press = null);
      press.element.setPointerCapture(event.pointerId);
      press.drags = dragged = true;
      press.across = Math.abs(right) > Math.abs(up);
    }
    if (turning.id === press.id) turning.to(Math.round((press.across ? right : up) / PER_STEP));
  }, { signal });

  const release = () => {
    if (press?.drags && turning.id === press.id) turning.letGo();
    press = null;
  };
  element.addEventListener("pointerup", release, { signal });
  element.addEventListener("pointercancel", release, { signal });
  element.addEventListener("click", (event) => {
    if (dragged) event.stopPropagation(); // the end of a drag selects nothing
    dragged = false;
  }, { signal, capture: true });

  /** @param {WheelEvent} event */
  const roll = (event) => {
    const { element: at, id } = given(event);
    if (!at?.matches(WHEELED) || event.ctrlKey) return;
    event.preventDefault();
    if (!turning.begin(id)) return;
    rolled += event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? NOTCH : 1);
    const steps = Math.trunc(rolled / NOTCH);
    rolled -= steps * NOTCH;
    turning.to(turning.steps - steps);
    turning.rest();
  };
  // A page that listens to the wheel scrolls less smoothly: it does only over what is selected.
  /** @param {Event} event */
  const meet = (event) => {
    const { element: at, id } = given(event);
    element.removeEventListener("wheel", roll);
    if (!at?.matches(WHEELED) || !turning.can(id)) return;
    element.addEventListener("wheel", roll, { signal, passive: false });
  };
  element.addEventListener("pointerover", meet, { signal });
  element.addEventListener("click", meet, { signal });

  element.addEventListener("keydown", (event) => {
    const { id } = given(event);
    const steps = stepsOf(event);
    if (event.key === "Alt") turning.prepare(id);
    if (!event.altKey || !steps || !turning.can(id)) return;
    event.preventDefault();
    event.stopPropagation();
    if (stage.selected !== id) stage.select(id);
    if (turning.begin(id)) turning.to(turning.steps + steps);
  }, { signal, capture: true });
  element.addEventListener("keyup", () => {
    if (turning.id && !press?.drags) turning.rest();
  }, { signal });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !turning.cancel()) return;
    press = null;
    event.preventDefault();
    event.stopPropagation();
  }, { signal, capture: true });
}
