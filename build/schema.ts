// `npm run schema`: writes the published JSON Schemas of the rule files from the one definition in shared/rules/schema.ts.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { CasesFile } from "../shared/rules/cases.ts";
import { ComingYearFile } from "../shared/rules/coming.ts";
import { CountyFile, NationalFile, RuleSetFile } from "../shared/rules/schema.ts";

export const SCHEMA_FOLDER = path.resolve(import.meta.dirname, "../policies/schema");

const FILES = {
  "rule-set.schema.json": { title: "A rule set: one jurisdiction, one coverage year", schema: RuleSetFile },
  "national.schema.json": { title: "The national layer of a coverage year", schema: NationalFile },
  "county.schema.json": { title: "What a county adds: funding tier and townships", schema: CountyFile },
  "cases.schema.json": {
    title: "Worked cases beside a rule set: what is asked, and what must come out",
    schema: CasesFile,
  },
  "coming.schema.json": {
    title: "What is known of a coverage year before its notice is there",
    schema: ComingYearFile,
  },
} as const;

/** File name → JSON Schema (draft 2020-12). What the load check asks beyond the shape is in shared/rules/check.ts. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(FILES).map(([name, { title, schema }]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
      return [name, { $schema, title, ...rest }];
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  mkdirSync(SCHEMA_FOLDER, { recursive: true });
  for (const [name, schema] of jsonSchemas())
    writeFileSync(path.join(SCHEMA_FOLDER, name), `${JSON.stringify(schema, null, 2)}\n`);
}
