// The step over one batch: the sum of what its examples add, in their order, and the weights and
// biases after it, w - eta/m sum, or w - eta sum, as the engine's mini_batch computes them. Biases
// that do not learn are none.

/** @import { UpdateData } from "./update.js" */

/** @typedef {{ w: number[][], b: number[][] }} Numbers of the weights and of the biases, these as a column */

export class Step {
  /**
   * @param {UpdateData} part
   * @param {number[]} batch
   */
  constructor({ w, b, eta, mean, examples }, batch) {
    const rate = mean ? eta / batch.length : eta;
    const all = batch.map((number) => examples[number]);
    /** @type {(make: (j: number, k: number) => number, makeOne: (j: number) => number) => Numbers} */
    const numbers = (make, makeOne) => ({ w: w.map((row, j) => row.map((_, k) => make(j, k))), b: b.map((_, j) => [makeOne(j)]) });
    this.before = numbers((j, k) => w[j][k], (j) => b[j]);
    this.sum = numbers(
      (j, k) => all.reduce((sum, { delta, a }) => sum + delta[j] * a[k], 0),
      (j) => all.reduce((sum, { delta }) => sum + delta[j], 0),
    );
    const { sum } = this;
    this.step = numbers((j, k) => rate * sum.w[j][k], (j) => rate * sum.b[j][0]);
    const { step } = this;
    this.after = numbers((j, k) => w[j][k] - step.w[j][k], (j) => b[j] - step.b[j][0]);
  }
}
