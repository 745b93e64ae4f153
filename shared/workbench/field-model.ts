// The forms of the workbench, read off the published JSON Schema: a field that the schema learns is a field on the screen.
import { isTree } from "../rules/points.ts";

export type Field =
  | { readonly kind: "record"; readonly fields: readonly NamedField[] }
  | { readonly kind: "map"; readonly value: Field }
  | { readonly kind: "list"; readonly item: Field; readonly least: number }
  | { readonly kind: "choice"; readonly options: readonly ChoiceOption[] }
  | { readonly kind: "optional-value"; readonly field: Field }
  | { readonly kind: "text"; readonly form: "money" | "date" | "slug" | "line" }
  | { readonly kind: "number" }
  | { readonly kind: "flag"; readonly onlyTrue: boolean }
  | { readonly kind: "one-of"; readonly options: readonly string[] }
  | { readonly kind: "fixed"; readonly value: string | number | boolean }
  | { readonly kind: "words" }
  | { readonly kind: "cite" }
  /** Nothing that a form shows: it stays as JSON. */
  | { readonly kind: "json" };

export interface NamedField {
  readonly name: string;
  readonly required: boolean;
  readonly field: Field;
}

export interface ChoiceOption {
  /** The discriminator's value, or what kind of value it is. */
  readonly id: string;
  readonly field: Field;
}

type Schema = Readonly<Record<string, unknown>>;

const KNOWN: Readonly<Record<string, Field>> = {
  money: { kind: "text", form: "money" },
  date: { kind: "text", form: "date" },
  slug: { kind: "text", form: "slug" },
  words: { kind: "words" },
  cite: { kind: "cite" },
};

/** The field of a whole file. `schema` is a JSON Schema as zod writes it. */
export function fieldOf(schema: unknown): Field {
  const root = isTree(schema) ? schema : {};
  const definitions = isTree(root["$defs"]) ? root["$defs"] : {};
  // A definition that holds itself would never end: below its own name it is shown as JSON.
  const made = (node: unknown, open: readonly string[]): Field => {
    if (!isTree(node)) return { kind: "json" };
    const name = typeof node["$ref"] === "string" ? (node["$ref"].split("/").at(-1) ?? "") : "";
    if (name !== "") {
      const known = KNOWN[name];
      if (known !== undefined) return known;
      return open.includes(name) ? { kind: "json" } : made(definitions[name], [...open, name]);
    }
    return unnamed(node, (inner) => made(inner, open), open);
  };
  const resolve = (node: unknown): Schema => {
    if (!isTree(node)) return {};
    const name = typeof node["$ref"] === "string" ? (node["$ref"].split("/").at(-1) ?? "") : "";
    return name === "" ? node : resolve(definitions[name]);
  };

  function unnamed(node: Schema, of: (inner: unknown) => Field, open: readonly string[]): Field {
    const union = node["anyOf"] ?? node["oneOf"];
    if (Array.isArray(union)) return choice(union, of);
    if ("const" in node) {
      const value = node["const"];
      if (value === true) return { kind: "flag", onlyTrue: true };
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? { kind: "fixed", value }
        : { kind: "json" };
    }
    if (Array.isArray(node["enum"])) return { kind: "one-of", options: node["enum"].map(String) };
    switch (node["type"]) {
      case "string":
        return { kind: "text", form: "line" };
      case "integer":
      case "number":
        return { kind: "number" };
      case "boolean":
        return { kind: "flag", onlyTrue: false };
      case "array":
        return { kind: "list", item: of(node["items"]), least: Number(node["minItems"] ?? 0) };
      case "object":
        return record(node, of, open);
      default:
        return { kind: "json" };
    }
  }

  function record(node: Schema, of: (inner: unknown) => Field, open: readonly string[]): Field {
    const { properties, required } = node;
    if (isTree(properties)) {
      const needed: readonly unknown[] = Array.isArray(required) ? required : [];
      return {
        kind: "record",
        fields: Object.entries(properties).map(([name, inner]) => ({
          name,
          required: needed.includes(name),
          field: of(inner),
        })),
      };
    }
    const values = node["additionalProperties"];
    return isTree(values) && open.length < 20 ? { kind: "map", value: of(values) } : { kind: "json" };
  }

  function choice(union: readonly unknown[], of: (inner: unknown) => Field): Field {
    const others = union.filter((option) => resolve(option)["type"] !== "null");
    if (others.length < union.length) {
      const field = others.length === 1 ? of(others[0]) : choice(others, of);
      return { kind: "optional-value", field };
    }
    return {
      kind: "choice",
      options: others.map((option, at) => ({ id: optionId(resolve(option), at), field: of(option) })),
    };
  }

  function optionId(node: Schema, at: number): string {
    const properties = isTree(node["properties"]) ? node["properties"] : {};
    for (const inner of Object.values(properties))
      if (isTree(inner) && typeof inner["const"] === "string") return inner["const"];
    if (typeof node["const"] === "string") return node["const"];
    const [first] = Object.keys(properties);
    if (node["type"] === "string" && !Array.isArray(node["enum"])) return "text";
    return first ?? (Array.isArray(node["enum"]) ? "listed" : `option-${at + 1}`);
  }

  return made(root, []);
}

