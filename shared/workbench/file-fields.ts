// The forms of each file of a draft, from the one definition of rule files.
import { z } from "zod";
import { CountyFile, NationalFile, RuleSetFile } from "../rules/schema.ts";
import { type Field, fieldOf } from "./field-model.ts";

const made = new Map<string, Field>();

/** @param file `rules`, `national` or a county's file */
export function fieldsOfFile(file: string): Field {
  const kind = file.startsWith("county") ? "county" : file;
  const known = made.get(kind);
  if (known !== undefined) return known;
  const schema = kind === "rules" ? RuleSetFile : kind === "national" ? NationalFile : CountyFile;
  const field = fieldOf(z.toJSONSchema(schema, { io: "input" }));
  made.set(kind, field);
  return field;
}
