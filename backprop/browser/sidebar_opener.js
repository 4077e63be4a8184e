// The button that opens the folded sidebar says what for; Streamlit's own name for it says only how.
// What is seen on it is its name, by frame.css.

import { CHANGE } from "./constants.js";
import { put } from "./dom.js";

const OPENER = "[data-testid=stExpandSidebarButton]";
const observer = new MutationObserver(name);

export function nameOpener() {
  const header = document.querySelector("[data-testid=stHeader]");
  observer.disconnect();
  if (header) observer.observe(header, { childList: true, subtree: true });
  name();
}

function name() {
  for (const button of document.querySelectorAll(OPENER)) put(button, "aria-label", CHANGE);
}
