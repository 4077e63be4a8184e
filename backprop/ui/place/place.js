let tell;
addEventListener("backprop:place", (event) => {
  if (tell) event.preventDefault(); // heard
  tell?.("place", event.detail);
});

export default function ({ setStateValue }) {
  tell = setStateValue;
  return () => (tell = null);
}
