// The address of the page is the link to the lesson: it follows in place, and one press copies it.

import { copy } from "../../../browser/clipboard.js";

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

/** @param {Component<object>} component */
export default function ({ parentElement }) {
  followInPlace();
  if (parentElement.querySelector("button")) return;
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
    copy(location.href).then(() => say("Copied"), () => say("Not copied"));
  };
  const element = document.createElement("div");
  element.className = "bp-copy-link";
  element.append(button, status);
  parentElement.append(element);
}
