// Where a fault lies, as a clerk reads it: what kind of file, and the part of it in the trade's words.
import { pathOf } from "../workbench/tree.ts";
import type { Fault } from "./fault.ts";

/** Texts of the namespace rule-faults, and what the parts of a rule file are called. */
export interface PlaceTexts {
  readonly say: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly has: (key: string) => boolean;
  /** A part by its name in the file, as the workbench calls it; the name itself where it has no other. */
  readonly field: (name: string) => string;
}

const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["national", /^national\/[^/]+\.json$/],
  ["regions", /^regions\/[^/]+\.json$/],
  ["coming", /^coming\/[^/]+\.json$/],
  ["rules", /\/rules\.json$/],
  ["cases", /\/cases\.json$/],
  ["county", /\/county-[^/]+\.json$/],
  ["manifest", /^manifest$/],
];

/** Files whose parts the workbench shows, and names. */
const OF_THE_WORKBENCH: ReadonlySet<string> = new Set(["rules", "national", "county"]);

/** As the loader calls the decisions that fit no rule set; they all lie in bureau.json. */
const SETTLED = /^settings for (?<id>.+)$/;

export function placeWords({ file, path }: Pick<Fault, "file" | "path">, texts: PlaceTexts): string {
  const { say } = texts;
  const settled = SETTLED.exec(file)?.groups?.["id"];
  if (settled !== undefined) {
    const [question = "", ...rest] = path.split(".");
    const inside = [question, ...rest.map((name) => wordFor(name, "settings", texts))].filter((step) => step !== "");
    return placed(say("file.settings", { id: settled }), inside, texts);
  }
  const kind = KINDS.find(([, pattern]) => pattern.test(file))?.[0] ?? "other";
  const steps = pathOf(path).map((step) =>
    typeof step === "number" ? say("entry", { number: step + 1 }) : wordFor(step, kind, texts),
  );
  return placed(say(`file.${kind}`, { file }), steps, texts);
}

function placed(file: string, steps: readonly string[], { say }: PlaceTexts): string {
  return steps.length === 0 ? file : say("place", { file, place: steps.join(" · ") });
}

function wordFor(name: string, kind: string, { say, has, field }: PlaceTexts): string {
  const known = has(`step.${name}`) ? say(`step.${name}`) : undefined;
  const shown = field(name);
  if (OF_THE_WORKBENCH.has(kind) && shown !== name) return shown;
  return known ?? shown;
}
