// Tells Python where the learner has gone on the stage, and which theme the page has.

/** @import { Component } from "../../../browser/types.d.ts" */

/** @type {Component<{ theme: string }>["setStateValue"][]} */
const tellers = []; // while one part of a page gives way to another, both may be here for a moment
/** @type {string | null} */
let asked = null;
addEventListener("backprop:place", (event) => {
  if (tellers.length) event.preventDefault(); // heard
  tellers.at(-1)?.("place", event.detail);
});

/** @param {Component<{ theme: string }>} component */
export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  tellers.push(setStateValue);
  // A page that turns dark needs its formulas in other colours, and Python does not see it turn.
  const theme = getComputedStyle(parentElement).colorScheme;
  if (theme === data.theme) asked = null;
  else if (theme !== asked) setTriggerValue("theme", (asked = theme));
  return () => tellers.splice(tellers.indexOf(setStateValue), 1);
}
