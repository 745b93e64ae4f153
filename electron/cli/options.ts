// Reads the command line's options; an option that nobody knows is an error that lists the known ones.
import { parseArgs } from "node:util";

export type Options<Name extends string> =
  | {
      readonly ok: true;
      readonly values: Readonly<Partial<Record<Name, string>>>;
      readonly positionals: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** All options take a value. */
export function readOptions<Name extends string>(args: readonly string[], names: readonly Name[]): Options<Name> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { ok: true, values: values as Partial<Record<Name, string>>, positionals };
  } catch (error) {
    const message = error instanceof Error ? error.message.split(". ")[0] : String(error);
    return { ok: false, message: `${message}; known options: ${names.map((name) => `--${name}`).join(", ")}` };
  }
}
