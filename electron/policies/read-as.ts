// A rule file as data of a known shape: strict JSON, checked against its schema, each fault with its path.
import type { z } from "zod";
import { type Fault, pathText } from "../../shared/rules/fault.ts";
import { fits, keysFitting } from "../../shared/rules/fits.ts";
import { shapeWords } from "../../shared/rules/shape-words.ts";
import type { PolicyFiles } from "./files.ts";

/** Reads `file`; null where it has faults, which are added to `faults`. */
export function readAs<T>(files: PolicyFiles, file: string, schema: z.ZodType<T>, faults: Fault[]): T | null {
  const read = files.read(file, (value) => keysFitting(schema, value));
  if (!read.ok) {
    faults.push(...read.faults);
    return null;
  }
  if (read.fits || fits(schema, read.value)) return read.value as T;
  // What is wrong, or in doubt, is zod's to find. Generating code for one look would take longer than the look itself.
  const parsed = schema.safeParse(read.value, { jitless: true, error: shapeWords });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    faults.push({
      file,
      path: pathText(issue.path),
      message: `${issue.message}${remedyFor(issue.message, issue.path)}`,
    });
  return null;
}

/** What to do about a fault of shape; "" where its words say it, as they do for options, patterns and our checks. */
function remedyFor(message: string, path: readonly PropertyKey[]): string {
  if (/^missing; /.test(message))
    return path.at(-1) === "cite"
      ? "; say where it is written: document, article, grade and summary"
      : "; write it here";
  if (/^expected a text in quotes, found the number/.test(message))
    return '; an amount is written in yuan with two decimals, like "400.00"';
  if (/^unknown key/.test(message)) return "; correct its spelling or remove it";
  return "";
}
