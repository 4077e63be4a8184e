// The selected number: its name, its value and, for what is given, a field to change it.

import { idOf, isNumber, parse } from "./address.js";
import { h, say } from "./dom.js";
import { exact } from "./number.js";

/** @import { Address, Part } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/** @type {Record<string, string>} */
const KINDS = { w: "weight", b: "bias", a: "input", y: "wanted output" };

/** @implements {Part} */
export default class ValueEditor {
  editable = ""; // the id of the number that the field changes
  shown = ""; // the id of the number that stands in the field
  given = ""; // what stood in the field, before anybody typed
  sent = false;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
    this.name = h("b");
    this.value = h("output");
    this.label = h("span");
    this.field = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false" });
    this.form = h("form", { novalidate: "" }, h("label", {}, this.label, this.field),
      h("button", { type: "submit" }, "Set"));
    this.problem = h("span", { class: "problem", role: "alert" });
    this.hint = h("span", { class: "hint" },
      "Click a neuron, a line or a cell to see where its number comes from; type to change a weight or bias.");
    this.element = h("div", { class: "strip" }, this.hint, this.name, this.value, this.form, this.problem);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.sent) this.send();
    });
    this.field.addEventListener("input", () => (this.sent = false));
    this.field.addEventListener("blur", () => {
      if (this.editable && this.field.value !== this.given) this.send();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.restore();
    });
  }

  // The number that typing changes: the selected weight, bias, x or y; for another number of a
  // neuron, the neuron's bias (x in the input layer).
  target() {
    const entry = this.stage.selected && parse(this.stage.selected);
    if (!entry || entry.symbol === "C" || !isNumber(entry)) return "";
    if (entry.symbol === "w" || entry.symbol === "y") return this.stage.selected;
    const { symbol, l, j, k } = entry;
    if (symbol === "nabla_w") return idOf("w", l, j, k);
    return idOf(l === 1 ? "a" : "b", l, j);
  }

  /**
   * The selected number's name and how it is written; an array as a whole has just a name.
   * @param {Address} entry
   */
  shownAs(entry) {
    const { cost } = this.stage.data;
    if (entry.symbol === "C") return { name: "C", written: `= ${cost.exact}` };
    if (!isNumber(entry)) return { name: this.stage.nameOf(entry), written: "" };
    const { value, name } = this.stage.number(entry);
    return { name, written: `= ${exact(value)}` };
  }

  send() {
    this.given = this.field.value; // the answer may replace it
    this.sent = true;
    this.stage.trigger("edit", { id: this.editable, text: this.given });
  }

  // New data: the field shows the new value, unless somebody is just typing another; a number that
  // was taken gives the keys back.
  rebuild() {
    const typing = document.activeElement === this.field && this.field.value !== this.given;
    if (typing) return;
    this.shown = "";
    if (this.sent && this.stage.data.problem?.id !== this.editable) this.field.blur();
    this.sent = false;
  }

  update() {
    const { stage } = this;
    const id = stage.selected;
    this.editable = this.target();
    this.hint.hidden = Boolean(id);
    this.form.hidden = !this.editable;
    const problem = stage.data.problem;
    const failed = problem !== this.dismissed && problem?.id === this.editable ? problem : null;
    this.name.hidden = !id;
    this.value.hidden = !id || Boolean(failed);
    say(this.problem, failed?.sentence ?? "");
    if (!id) return void (this.shown = "");
    const entry = parse(id);
    const { name, written } = this.shownAs(entry);
    say(this.name, name);
    this.name.style.color = stage.colours[entry.symbol];
    say(this.value, stage.isBorn(entry) ? written : stage.unseen(entry));
    if (this.editable && this.shown !== this.editable) {
      const given = parse(this.editable);
      const target = stage.number(given);
      say(this.label, `${this.editable === id ? "" : `${KINDS[given.symbol]} `}${target.name} =`);
      this.field.value = this.given = failed?.text ?? String(target.value);
      this.shown = this.editable;
    }
    this.field.setAttribute("aria-invalid", String(Boolean(failed)));
  }

  // Escape gives up what was typed: the number is back.
  restore() {
    this.dismissed = this.stage.data.problem;
    this.shown = "";
    this.update();
    this.field.blur();
  }

  /** @param {KeyboardEvent} event */
  key({ key }) {
    if (!this.editable || !/^[\d.\-−]$/.test(key)) return false;
    this.field.focus();
    this.field.value = key.replace("−", "-");
    return true;
  }
}
