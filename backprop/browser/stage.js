// The stage: it holds where the learner is, steps at once, and tells Python a moment later.

import { parse } from "./address.js";
import { Changes } from "./changes.js";
import { COLOURS, RAMPS } from "./constants.js";
import { coverStep, uncover } from "./cover.js";
import { h, put } from "./dom.js";
import { scaleMargins } from "./figure.js";
import { fit } from "./fit.js";
import { tellFollowers } from "./here.js";
import { listenToPage } from "./listening.js";
import { partOf } from "./modules.js";
import { Reading } from "./reading.js";
import { Report } from "./report.js";
import { Turning } from "./turning.js";
import { listenForTurns } from "./turning_by_hand.js";
import { zoomOf } from "./wall.js";

/** @import { Component, Part, StageData, Theme } from "./types.d.ts" */

const USUAL = 640; // pixels of width for the parts, while there is nothing to measure

export class Stage extends Reading {
  /** @type {Part[]} */
  parts = [];
  /** @type {string | null} */
  moved = null;
  frames = 0; // how many there are
  modules = "";
  width = USUAL;
  height = 0; // of the window
  letters = { family: "", color: "", size: 16 };
  /** @type {Theme} */
  theme = "light";
  pace = 1500; // milliseconds for each step in Play
  news = ""; // what has just come of learning, in words
  /** @type {Component<StageData>["setTriggerValue"]} */
  setTriggerValue;
  /** @type {[name: string, value: unknown] | null} */
  asked = null;

