// What lies over a page that is presented: a black screen, a ring around the pointer, the keys, and
// the link as a QR code.

import { KEYS, PRESENT, QR } from "./constants.js";
import { formatted, h } from "./dom.js";
import { fromApp } from "./visitor.js";

/** @typedef {(sentence: string) => void} Tell */

const MOST = 0.82; // of the window's height for a QR code
const screen = h("div", { class: "bp-black" });
const circle = h("div", { class: "bp-ring", "aria-hidden": "true" });

/** @param {PointerEvent} event */
function follow({ clientX, clientY }) {
  circle.style.transform = `translate(${clientX}px, ${clientY}px)`;
}

/** @param {Tell} tell */
export function ring(tell) {
  const on = !circle.isConnected;
  if (on) {
    document.body.append(circle);
    addEventListener("pointermove", follow, { passive: true });
  } else {
    clear();
  }
  tell(PRESENT[on ? "ring_on" : "ring_off"]);
}

export function clear() {
  circle.remove();
  removeEventListener("pointermove", follow);
}

/** @param {Tell} tell */
export function black(tell) {
  const listening = new AbortController();
  const back = (/** @type {Event} */ event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    listening.abort();
    screen.remove();
    tell(PRESENT.back);
  };
  const options = { capture: true, signal: listening.signal };
  for (const type of ["keydown", "pointerdown"]) document.addEventListener(type, back, options);
  document.body.append(screen);
  tell(PRESENT.black);
}

/**
 * A dialog over the page, in its colours; a press of its key closes it again, as Escape does.
 * @param {string} name
 * @param {string} key
 * @param {Node[]} content
 */
function dialog(name, key, ...content) {
  const around = document.querySelector(".bp-stage")?.parentElement ?? document.body; // it has the theme
  const made = h("dialog", { class: "bp-dialog", "aria-label": name }, ...content);
  const close = () => made.close();
  made.append(h("button", { type: "button", class: "close", onclick: close }, PRESENT.close));
  made.addEventListener("close", () => made.remove());
  made.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key.toLowerCase() === key) close();
  });
  around.append(made);
  made.showModal();
  return made;
}

export function keys() {
  const rows = KEYS.map(([key, does]) => h("div", {},
    h("dt", {}, ...key.split(" ").map((one) => h("kbd", {}, one))), h("dd", {}, does)));
  dialog(PRESENT.keys, "?", h("h2", {}, PRESENT.keys), h("dl", {}, ...rows));
}

/**
 * The address as a QR code, or the sentence that says why there is none.
 * @param {string} address
 * @param {(image: HTMLImageElement) => void} [arrived]
 */
export function qrOf(address, arrived) {
  const count = new TextEncoder().encode(address).length;
  const refusal = formatted(PRESENT.too_long, { count, most: QR.longest });
  if (count > QR.longest) return h("p", { role: "alert" }, refusal);
  const asked = fromApp(QR.address);
  asked.searchParams.set("address", address);
  const image = h("img", { src: asked.href, alt: `${PRESENT.qr}: ${address}` });
  image.addEventListener("load", () => arrived?.(image));
  image.addEventListener("error", () => image.replaceWith(h("p", { role: "alert" }, PRESENT.no_qr)));
  return image;
}

// Of the link without present=1: those who follow it look at a page of their own.
export function qr() {
  dispatchEvent(new Event("backprop:tell")); // the address follows the picture a moment later
  const url = new URL(location.href);
  url.searchParams.delete("present");
  const shown = qrOf(url.href, (image) => {
    const modules = image.naturalWidth; // whole pixels for each keep the edges sharp
    const most = Math.min(innerWidth * 0.94, innerHeight * MOST);
    image.width = modules * Math.max(1, Math.floor(most / modules));
  });
  dialog(PRESENT.qr, "q", shown, h("p", { class: "address" }, url.href)).classList.add("bp-qr");
}
