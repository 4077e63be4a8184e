// The selected number: its name, its value and, for what is given, a field to change it.

import { idOf, isNumber, parse } from "./address.js";
import { CHANGE_WORDS } from "./constants.js";
import { formatted, h, put, say } from "./dom.js";
import { exact } from "./number.js";
import { stepsOf } from "./turning_by_hand.js";

/** @import { Address, Part } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

const TYPED = /^[\d.\-−]$/;
/** @type {Record<string, string>} */
const KINDS = { w: "weight", b: "bias", a: "input", y: "wanted output" };

/** @implements {Part} */
export default class ValueEditor {
  editable = ""; // the id of the number that the field changes
  shown = ""; // the id of the number that stands in the field
  given = ""; // what stood in the field, before anybody typed
  sent = false;
  /** @type {HTMLElement | SVGElement | null} */
  back = null; // where the focus was before
  listening = new AbortController();

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
    this.hint = h("span", { class: "hint" });
    this.turn = h("span", { class: "hint turn" }, CHANGE_WORDS.turn);
    this.element = h("div", { class: "strip" }, this.hint, this.name, this.value, this.turn, this.form, this.problem);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (stage.turning.id) stage.turning.letGo();
      else if (!this.sent) this.send();
    });
    this.field.addEventListener("input", () => {
      this.sent = false;
      stage.pause();
    });
    this.field.addEventListener("blur", () => {
      if (!stage.data) return; // it has left the page
      stage.turning.letGo();
      if (this.editable && this.field.value !== this.given) this.send();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.restore();
      else this.turnBy(event);
    });
    const { signal } = this.listening;
    stage.element.addEventListener("keydown", (event) => this.openAt(event), { signal, capture: true });
  }

  // Up and down turn the number, unless somebody is just typing another.
  /** @param {KeyboardEvent} event */
  turnBy(event) {
    const steps = stepsOf(event);
    const { turning } = this.stage;
    if (!steps || !turning.can(this.editable) || this.field.value !== this.given) return;
    event.preventDefault();
    if (turning.begin(this.editable)) turning.to(turning.steps + steps);
  }

  // In a cell a digit goes into the field, and so do Enter and F2 where it is selected.
  /** @param {KeyboardEvent} event */
  openAt(event) {
    const { target, key } = event;
    const id = target instanceof HTMLElement && target.matches("[data-given]") ? target.dataset.id ?? "" : "";
    const opens = (key === "Enter" || key === "F2") && id === this.stage.selected;
    if (!id || event.ctrlKey || event.metaKey || event.altKey || !(opens || TYPED.test(key))) return;
    event.preventDefault();
    event.stopPropagation();
    if (id !== this.stage.selected) this.stage.select(id);
    if (!this.key(event)) this.open();
  }

  open() {
    const { activeElement } = document;
    const fromStage = this.stage.element.contains(activeElement) && activeElement !== this.field;
    this.back = fromStage ? /** @type {HTMLElement | SVGElement} */ (activeElement) : null;
    this.field.focus();
    this.field.select();
  }

  // The focus goes back to where it was.
  close() {
    if (this.back?.isConnected) this.back.focus({ preventScroll: true });
    else this.field.blur();
    this.back = null;
  }

  // The number that typing changes: the selected weight, bias, x or y; for another number of a
  // neuron, the neuron's bias (x in the input layer). A network without biases has none to type.
  target() {
    const entry = this.stage.selected && parse(this.stage.selected);
    if (!entry || entry.symbol === "C" || !isNumber(entry)) return "";
    if (entry.symbol === "w" || entry.symbol === "y") return this.stage.selected;
    const { symbol, l, j, k } = entry;
    if (symbol === "nabla_w") return idOf("w", l, j, k);
    const own = l === 1 ? "a" : "b";
    return `${own}${l}` in this.stage.figures ? idOf(own, l, j) : "";
  }

  /**
   * The selected number's name and how it is written; an array as a whole has just a name.
   * @param {Address} entry
   */
  shownAs(entry) {
    const { cost } = this.stage;
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
    if (this.sent && this.stage.data.problem?.id !== this.editable) this.close();
    this.sent = false;
  }

  update() {
    const { stage } = this;
    const id = stage.selected;
    this.editable = this.target();
    const { turning, data: { kin } } = stage;
    const turns = turning.can(this.editable);
    this.hint.hidden = Boolean(id);
    say(this.hint, kin ? CHANGE_WORDS.hint : CHANGE_WORDS.still_hint);
    this.turn.hidden = !turns;
    this.form.hidden = !this.editable;
    const problem = stage.data.problem;
    const failed = problem !== this.dismissed && problem?.id === this.editable ? problem : null;
    this.name.hidden = !id;
    this.value.hidden = !id || Boolean(failed);
    say(this.problem, turning.problem || (failed?.sentence ?? ""));
    put(this.field, "data-turn", turns ? this.editable : undefined);
    put(this.field, "role", turns ? "spinbutton" : undefined);
    if (!id) return void (this.shown = "");
    const entry = parse(id);
    const { name, written } = this.shownAs(entry);
    say(this.name, name);
    this.name.style.color = stage.colours[entry.symbol];
    say(this.value, stage.isBorn(entry) ? written : stage.unseen(entry));
    if (turning.id) this.shown = "";
    if (this.editable && (this.shown !== this.editable || this.isOvertaken())) {
      const given = parse(this.editable);
      const target = stage.number(given);
      say(this.label, `${this.editable === id ? "" : `${KINDS[given.symbol]} `}${target.name} =`);
      this.field.value = this.given = failed?.text ?? String(target.value);
      this.shown = this.editable;
      put(this.field, "aria-valuenow", turns ? String(target.value) : undefined);
      put(this.field, "aria-valuetext", turns ? this.spoken(target.value) : undefined);
    }
    this.field.setAttribute("aria-invalid", String(Boolean(failed)));
  }

  // Has the number become another, while nobody types one?
  isOvertaken() {
    const { given, field, stage } = this;
    return field.value === given && !stage.data.problem && given !== String(stage.number(parse(this.editable)).value);
  }

  /** @param {number} value */
  spoken(value) {
    const { stage } = this;
    if (!stage.isBorn({ array: "C" })) return exact(value);
    return formatted(CHANGE_WORDS.value_and_cost, { value: exact(value), cost: stage.cost.short });
  }

  // Escape gives up what was typed: the number is back.
  restore() {
    this.dismissed = this.stage.data.problem;
    this.shown = "";
    this.update();
    this.close();
  }

  /** @param {KeyboardEvent} event */
  key({ key }) {
    if (!this.editable || !TYPED.test(key)) return false;
    this.stage.pause();
    this.open();
    this.field.value = key.replace("−", "-");
    return true;
  }
  remove() {
    this.listening.abort();
  }
}
