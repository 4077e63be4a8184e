// The diagram of the network: which number each neuron and each line shows, and how it looks.

import { covers, idOf, neuronId, parse } from "./address.js";
import { inkOn, shade, strokeOf } from "./colour.js";
import { Shapes } from "./diagram_shapes.js";
import { h, put, say } from "./dom.js";
import { act } from "./first_look.js";
import { giveKeysBack } from "./keys.js";
import { Lens } from "./lens.js";
import { overlayOf } from "./modules.js";
import { exact } from "./number.js";

/** @import { Address, Flexible, PartData } from "./types.d.ts" */
/** @import { Kind, Shape } from "./diagram_shapes.js" */
/** @import { Stage } from "./stage.js" */

/** @typedef {PartData & { neurons?: string, edges?: string, lists?: boolean, others?: number }} DiagramData */
const SHOWN = "Shown";
const FOLLOW = "follow the step";
const NEURONS = { auto: FOLLOW, a: "activations a", z: "weighted inputs z", delta: "errors δ, inputs ∂C/∂x" };
const EDGES = { auto: FOLLOW, w: "weights w", nabla_w: "gradients ∂C/∂w" };

/**
 * @param {string} label
 * @param {Record<string, string>} options
 * @param {string} chosen
 */
function choice(label, options, chosen) {
  const select = giveKeysBack(h("select", { "aria-label": label }));
  for (const [value, text] of Object.entries(options)) select.append(h("option", { value }, text));
  select.value = chosen;
  return select;
}

/** @implements {Flexible} */
export default class Diagram {
  flexible = true;

  /**
   * A page may set what is shown, {neurons: "a"}, {edges: "w"}, and leave out the {lists} to choose it.
   * @param {Stage} stage
   * @param {DiagramData} part
   */
  constructor(stage, { neurons = "auto", edges = "auto", lists = true, others = 0, overlays = [] }) {
    this.stage = stage;
    this.shown = { neurons, edges };
    this.shapes = new Shapes(stage);
    this.shapes.others = others;
    this.lens = new Lens();
    this.element = h("figure", { class: "diagram", "data-lists": lists ? "" : null }, this.shapes.svg);
    if (lists) this.element.append(this.lists());
    this.overlays = overlays.map((one) => overlayOf(stage, one, this.shapes));
  }

  // What is shown, folded: it says so where that is not what the step has.
  lists() {
    const { neurons, edges } = this.shown;
    const lists = { neurons: choice("Neurons", NEURONS, neurons), edges: choice("Lines", EDGES, edges) };
    const summary = h("summary", {}, SHOWN);
    const back = h("button", { type: "button" }, FOLLOW);
    const follow = () => {
      this.shown = { neurons: lists.neurons.value, edges: lists.edges.value };
      const pinned = Object.values(this.shown).some((one) => one !== "auto");
      summary.toggleAttribute("data-pinned", pinned);
      back.hidden = !pinned;
      this.update();
    };
    back.hidden = true;
    back.addEventListener("click", () => {
      for (const list of Object.values(lists)) list.value = "auto";
      follow();
      summary.focus();
    });
    for (const list of Object.values(lists)) list.addEventListener("change", follow);
    return h("details", { class: "shown" }, summary, h("div", {},
      h("label", {}, "Neurons", lists.neurons), h("label", {}, "Lines", lists.edges), back));
  }

  /** @param {DiagramData} part */
  rebuild({ overlays = [] }) {
    this.overlays.forEach((overlay, i) => overlay.rebuild(overlays[i]));
    this.shapes.build();
    this.shapes.svg.append(this.lens.element);
    for (const overlay of this.overlays) {
      this.shapes.svg.append(...overlay.elements); // on top
      overlay.place();
    }
  }

  heights() {
    const { least, usual } = this.shapes;
    return { least, usual, most: usual };
  }

  /** @param {number} high */
  fit(high) {
    const given = this.shapes.high !== high;
    this.shapes.high = high;
    return given;
  }

  resize() {
    this.shapes.place();
    for (const overlay of this.overlays) overlay.place();
  }

  /**
   * The symbol that a layer's neurons or the lines into it show at this step.
   * @param {Kind} kind
   * @param {number} l
   */
  symbol(kind, l) {
    const chosen = this.shown[kind];
    /** @param {string} symbol */
    const born = (symbol) => this.stage.isBorn({ array: symbol + l });
    const { learns, figures } = this.stage;
    if (learns && chosen === "auto" && `new_w${l}` in figures) return this.stage.learned(kind === "edges" ? "w" : "a");
    if (kind === "edges" && act() >= 0) return "w"; // the first minute knows no others
    if (kind === "edges") return chosen !== "auto" ? chosen : born("nabla_w") ? "nabla_w" : "w";
    if (l === 1) return chosen === "delta" && "nabla_x1" in figures ? "nabla_x" : "a";
    const { result, now } = this.stage;
    if (result?.l === l && result.symbol in NEURONS && this.stage.isKept(result)) return result.symbol;
    if (chosen !== "auto") return chosen;
    if (result?.symbol === "sigma_prime" && now.l === l) return "z";
    if (result?.symbol === "nabla_w" && now.l - 1 === l) return "a";
    if (born("delta")) return "delta";
    return born("a") || !born("z") ? "a" : "z";
  }

