// What the numbers were before the last change, until the learner does something else.

import { isGiven, parse } from "./address.js";
import { CHANGE_WORDS } from "./constants.js";
import { formatted } from "./dom.js";
import { exact, short } from "./number.js";

/** @import { Address, Cost, StageData } from "./types.d.ts" */
/** @import { Stage } from "./stage.js" */

/**
 * Do these data have other numbers than those?
 * @param {StageData} one
 * @param {StageData} other
 */
export function differ(one, other) {
  return one.cost.exact !== other.cost.exact ||
    Object.keys(other.arrays).some((id) => one.arrays[id]?.values !== other.arrays[id].values);
}

export class Changes {
  /** @type {{ numbers: Record<string, Float64Array>, cost: Cost } | null} */
  before = null;

  /** @param {Stage} stage */
  constructor(stage) {
    this.stage = stage;
  }

  /** What is there now is what was before. */
  keep() {
    const { figures, data: { cost } } = this.stage;
    const numbers = Object.fromEntries(Object.entries(figures).map(([id, { values }]) => [id, values]));
    this.before = { numbers, cost };
  }

  /**
   * New data are about to come: are they the present network with other numbers?
   * @param {StageData} data
   */
  meet(data) {
    const old = this.stage.data;
    if (!data.kin || old?.kin !== data.kin) this.before = null;
    else if (differ(old, data)) this.keep();
  }

  /** The learner is done with it: nothing is selected, either. */
  leave() {
    const { before, stage } = this;
    this.before = null;
    if (stage.selected) stage.select(stage.selected);
    else if (before) stage.update();
  }

  /**
   * What a number was, if it was another and is shown.
   * @param {Address} entry
   */
  was(entry) {
    if (!this.before || this.stage.learns || !this.stage.isBorn(entry)) return undefined;
    const value = this.before.numbers[entry.array]?.[this.stage.placeOf(entry)];
    return value === this.stage.valueOf(entry) ? undefined : value;
  }

  /**
   * What a number was, as it is written; "" where that is the same.
   * @param {Address} entry
   */
  wasWritten(entry) {
    const value = this.was(entry);
    const text = value === undefined ? "" : short(value);
    return text === short(this.stage.valueOf(entry)) ? "" : text;
  }

  /**
   * What is said of a number, with what it was before if that was another.
   * @param {string} now
   * @param {Address} entry
   */
  told(now, entry) {
    const value = this.was(entry);
    return value === undefined ? now : formatted(CHANGE_WORDS.was, { now, before: exact(value) });
  }

  /** The cost, and the way that it has come. */
  get cost() {
    const [now, before] = [this.stage.cost.short, this.before?.cost.short ?? ""];
    return formatted(before && before !== now ? CHANGE_WORDS.costs : CHANGE_WORDS.cost, { now, before });
  }

  /** What has changed, for a screen reader. */
  get spoken() {
    const { stage, before } = this;
    if (!before) return "";
    const given = Object.values(stage.figures).flatMap(({ cells }) => cells.flat()).map(parse).filter(isGiven);
    const changed = given.filter((entry) => this.was(entry) !== undefined);
    const [cost, costBefore] = [stage.cost.short, before.cost.short];
    const moved = cost !== costBefore && stage.isBorn({ array: "C" });
    const places = { count: changed.length, cost, cost_before: costBefore };
    if (changed.length !== 1) {
      if (!changed.length) return moved ? formatted(CHANGE_WORDS.cost_alone, places) : "";
      return formatted(moved ? CHANGE_WORDS.numbers_and_cost : CHANGE_WORDS.numbers, places);
    }
    const [one] = changed;
    const [now, was] = [stage.valueOf(one), Number(this.was(one))];
    const close = short(now) === short(was);
    return formatted(moved ? CHANGE_WORDS.number_and_cost : CHANGE_WORDS.number, {
      ...places, name: stage.nameOf(one), now: close ? exact(now) : short(now), before: close ? exact(was) : short(was),
    });
  }
}
