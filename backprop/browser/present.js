// Presenting: which part of the page is shown, and the keys for it. What lies over the page comes
// with present_layers.js, when it is first asked for.

import { PAGES, PRESENT } from "./constants.js";
import { cover, coverSteps, uncover } from "./cover.js";
import { followHere } from "./here.js";
import { usesLetters } from "./keys.js";

/** @type {Record<string, string>} */
const PARTS = { 0: "all", 1: "network", 2: "matrices", 3: "equation", 4: "code" };
/** What of the page each part is, if it has it. */
const PLACES = {
  network: ".bp-stage > .diagram",
  matrices: ".bp-stage > :not(header, .diagram, .strip, .slider, .words)",
  equation: ".st-key-panel",
  code: ".bp-blocks .code",
};

const { dataset } = document.documentElement;
const told = document.createElement("p");
told.setAttribute("role", "status");
told.className = "bp-told";
let selected = "";
followHere((here) => (selected = here.selected));

/** @param {string} sentence */
function tell(sentence) {
  if (!told.isConnected) document.body.append(told);
  told.textContent = sentence;
}

// The address keeps what server/view.js reads from here.
function look() {
  history.replaceState(history.state, "", location.href);
  dispatchEvent(new Event("backprop:view"));
}

function start() {
  dataset.present = "all";
  look();
  tell(PRESENT.on);
}

async function leave() {
  delete dataset.present;
  if (cover.on) coverSteps(false);
  look();
  tell(PRESENT.off);
  (await layers()).clear();
}

/** @param {string} part */
function show(part) {
  const wanted = dataset.present === part ? "all" : part;
  const place = PLACES[/** @type {keyof typeof PLACES} */ (wanted)];
  if (place && !document.querySelector(place)) return tell(PRESENT.lacking);
  dataset.present = wanted;
  look();
  tell(PRESENT[wanted]);
}

function toggleCover() {
  coverSteps(!cover.on);
  tell(cover.on ? PRESENT.covering : PRESENT.uncovering);
}

/**
 * The next page, or the one before, with the same lesson. Streamlit follows the history.
 * @param {number} by
 */
function turn(by) {
  dispatchEvent(new Event("backprop:tell")); // the address follows the picture a moment later
  const url = new URL(location.href);
  const folder = url.pathname.replace(/[^/]*$/, "");
  const page = PAGES[PAGES.indexOf(url.pathname.slice(folder.length)) + by];
  if (page === undefined) return;
  dataset.present = "all";
  url.pathname = folder + page;
  history.pushState(null, "", url);
  dispatchEvent(new PopStateEvent("popstate", { state: null }));
}

const layers = () => import("./present_layers.js");

/** @type {Record<string, () => unknown>} */
const ACTS = {
  c: toggleCover,
  n: () => turn(1),
  p: () => turn(-1),
  b: async () => (await layers()).black(tell),
  ".": async () => (await layers()).black(tell), // what the black button of a clicker sends
  r: async () => (await layers()).ring(tell),
  q: async () => (await layers()).qr(),
};

/** @param {KeyboardEvent} event */
function actOf(event) {
  const key = event.key.toLowerCase();
  if (key === "?") return async () => (await layers()).keys();
  if (key === "end" && dataset.hide?.includes("steps")) return () => {};
  if (key === "f") return dataset.present ? leave : start;
  if (!dataset.present) return undefined;
  if (key === " " && cover.covers) return uncover;
  if (key === "escape") return selected ? undefined : leave; // it lets go of the number first
  return key in PARTS ? () => show(PARTS[key]) : ACTS[key];
}

addEventListener("keydown", (event) => {
  const held = event.ctrlKey || event.metaKey || event.altKey || (event.shiftKey && event.key !== "?");
  const busy = "opening" in dataset || document.querySelector("dialog[open], .bp-black");
  if (held || busy || event.repeat || usesLetters(event)) return;
  const act = actOf(event);
  if (!act) return;
  event.preventDefault();
  event.stopImmediatePropagation(); // Streamlit has a use of its own for R and C
  act();
}, { capture: true });
