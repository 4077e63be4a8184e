// Brings in a component's module, which the app serves and the browser keeps.

/** @import { Component } from "../../browser/types.d.ts" */

/** @type {WeakMap<HTMLElement, object>} */
const latest = new WeakMap();

/** @param {Component<{ module: string }>} component */
export default function (component) {
  const { data, parentElement: root } = component;
  const app = window.__streamlit?.BACKEND_BASE_URL ?? document.baseURI;
  latest.set(root, component);
  const isLatest = () => latest.get(root) === component;
  const left = import(new URL(data.module, app).href).then((module) => isLatest() && module.default(component));
  return () => void (isLatest() && left.then((leave) => leave?.()));
}
