// The first minute on the page: <html data-opening="2"> in its act 2, on which the style sheets hang,
// and the cookie that says, the next time, that somebody has been here: ui/first_look.py asks for it.

const YEAR = 365 * 24 * 60 * 60; // seconds
const { documentElement: root } = document;

export const NAMED = 4; // the act that names one line

/** The act that is shown, from 0; -1 for none. */
export function act() {
  const { opening } = root.dataset;
  return opening === undefined ? -1 : Number(opening);
}

/** @param {number} shown */
export function showAct(shown) {
  root.dataset.opening = String(shown);
}

export function end() {
  delete root.dataset.opening;
}

export function remember() {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: there is no cookieStore without HTTPS
    document.cookie = `backprop-seen=1; max-age=${YEAR}; samesite=lax`;
  } catch {
    return; // a frame without cookies: it is shown again, at most
  }
}
