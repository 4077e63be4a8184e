// Brings in a component's module, which the app serves and the browser keeps.

/** @import { Component } from "../../browser/types.d.ts" */

/** @type {WeakMap<HTMLElement, Promise<() => void>>} */
const leaving = new WeakMap();

/** @param {Component<Uint8Array>} component its data are JSON */
export default function (component) {
  const root = component.parentElement;
  const app = window.__streamlit?.BACKEND_BASE_URL ?? document.baseURI;
  window.backpropTake(component, (data) => {
    const module = import(new URL(data.module, app).href);
    leaving.set(root, module.then((one) => one.default({ ...component, data })));
  });
  return () => void leaving.get(root)?.then((leave) => leave?.());
}
