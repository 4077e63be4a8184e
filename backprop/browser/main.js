// Where Streamlit's component meets the stage: it is mounted with all data, the first ones and new
// ones, once the modules of their parts are there. Until then the picture stays as it is.

import { STYLES } from "./constants.js";
import { act, end, remember } from "./first_look.js";
import { fetched, isHere } from "./modules.js";
import "./present.js";
import { nameOpener } from "./sidebar_opener.js";
import { Stage } from "./stage.js";

/** @import { Component, StageData } from "./types.d.ts" */

const OPENING = "browser/opening.js";
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLES);
document.adoptedStyleSheets.push(sheet);

/** @type {WeakMap<HTMLElement, Stage>} */
const stages = new WeakMap();
/** @type {WeakMap<HTMLElement, Component<StageData>>} */
const latest = new WeakMap();

/**
 * Shows these data. Gives the address of a module that does not arrive, if there is one.
 * @param {Component<StageData>} component
 */
export async function mount(component) {
  const root = component.parentElement;
  latest.set(root, component);
  const wanted = modulesOf(component.data);
  const awaited = wanted.filter((module) => !isHere(module));
  const missing = awaited.length ? await fetched(awaited) : undefined;
  const stays = root.isConnected && latest.get(root) === component;
  if (!stays) return undefined; // overtaken by new data, or the visitor has left the page
  if (missing) return missing;
  if (!wanted.includes(OPENING)) end();
  const known = stages.get(root);
  const stage = known ?? new Stage(root);
  stages.set(root, stage);
  stage.receive(component, wanted.join());
  if (!known) nameOpener();
  if (!known && act() < 0) remember();
  return undefined;
}

/** @param {HTMLElement} root */
export function unmount(root) {
  latest.delete(root);
  stages.get(root)?.remove();
  stages.delete(root);
}

/** @param {StageData} data */
function modulesOf({ parts }) {
  return parts.flatMap(({ module, overlays = [] }) => [module, ...overlays.map((one) => one.module)]);
}
