// What the visitor's browser is: small as a phone, or asked for no motion; and where the app is for it.

const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");
const PHONE = 640; // pixels of width

export function isStill() {
  return REDUCED.matches;
}

export function isPhone() {
  return window.innerWidth <= PHONE;
}

/**
 * The whole address of what lies below the app, wherever a proxy shows it.
 * @param {string} path
 */
export function fromApp(path) {
  return new URL(path, window.__streamlit?.BACKEND_BASE_URL ?? document.baseURI);
}