  /** @param {HTMLElement} root */
  constructor(root) {
    super();
    this.element = h("section", { class: "bp-stage", "aria-label": "The network, step by step" });
    root.append(this.element);
    this.listening = new AbortController();
    const { signal } = this.listening;
    listenToPage(this, signal);
    this.changes = new Changes(this);
    this.turning = new Turning(this);
    listenForTurns(this, signal);
    this.report = new Report(this);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.element);
  }

  /**
   * @param {Component<StageData>} component
   * @param {string} modules all that its parts are drawn by
   */
  receive({ data, setTriggerValue }, modules) {
    this.setTriggerValue = setTriggerValue;
    if (this.turning.takes(data)) return;
    if (!this.turning.sent) this.changes.meet(data);
    this.turning.meet(data);
    this.data = data;
    this.edition += 1;
    this.unpack();
    this.measure();
    this.dress();
    put(this.element, "data-level", data.level);
    this.element.toggleAttribute("data-large", Math.max(...data.sizes) > 6);
    this.element.toggleAttribute("data-frames", Boolean(data.frames || this.turning.id));
    this.element.toggleAttribute("data-turns", Boolean(data.kin));
    if (modules !== this.modules) this.build();
    this.modules = modules;
    this.follow();
    this.look();
    this.parts.forEach((part, i) => part.rebuild(data.parts[i]));
    this.update();
    this.fit();
    this.report.heard({ step: data.step, selected: data.selected, frame: data.frames?.start ?? 0 });
  }

  // What is read from the page: all of it before anything is written, which makes reading slow.
  measure() {
    const { fontFamily: family, color, fontSize, colorScheme } = getComputedStyle(this.element);
    this.letters = { family, color, size: parseFloat(fontSize) };
    this.theme = colorScheme === "dark" ? "dark" : "light";
    this.width = this.element.clientWidth || USUAL;
    this.height = window.innerHeight;
    scaleMargins(zoomOf(this));
  }

  // In the colours of the theme.
  dress() {
    const { theme, element } = this;
    this.colours = COLOURS[theme];
    this.ramps = RAMPS[theme];
    if (element.dataset.theme === theme) return;
    element.dataset.theme = theme;
    for (const [symbol, colour] of Object.entries(this.colours)) element.style.setProperty(`--q-${symbol}`, colour);
  }

  // The parts that the page asks for; they are kept while it asks for the same.
  build() {
    for (const part of this.parts) part.remove?.();
    this.parts = this.data.parts.map((part) => partOf(this, part));
    this.element.replaceChildren(...this.parts.map((part) => part.element));
  }

  // To where Python leads, if it does.
  follow() {
    const { data, step } = this;
    const frames = data.frames?.texts.length ?? 0;
    // A new session has opened the lesson from the address, which has followed this stage.
    const met = this.moved && data.moved.startsWith("opened");
    const led = data.moved !== this.moved && !met;
    if (led || frames !== this.frames) this.frame = data.frames?.start ?? 0;
    this.frames = frames;
    if (led) {
      this.selected = data.selected;
      for (const part of this.parts) part.led?.();
    }
    this.moved = data.moved;
    const here = led ? data.step : step;
    this.step = data.steps.length ? Math.min(here, data.steps.length) : here;
  }

  update() {
    for (const part of this.parts) part.update();
    const { step, selected, theme, data: { trace, level } } = this;
    tellFollowers({ trace, level, selected, theme, step });
  }

  resize(always = false) {
    const { width, height } = this;
    if (!this.data || !this.element.isConnected) return;
    this.measure();
    if (width === this.width && height === this.height && !always) return;
    fit(this);
    this.place();
  }

  // Once all of it stands there, and again where something else has the room that it had.
  fit() {
    if (fit(this)) this.place();
  }

  place() {
    for (const part of this.parts) part.resize?.();
    this.update();
  }

  /** @param {number} step */
  go(step) {
    const target = Math.min(Math.max(1, step), this.data.steps.length);
    if (target === this.step) return;
    if (target > this.step && uncover()) return; // the first press shows what the step has made
    this.turning.letGo();
    this.changes.before = null;
    this.news = "";
    coverStep(target > this.step);
    this.step = target;
    this.look();
    this.update();
    this.report.soon();
  }

  /** @param {number} frame the position of the slider */
  show(frame) {
    if (frame === this.frame) return;
    this.frame = frame;
    this.update();
    this.report.later();
  }

  /**
   * A click selects a number; where the page's steps make it or use it, it leads there instead.
   * @param {string} id
   */
  select(id) {
    id = this.madeOf(id)[0] ?? id;
    const step = this.data.leads?.[id] ?? this.data.leads?.[parse(id).array];
    if (step && id !== this.selected) return this.go(step);
    if (this.data.fixed?.includes(parse(id).array)) return; // no number of the network
    this.pause();
    if (id !== this.turning.id) this.turning.letGo();
    this.selected = this.selected === id ? "" : id;
    this.look();
    this.update();
    this.report.soon();
  }

  /**
   * The numbers of an array, while one is turned as that makes them.
   * @override
   * @param {string} id
   */
  numbers(id) {
    return this.turning.numbers(id) ?? super.numbers(id);
  }

  get cost() {
    return this.turning.cost ?? this.data.cost;
  }

  pause() {
    for (const part of this.parts) part.pause?.();
  }

  /** @param {string} id */
  light(id) {
    const { lit, data } = this;
    if (id === lit || !data) return; // what leaves the page loses the focus
    this.lit = id;
    for (const part of this.parts) part.light?.();
  }

  // The server is back, perhaps another one that knows only the address: what was told or asked
  // meanwhile is told and asked again.
  comeBack() {
    this.report.again();
    if (this.asked) this.trigger(...this.asked);
  }

  /**
   * @param {string} name
   * @param {unknown} value
   */
  trigger(name, value) {
    this.report.now();
    this.asked = [name, value];
    this.setTriggerValue(name, value);
  }

  remove() {
    this.listening.abort();
    this.turning.stop();
    this.report.remove();
    for (const part of this.parts) part.remove?.();
    this.data = /** @type {any} */ (undefined); // by this, what comes late knows that it is too late
    this.observer.disconnect();
    this.element.remove();
  }
}
