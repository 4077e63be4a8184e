// Tells Python where the learner has gone on the stage, and which theme the page has.

/** @import { Component } from "../../../browser/types.d.ts" */

/** @type {Map<HTMLElement, Component<{ theme: string }>["setStateValue"]>} */
const tellers = new Map(); // while one part of a page gives way to another, both may be here for a moment
/** @type {string | null} */
let asked = null;
addEventListener("backprop:place", (event) => {
  if (tellers.size) event.preventDefault(); // heard
  [...tellers.values()].at(-1)?.("place", event.detail);
});

/** @param {Component<{ theme: string }>} component */
export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  tellers.set(parentElement, setStateValue);
  // A page that turns dark needs its formulas in other colours, and Python does not see it turn.
  const theme = getComputedStyle(parentElement).colorScheme;
  if (theme === data.theme) asked = null;
  else if (theme !== asked) setTriggerValue("theme", (asked = theme));
  return () => void tellers.delete(parentElement);
}
