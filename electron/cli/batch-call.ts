// calc batch: what a call asks for, read from its words and files; a wrong call says which word is wrong and what may stand there.

import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { dayOf } from "../../shared/dates/civil.ts";
import { missingRuleSet } from "../../shared/engine/answer.ts";
import { ROSTER_FIELDS } from "../../shared/roster/columns.ts";
import { pathText } from "../../shared/rules/fault.ts";
import { shapeWords } from "../../shared/rules/shape-words.ts";
import type { Table } from "../../shared/rules/table.ts";
import { readSettlements } from "../policies/settlements.ts";
import type { Policies } from "../policies/store.ts";
import { RosterFault } from "../roster/fault.ts";
import type { RosterJob } from "../roster/job.ts";
import type { Mapping } from "../roster/plan.ts";
import type { Language } from "../roster/words.ts";
import { missingYearWords } from "./missing-year-words.ts";
import { rulesFrom } from "./rules-from.ts";

const OPTIONS = {
  "rule-set": { type: "string" },
  in: { type: "string" },
  out: { type: "string" },
  policies: { type: "string" },
  packs: { type: "string" },
  settings: { type: "string" },
  county: { type: "string" },
  column: { type: "string", multiple: true },
  category: { type: "string", multiple: true },
  group: { type: "string", multiple: true },
  mapping: { type: "string" },
  interpretation: { type: "string", multiple: true },
  review: { type: "string" },
  summary: { type: "string" },
  language: { type: "string" },
  neutralise: { type: "boolean" },
  fresh: { type: "boolean" },
} as const;

const MappingFile = z.strictObject({
  columns: z.partialRecord(z.enum(ROSTER_FIELDS), z.string()).default({}),
  categories: z.record(z.string(), z.string()).default({}),
  groups: z.record(z.string(), z.string()).default({}),
});

/** What a call asks for. Throws RosterFault for what cannot be followed. */
export function readCall(
  args: readonly string[],
  told: Language,
  notice: (text: string) => void,
): { readonly job: RosterJob; readonly summaryFile: string | undefined } {
  const values = parsed(args);
  const language = languageOption(values.language);
  const ruleSet = required(values["rule-set"], "--rule-set ID");
  const files = { input: required(values.in, "--in FILE"), output: required(values.out, "--out FILE") };
  for (const file of [files.output, values.review, values.summary]) if (file !== undefined) needFolderOf(file);
  const settled = readSettlements(values.settings);
  if (!settled.ok) throw badFile(`--settings ${values.settings ?? ""}`, settled.faults);
  const from = rulesFrom({ policies: values.policies, packs: values.packs }, settled.settlements);
  if (!from.ok) {
    const reason = from.messages.join("\n");
    throw from.about === "packs"
      ? new RosterFault("packs-unusable", { reason })
      : wrong("file", { argument: "--policies", reason });
  }
  notice(from.notice);
  const policies = from.rules;
  const table = policies.ruleSets.get(ruleSet)?.table;
  if (table === undefined) throw noRuleSet(ruleSet, policies, told);
  needIds(values, table);
  const now = new Date();
  const job: RosterJob = {
    ...files,
    table,
    mapping: mappingOf(values),
    county: values.county ?? null,
    interpretations: Object.fromEntries((values.interpretation ?? []).map((text) => pair(text, "--interpretation"))),
    language,
    today: dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()),
    review: values.review ?? null,
    neutralise: values.neutralise ?? false,
    fresh: values.fresh ?? false,
  };
  return { job, summaryFile: values.summary };
}

/** A year without a notice is named as such, with what is known of it; an area that nobody knows is an unknown rule set. */
function noRuleSet(ruleSet: string, { ruleSets, coming }: Policies, told: Language): RosterFault {
  const tables = [...ruleSets.values()].map(({ table }) => table);
  const missing = missingRuleSet(ruleSet, tables, coming);
  if (missing === null) return new RosterFault("unknown-rule-set", { ruleSet, known: [...ruleSets.keys()].join(", ") });
  return new RosterFault("missing-year", { ruleSet, ...missingYearWords(missing, told) });
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false, strict: true }).values;
  } catch (error) {
    throw badOption(error, args);
  }
}

