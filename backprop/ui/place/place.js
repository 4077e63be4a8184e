let tell;
let asked;
addEventListener("backprop:place", (event) => {
  if (tell) event.preventDefault(); // heard
  tell?.("place", event.detail);
});

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  tell = setStateValue;
  // A page that turns dark needs its formulas in other colours, and Python does not see it turn.
  const theme = getComputedStyle(parentElement).colorScheme;
  if (theme === data.theme) asked = null;
  else if (theme !== asked) setTriggerValue("theme", (asked = theme));
  return () => (tell = null);
}
