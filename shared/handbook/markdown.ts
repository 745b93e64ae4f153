// Reads the little Markdown that the handbook is written in: headings, paragraphs, lists, tables, pictures, bold and code.
// Anything else is a fault, so that the page in the program never shows less than the file.

export interface Inline {
  readonly kind: "text" | "strong" | "code";
  readonly text: string;
}

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly parts: readonly Inline[] }
  | { readonly kind: "picture"; readonly alt: string; readonly file: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: "table";
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    };

/** Throws a RangeError with the line for anything that the handbook's Markdown does not have. */
export function parseMarkdown(text: string): readonly Block[] {
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .map((chunk) => chunk.replace(/^\n+|\n+$/g, ""))
    .filter((chunk) => chunk !== "")
    .map(blockOf);
}

function blockOf(chunk: string): Block {
  const lines = chunk.split("\n");
  const [first = ""] = lines;
  const heading = /^(#{1,3}) (.+)$/.exec(chunk);
  if (heading !== null) return { kind: "heading", level: levelOf(heading[1] ?? ""), text: heading[2] ?? "" };
  const picture = /^!\[([^\]]+)\]\(([^)\s]+)\)$/.exec(chunk);
  if (picture !== null) return { kind: "picture", alt: picture[1] ?? "", file: picture[2] ?? "" };
  if (first.startsWith("|")) return tableOf(lines);
  if (lines.every((line) => line.startsWith("- "))) return listOf(lines, false, /^- /);
  if (lines.every((line) => /^\d+\. /.test(line))) return listOf(lines, true, /^\d+\. /);
  if (/^(#|>|```|[*+-] |\d+\. | {4}|<|!\[)/.test(first)) throw new RangeError(`not the handbook's Markdown: ${first}`);
  return { kind: "paragraph", parts: inline(lines.join(" ")) };
}

function levelOf(marks: string): 1 | 2 | 3 {
  return marks.length === 1 ? 1 : marks.length === 2 ? 2 : 3;
}

function listOf(lines: readonly string[], ordered: boolean, mark: RegExp): Block {
  return { kind: "list", ordered, items: lines.map((line) => inline(line.replace(mark, ""))) };
}

function tableOf(lines: readonly string[]): Block {
  const [head, rule, ...rows] = lines.map((line) => {
    if (!/^\|.*\|$/.test(line)) throw new RangeError(`not a row of a table: ${line}`);
    return line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
  });
  if (head === undefined || rule === undefined || !rule.every((cell) => /^-+$/.test(cell))) {
    throw new RangeError(`a table without a head: ${lines[0] ?? ""}`);
  }
  return { kind: "table", head: head.map(inline), rows: rows.map((row) => row.map(inline)) };
}

function inline(text: string): readonly Inline[] {
  const parts: Inline[] = [];
  const pattern = /\*\*([^*]+)\*\*|`([^`]+)`/g;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push({ kind: "text", text: text.slice(from, match.index) });
    const [whole, strong, code] = match;
    parts.push(strong === undefined ? { kind: "code", text: code ?? "" } : { kind: "strong", text: strong });
    from = match.index + whole.length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}
