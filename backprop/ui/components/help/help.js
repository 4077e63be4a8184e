// What a word of the sidebar means: beside its control on hover and on focus, and in a group's list.

/** @import { Component } from "../../../browser/types.d.ts" */

/** @typedef {[at: string, label: string, meaning: string]} Word */
/** @typedef {{ groups: Record<string, Word[]> }} HelpData */

const REST = 500; // milliseconds that the mouse rests on a control before it is explained
const LEAVE = 150; // and that it may take from there to the explanation
const GAP = 10; // pixels

/** @type {WeakMap<HTMLElement, Help>} */
const helps = new WeakMap();

/**
 * @param {string} tag
 * @param {Node[] | string} content
 */
function h(tag, content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}

class Help {
  /** @type {Record<string, Word[]>} */
  groups = {};
  timer = 0;
  byMouse = false; // what gets the focus by a press of the mouse has been hovered over before
  leave = new AbortController();

  constructor(/** @type {HTMLElement} */ root, /** @type {HTMLElement} */ sidebar) {
    this.root = root;
    this.sidebar = sidebar;
    this.tip = h("div", []);
    Object.assign(this.tip, { className: "bp-help", id: "bp-help", role: "tooltip", popover: "manual" });
    root.append(this.tip);
    const options = { capture: true, signal: this.leave.signal };
    sidebar.addEventListener("pointerover", (event) => this.over(event), options);
    sidebar.addEventListener("pointerleave", () => this.later(() => this.hide(), LEAVE), options);
    sidebar.addEventListener("focusin", (event) => this.focus(event), options);
    sidebar.addEventListener("focusout", () => this.hide(), options);
    sidebar.addEventListener("input", () => this.hide(), options);
    sidebar.addEventListener("scroll", () => this.hide(), options);
    sidebar.addEventListener("click", (event) => this.ask(event), options);
    addEventListener("pointerdown", (event) => this.press(event), options);
    addEventListener("keydown", (event) => this.key(event), options);
  }

  /**
   * The control that an event is about, and its meaning.
   * @param {Event} event
   * @returns {[place: Element, meaning: string] | null}
   */
  asked({ target }) {
    if (!(target instanceof Element)) return null;
    for (const [at, , meaning] of Object.values(this.groups).flat()) {
      const place = target.closest(at);
      if (place) return [place, meaning];
    }
    return null;
  }

  over(/** @type {PointerEvent} */ event) {
    if (event.pointerType !== "mouse") return;
    const asked = this.asked(event);
    if (asked && !event.buttons) this.later(() => this.show(...asked), REST);
    else if (event.target === this.tip) clearTimeout(this.timer);
    else this.later(() => this.hide(), LEAVE);
  }

  focus(/** @type {FocusEvent} */ event) {
    const asked = this.asked(event);
    if (!asked || !(event.target instanceof Element)) return;
    this.tip.textContent = asked[1];
    if (!event.target.hasAttribute("aria-describedby")) event.target.setAttribute("aria-describedby", this.tip.id);
    if (!this.byMouse) this.show(...asked);
  }

  press(/** @type {PointerEvent} */ { pointerType }) {
    this.byMouse = pointerType === "mouse";
    this.hide();
  }

  key(/** @type {KeyboardEvent} */ { key }) {
    this.byMouse = false;
    if (key !== "Tab" && key !== "Shift") this.hide();
  }

  // The question mark of a group: its list is made at the first press, which then opens it.
  ask(/** @type {Event} */ { target }) {
    const button = target instanceof Element ? target.closest("button") : null;
    const name = button?.dataset.asks;
    if (!button || !name || button.popoverTargetElement) return;
    const list = h("dl", []);
    Object.assign(list, { className: "bp-help", popover: "auto" });
    list.addEventListener("beforetoggle", (event) => {
      const words = event.newState === "open" ? this.groups[name] : [];
      list.replaceChildren(...words.flatMap(([, label, meaning]) => [h("dt", label), h("dd", meaning)]));
    });
    list.addEventListener("toggle", (event) => event.newState === "open" && this.place(list, button));
    this.tip.after(list);
    button.popoverTargetElement = list;
  }

  later(/** @type {() => void} */ act, /** @type {number} */ time) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, time);
  }

  show(/** @type {Element} */ place, /** @type {string} */ meaning) {
    clearTimeout(this.timer);
    if (!place.isConnected) return;
    this.tip.textContent = meaning;
    this.tip.togglePopover(true);
    this.place(this.tip, place);
  }

  hide() {
    clearTimeout(this.timer);
    this.tip.togglePopover(false);
  }

  // To the right of the sidebar, where it covers none of its controls; on a phone below, or above.
  place(/** @type {HTMLElement} */ element, /** @type {Element} */ by) {
    const { right } = this.sidebar.getBoundingClientRect();
    const near = by.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    const beside = right + GAP + width < innerWidth;
    const below = near.bottom + GAP + height < innerHeight ? near.bottom + GAP : near.top - GAP - height;
    const top = beside ? near.top + (near.height - height) / 2 : below;
    element.style.left = `${beside ? right + GAP : Math.min(near.left, innerWidth - width - GAP)}px`;
    element.style.top = `${Math.max(GAP, Math.min(top, innerHeight - height - GAP))}px`;
  }

  remove() {
    this.leave.abort();
    clearTimeout(this.timer);
    this.root.replaceChildren();
  }
}

/** @param {Component<HelpData>} component */
export default function ({ parentElement, data }) {
  const sidebar = parentElement.closest("section");
  if (!sidebar) return;
  const help = helps.get(parentElement) ?? new Help(parentElement, sidebar);
  helps.set(parentElement, help);
  help.groups = data.groups;
  return () => {
    help.remove();
    helps.delete(parentElement);
  };
}
