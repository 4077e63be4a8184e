// The kinds of parts that a stage may have. A part is a class: it is made with the stage and its data
// {kind, ...}, has an element, and is told to rebuild(data) when there are new data, and to update().

import { Board } from "./board.js";
import { Curve } from "./curve.js";
import { Demon } from "./demon.js";
import { Diagram } from "./diagram.js";
import { Examples } from "./examples.js";
import { Exhibits } from "./exhibits.js";
import { Gradients } from "./gradients.js";
import { Graph } from "./graph.js";
import { Header } from "./header.js";
import { Pointing } from "./pointing.js";
import { Slider } from "./slider.js";
import { Strip } from "./strip.js";
import { Wire } from "./wire.js";
import { Surface } from "./surface.js";
import { Words } from "./words.js";

export const KINDS = {
  board: Board,
  curve: Curve,
  demon: Demon,
  diagram: Diagram,
  examples: Examples,
  exhibits: Exhibits,
  gradients: Gradients,
  graph: Graph,
  header: Header,
  pointing: Pointing,
  slider: Slider,
  strip: Strip,
  wire: Wire,
  surface: Surface,
  words: Words,
};
