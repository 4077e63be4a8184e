// The module that the server makes of what is the same on every stage: see stage_constants.py.

import type { Ramp, Theme } from "./types.d.ts";

/** By theme and symbol, the colour of a quantity's name. */
export const COLOURS: Record<Theme, Record<string, string>>;
/** By theme and scale, the colours from one end to the other. */
export const RAMPS: Record<Theme, Record<string, Ramp>>;
/** By choice, the value that is left out of the link. */
export const USUAL: Record<string, string>;
/** What the folded sidebar is for. */
export const CHANGE: string;
/** Templates about numbers that have changed, by name. */
export const CHANGE_WORDS: Record<string, string>;
/** The pages in their order, as they stand in an address. */
export const PAGES: string[];
/** The keys for presenting, each with what it does. */
export const KEYS: [key: string, does: string][];
/** What is said while presenting, by its name. */
export const PRESENT: Record<string, string>;
/** Where a QR code is asked for, and the most bytes that one holds. */
export const QR: { address: string; longest: number };
/** The style sheet of all parts. */
export const STYLES: string;
