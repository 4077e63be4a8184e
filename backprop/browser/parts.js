// The kinds of parts that a stage may have. A part is a class: it is made with the stage and its data
// {kind, ...}, has an element, and is told to rebuild(data) when there are new data, and to update().

import { Board } from "./board.js";
import { Diagram } from "./diagram.js";
import { Examples } from "./examples.js";
import { Exhibits } from "./exhibits.js";
import { Gradients } from "./gradients.js";
import { Header } from "./header.js";
import { Slider } from "./slider.js";
import { Strip } from "./strip.js";
import { Surface } from "./surface.js";
import { Words } from "./words.js";

export const KINDS = {
  board: Board,
  diagram: Diagram,
  examples: Examples,
  exhibits: Exhibits,
  gradients: Gradients,
  header: Header,
  slider: Slider,
  strip: Strip,
  surface: Surface,
  words: Words,
};
