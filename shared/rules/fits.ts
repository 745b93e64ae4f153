// Tells in one quick pass that data fits a schema. What may not fit is zod's to judge: it has the words, and it decides in every doubt.
import type { z } from "zod";

type Fits = (value: unknown) => boolean;
type Checks = readonly z.core.$ZodCheck<never>[] | undefined;

const known = new WeakMap<z.core.$ZodType, Fits>();

/** Whoever meets a kind of schema that this file does not know asks zod. */
const askZod: Fits = () => false;

/**
 * Whether `value`, which came out of JSON, fits `schema`. True only where zod would accept it and hand it back unchanged;
 * false where it does not fit or where the schema has a part that only zod understands.
 * zod's first pass runs in the interpreter and costs more than all else that loading does (ADR 12).
 */
export function fits(schema: z.core.$ZodType, value: unknown): boolean {
  return testOf(schema)(value);
}

function testOf(schema: z.core.$ZodType): Fits {
  const made = known.get(schema);
  if (made !== undefined) return made;
  const test = makeTest((schema as z.core.$ZodTypes)._zod.def);
  known.set(schema, test);
  return test;
}

function makeTest(def: z.core.$ZodTypes["_zod"]["def"]): Fits {
  const rest = restOf(def.checks as Checks);
  if (rest === undefined) return askZod;
  const test = typeTest(def);
  return rest === NOTHING_MORE ? test : (value) => test(value) && rest(value);
}

function typeTest(def: z.core.$ZodTypes["_zod"]["def"]): Fits {
  switch (def.type) {
    case "string":
      return "format" in def ? askZod : (value) => typeof value === "string";
    case "number":
      return "format" in def && def.format === "safeint" ? Number.isSafeInteger : askZod;
    case "boolean":
      return (value) => typeof value === "boolean";
    case "literal":
    case "enum": {
      const values = new Set<unknown>(def.type === "literal" ? def.values : Object.values(def.entries));
      return (value) => values.has(value);
    }
    case "nullable": {
      const inner = testOf(def.innerType);
      return (value) => value === null || inner(value);
    }
    case "optional":
      return testOf(def.innerType);
    case "array": {
      const item = testOf(def.element);
      return (value) => Array.isArray(value) && value.every(item);
    }
    case "union": {
      // Of alternatives told apart by a field at most one fits; where exactly one of several may fit, zod counts.
      if (def.inclusive === false && !("discriminator" in def)) return askZod;
      const options = def.options.map((option) => testOf(option as z.core.$ZodType));
      return (value) => options.some((option) => option(value));
    }
    case "record":
      return recordTest(def);
    case "object":
      return objectTest(def);
    default:
      return askZod;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function recordTest(def: z.core.$ZodRecordDef): Fits {
  const keys = def.keyType as z.core.$ZodTypes;
  // Keys from a list would all have to be there.
  if (def.mode === "loose" || keys._zod.def.type !== "string") return askZod;
  const key = testOf(keys);
  const item = testOf(def.valueType as z.core.$ZodType);
  return (value) => {
    if (!isRecord(value)) return false;
    for (const name of Object.keys(value)) if (name === "__proto__" || !key(name) || !item(value[name])) return false;
    return true;
  };
}

interface Field {
  readonly schema: z.core.$ZodType;
  readonly optional: boolean;
  test: Fits | undefined;
}

function objectTest(def: z.core.$ZodObjectDef): Fits {
  // Only strict objects: an unknown key that zod would drop must not get through.
  if (def.catchall?._zod.def.type !== "never") return askZod;
  const { shape } = def;
  const fields = new Map<string, Field>();
  let required = 0;
  for (const name in shape) {
    const schema = shape[name] as z.core.$ZodTypes;
    // Whatever else may be left out is taken for required: then zod judges.
    const optional = schema._zod.def.type === "optional";
    if (!optional) required++;
    fields.set(name, { schema, optional, test: undefined });
  }
  return (value) => {
    if (!isRecord(value)) return false;
    let missing = required;
    // A rule file leaves most optional fields out: only what is there is looked at.
    for (const name in value) {
      const field = fields.get(name);
      if (field === undefined) return false;
      // Most fields of most kinds of rule stand in no file at hand: a test is made when the first one comes.
      field.test ??= testOf(field.schema);
      if (!field.test(value[name])) return false;
      if (!field.optional) missing--;
    }
    return missing === 0;
  };
}

const NOTHING_MORE: Fits = () => true;

/** The checks that a schema adds to its type, as one test; undefined where one of them is zod's alone. */
function restOf(checks: Checks): Fits | undefined {
  const tests: Fits[] = [];
  for (const check of checks ?? []) {
    const test = checkTest(
      (check as z.core.$ZodCheck)._zod.def as z.core.$ZodChecks["_zod"]["def"] | z.core.$ZodCustomDef,
    );
    if (test === undefined) return undefined;
    tests.push(test);
  }
  const [first, second] = tests;
  if (first === undefined) return NOTHING_MORE;
  return second === undefined ? first : (value) => tests.every((test) => test(value));
}

// The type was tested before: texts have a length, numbers an order.
function checkTest(def: z.core.$ZodChecks["_zod"]["def"] | z.core.$ZodCustomDef): Fits | undefined {
  switch (def.check) {
    case "string_format": {
      const pattern = def.format === "regex" && "pattern" in def ? def.pattern : undefined;
      // A sticky or global pattern remembers where it stopped.
      if (pattern === undefined || pattern.global || pattern.sticky) return undefined;
      return (value) => pattern.test(value as string);
    }
    case "min_length":
      return (value) => (value as string | readonly unknown[]).length >= def.minimum;
    case "greater_than":
      return def.inclusive
        ? (value) => Number(value) >= Number(def.value)
        : (value) => Number(value) > Number(def.value);
    case "less_than":
      return def.inclusive
        ? (value) => Number(value) <= Number(def.value)
        : (value) => Number(value) < Number(def.value);
    case "custom":
      return "fn" in def ? (value) => def.fn(value) === true : undefined;
    default:
      return undefined;
  }
}
