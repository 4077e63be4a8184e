// The link in the address bar follows the stage at once, before Python has heard of it.

// Each parameter by its name; one without a text is left out.
export function followInAddress(parameters) {
  const url = new URL(location.href);
  for (const [name, text] of Object.entries(parameters)) {
    if (text) url.searchParams.set(name, text);
    else url.searchParams.delete(name);
  }
  try {
    if (url.href === location.href) return;
    history.replaceState(history.state, "", url);
    dispatchEvent(new Event("backprop:address"));
  } catch {
    // A browser may refuse many changes of the address in a short time; the next one goes through.
  }
}
