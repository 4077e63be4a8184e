// Brings in the stage's modules, which the app serves and the browser keeps, and mounts the stage.

/** @import { Component, StageData } from "../../browser/types.d.ts" */

/** @typedef {typeof import("../../browser/main.js")} Main */

/** @type {Main | undefined} */
let main; // once it is here: to ask for it again takes the browser a turn, in which others act
let here = ""; // the address of its modules

/** @param {Component<Uint8Array>} component its data are JSON */
export default function (component) {
  window.backpropTake(component, (data, early) => show(component, data, early));
  return () => main?.unmount(component.parentElement);
}

/**
 * @param {Component<Uint8Array>} component
 * @param {StageData} data
 * @param {boolean} early before Streamlit has heard of them, and of the address that came with them
 */
function show(component, data, early) {
  // The addresses are relative to the app, wherever a proxy shows it.
  const app = window.__streamlit?.BACKEND_BASE_URL ?? document.baseURI;
  const [modules, plotly] = [data.modules, data.plotly].map((path) => new URL(path, app).href);
  if ((component.parentElement.dataset.modules ??= here ||= modules) !== modules) {
    // The server was upgraded under an open page. The address brings the lesson back.
    if (early) return false;
    dispatchEvent(new Event("backprop:tell"));
    location.reload();
    return true;
  }
  const mount = (/** @type {Main} */ arrived) => mounted(arrived, { ...component, data: { ...data, plotly } });
  if (main) mount(main);
  else import(modules).then(mount, () => notLoaded(component.parentElement, modules));
  return true;
}

/**
 * @param {Main} arrived
 * @param {Component<StageData>} component
 */
async function mounted(arrived, component) {
  main = arrived;
  const { parentElement: root } = component;
  root.querySelector(".bp-not-loaded")?.remove();
  const missing = await main.mount(component);
  if (missing) notLoaded(root, missing);
}

/**
 * @param {HTMLElement} root
 * @param {string} address
 */
function notLoaded(root, address) {
  delete document.documentElement.dataset.opening; // or the page would stay hidden
  root.querySelector(".bp-not-loaded")?.remove();
  const sentence = document.createElement("p");
  sentence.className = "bp-not-loaded";
  sentence.setAttribute("role", "alert");
  sentence.style.color = "var(--st-red-text-color)";
  sentence.textContent = "The picture did not load. Reload the page. If it stays away, tell whoever "
    + `runs this app that ${address} does not arrive.`;
  root.append(sentence);
}
