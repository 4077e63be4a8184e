// A table of fields. Edits are kept here until Python has seen them, so that none is lost on the way.

/** @import { Component } from "../../../browser/types.d.ts" */

/** @typedef {{ id: string, name: string, text: string, short: string }} Cell a number in full and as it is shown */
/** @typedef {HTMLInputElement & { cell: Cell, start?: string }} Field with its cell, and the text that it began with */
/**
 * A text for a cell, or a block of them from it on, as it was pasted: Python says what it fills.
 * @typedef {{ cell: string, text: string, how?: string }} Edit
 */
/**
 * What Python's Table has, the number of the message that it has seen last, and what came of it: what
 * is wrong, the texts that were not taken by their cell, the cells that a block has filled, and what
 * else can be done with it.
 * @typedef {{
 *   name: string,
 *   corner: string,
 *   columns: string[],
 *   rows: [header: string, cells: Cell[]][],
 *   split: number,
 *   steps: [least: number, most: number] | null,
 *   seen: string | null,
 *   problem: string,
 *   texts: Record<string, string>,
 *   filled: string[],
 *   told: string,
 *   offers: { label: string, edit: Edit }[],
 * }} GridData
 */

/** @type {WeakMap<HTMLElement, Grid>} */
const grids = new WeakMap();
let count = 0;

/**
 * How many rows a key leads down.
 * @type {Record<string, number>}
 */
const STEPS = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

const NOTHING = { problem: "", told: "", offers: [] };

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What is pasted and is like this may be several numbers; one with a comma is as if typed. */
const SEVERAL = /[\s;|&[\]]|,.*[,.]|\..*,/;

class Grid {
  /** @type {Edit[]} */
  pending = []; // what the lesson does not have yet, in its order
  /** @type {string | null} */
  sent = null; // the last message, while it is unanswered
  /** @type {GridData} */
  data;
  /** @type {Component<GridData>["setTriggerValue"]} */
  setTriggerValue;
  /** @type {Field[][]} */
  inputs = [];
  shape = "";
  offered = "[]";

  constructor(/** @type {HTMLElement} */ root) {
    this.problem = h("p", { role: "alert", id: `bp-grid-${(count += 1)}` });
    this.told = h("p", { role: "status" });
    this.offers = h("div", {});
    this.place = h("div", { class: "scroll" });
    const told = h("div", { class: "told" }, this.told, this.offers);
    const said = h("div", { class: "said" }, this.problem, told);
    this.element = h("div", { class: "bp-grid" }, this.place, said);
    root.append(this.element);
    // What was sent to a server that has gone is sent to the one that is there now.
    this.comeBack = () => this.sent !== null && this.send();
    window.addEventListener("backprop:back", this.comeBack);
  }

  receive(/** @type {Component<GridData>} */ { data, setTriggerValue }) {
    this.data = data;
    this.setTriggerValue = setTriggerValue;
    if (this.sent === null || this.sent === data.seen) {
      this.sent = null;
      this.pending = Object.entries(data.texts).map(([cell, text]) => ({ cell, text }));
    }
    const shape = JSON.stringify([data.columns, data.rows.map(([, row]) => row.map((cell) => cell.id))]);
    if (shape !== this.shape) this.build();
    this.shape = shape;
    data.rows.forEach(([, row], r) => row.forEach((cell, c) => (this.inputs[r][c].cell = cell)));
    this.update();
  }

  build() {
    const { name, rows, steps } = this.data;
    this.inputs = rows.map(([, row], r) => row.map((cell, c) => this.input(cell, r, c)));
    this.place.replaceChildren(
      steps
        ? h("div", { class: "row", role: "group", "aria-label": name },
            h("span", {}, rows[0][0]), ...this.inputs[0])
        : this.matrix());
  }

  matrix() {
    const { name, corner, columns, rows, split } = this.data;
    /** @param {number} c */
    const apart = (c) => (c === split ? "apart" : "");
    const head = columns.map((text, c) => h("th", { scope: "col", class: apart(c) }, text));
    const body = rows.map(([text], r) =>
      h("tr", {}, h("th", { scope: "row" }, text),
        ...this.inputs[r].map((input, c) => h("td", { class: apart(c) }, input))));
    return h("table", { "aria-label": name },
      h("thead", {}, h("tr", {}, h("td", { class: "corner" }, corner), ...head)),
      h("tbody", {}, ...body));
  }