/** An option that nobody knows, one without its value, or a word that belongs to no option. */
function badOption(error: unknown, args: readonly string[]): RosterFault {
  const message = error instanceof Error ? error.message : String(error);
  const [, argument = ""] = /'(-[^' ]*|[^']*)/.exec(message) ?? [];
  const known = Object.keys(OPTIONS)
    .map((name) => `--${name}`)
    .join(", ");
  switch (error instanceof Error && "code" in error ? error.code : "") {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return wrong("unknown", { argument, known });
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return wrong("word", { argument });
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return args.includes(argument)
        ? wrong("value", { argument })
        : new RosterFault("bad-argument", { argument: message });
    default:
      return new RosterFault("bad-argument", { argument: message });
  }
}

type Wrong = "missing" | "unknown" | "word" | "value" | "pair" | "field" | "id" | "file" | "language";

/** A wrong call, said in the words for its kind. */
function wrong(kind: Wrong, values: Readonly<Record<string, string>>): RosterFault {
  return new RosterFault("bad-argument", { ...values, context: kind });
}

type FileFault = { readonly path: string; readonly message: string };

function badFile(argument: string, faults: readonly FileFault[]): RosterFault {
  const reason = faults.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
  return wrong("file", { argument, reason });
}

/** Said before the work: a list of half a million rows is no time to find out. */
function needFolderOf(file: string): void {
  const folder = dirname(file);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new RosterFault("not-found", { file, folder, context: "folder" });
}

/** What the call itself maps a name to has to exist; a file of mappings may serve several rule sets. */
function needIds(values: MappingOptions, table: Table): void {
  const ids = { category: [...table.categories.keys(), "none"], group: [...table.groupById.keys(), "none"] };
  for (const option of ["category", "group"] as const)
    for (const text of values[option] ?? []) {
      const [, id] = pair(text, `--${option}`);
      if (!ids[option].includes(id))
        throw wrong("id", { argument: `--${option} ${text}`, id, ruleSet: table.id, known: ids[option].join(", ") });
    }
}

/** Also where the rest of the call is not understood. */
export function languageAsked(args: readonly string[]): Language {
  return args[args.indexOf("--language") + 1] === "en" || args.includes("--language=en") ? "en" : "zh-CN";
}

function required(value: string | undefined, name: string): string {
  if (value === undefined || value === "") throw wrong("missing", { argument: name });
  return value;
}

interface MappingOptions {
  readonly mapping?: string;
  readonly column?: string[];
  readonly category?: string[];
  readonly group?: string[];
}

function mappingOf(values: MappingOptions): Mapping {
  const file = values.mapping === undefined ? MappingFile.parse({}) : readMapping(values.mapping);
  const columns = Object.fromEntries((values.column ?? []).map((text) => pair(text, "--column")));
  const known = MappingFile.shape.columns.safeParse(columns);
  if (!known.success)
    throw wrong("field", { argument: `--column ${Object.keys(columns).join(", ")}`, known: ROSTER_FIELDS.join(", ") });
  return {
    columns: definedOnly({ ...file.columns, ...known.data }),
    categories: {
      ...file.categories,
      ...Object.fromEntries((values.category ?? []).map((text) => pair(text, "--category"))),
    },
    groups: { ...file.groups, ...Object.fromEntries((values.group ?? []).map((text) => pair(text, "--group"))) },
  };
}

function readMapping(path: string): z.infer<typeof MappingFile> {
  const argument = `--mapping ${path}`;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw badFile(argument, [{ path: "", message: error instanceof Error ? error.message : String(error) }]);
  }
  const parsed = MappingFile.safeParse(value, { error: shapeWords });
  if (parsed.success) return parsed.data;
  throw badFile(
    argument,
    parsed.error.issues.map((issue) => ({ path: pathText(issue.path), message: issue.message })),
  );
}

function definedOnly(
  columns: Readonly<Partial<Record<(typeof ROSTER_FIELDS)[number], string | undefined>>>,
): Mapping["columns"] {
  return Object.fromEntries(Object.entries(columns).filter(([, header]) => header !== undefined)) as Mapping["columns"];
}

const PAIRS: Readonly<Record<string, string>> = {
  "--column": "--column paid_on=到账日期",
  "--category": "--category 五保=extreme-poverty",
  "--group": "--group 退伍=discharged-soldier",
  "--interpretation": "--interpretation gap-counted-from=any-year",
};

function pair(text: string, option: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at <= 0) throw wrong("pair", { argument: `${option} ${text}`, form: PAIRS[option] ?? `${option} ID=OPTION` });
  return [text.slice(0, at), text.slice(at + 1)];
}

function languageOption(text: string | undefined): Language | null {
  if (text === undefined || text === "zh-CN" || text === "en") return text ?? null;
  throw wrong("language", { argument: text });
}
