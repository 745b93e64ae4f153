// A counter in a process of its own: takes two packs in by turns and undoes them, says each act when it is done, until it is killed.

import { readFileSync, writeSync } from "node:fs";
import { createPackStore } from "../../../electron/packs/pack-store.ts";

const [folder = "", ...files] = process.argv.slice(2);
const packs = files.map((file) => readFileSync(file));
const store = createPackStore({
  folder,
  keyRing: null,
  today: () => ({ day: "2026-11-26", program: "0.1.0" }),
  now: () => "2026-11-26T08:00:00.000Z",
});
const say = (word: string) => writeSync(1, `${word}\n`);

say("warm");
for (let n = 0; ; n++) {
  const reading = store.reading();
  const root = reading.kind === "good" ? (reading.state.series[0]?.root ?? "") : "";
  // Alternately the second pack on top of the first, and back.
  const done = n % 2 === 0 ? store.install(packs[1] ?? Buffer.alloc(0), "") : store.undo(root, "gansu", "");
  say(done.ok ? (n % 2 === 0 ? "second" : "first") : JSON.stringify(done));
}
