// An overlay of the diagram: what flows in a step. The motion starts by itself with a step forward,
// can be scrubbed, and is dropped by the next step; the stage's own numbers are right all the while.

import { covers, parse } from "./address.js";
import { h } from "./dom.js";
import { NAMED, act } from "./first_look.js";
import { drawFilm } from "./flow_draw.js";
import { filmOf } from "./flow_film.js";
import { neuronsOf, shownNeuron } from "./flow_terms.js";
import { isStill } from "./visitor.js";

/** @import { Overlay, PartData } from "./types.d.ts" */
/** @import { Shapes } from "./diagram_shapes.js" */
/** @import { Film, Places } from "./flow_cast.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {PartData & { label: string, again: string }} FlowData what its bar and its button are called */

const QUICK = 300; // milliseconds after a step in which another one has no motion
const SHARE = 0.7; // of the time of a step in Play
const [LEFT, BELOW] = [30, 7]; // pixels: where the line of time stands

/** @implements {Overlay} */
export default class Flow {
  /** @type {Element[]} */
  elements = []; // in the SVG: what it draws on lies over that
  step = NaN;
  stepped = -Infinity; // when
  t = 1; // the instant that is shown
  started = 0; // when the motion began; 0: with the next frame
  moves = false;
  asked = 0;
  term = "";
  hovered = false;
  styled = "";
  style = { ink: "", paper: "", accent: "", family: "" };
  /** @type {Film | null} */
  film = null;
  /** @type {Places} */
  places;

  /**
   * @param {Stage} stage
   * @param {FlowData} data
   * @param {Shapes} shapes
   */
  constructor(stage, { label, again }, shapes) {
    this.stage = stage;
    this.shapes = shapes;
    this.canvas = h("canvas", { class: "flow", "aria-hidden": "true" });
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.range = h("input", { type: "range", max: 100, step: "any", value: 100, "aria-label": label });
    this.again = h("button", { type: "button", "aria-label": again, title: again, onclick: () => this.show(true) }, "↻");
    this.range.addEventListener("input", () => this.scrub());
    this.range.addEventListener("pointerup", () => this.range.blur()); // the keys are the stage's again
    for (const type of ["pointerenter", "focus"]) this.range.addEventListener(type, () => this.hover(true));
    for (const type of ["pointerleave", "blur"]) this.range.addEventListener(type, () => this.hover(false));
    shapes.svg.classList.add("flows");
    shapes.svg.after(this.canvas, h("div", { class: "flow-bar" }, this.again, this.range));
  }

  rebuild() {}

  place() {
    const { shapes, stage: { width, letters } } = this;
    const { height } = shapes.svg.viewBox.baseVal;
    const dense = window.devicePixelRatio;
    this.canvas.width = Math.round(width * dense);
    this.canvas.height = Math.round(height * dense);
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    /** @type {{ x: number, y: number }[][]} */
    const found = [];
    for (const { l, j, circle: { cx, cy } } of shapes.neurons) {
      (found[l] ??= [])[j] = { x: cx.baseVal.value, y: cy.baseVal.value };
    }
    const top = letters.size * 2 - 8; // below the heads
    this.places = { radius: shapes.radius, width, top, at: (l, j) => found[l][j] };
    this.film = null;
    this.wake();
  }

  update() {
    const { step } = this.stage;
    if (step !== this.step) {
      const now = performance.now();
      const leads = step === this.step + 1 || (act() > 0 && act() < NAMED);
      const moves = leads && now - this.stepped > QUICK && !isStill();
      if (this.step) this.stepped = now; // not when the page opens
      this.step = step;
      this.show(moves);
    }
    this.film = null;
    this.wake();
  }

  light() {
    if (this.film?.j !== this.focus()) this.film = null;
    this.wake();
  }

  // The neuron whose products are written on its lines: the one that is pointed at, by itself or by
  // one of its lines, or else the one in the panel.
  focus() {
    const { stage } = this;
    const l = stage.result?.l;
    const lit = parse(stage.lit);
    const back = stage.operands.find(({ symbol }) => symbol === "w" && stage.result?.symbol === "delta");
    const j = back && lit.l === back.l && lit.k ? lit.k : lit.l === l ? lit.j : null;
    return j && neuronsOf(stage).includes(j) ? j : shownNeuron(stage);
  }