  /**
   * Gives a mark the address of the number that it shows, and the value there.
   * @param {Shape} mark
   * @param {string} symbol
   */
  look(mark, symbol) {
    const id = idOf(symbol, mark.l, mark.j, mark.k);
    if (mark.id !== id) Object.assign(mark, { id, entry: parse(id) });
    return { value: this.stage.valueOf(mark.entry), born: this.stage.isBorn(mark.entry), state: this.stateOf(mark) };
  }

  /**
   * Does it look otherwise than before? Of a step most of the shapes stay as they are.
   * @param {Shape} mark
   * @param {unknown[]} looks
   */
  isNew(mark, ...looks) {
    const shown = [this.stage.edition, mark.id, ...looks].join();
    if (shown === mark.shown) return false;
    mark.shown = shown;
    return true;
  }

  update() {
    const { stage, shapes } = this;
    put(shapes.svg, "data-direction", stage.backward ? "left" : "right");
    for (const mark of shapes.edges) {
      const symbol = this.symbol("edges", mark.l);
      const { value, born, state } = this.look(mark, symbol);
      if (!this.isNew(mark, value, born, state)) continue;
      const { colour, share } = strokeOf(stage, symbol, value);
      mark.line.style.stroke = born ? colour : "";
      const least = state === "now" ? 2.5 : 0.8;
      mark.line.style.strokeWidth = born ? `${least + 5 * share}px` : "";
      put(mark.element, "data-state", state);
    }
    for (const mark of shapes.neurons) {
      const symbol = this.symbol("neurons", mark.l);
      const { value, born, state } = this.look(mark, symbol);
      const note = stage.markOf(neuronId(mark.l, mark.j));
      const was = stage.changes.was(mark.entry);
      const unseen = born || stage.unseen(mark.entry);
      if (!this.isNew(mark, value, unseen, state, shapes.radius, note?.sign, note?.words, was)) continue;
      const { text, name } = stage.number(mark.entry);
      const colour = shade(stage, symbol, value);
      mark.circle.style.fill = born ? colour : "";
      mark.text.style.fill = born ? inkOn(colour) : "";
      shapes.write(mark.text, born && shapes.radius > 13 ? text : "");
      put(mark.element, "data-state", state);
      say(mark.sign, note?.sign ?? "");
      put(mark.element, "aria-label",
        stage.changes.told(`${name} ${born ? `= ${exact(value)}` : stage.unseen(mark.entry)}`, mark.entry) + (note ? `, ${note.words}` : ""));
    }
    for (const { l, kind, element } of shapes.heads) {
      const symbol = this.symbol(kind, l);
      const text = symbol + l === "a1" ? "a¹ = x" : this.headOf(symbol + l);
      say(element, text);
      element.toggleAttribute("hidden", kind === "edges" && text.length * 0.55 + 2.9 > shapes.between);
      element.style.fill = stage.colourOf(symbol);
    }
    for (const overlay of this.overlays) overlay.update();
    this.mark();
  }

  /**
   * The name of an array, and the step that makes it where it is chosen before that.
   * @param {string} id
   */
  headOf(id) {
    const { title } = this.stage.figures[id];
    return this.stage.isBorn({ array: id }) || !this.chosen(id) ? title : `${title}: step ${this.stage.data.born[id][0]}`;
  }

  /** @param {string} id */
  chosen(id) {
    const { symbol } = parse(id);
    const listed = symbol === "nabla_x" ? "delta" : symbol;
    return this.shown.neurons === listed || this.shown.edges === symbol;
  }

  /**
   * A neuron takes part in a step with any of its numbers: its bias, its slope, its error.
   * @param {Shape} mark
   */
  stateOf(mark) {
    const { stage } = this;
    if (mark.k !== null) return stage.stateOf(mark.entry);
    /** @param {Address} address */
    const takesPart = (address) => address.symbol !== "w" && address.symbol !== "nabla_w" &&
      address.l === mark.l && (address.j === null || address.j === mark.j);
    if (stage.result && takesPart(stage.result)) return "now";
    if (stage.operands.some(takesPart)) return "operand";
    return stage.isBorn(mark.entry) ? "known" : "unborn";
  }

  light() {
    this.mark();
    for (const overlay of this.overlays) overlay.light?.();
  }

  mark() {
    const { stage } = this;
    const { lit, selected } = stage.marked;
    /** @type {(mark: Shape) => (address: Address) => boolean} */
    const shows = ({ entry, l, j, k }) => (address) => covers(address, entry) ||
      (address.l === l && address.j === j && address.k === k && address.j !== null);
    for (const mark of [...this.shapes.edges, ...this.shapes.neurons]) {
      mark.element.classList.toggle("lit", lit.some(shows(mark)));
      mark.element.classList.toggle("selected", selected.some(shows(mark)));
    }
    const looked = [...lit.slice(0, 1), ...selected];
    const neuron = this.shapes.neurons.find((mark) => looked.some(shows(mark)));
    const number = neuron && stage.isBorn(neuron.entry) ? stage.number(neuron.entry).text : "";
    this.lens.show(neuron, this.shapes.radius, number);
  }
}
