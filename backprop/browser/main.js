// The stage: it holds where the learner is, steps at once, and tells Python a moment later.

import { covers, nameOf, parse } from "./address.js";
import { themeOf } from "./colour.js";
import { h } from "./dom.js";
import { onKey, onKeyGoingDown } from "./keys.js";
import { short } from "./number.js";
import { KINDS } from "./parts.js";
import { Report } from "./report.js";

const USUAL = 640; // pixels of width for the parts, while there is nothing to measure
const stages = new WeakMap();

class Stage {
  constructor(root) {
    this.step = 1;
    this.frame = 0;
    this.selected = "";
    this.lit = "";
    this.moved = null;
    this.parts = [];
    this.element = h("section", { class: "bp-stage", "aria-label": "The network, step by step" });
    root.append(this.element);
    this.keys = (event) => onKey(event, this);
    this.keysGoingDown = (event) => onKeyGoingDown(event, this);
    document.addEventListener("keydown", this.keys);
    document.addEventListener("keydown", this.keysGoingDown, true);
    // Another part of the page names a number: {id, act: "select" or "light"}.
    this.named = ({ detail: { id, act } }) => (act === "select" ? this.select(id) : this.light(id));
    window.addEventListener("backprop:number", this.named);
    this.connection = {
      "backprop:back": () => this.comeBack(),
      "backprop:answered": () => (this.asked = null),
    };
    for (const [event, act] of Object.entries(this.connection)) window.addEventListener(event, act);
    this.report = new Report(this);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.element);
  }

  receive({ data, setTriggerValue }) {
    this.setTriggerValue = setTriggerValue;
    this.data = data;
    this.theme = themeOf(this.element);
    this.colours = data.colours[this.theme];
    this.ramps = data.ramps[this.theme];
    Object.assign(this.element.dataset, { theme: this.theme, level: data.level });
    this.element.toggleAttribute("data-large", Math.max(...data.sizes) > 6);
    this.element.toggleAttribute("data-frames", Boolean(data.frames));
    for (const [symbol, colour] of Object.entries(this.colours)) {
      this.element.style.setProperty(`--q-${symbol}`, colour);
    }
    this.build();
    const frames = data.frames?.texts.length ?? 0;
    // A new session has opened the lesson from the address, which has followed this stage.
    const met = this.moved && data.moved.startsWith("opened");
    const led = data.moved !== this.moved && !met;
    if (led || frames !== this.frames) this.frame = data.frames?.start ?? 0;
    this.frames = frames;
    if (led) {
      this.step = data.step;
      this.selected = data.selected;
      this.part("header")?.pause();
    }
    this.moved = data.moved;
    if (data.steps.length) this.step = Math.min(this.step, data.steps.length);
    this.width = this.element.clientWidth || USUAL;
    this.look();
    this.parts.forEach((part, i) => part.rebuild(data.parts[i]));
    this.update();
    this.report.heard({ step: data.step, selected: data.selected, frame: data.frames?.start ?? 0 });
  }

  // The parts that the page asks for; they are kept while it asks for the same.
  build() {
    const kinds = this.data.parts.map(({ kind }) => kind);
    if (kinds.join() === this.kinds?.join()) return;
    for (const part of this.parts) part.remove?.();
    this.kinds = kinds;
    this.parts = this.data.parts.map((part) => new KINDS[part.kind](this, part));
    this.element.replaceChildren(...this.parts.map((part) => part.element));
  }

  part(kind) {
    return this.parts[this.kinds?.indexOf(kind)];
  }

  // What the present step makes and uses, as addresses to compare with; without steps, nothing.
  look() {
    const { steps } = this.data;
    this.now = steps[this.step - 1] ?? { l: this.layer(), group: "", operands: [] };
    this.result = this.now.result ? parse(this.now.result) : null;
    this.operands = this.now.operands.map(parse);
  }

  // The layer of the board where there are no steps: the one that the page has set, or else that of
  // the selected number, unless the present one has it, too.
  layer() {
    const { layer, sizes, rows } = this.data;
    if (layer !== "selected") return layer ?? sizes.length;
    const { array, l } = parse(this.selected);
    const has = (one) => Object.values(rows[one]).flat().includes(array);
    if (this.now && has(this.now.l)) return this.now.l;
    return Object.keys(rows).map(Number).find((one) => one === l) ?? Math.min(2, sizes.length);
  }

  update() {
    for (const part of this.parts) part.update();
  }

  resize() {
    const width = this.element.clientWidth || USUAL;
    if (width === this.width || !this.data || !this.element.isConnected) return;
    this.width = width;
    for (const part of this.parts) part.resize?.();
    this.update();
  }

  go(step) {
    const target = Math.min(Math.max(1, step), this.data.steps.length);
    if (target === this.step) return;
    this.step = target;
    this.look();
    this.update();
    this.report.soon();
  }

  // The frame at a position of the slider.
  show(frame) {
    if (frame === this.frame) return;
    this.frame = frame;
    this.update();
    this.report.soon();
  }

  // A click selects a number; where the page's steps make it or use it, it leads there instead.
  select(id) {
    const step = this.data.leads?.[id];
    if (step && id !== this.selected) return this.go(step);
    if (this.data.fixed?.includes(parse(id).array)) return; // no number of the network
    this.selected = this.selected === id ? "" : id;
    this.look();
    this.update();
    this.report.soon();
  }

  light(id) {
    if (id === this.lit) return;
    this.lit = id;
    for (const part of this.parts) part.light?.();
  }

  get backward() {
    return this.now.group === "Error" || this.now.group === "Gradients";
  }

  // The addresses of what is under the pointer, with all that it is made from, and of the selected.
  get marked() {
    const lit = this.lit ? [this.lit, ...(this.data.uses?.[this.lit] ?? [])] : [];
    return { lit: lit.map(parse), selected: this.selected ? [parse(this.selected)] : [] };
  }

  // A number of the figures by its address: its exact value, as it is written, and its name.
  number(entry) {
    const { frames, figures } = this.data;
    const { data: [heat], layout } = figures[entry.array];
    const [row, column] = [entry.j - 1, (entry.k ?? 1) - 1];
    const name = nameOf(entry, layout.title.text);
    const framed = frames?.figures[entry.array]?.[this.frame];
    if (!framed) return { value: heat.z[row][column], text: heat.text[row][column], name };
    return { value: framed[row][column], text: short(framed[row][column]), name };
  }

  // The sign that a cell or a neuron carries, by its id, with its words: {sign, words}.
  markOf(id) {
    const { frames, marks } = this.data;
    return frames?.marks?.[this.frame]?.[id] ?? marks?.[id];
  }

  colourOf(symbol) {
    return this.colours[this.data.like?.[symbol] ?? symbol] ?? "inherit";
  }

  bornAt({ array, j }) {
    return this.data.born[array]?.[(j ?? 1) - 1] ?? 0;
  }

  isBorn(entry) {
    return this.bornAt(entry) <= this.step;
  }

  // "now", "operand", "known", "unborn" or, in the making, "coming": what an entry is in this step.
  stateOf(entry) {
    const made = this.result && covers(this.result, entry);
    if (!this.isBorn(entry)) return made ? "coming" : "unborn";
    if (made) return "now";
    return this.operands.some((operand) => covers(operand, entry)) ? "operand" : "known";
  }

  // The server is back and has answered, perhaps another one that knows only the address: what was
  // told or asked meanwhile is told and asked again.
  comeBack() {
    this.report.again();
    if (this.asked) this.trigger(...this.asked);
  }

  trigger(name, value) {
    this.report.now();
    this.asked = [name, value];
    this.setTriggerValue(name, value);
  }

  remove() {
    this.report.remove();
    for (const part of this.parts) part.remove?.();
    this.data = null;
    document.removeEventListener("keydown", this.keys);
    document.removeEventListener("keydown", this.keysGoingDown, true);
    window.removeEventListener("backprop:number", this.named);
    for (const [event, act] of Object.entries(this.connection)) window.removeEventListener(event, act);
    this.observer.disconnect();
    this.element.remove();
  }
}

export function mount(component) {
  const root = component.parentElement;
  if (!root.isConnected) return; // the visitor has left the page while the modules were on their way
  if (!stages.has(root)) stages.set(root, new Stage(root));
  stages.get(root).receive(component);
}

export function unmount(root) {
  stages.get(root)?.remove();
  stages.delete(root);
}