  /**
   * From the beginning, or just what it comes to.
   * @param {boolean} moves
   */
  show(moves) {
    this.moves = moves;
    this.started = 0;
    this.t = moves ? 0 : 1;
    this.range.value = moves ? "0" : "100";
    this.wake();
  }

  // The learner holds the time: nothing else moves by itself.
  scrub() {
    for (const part of this.stage.parts) part.led?.();
    this.moves = false;
    this.t = Number(this.range.value) / 100;
    this.wake();
  }

  /** @param {boolean} hovered */
  hover(hovered) {
    this.hovered = hovered;
    this.wake();
  }

  wake() {
    this.asked ||= requestAnimationFrame((now) => this.frame(now));
  }

  /** @param {number} now */
  frame(now) {
    const { stage, canvas, context } = this;
    this.asked = 0;
    if (!stage.data || !canvas.isConnected) return;
    if (this.moves) {
      this.started ||= now;
      this.t = Math.min(1, (now - this.started) / (stage.pace * SHARE));
      if (this.t === 1) this.moves = false;
      if (!this.moves) this.range.value = "100";
    }
    this.dress();
    this.film ??= filmOf(stage, this.places, this.focus());
    const dense = window.devicePixelRatio;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(dense, 0, 0, dense, 0, 0);
    if (act() < 0) {
      drawFilm(context, this.film, this.t, this.style);
      this.drawTime();
    } else if (this.t < 1) {
      drawFilm(context, bare(this.film), this.t, this.style);
    }
    this.tell();
    if (this.moves) this.wake();
  }

  // The colours of the theme; they are read when the page is about to read them anyway.
  dress() {
    const { stage, canvas } = this;
    const key = [stage.theme, stage.edition].join();
    if (key === this.styled) return;
    this.styled = key;
    const found = getComputedStyle(canvas);
    const [ink, paper, accent] = ["--ink", "--paper", "--accent"].map((name) => found.getPropertyValue(name).trim());
    this.style = { ink, paper, accent, family: stage.letters.family };
  }

  // The line of time, below.
  drawTime() {
    const { context, hovered, t, style: { ink, accent } } = this;
    const y = parseFloat(this.canvas.style.height) - BELOW;
    const right = this.places.width - 8;
    const now = LEFT + t * (right - LEFT);
    const held = t < 1 || hovered;
    context.lineWidth = hovered ? 4 : 2;
    for (const [colour, from, to, alpha] of /** @type {const} */ ([[ink, now, right, 0.16], [held ? accent : ink, LEFT, now, held ? 1 : 0.16]])) {
      context.globalAlpha = alpha;
      context.strokeStyle = colour;
      context.beginPath();
      context.moveTo(from, y);
      context.lineTo(to, y);
      context.stroke();
    }
    context.globalAlpha = 1;
    if (!held) return;
    context.fillStyle = accent;
    context.beginPath();
    context.arc(now, y, hovered ? 7 : 4, 0, 7);
    context.fill();
  }

  // To the panel, which term of its equation is on its way, or pointed at.
  tell() {
    const { film, t, stage } = this;
    if (!film) return;
    const moved = t < 1 ? film.lit.find(({ begin, end }) => begin <= t && t < end)?.term : this.pointed();
    const detail = { step: stage.step, j: film.j, term: moved ?? 0 };
    const term = Object.values(detail).join();
    if (term === this.term) return;
    this.term = term;
    window.dispatchEvent(new CustomEvent("backprop:term", { detail }));
  }

  // The term of the line that is pointed at.
  pointed() {
    const { lit, result, operands } = this.stage;
    const { symbol, l, j, k } = parse(lit);
    if (!k || !result || !this.film) return 0;
    const forth = l === result.l && j === this.film.j && result.symbol !== "delta";
    if (forth) return k;
    const back = result.symbol === "delta" && k === this.film.j &&
      operands.some((one) => covers(one, { ...parse(lit), array: `w${l}` }));
    return back && symbol ? j ?? 0 : 0;
  }
}

/**
 * What moves and where it arrives: in the first minute nobody has heard of a product or a bias yet.
 * @param {Film} film
 */
function bare(film) {
  return { ...film, labels: [], discs: film.discs.filter(({ radius }) => radius >= film.radius) };
}
