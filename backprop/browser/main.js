// The stage: it holds where the learner is, steps at once, and tells Python a moment later.

import { covers, nameOf, parse } from "./address.js";
import { Board } from "./board.js";
import { themeOf } from "./colour.js";
import { Diagram } from "./diagram.js";
import { h } from "./dom.js";
import { Header } from "./header.js";
import { onKey, onKeyGoingDown } from "./keys.js";
import { Strip } from "./strip.js";

const REPORT_AFTER = 100; // milliseconds of rest before Python is told
const stages = new WeakMap();

class Stage {
  constructor(root) {
    this.step = 1;
    this.selected = "";
    this.lit = "";
    this.moved = null;
    this.element = h("section", { class: "bp-stage", "aria-label": "The network, step by step" });
    root.append(this.element);
    this.header = new Header(this);
    this.strip = new Strip(this);
    this.parts = [this.header, new Diagram(this), this.strip, new Board(this)];
    this.element.append(...this.parts.map((part) => part.element));
    this.keys = (event) => onKey(event, this);
    this.keysGoingDown = (event) => onKeyGoingDown(event, this);
    document.addEventListener("keydown", this.keys);
    document.addEventListener("keydown", this.keysGoingDown, true);
    // Another part of the page names a number: {id, act: "select" or "light"}.
    this.named = ({ detail: { id, act } }) => (act === "select" ? this.select(id) : this.light(id));
    window.addEventListener("backprop:number", this.named);
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
    for (const [symbol, colour] of Object.entries(this.colours)) {
      this.element.style.setProperty(`--q-${symbol}`, colour);
    }
    if (data.moved !== this.moved) {
      this.moved = data.moved;
      this.step = data.step;
      this.selected = data.selected;
      this.header.pause();
    }
    this.step = Math.min(this.step, data.steps.length);
    this.told = { step: data.step, selected: data.selected };
    this.width = this.element.clientWidth;
    this.look();
    for (const part of this.parts) part.rebuild();
    this.update();
    if (this.unheard()) this.report(); // the stage had moved on while Python was at work
  }

  // What the present step makes and uses, as addresses to compare with.
  look() {
    this.now = this.data.steps[this.step - 1];
    this.result = parse(this.now.result);
    this.operands = this.now.operands.map(parse);
  }

  update() {
    for (const part of this.parts) part.update();
  }

  resize() {
    const width = this.element.clientWidth;
    if (width === this.width || !this.data) return;
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
    this.report();
  }

  select(id) {
    this.selected = this.selected === id ? "" : id;
    this.update();
    this.report();
  }

  light(id) {
    if (id === this.lit) return;
    this.lit = id;
    for (const part of this.parts) part.light?.();
  }

  get backward() {
    return this.now.group === "Error" || this.now.group === "Gradients";
  }

  // The addresses of the number under the pointer and of the selected one.
  get marked() {
    return [this.lit, this.selected].map((id) => id && parse(id));
  }

  // A number of the figures by its address: its exact value, as it is written, and its name.
  number(entry) {
    const { data: [heat], layout } = this.data.figures[entry.array];
    const [row, column] = [entry.j - 1, (entry.k ?? 1) - 1];
    return { value: heat.z[row][column], text: heat.text[row][column], name: nameOf(entry, layout.title.text) };
  }

  bornAt({ array, j }) {
    return this.data.born[array]?.[(j ?? 1) - 1] ?? 0;
  }

  isBorn(entry) {
    return this.bornAt(entry) <= this.step;
  }

  // "now", "operand", "unborn" or "known": what an entry is in the present step.
  stateOf(entry) {
    if (!this.isBorn(entry)) return "unborn";
    if (covers(this.result, entry)) return "now";
    return this.operands.some((operand) => covers(operand, entry)) ? "operand" : "known";
  }

  report() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), REPORT_AFTER);
  }

  unheard() {
    return this.told.step !== this.step || this.told.selected !== this.selected;
  }

  flush() {
    clearTimeout(this.timer);
    const { step, selected, moved } = this;
    const url = new URL(location.href);
    for (const [name, value, left] of [["step", String(step), "1"], ["selected", selected, ""]]) {
      if (value === left) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    try {
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    } catch {
      // A browser may refuse many changes of the address in a short time; the next one goes through.
    }
    // Sent with the move that it belongs to: Python drops what a later one overtook.
    if (this.unheard()) {
      const detail = { step, selected, moved };
      const event = new CustomEvent("backprop:place", { detail, cancelable: true });
      if (window.dispatchEvent(event)) return void this.report(); // the panel is not there yet
    }
    this.told = { step, selected };
  }

  trigger(name, value) {
    this.flush();
    this.setTriggerValue(name, value);
  }

  remove() {
    clearTimeout(this.timer);
    for (const part of this.parts) part.remove?.();
    document.removeEventListener("keydown", this.keys);
    document.removeEventListener("keydown", this.keysGoingDown, true);
    window.removeEventListener("backprop:number", this.named);
    this.observer.disconnect();
    this.element.remove();
  }
}

export function mount(component) {
  const root = component.parentElement;
  if (!stages.has(root)) stages.set(root, new Stage(root));
  stages.get(root).receive(component);
}

export function unmount(root) {
  stages.get(root)?.remove();
  stages.delete(root);
}
