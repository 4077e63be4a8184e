// The selected number: its name, its value and, for what is given, a field to change it.

import { exact, nameOf, parse } from "./address.js";
import { h, say } from "./dom.js";

export class Strip {
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
      this.stage.trigger("edit", { id: this.editable, text: this.field.value });
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.field.blur();
    });
  }

  // The number that typing changes: the selected weight, bias, x or y; for another number of a
  // neuron, the neuron's bias (x in the input layer).
  target() {
    const entry = this.stage.selected && parse(this.stage.selected);
    if (!entry || entry.j === null) return "";
    if (entry.symbol === "w" || entry.symbol === "y") return this.stage.selected;
    if (entry.symbol === "nabla_w") return `w${entry.l}_${entry.j}_${entry.k}`;
    return entry.l === 1 ? `a1_${entry.j}` : `b${entry.l}_${entry.j}`;
  }

  number(id) {
    const entry = parse(id);
    const figure = this.stage.data.figures[entry.array];
    if (!figure) return { name: id, value: null };
    const value = figure.data[0].z[entry.j - 1]?.[(entry.k ?? 1) - 1];
    return { entry, value, name: nameOf(entry, figure.layout.title.text) };
  }

  rebuild() {
    this.shown = null; // new data: the field shows the new value
  }

  update() {
    const { stage } = this;
    const id = stage.selected;
    this.editable = this.target();
    this.hint.hidden = Boolean(id);
    this.form.hidden = !this.editable;
    const problem = stage.data.problem;
    const failed = problem && problem.id === this.editable;
    this.name.hidden = !id;
    this.value.hidden = !id || failed;
    say(this.problem, failed ? problem.sentence : "");
    if (!id) return void (this.shown = null);
    const number = this.number(id);
    say(this.name, number.name);
    this.name.style.color = stage.colours[parse(id).symbol];
    const born = number.value !== null && stage.isBorn(number.entry);
    say(this.value, id === "C" ? `= ${stage.data.cost}` : born ? `= ${exact(number.value)}` : "not computed yet");
    if (this.editable && this.shown !== this.editable) {
      const target = this.number(this.editable);
      say(this.label, `${target.name} =`);
      this.field.value = failed ? problem.text : String(target.value);
      this.shown = this.editable;
    }
    this.field.setAttribute("aria-invalid", String(Boolean(failed)));
  }

  type(character) {
    this.field.focus();
    this.field.value = character.replace("−", "-");
  }
}
