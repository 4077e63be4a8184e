// What goes between the modules: the data that Python sends, the parts made of them, and Plotly.
// The stage's data are described key by key in Python, at StageData and StageStep.

import { Shapes } from "./diagram_shapes.js";
import { Stage } from "./stage.js";

/** What Streamlit gives a component, at first and with new data. */
export interface Component<Data> {
  data: Data;
  parentElement: HTMLElement;
  setTriggerValue(name: string, value: unknown): void;
  setStateValue(name: string, value: unknown): void;
}

/** A sentence in pieces, each a text and the symbol whose colour it has, or "". */
export type Segments = [text: string, symbol: string][];

export interface StageData {
  parts: PartData[];
  sizes: number[];
  arrays: Record<string, StageArray>;
  rows: Record<string, Record<string, string[]>>;
  layer?: number | "selected";
  words?: Segments[];

  scales: Record<string, string>;
  limits: Record<string, number>;
  like?: Record<string, string>;
  cost: { short: string; exact: string };

  uses?: Record<string, string[]>;
  marks?: Record<string, Mark>;
  fixed?: string[];
  leads?: Record<string, number>;

  steps: StageStep[];
  born: Record<string, number[]>;
  level: "layer" | "neuron";
  step_choice?: string;
  frames?: Frames;

  trace?: string;
  step: number;
  selected: string;
  moved: string;
  problem?: { id: string; text: string; sentence: string } | null;

  early: string;
  modules: string;
  plotly: string;
}

export interface StageArray {
  title: string;
  shape: number[];
  values: string;
  indices?: [string, string];
  numbered?: boolean;
}

export interface StageStep {
  title: string;
  tag: string;
  group: string;
  l: number;
  result: string;
  operands: string[];
  sentence: Segments;
}

/** The numbers of the stage at each position of a slider. */
export interface Frames {
  choice: string;
  label: string;
  values: string[];
  texts: string[];
  start: number;
  rest: number;
  arrays: Record<string, string>;
  words?: Segments[][];
  marks?: Record<string, Mark>[];
}

export type Theme = "light" | "dark";
export type Ramp = [position: number, colour: string][];
export type Mark = { sign: string; words: string };

/** The address of a number, or of several: what it does not name is null. */
export interface Address {
  array: string;
  symbol: string;
  l: number;
  j: number | null;
  k: number | null;
}

/** A number as it is shown. */
export interface Shown {
  value: number;
  text: string;
  name: string;
}

/** A part as Python describes it: the module that draws it, from the root of the tree that is
 * served, and all that this module wants to know. */
export interface PartData {
  module: string;
  overlays?: PartData[];
}

/** What stands on the stage. The default export of its module is the class, which is made with the
 * stage and the part's data. */
export interface Part {
  element: Element;
  /** There are new data, the first ones too: make anew what is in the element. */
  rebuild(data: PartData): void;
  /** The step, the frame or the selection is another: show the numbers of now. */
  update(): void;
  /** The pointer is on another number: show what is marked. */
  light?(): void;
  /** The stage has another width; update() follows. */
  resize?(): void;
  /** A key that nothing else uses was pressed: true takes it. */
  key?(event: KeyboardEvent): boolean;
  /** Python has led the learner elsewhere: let go of what moves by itself. */
  led?(): void;
  /** The part leaves the page: let go of what it listens to and of its plots. */
  remove?(): void;
}

/** A part that can be of several heights, in pixels: see fit.js. */
export interface Flexible extends Part {
  flexible: boolean;
  heights(): { least: number; usual: number; most: number };
  /** It has so many pixels; true where it had another number before. resize() follows. */
  fit(high: number): boolean;
}

/** What is drawn over the diagram: made with the stage, its data and the diagram's shapes. */
export interface Overlay {
  elements: Element[];
  rebuild(data: PartData): void;
  /** The diagram has another size. */
  place(): void;
  update(): void;
  /** The pointer is on another number. */
  light?(): void;
}

export type PartClass = new (stage: Stage, data: PartData) => Part;
export type OverlayClass = new (stage: Stage, data: PartData, shapes: Shapes) => Overlay;

/** A cell with a number in a grid. */
export interface Cell {
  element: HTMLElement;
}

export interface Axis {
  title: { text: string };
  range: [number, number];
  [name: string]: unknown;
}

export interface Layout {
  margin: { l: number; r: number; t: number; b: number };
  xaxis: Axis;
  yaxis: Axis;
  [name: string]: unknown;
}

/** One line of a chart; its meta is the symbol whose colour it has. */
export interface Line {
  name: string;
  meta: string;
  mode: string;
  x: number[];
  y: number[];
  line: { dash?: "solid" | "dash" | "dot"; width?: number };
  marker?: { symbol: string; size: number };
}

/** What this project calls of plotly.js; figures go in as Plotly's own reference describes them. */
export interface PlotlyLibrary {
  react(plot: Element, data: object[], layout: object, config: object): Promise<unknown>;
  restyle(plot: Element, change: object, lines?: number[]): Promise<unknown>;
  purge(plot: Element): void;
}

/** An axis as Plotly has drawn it: where it begins, and from its values to pixels and back. */
export interface DrawnAxis {
  _offset: number;
  _length: number;
  l2p(value: number | null): number;
  p2l(pixels: number): number;
}

/** An element that Plotly has drawn in. */
export type Plot = HTMLElement & { _fullLayout?: { xaxis: DrawnAxis; yaxis: DrawnAxis } };

declare global {
  interface Window {
    Plotly?: PlotlyLibrary;
    backpropTake(component: Component<Uint8Array>, show: (data: any, early: boolean) => boolean): void;
    __streamlit?: { BACKEND_BASE_URL: string; HOST_CONFIG: object };
  }
  interface History {
    followsInPlace?: boolean;
  }
  interface WindowEventMap {
    "backprop:number": CustomEvent<{ id: string; act: "select" | "light" }>;
    "backprop:place": CustomEvent<object>;
  }
}
