// Exhibits: the rows of heatmaps as a part of the stage.

import { HeatmapRows } from "./heatmap_rows.js";

export default class Exhibits extends HeatmapRows {}
