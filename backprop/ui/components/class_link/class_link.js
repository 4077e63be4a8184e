// A button for a dialog that makes links for a class by ticking. It needs no server to make them.

import { copy } from "../../../browser/clipboard.js";
import { h, say } from "../../../browser/dom.js";
import { qrOf } from "../../../browser/present_layers.js";

/** @import { Component } from "../../../browser/types.d.ts" */
/** @typedef {{ words: Record<string, string>, hidden: [word: string, label: string][] }} ClassLinkData */

/** @param {Component<ClassLinkData>} component */
export default function ({ parentElement, data: { words, hidden } }) {
  if (parentElement.querySelector("button")) return;
  const open = () => show(parentElement, words, hidden);
  parentElement.append(h("div", { class: "bp-copy-link" }, h("button", { type: "button", onclick: open }, words.open)));
}

/**
 * @param {string} value
 * @param {string} label
 * @param {boolean | undefined} checked
 */
function box(value, label, checked) {
  const field = h("input", { type: "checkbox", value });
  field.checked = Boolean(checked);
  return { field, element: h("label", {}, field, label) };
}

/**
 * @param {HTMLElement} element
 * @param {ClassLinkData["words"]} words
 * @param {ClassLinkData["hidden"]} hidden
 */
function show(element, words, hidden) {
  dispatchEvent(new Event("backprop:tell")); // the address follows the picture a moment later
  const { dataset } = document.documentElement;
  const present = box("1", words.present, Boolean(dataset.present));
  const boxes = hidden.map(([word, label]) => box(word, label, dataset.hide?.split(" ").includes(word)));
  const address = h("input", { type: "text", readonly: "", "aria-label": words.address });
  const code = h("div", { class: "code" });
  const button = h("button", { type: "button", class: "copy" }, words.copy);
  const status = h("span", { role: "status" });
  const close = h("button", { type: "button" }, words.close);
  // the sidebar saves the lesson beside the reason for it, where its link is long
  const saving = () => /** @type {HTMLElement | null} */ (document.querySelector(".st-key-long_link button"));
  const save = h("button", { type: "button", onclick: () => saving()?.click() }, words.save);
  const file = saving() ? [h("p", { class: "long" }, words.long, " ", save)] : [];
  const make = () => {
    const url = new URL(location.href);
    const without = boxes.map(({ field }) => field).filter((field) => field.checked);
    for (const [name, text] of [["present", present.field.checked ? "1" : ""], ["hide", without.map(({ value }) => value).join()]]) {
      if (text) url.searchParams.set(name, text);
      else url.searchParams.delete(name);
    }
    address.value = url.href;
    code.replaceChildren(qrOf(url.href));
    say(status, "");
  };
  button.onclick = () => copy(address.value).then(() => say(status, words.copied), () => say(status, words.not_copied));
  const dialog = h("dialog", { class: "bp-dialog bp-class-link", "aria-label": words.open, onchange: make },
    h("h2", {}, words.open), h("p", {}, words.purpose), present.element,
    h("fieldset", {}, h("legend", {}, words.hide), ...boxes.map((one) => one.element)),
    address, ...file, code, h("div", { class: "buttons" }, status, button, close));
  close.onclick = () => dialog.close();
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // the stage has no use for these keys
  element.append(dialog);
  make();
  dialog.showModal();
}
