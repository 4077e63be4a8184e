// A table of fields. Edits are kept here until Python has seen them, so that none is lost on the way.

/** @import { Component } from "../../../browser/types.d.ts" */

/** @typedef {{ id: string, name: string, text: string, short: string }} Cell a number in full and as it is shown */
/** @typedef {HTMLInputElement & { cell: Cell, start?: string }} Field with its cell, and the text that it began with */
/**
 * What Python's Table has, the number of the message that it has seen last, and what was wrong there.
 * @typedef {{
 *   name: string,
 *   corner: string,
 *   columns: string[],
 *   rows: [header: string, cells: Cell[]][],
 *   split: number,
 *   steps: [least: number, most: number] | null,
 *   seen: string | null,
 *   problem: { cell: string | null, sentence: string, texts: Record<string, string> } | null,
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

/**
 * The cells of a pasted block: as a spreadsheet gives them, with tabs, or as people write them.
 * @param {string} text
 */
function block(text) {
  const lines = text.replace(/[[\]()]/g, " ").split(/\r?\n/);
  return lines.filter((line) => line.trim()).map(cells);
}

/** @param {string} line */
function cells(line) {
  if (line.includes("\t")) return line.split("\t").map((cell) => cell.trim());
  const row = line.replace(/^[\s,;]+|[\s,;]+$/g, "");
  if (row.includes(";")) return row.split(/\s*;\s*/);
  if (/\s/.test(row) && !/,\s/.test(row)) return row.split(/\s+/);
  return /^[-+]?\d+,\d+$/.test(row) ? [row] : row.split(/\s*,\s*/);
}

class Grid {
  /** @type {Map<string, string>} */
  pending = new Map(); // texts that the lesson does not have yet, by id of the cell
  /** @type {string | null} */
  sent = null; // the last message, while it is unanswered
  /** @type {GridData} */
  data;
  /** @type {Component<GridData>["setTriggerValue"]} */
  setTriggerValue;
  /** @type {Field[][]} */
  inputs = [];
  shape = "";
  local = ""; // a sentence that Python knows nothing of
  /** @type {string | null | undefined} */
  wrong = null; // the id of the cell that Python does not take

  constructor(/** @type {HTMLElement} */ root) {
    this.sentence = h("p", { role: "alert", id: `bp-grid-${(count += 1)}` });
    this.place = h("div", { class: "scroll" });
    this.element = h("div", { class: "bp-grid" }, this.place, this.sentence);
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
      this.local = "";
      this.pending = new Map(Object.entries(data.problem?.texts ?? {}));
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
    const field = h("input", {
      type: "text", autocomplete: "off", spellcheck: "false", inputmode: steps ? "numeric" : "text",
    });
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
    input.onpaste = (event) => this.paste(event, r, c);
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

  paste(/** @type {ClipboardEvent} */ event, /** @type {number} */ r, /** @type {number} */ c) {
    const rows = block(event.clipboardData?.getData("text") ?? "");
    if (rows.length < 2 && !(rows[0]?.length > 1)) return;
    event.preventDefault();
    const fits = rows.every((row, i) => row.length <= (this.inputs[r + i]?.length ?? 0) - c);
    if (fits) {
      rows.forEach((row, i) => row.forEach((text, k) => this.put(this.inputs[r + i][c + k], text)));
      this.send();
    } else {
      const wide = Math.max(...rows.map((row) => row.length));
      this.local = `From here ${this.inputs.length - r} × ${this.inputs[r].length - c} numbers fit; ` +
        `${rows.length} × ${wide} were pasted.`;
    }
    this.update();
  }

  put(/** @type {Field} */ input, /** @type {string} */ text) {
    if (text === input.cell.text) this.pending.delete(input.cell.id);
    else this.pending.set(input.cell.id, text);
    input.start = input.value = text;
  }

  commit(/** @type {Field} */ input) {
    const text = input.value.trim();
    if (text === (input.start ?? "").trim()) return;
    this.put(input, text);
    this.send();
  }

  send() {
    this.local = "";
    this.sent = String(Math.random());
    this.setTriggerValue("edit", { number: this.sent, texts: Object.fromEntries(this.pending) });
  }

  // A field that is being typed in is left alone.
  show(/** @type {Field} */ input) {
    const { id, name, text, short } = input.cell;
    const focused = input === document.activeElement;
    const wrong = this.wrong === id;
    if (!focused || input.value === input.start || input.start === undefined) {
      input.value = this.pending.get(id) ?? (focused ? text : short);
      input.start = input.value;
    }
    input.title = text === short ? "" : text;
    input.setAttribute("aria-label", name);
    input.setAttribute("aria-invalid", String(wrong));
    if (this.data.steps) input.setAttribute("aria-valuenow", text);
    if (wrong) input.setAttribute("aria-describedby", this.sentence.id);
    else input.removeAttribute("aria-describedby");
  }

  update() {
    const problem = this.sent === null ? this.data.problem : null;
    this.wrong = problem ? problem.cell ?? Object.keys(problem.texts)[0] : null;
    const sentence = this.local || problem?.sentence || "";
    if (this.sentence.textContent !== sentence) this.sentence.textContent = sentence;
    this.inputs.flat().forEach((input) => this.show(input));
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
