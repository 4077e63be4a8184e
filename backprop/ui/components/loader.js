// Brings in a component's module, which the app serves and the browser keeps.

/** @import { Component } from "../../browser/types.d.ts" */
/** @typedef {{ default: (component: Component<any>) => Leave | Promise<Leave> }} Module */
/** @typedef {(() => void) | undefined} Leave */

/** @type {WeakMap<HTMLElement, Leave | Promise<Leave>>} */
const leaving = new WeakMap();
/** @type {Map<string, Module>} */
const here = new Map(); // to ask for one again takes the browser a turn, in which others act

/** @param {Component<Uint8Array>} component its data are JSON */
export default function (component) {
  const root = component.parentElement;
  const app = window.__streamlit?.BACKEND_BASE_URL ?? document.baseURI;
  window.backpropTake(component, (data) => {
    const address = new URL(data.module, app).href;
    const module = here.get(address);
    const show = (/** @type {Module} */ one) => one.default({ ...component, data });
    leaving.set(root, module ? show(module) : brought(address).then(show));
    return true;
  });
  return async () => (await leaving.get(root))?.();
}

/** @param {string} address */
async function brought(address) {
  const module = await import(address);
  here.set(address, module);
  return module;
}
