// The address of the page is the link to the lesson: it follows in place, and one press copies it.

/** @import { Component } from "../../../browser/types.d.ts" */

const SAID_FOR = 2000; // milliseconds

// The address follows the lesson in place, so that Back leaves the page, and not each change of it.
function followInPlace() {
  if (history.followsInPlace) return;
  history.followsInPlace = true;
  const push = history.pushState;
  history.pushState = (state, unused, url) => {
    const stays = new URL(url ?? "", location.href).pathname === location.pathname;
    (stays ? history.replaceState : push).call(history, state, unused, url);
  };
}

/**
 * What copies a text, from the stage's modules.
 * @param {string} address
 */
function copier(address) {
  const app = window.__streamlit?.BACKEND_BASE_URL ?? document.baseURI;
  return import(new URL(address, app).href);
}

/** @param {Component<{ clipboard: string }>} component */
export default function ({ data, parentElement }) {
  followInPlace();
  if (parentElement.querySelector("button")) return;
  const arrived = copier(data.clipboard);
  /** @type {((text: string) => Promise<void>) | undefined} */
  let copy; // at once with the press, once it is there
  arrived.then((clipboard) => (copy = clipboard.copy), () => {});
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.textContent = "Copy link";
  status.setAttribute("role", "status");
  status.className = "unseen";
  let timer = 0;
  /** @param {string} text */
  const say = (text) => {
    button.textContent = text;
    status.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = "Copy link";
      status.textContent = "";
    }, SAID_FOR);
  };
  button.onclick = () => {
    dispatchEvent(new Event("backprop:tell")); // the address follows the picture a moment later
    const copied = copy ? copy(location.href) : arrived.then((clipboard) => clipboard.copy(location.href));
    copied.then(() => say("Copied"), () => say("Not copied"));
  };
  const element = document.createElement("div");
  element.className = "bp-copy-link";
  element.append(button, status);
  parentElement.append(element);
}
