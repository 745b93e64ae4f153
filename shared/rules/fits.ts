// Tells in one quick pass that data fits a schema. What may not fit is zod's to judge: it has the words, and it decides in every doubt.
import type { z } from "zod";

/** How many keys the objects of a value hold that fits; NO_FIT for every other. */
type Fits = (value: unknown) => number;
type Test = (value: unknown) => boolean;
type Checks = readonly z.core.$ZodCheck<never>[] | undefined;

/** Said of a value that does not fit, or that zod has to judge. */
export const NO_FIT = -1;

const known = new WeakMap<z.core.$ZodType, Fits>();

/** Whoever meets a kind of schema that this file does not know asks zod. */
const askZod: Fits = () => NO_FIT;

/**
 * Whether `value`, which came out of JSON, fits `schema`. True only where zod would accept it and hand it back unchanged;
 * false where it does not fit or where the schema has a part that only zod understands.
 * zod's first pass runs in the interpreter and costs more than all else that loading does (ADR 12).
 */
export function fits(schema: z.core.$ZodType, value: unknown): boolean {
  return testOf(schema)(value) !== NO_FIT;
}

/**
 * The same, with what the walk comes by anyway: how many keys the objects of a fitting value hold in all. Whoever has to
 * count them needs no second walk.
 */
export function keysFitting(schema: z.core.$ZodType, value: unknown): number {
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
  // Most values of a rule file are texts: a function less for each.
  if (def.type === "string" && !("format" in def))
    return (value) => (typeof value === "string" && rest(value) ? 0 : NO_FIT);
  const test = typeTest(def);
  if (rest === NOTHING_MORE) return test;
  return (value) => {
    const keys = test(value);
    return keys !== NO_FIT && rest(value) ? keys : NO_FIT;
  };
}

function typeTest(def: z.core.$ZodTypes["_zod"]["def"]): Fits {
  switch (def.type) {
    case "number":
      return "format" in def && def.format === "safeint" ? leaf(Number.isSafeInteger) : askZod;
    case "boolean":
      return leaf((value) => typeof value === "boolean");
    case "literal":
    case "enum": {
      const values = new Set<unknown>(def.type === "literal" ? def.values : Object.values(def.entries));
      return (value) => (values.has(value) ? 0 : NO_FIT);
    }
    case "nullable": {
      const inner = testOf(def.innerType);
      return (value) => (value === null ? 0 : inner(value));
    }
    case "optional":
      return testOf(def.innerType);
    case "array":
      return arrayTest(testOf(def.element));
    case "union": {
      // Of alternatives told apart by a field at most one fits; where exactly one of several may fit, zod counts.
      if (def.inclusive === false && !("discriminator" in def)) return askZod;
      return unionTest(def.options.map((option) => testOf(option as z.core.$ZodType)));
    }
    case "record":
      return recordTest(def);
    case "object":
      return objectTest(def);
    default:
      return askZod;
  }
}

function leaf(test: Test): Fits {
  return (value) => (test(value) ? 0 : NO_FIT);
}

function arrayTest(item: Fits): Fits {
  return (value) => {
    if (!Array.isArray(value)) return NO_FIT;
    let keys = 0;
    for (let at = 0; at < value.length; at++) {
      const held = item(value[at]);
      if (held === NO_FIT) return NO_FIT;
      keys += held;
    }
    return keys;
  };
}

function unionTest(options: readonly Fits[]): Fits {
  return (value) => {
    for (const option of options) {
      const keys = option(value);
      if (keys !== NO_FIT) return keys;
    }
    return NO_FIT;
  };
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
    if (!isRecord(value)) return NO_FIT;
    let keys = 0;
    for (const name in value) {
      if (name === "__proto__" || key(name) === NO_FIT) return NO_FIT;
      const held = item(value[name]);
      if (held === NO_FIT) return NO_FIT;
      keys += held + 1;
    }
    return keys;
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
    if (!isRecord(value)) return NO_FIT;
    let missing = required;
    let keys = 0;
    // A rule file leaves most optional fields out: only what is there is looked at.
    for (const name in value) {
      const field = fields.get(name);
      if (field === undefined) return NO_FIT;
      // Most fields of most kinds of rule stand in no file at hand: a test is made when the first one comes.
      field.test ??= testOf(field.schema);
      const held = field.test(value[name]);
      if (held === NO_FIT) return NO_FIT;
      keys += held + 1;
      if (!field.optional) missing--;
    }
    return missing === 0 ? keys : NO_FIT;
  };
}

const NOTHING_MORE: Test = () => true;

/** The checks that a schema adds to its type, as one test; undefined where one of them is zod's alone. */
function restOf(checks: Checks): Test | undefined {
  const tests: Test[] = [];
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
function checkTest(def: z.core.$ZodChecks["_zod"]["def"] | z.core.$ZodCustomDef): Test | undefined {
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
