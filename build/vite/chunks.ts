// Which modules of the window go into one file. Each file is a request to the main process, which is busy at the start:
// what the counter needs at once comes in one, its texts in one for each language, and the rest as it is asked for.

import path from "node:path";
import { type Group, type Modules, reachedFrom } from "./reached.ts";

const renderer = path.resolve(import.meta.dirname, "../../renderer");
const WINDOW = path.join(renderer, "main.tsx");
const PRINT = path.join(renderer, "print/main.ts");
const CONTRACT = path.resolve(renderer, "../shared/ipc/contract.ts");
const FIRST = path.join(renderer, "first/first.ts");
const AT_ONCE = /shared\/locales\/(zh-CN|en)\/(shell|assess|domain|trace|help)\.json$/;

type Chunk = "texts" | "first" | "ground" | "window" | "contract";

/** The groups as the bundler takes them: a module belongs to the first that wants it, and takes with it what it needs. */
export function chunkGroups(): Group[] {
  let reach: Readonly<Record<"first" | "window" | "print" | "contract", ReadonlySet<string>>> | undefined;

  const chunkOf = (id: string, modules: Modules): Chunk | null => {
    if (AT_ONCE.test(id)) return "texts";
    // What runs by being loaded stays a file of its own.
    if (id === WINDOW || id === PRINT || id === FIRST || /\.css($|\?)/.test(id)) return null;
    reach ??= {
      first: reachedFrom([FIRST], modules),
      window: reachedFrom([WINDOW], modules),
      print: reachedFrom([PRINT], modules),
      contract: reachedFrom([CONTRACT], modules),
    };
    // The first field must not wait for anything that only the window needs.
    if (reach.first.has(id)) return "first";
    // Nor may the printed page need a file of the window's: with it came the window's style sheet, and slips were cut.
    if (reach.print.has(id)) return reach.window.has(id) || reach.contract.has(id) ? "ground" : null;
    if (!reach.window.has(id)) return reach.contract.has(id) ? "contract" : null;
    return "window";
  };

  return (["texts", "first", "ground", "window", "contract"] as const).map((chunk, place) => ({
    priority: 10 - place,
    name: (id, modules) =>
      chunkOf(id, modules) !== chunk ? null : chunk === "texts" ? `texts.${AT_ONCE.exec(id)?.[1]}` : chunk,
  }));
}
