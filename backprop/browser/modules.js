// The modules that draw the parts, by the names that the stage's data give them: each is fetched
// once, when data first name it.

/** @import { Overlay, OverlayClass, Part, PartClass, PartData } from "./types.d.ts" */
/** @import { Shapes } from "./diagram_shapes.js" */
/** @import { Stage } from "./stage.js" */

/** @type {Map<string, PartClass & OverlayClass>} */
const classes = new Map();

/** @param {string} module */
export function isHere(module) {
  return classes.has(module);
}

/**
 * Fetches these modules. Gives the address of one that does not arrive, if there is one.
 * @param {string[]} modules
 */
export async function fetched(modules) {
  const missing = await Promise.all(modules.map(async (module) => {
    const { href } = new URL(`../${module}`, import.meta.url);
    try {
      classes.set(module, (await import(href)).default);
      return undefined;
    } catch {
      return href;
    }
  }));
  return missing.find(Boolean);
}

/**
 * The part that these data describe; its module is here.
 * @param {Stage} stage
 * @param {PartData} data
 * @returns {Part}
 */
export function partOf(stage, data) {
  return new (classOf(data.module))(stage, data);
}

/**
 * The overlay of the diagram that these data describe.
 * @param {Stage} stage
 * @param {PartData} data
 * @param {Shapes} shapes
 * @returns {Overlay}
 */
export function overlayOf(stage, data, shapes) {
  return new (classOf(data.module))(stage, data, shapes);
}

/** @param {string} module */
function classOf(module) {
  const found = classes.get(module);
  if (!found) throw new Error(`${module} has not been fetched`);
  return found;
}