  input(/** @type {Cell} */ cell, /** @type {number} */ r, /** @type {number} */ c) {
    const { steps } = this.data;
    const inputmode = steps ? "numeric" : "text";
    const field = h("input", { type: "text", autocomplete: "off", spellcheck: "false", inputmode });
    /** @type {Field} */
    const input = Object.assign(field, { cell });
    if (steps) input.setAttribute("role", "spinbutton");
    input.onfocus = () => {
      this.show(input);
      input.start = input.value;
      input.select();
    };
    input.onblur = () => {
      this.commit(input);
      this.show(input);
    };
    input.onkeydown = (event) => this.key(event, input, r, c);
    input.onpaste = (event) => this.paste(event, input);
    return input;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Field} input
   * @param {number} r
   * @param {number} c
   */
  key(event, input, r, c) {
    const step = STEPS[event.key];
    if (event.key === "Escape") {
      input.value = input.cell.text;
      this.commit(input);
    } else if (this.data.steps && event.key.startsWith("Arrow") && step) {
      const [least, most] = this.data.steps;
      input.value = String(Math.min(most, Math.max(least, (parseInt(input.value, 10) || 0) - step)));
      this.commit(input);
    } else if (step) {
      this.commit(input);
      this.inputs[r + step]?.[c].focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  paste(/** @type {ClipboardEvent} */ event, /** @type {Field} */ input) {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!SEVERAL.test(text.trim())) return;
    event.preventDefault();
    input.value = input.start ?? "";
    this.send({ cell: input.cell.id, text, how: "pasted" });
  }

  commit(/** @type {Field} */ input) {
    const text = input.value.trim();
    if (text === (input.start ?? "").trim()) return;
    input.start = input.value = text;
    this.send({ cell: input.cell.id, text });
  }

  /** Send all that the lesson does not have yet, and this edit after it. */
  send(/** @type {Edit | null} */ edit = null) {
    if (edit) {
      if (!edit.how) this.pending = this.pending.filter((one) => one.how || one.cell !== edit.cell);
      this.pending.push(edit);
    }
    this.sent = String(Math.random());
    this.setTriggerValue("edit", { number: this.sent, edits: this.pending });
    this.update();
  }

  // A field that is being typed in is left alone.
  show(/** @type {Field} */ input) {
    const { id, name, text, short } = input.cell;
    const focused = input === document.activeElement;
    const wrong = this.sent === null && id in this.data.texts;
    if (!focused || input.value === input.start || input.start === undefined) {
      input.value = this.pending.findLast((one) => one.cell === id && !one.how)?.text ?? (focused ? text : short);
      input.start = input.value;
    }
    input.title = text === short ? "" : text;
    input.setAttribute("aria-label", name);
    input.setAttribute("aria-invalid", String(wrong));
    input.classList.toggle("filled", this.sent === null && this.data.filled.includes(id));
    if (this.data.steps) input.setAttribute("aria-valuenow", text);
    if (wrong) input.setAttribute("aria-describedby", this.problem.id);
    else input.removeAttribute("aria-describedby");
  }

  update() {
    const { problem, told, offers } = this.sent === null ? this.data : NOTHING;
    if (this.problem.textContent !== problem) this.problem.textContent = problem;
    if (this.told.textContent !== told) this.told.textContent = told;
    this.offer(offers);
    this.inputs.flat().forEach((input) => this.show(input));
  }

  offer(/** @type {GridData["offers"]} */ offers) {
    if (JSON.stringify(offers) === this.offered) return; // one that has the focus keeps it
    this.offered = JSON.stringify(offers);
    this.offers.replaceChildren(...offers.map(({ label, edit }) => {
      const button = h("button", { type: "button" }, label);
      button.onclick = () => {
        this.inputs.flat().find((input) => input.cell.id === edit.cell)?.focus();
        this.send(edit);
      };
      return button;
    }));
  }

  remove() {
    window.removeEventListener("backprop:back", this.comeBack);
    this.element.remove();
  }
}

/** @param {Component<GridData>} component */
export default function (component) {
  const root = component.parentElement;
  const grid = grids.get(root) ?? new Grid(root);
  grids.set(root, grid);
  grid.receive(component);
  return () => {
    grid.remove();
    grids.delete(root);
  };
}
