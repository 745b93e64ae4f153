// Trace steps as sentences in either language. Templates are i18next resources, compiled once because a trace is written at every keystroke.
import type { TraceValue } from "../engine/result.ts";

/** i18next resources of one namespace: texts, nested by key. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** The two namespaces that a trace needs in one language. */
export interface TraceTexts {
  readonly trace: Texts;
  readonly domain: Texts;
}

export interface Phrased {
  readonly step: string;
  readonly variant: string;
  readonly in: Readonly<Record<string, TraceValue>>;
  readonly out: Readonly<Record<string, TraceValue>>;
}

/** Says one step in one language. A step without a template is a fault of the program: it throws. */
export type Phrase = (step: Phrased) => string;

/** A gap. A unit follows its number, `of`, in the singular or the plural. */
interface Gap {
  readonly name: string;
  readonly format: string | null;
  readonly of: string | null;
}

type Part = string | Gap;

export function phraser(texts: TraceTexts, listSeparator: string): Phrase {
  const compiled = new Map<string, Map<string, readonly Part[]>>();
  const names = new Map<string, Texts>();
  const nameOf = (kind: string, id: string): string => {
    let table = names.get(kind);
    if (table === undefined) {
      const found = texts.domain[kind];
      if (found === undefined || typeof found === "string") throw new Error(`no names for ${kind}`);
      table = found;
      names.set(kind, table);
    }
    const name = table[id];
    return typeof name === "string" ? name : id;
  };
  const show = (value: TraceValue | undefined, format: string | null): string => {
    if (value === null || value === undefined) return "—";
    if (Array.isArray(value)) {
      const kind = format === null || format === "list" ? null : singular(format);
      return value
        .map((item: string | number) => (kind === null ? String(item) : nameOf(kind, String(item))))
        .join(listSeparator);
    }
    return format === null || format === "list" ? String(value) : nameOf(format, String(value));
  };
  // By step, then by variant: joining the two into one key would build and hash a text for every sentence.
  const partsOf = (step: string, variant: string): readonly Part[] => {
    let variants = compiled.get(step);
    if (variants === undefined) {
      variants = new Map();
      compiled.set(step, variants);
    }
    let parts = variants.get(variant);
    if (parts === undefined) {
      parts = compileTemplate(template(texts.trace, step, variant));
      variants.set(variant, parts);
    }
    return parts;
  };
  return (step) => {
    const parts = partsOf(step.step, step.variant);
    let text = "";
    for (const part of parts) {
      if (typeof part === "string") text += part;
      else {
        const single = part.of !== null && (step.in[part.of] ?? step.out[part.of]) === 1;
        text += show(step.in[part.name] ?? step.out[part.name], single ? "unitOne" : part.format);
      }
    }
    return text;
  };
}

function singular(format: string): string {
  return format === "categories" ? "category" : format.replace(/s$/, "");
}

function template(trace: Texts, step: string, variant: string): string {
  const variants = trace[step];
  const text = typeof variants === "object" ? variants[variant] : undefined;
  if (typeof text !== "string") throw new Error(`no sentence for trace step ${step}.${variant}`);
  return text;
}

/** "a {{b}} c {{d, group}}" → text and named gaps, in i18next's notation. */
function compileTemplate(text: string): readonly Part[] {
  const parts: Part[] = [];
  let before: string | null = null;
  let rest = text;
  for (let open = rest.indexOf("{{"); open >= 0; open = rest.indexOf("{{")) {
    const close = rest.indexOf("}}", open);
    if (close < 0) break;
    if (open > 0) parts.push(rest.slice(0, open));
    const [name = "", format] = rest
      .slice(open + 2, close)
      .split(",")
      .map((word) => word.trim());
    parts.push({ name, format: format ?? null, of: format === "unit" ? before : null });
    before = name;
    rest = rest.slice(close + 2);
  }
  if (rest !== "") parts.push(rest);
  return parts;
}
