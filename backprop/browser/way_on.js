// Where the steps of a pass lead on to learning: what the big button says and does there, the button
// for ten rounds, and the cost over the rounds, small.

import { h, put, say } from "./dom.js";
import { spark } from "./rounds.js";

/** @import { Stage } from "./stage.js" */

const NEXT = { text: "Next", name: "Next step" };
const MANY = 10;

export class WayOn {
  /**
   * @param {Stage} stage
   * @param {() => void} pause what plays
   */
  constructor(stage, pause) {
    this.stage = stage;
    this.pause = pause;
    this.rounds = h("button", { type: "button", class: "rounds-on", onclick: () => this.learn(MANY) });
    const last = () => stage.go(stage.data.steps.length);
    this.course = h("button", { type: "button", class: "spark", onclick: last });
  }

  rebuild() {
    const { learning } = this.stage.data;
    this.course.hidden = !learning || learning.costs.length < 2;
    if (!learning) return;
    say(this.rounds, learning.texts.rounds);
    this.course.replaceChildren(spark(learning));
    put(this.course, "aria-label", learning.texts.curve);
    put(this.course, "title", learning.texts.curve);
  }

  // The big button and its words; the one to the last step has nowhere to lead at the end.
  /** @type {(next: HTMLElement, last: HTMLElement) => void} */
  update(next, last) {
    const { rounds, stage: { learns, canLearn } } = this;
    const { text, name } = this.words;
    const [label] = next.childNodes;
    if (label.nodeValue !== text) label.nodeValue = text;
    put(next, "aria-label", name);
    put(next, "title", name);
    rounds.hidden = !learns;
    last.hidden = learns;
    if (!learns) return;
    for (const one of [next, rounds]) put(one, "aria-disabled", String(!canLearn));
  }

  get words() {
    const { step, learns, data: { steps, learning } } = this.stage;
    if (!learning || step < steps.length - 1) return NEXT;
    const text = learns ? learning.texts.round : learning.texts.learn;
    return { text, name: text };
  }

  /**
   * The cost that learning is about, where the stage is there.
   * @param {string} other elsewhere
   */
  cost(other) {
    const { learns, data: { learning } } = this.stage;
    return learns && learning ? `${learning.name} = ${learning.told[0]}` : other;
  }

  press() {
    const { stage } = this;
    this.pause();
    if (stage.learns) this.learn(1);
    else stage.go(stage.step + 1);
  }

  /** @param {number} count */
  learn(count) {
    const { stage } = this;
    this.pause();
    if (stage.canLearn) stage.trigger("rounds", { count, moved: stage.moved });
  }
}
