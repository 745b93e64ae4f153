// Every state of the window worth a look, in groups. A group begins at a window of its own, started for the first time.

import { authorStates } from "./author.mjs";
import { counterStates } from "./counter.mjs";
import { deskStates } from "./desk.mjs";

/** What the window knows before it opens, beside the language. */
export const SETTINGS = { ruleSet: "gansu/2025" };

export const groups = /** @type {const} */ ([
  { name: "counter", states: counterStates },
  { name: "desk", states: deskStates },
  { name: "author", states: authorStates },
]);
