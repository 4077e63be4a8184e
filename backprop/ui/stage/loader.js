// Brings in the stage's modules, which the app serves and the browser keeps, and mounts the stage.

/** @import { Component, StageData } from "../../browser/types.d.ts" */

/** @type {WeakMap<HTMLElement, Promise<typeof import("../../browser/main.js")>>} */
const arrivals = new WeakMap();

/** @param {Component<Uint8Array>} component its data are JSON */
export default function (component) {
  window.backpropTake(component, (data) => show(component, data));
  return () => void arrivals.get(component.parentElement)?.then((main) => main.unmount(component.parentElement), () => {});
}

/**
 * @param {Component<Uint8Array>} component
 * @param {StageData} data
 */
function show(component, data) {
  const { parentElement: root } = component;
  // The addresses are relative to the app, wherever a proxy shows it.
  const app = window.__streamlit?.BACKEND_BASE_URL ?? document.baseURI;
  const [modules, plotly] = [data.modules, data.plotly].map((path) => new URL(path, app).href);
  if ((root.dataset.modules ??= modules) !== modules) {
    // The server was upgraded under an open page. The address brings the lesson back.
    dispatchEvent(new Event("backprop:tell"));
    location.reload();
    return;
  }
  const arrived = import(modules).finally(() => root.querySelector(".bp-not-loaded")?.remove());
  arrived
    .then((main) => main.mount({ ...component, data: { ...data, plotly } }), () => modules)
    .then((missing) => missing && root.append(notLoaded(missing)));
  arrivals.set(root, arrived);
}

/** @param {string} address */
function notLoaded(address) {
  const sentence = document.createElement("p");
  sentence.className = "bp-not-loaded";
  sentence.setAttribute("role", "alert");
  sentence.style.color = "var(--st-red-text-color)";
  sentence.textContent = "The picture did not load. Reload the page. If it stays away, tell whoever "
    + `runs this app that ${address} does not arrive.`;
  return sentence;
}
