// The link in the address bar follows the stage at once, before Python has heard of it.

/**
 * Each parameter by its name; one without a text is left out.
 * @param {Record<string, string>} parameters
 */
export function followInAddress(parameters) {
  const url = new URL(location.href);
  for (const [name, text] of Object.entries(parameters)) {
    if (text) url.searchParams.set(name, text);
    else url.searchParams.delete(name);
  }
  if (url.href === location.href) return;
  try {
    history.replaceState(history.state, "", url);
  } catch {
    return; // a browser may refuse many changes in a short time; the next one goes through
  }
  dispatchEvent(new Event("backprop:address"));
}