/** Whether a value has the form of a field, so that its form can show it whole. */
export function fits(field: Field, value: unknown): boolean {
  switch (field.kind) {
    case "record":
      return isTree(value) && Object.keys(value).every((key) => field.fields.some(({ name }) => name === key));
    case "map":
      return isTree(value);
    case "list":
      return Array.isArray(value);
    case "choice":
      return optionOf(field.options, value) !== undefined;
    case "optional-value":
      return value === null || fits(field.field, value);
    case "text":
      return typeof value === "string";
    case "number":
      // Half-typed text stays in its field.
      return typeof value === "number" || typeof value === "string";
    case "flag":
      return typeof value === "boolean";
    case "one-of":
      return typeof value === "string";
    case "fixed":
      return value === field.value;
    case "words":
      return (
        isTree(value) &&
        typeof value["zh"] === "string" &&
        typeof value["en"] === "string" &&
        Object.keys(value).length === 2
      );
    case "cite":
      return isTree(value) && Object.keys(value).every((key) => CITE_KEYS.includes(key));
    case "json":
      return false;
  }
}

const CITE_KEYS: readonly string[] = ["document", "article", "grade", "summary", "silent"];

/** Which of a choice's options a value is. */
export function optionOf(options: readonly ChoiceOption[], value: unknown): ChoiceOption | undefined {
  return options.find(({ field }) => {
    if (!fits(field, value)) return false;
    if (field.kind === "one-of") return field.options.includes(String(value));
    if (field.kind !== "record" || !isTree(value)) return true;
    return field.fields.every(
      ({ name, required, field: inner }) =>
        (!required || name in value) && (inner.kind !== "fixed" || value[name] === inner.value),
    );
  });
}

/** An empty value to begin with: complete in its form, and faulty wherever somebody has to say something. */
export function emptyValue(field: Field): unknown {
  switch (field.kind) {
    case "record":
      return Object.fromEntries(
        field.fields.filter(({ required }) => required).map(({ name, field: inner }) => [name, emptyValue(inner)]),
      );
    case "map":
      return {};
    case "list":
      return field.least > 0 ? [emptyValue(field.item)] : [];
    case "choice":
      return emptyValue(field.options[0]?.field ?? { kind: "json" });
    case "optional-value":
      return null;
    case "text":
      return "";
    case "number":
      return "";
    case "flag":
      return field.onlyTrue;
    case "one-of":
      return field.options[0] ?? "";
    case "fixed":
      return field.value;
    case "words":
      return { zh: "", en: "" };
    case "cite":
      return { document: "", article: "", grade: "A", summary: { zh: "", en: "" } };
    case "json":
      return null;
  }
}
