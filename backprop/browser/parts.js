// The kinds of parts that a stage may have. A part is a class: it is made with the stage and its data
// {kind, ...}, and has an element. Its methods, of which the first two must be there:
//   rebuild(data)  there are new data, the first ones too: make anew what is in the element
//   update()       the step, the frame or the selection is another: show the numbers of now
//   light()        the pointer is on another number: show stage.marked
//   resize()       the stage has another width; update() follows
//   remove()       the part leaves the page: let go of what it listens to and of its plots

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
