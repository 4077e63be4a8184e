const tellers = []; // while one part of a page gives way to another, both may be here for a moment
let asked;
addEventListener("backprop:place", (event) => {
  if (tellers.length) event.preventDefault(); // heard
  tellers.at(-1)?.("place", event.detail);
});

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  tellers.push(setStateValue);
  // A page that turns dark needs its formulas in other colours, and Python does not see it turn.
  const theme = getComputedStyle(parentElement).colorScheme;
  if (theme === data.theme) asked = null;
  else if (theme !== asked) setTriggerValue("theme", (asked = theme));
  return () => tellers.splice(tellers.indexOf(setStateValue), 1);
}
