// The keys of the stage. They never take a key from a field, a list or anything else that uses it.

/** @import { Stage } from "./stage.js" */

const FIELDS = "input, textarea, select, [contenteditable=true]";
const USERS = `${FIELDS}, [role=slider], [role=combobox], [role=listbox], [role=option], ` +
  "[role=radio], [role=radiogroup], [role=tab], [role=menu], [role=menuitem], [role=spinbutton], " +
  "dialog, [role=dialog], [role=gridcell], canvas";
const LETTERED = "input:not([type=range], [type=radio], [type=checkbox]), textarea, select, " +
  "[contenteditable=true], [role=combobox], [role=listbox], [role=option], [role=menu], [role=menuitem]";
const PRESSABLE = "button, a, summary, [role=button]";
/**
 * What a key means nothing to: a closed list to sideways arrows, all that has one line to pages,
 * a row of choices to all but arrows.
 * @type {Record<string, string>}
 */
const DEAF = {
  ArrowLeft: "[role=combobox][aria-expanded=false][inputmode=none]",
  ArrowRight: "[role=combobox][aria-expanded=false][inputmode=none]",
  PageUp: "input, select, [role=gridcell], [role=radio]",
  PageDown: "input, select, [role=gridcell], [role=radio]",
  Home: "[role=radio]",
  End: "[role=radio]",
};

/**
 * Where an arrow key leads: to the right, and down.
 * @type {Record<string, [right: number, down: number]>}
 */
export const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** @type {Record<string, (here: number, last: number) => number>} */
const MOVES = {
  Home: () => 1,
  ArrowLeft: (here) => here - 1,
  PageUp: (here) => here - 1,
  ArrowRight: (here) => here + 1,
  PageDown: (here) => here + 1,
  End: (_, last) => last,
};

/**
 * Where a key leads from here, counted from 1; null for a key that leads nowhere.
 * @param {string} key
 * @param {number} here
 * @param {number} last
 */
export function leadsTo(key, here, last) {
  const to = MOVES[key]?.(here, last);
  return to === undefined ? null : Math.min(Math.max(1, to), last);
}

/** @param {Event} event */
function targetOf({ target }) {
  return target instanceof Element ? target : document.body;
}

/**
 * Is the event at something that takes Space or Enter for a press?
 * @param {Event} event
 */
export function isAtPressable(event) {
  return Boolean(targetOf(event).closest(PRESSABLE));
}

/**
 * Is the event at something that takes letters: a field, a list?
 * @param {Event} event
 */
export function usesLetters(event) {
  return Boolean(targetOf(event).closest(LETTERED));
}

/** @param {KeyboardEvent} event */
function isDeaf(event) {
  const target = targetOf(event);
  return event.key in DEAF && target.matches(DEAF[event.key]) && !target.matches("[aria-expanded=true]");
}

/**
 * Streamlit's lists keep all keys to themselves, so what they are deaf to is caught on the way down.
 * @param {KeyboardEvent} event
 * @param {Stage} stage
 */
export function onKeyGoingDown(event, stage) {
  if (isDeaf(event)) onKey(event, stage);
}

/**
 * The first part that takes the key has it.
 * @param {KeyboardEvent} event
 * @param {Stage} stage
 */
export function onKey(event, stage) {
  if (!stage.data || event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (targetOf(event).closest(USERS) && !isDeaf(event)) return;
  if (stage.parts.some((part) => part.key?.(event))) event.preventDefault();
  else if (event.key === "Escape") stage.changes.leave();
}

/**
 * A click on the picture leaves the focus where it was, and takes it from a field.
 * @param {Event} event
 */
export function keepFocus(event) {
  event.preventDefault();
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches(FIELDS)) activeElement.blur();
}

/**
 * A list that was used by the pointer gives the keys back; by keyboard it is used on.
 * @param {HTMLSelectElement} select
 */
export function giveKeysBack(select) {
  let pointer = false;
  select.addEventListener("pointerdown", () => (pointer = true));
  select.addEventListener("keydown", () => (pointer = false));
  select.addEventListener("change", () => pointer && select.blur());
  return select;
}
