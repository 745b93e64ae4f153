// Open readings: where a notice can be read two ways, every combination is computed, and only what changes the answer stays open.
import type { Question, Table } from "../rules/table.ts";
import type { OpenCode } from "./result.ts";

/** A question met on the way that nothing settles: an interpretation, or a fact that was not given. */
export interface OpenQuestion {
  readonly id: string;
  readonly code: OpenCode;
  readonly options: readonly string[];
}

/** Answers to questions for one evaluation. Notes the first open question; the run goes on with its first option. */
export class Readings {
  readonly #table: Table;
  readonly #choices: ReadonlyMap<string, string>;
  readonly #assigned: Assignment | null;
  /** The first open question that has no answer yet; a run that leaves this set is one branch of several. */
  pending: OpenQuestion | null = null;
  /** Interpretations that this run relied on, in order; collected only when asked for. */
  readonly used: Map<string, string> | null;

  constructor(table: Table, choices: ReadonlyMap<string, string>, assigned: Assignment | null, collect: boolean) {
    this.#table = table;
    this.#choices = choices;
    this.#assigned = assigned;
    this.used = collect ? new Map() : null;
  }

  /** The option that holds for an interpretation of the rule set. An unknown id is a fault of the rule set: it throws. */
  read(id: string): string {
    const question = this.#table.questions.get(id);
    if (question === undefined) throw new Error(`${this.#table.id}: no interpretation ${id}`);
    const option = this.#choices.get(id) ?? question.inForce;
    if (option !== "not-settled") {
      this.used?.set(id, option);
      return option;
    }
    return this.#ask(openQuestion(question));
  }

  /** Takes interpretations back that turned out to decide nothing. */
  forget(ids: readonly string[]): void {
    for (const id of ids) this.used?.delete(id);
  }

  /** Which way a missing fact goes; both ways are computed. */
  fact(id: string, options: readonly string[]): string {
    return this.#ask({ id, code: "fact-missing", options });
  }

  #ask(question: OpenQuestion): string {
    const known = find(this.#assigned, question.id);
    if (known !== undefined) {
      this.used?.set(question.id, known);
      return known;
    }
    this.pending ??= question;
    return question.options[0] ?? "";
  }
}

/** Answers as a linked list: branches share their beginning. */
export interface Assignment {
  readonly id: string;
  readonly option: string;
  readonly before: Assignment | null;
}

function find(assigned: Assignment | null, id: string): string | undefined {
  for (let node = assigned; node !== null; node = node.before) if (node.id === id) return node.option;
  return undefined;
}

const openQuestions = new WeakMap<Question, OpenQuestion>();

function openQuestion(question: Question): OpenQuestion {
  const known = openQuestions.get(question);
  if (known !== undefined) return known;
  const open: OpenQuestion = {
    id: question.id,
    code: question.code ?? "conditions-not-stated",
    options: question.readings,
  };
  openQuestions.set(question, open);
  return open;
}

/** A decision tree over open questions; its leaves are outcomes. */
export type Tree<T> =
  | { readonly kind: "leaf"; readonly outcome: T; readonly assigned: Assignment | null }
  | {
      readonly kind: "ask";
      readonly question: OpenQuestion;
      readonly children: readonly Tree<T>[];
    };

/**
 * Runs `decide` under every combination of the open questions that it meets, and drops each question whose options all
 * lead to the same answer. A tree that is a single leaf is a settled answer.
 */
export function explore<T>(
  table: Table,
  choices: ReadonlyMap<string, string>,
  decide: (readings: Readings) => T,
  isSame: (a: T, b: T) => boolean,
  assigned: Assignment | null = null,
): Tree<T> {
  const readings = new Readings(table, choices, assigned, false);
  const outcome = decide(readings);
  const question = readings.pending;
  if (question === null) return { kind: "leaf", outcome, assigned };
  const children = question.options.map((option) =>
    explore(table, choices, decide, isSame, { id: question.id, option, before: assigned }),
  );
  const first = children[0];
  if (first !== undefined && children.every((child) => isSameTree(child, first, isSame))) return first;
  return { kind: "ask", question, children };
}

/** Whether two trees ask the same questions and give the same answers. */
export function isSameTree<T>(a: Tree<T>, b: Tree<T>, isSame: (a: T, b: T) => boolean): boolean {
  if (a === b) return true;
  if (a.kind === "leaf") return b.kind === "leaf" && isSame(a.outcome, b.outcome);
  return (
    b.kind === "ask" &&
    a.question.id === b.question.id &&
    a.children.length === b.children.length &&
    a.children.every((child, at) => {
      const other = b.children[at];
      return other !== undefined && isSameTree(child, other, isSame);
    })
  );
}

export interface Leaf<T> {
  readonly outcome: T;
  readonly assigned: Assignment | null;
  /** The options taken on the way, only of questions that matter, in the order met. */
  readonly path: readonly { readonly question: OpenQuestion; readonly option: string }[];
}

export function leaves<T>(tree: Tree<T>, path: Leaf<T>["path"] = []): readonly Leaf<T>[] {
  if (tree.kind === "leaf") return [{ outcome: tree.outcome, assigned: tree.assigned, path }];
  return tree.children.flatMap((child, at) =>
    leaves(child, [...path, { question: tree.question, option: tree.question.options[at] ?? "" }]),
  );
}

/** The outcomes alone, for whoever does not ask how each came about. */
export function outcomesOf<T>(tree: Tree<T>, found: T[] = []): readonly T[] {
  if (tree.kind === "leaf") found.push(tree.outcome);
  else for (const child of tree.children) outcomesOf(child, found);
  return found;
}

/** The options of a leaf as text: "question=option", several joined by "; ". */
export function readingText<T>(leaf: Leaf<T>): string {
  return leaf.path.map(({ question, option }) => `${question.id}=${option}`).join("; ");
}

/** The codes of the questions that matter, each once. */
export function openCodes<T>(tree: Tree<T>, found: Set<OpenCode> = new Set()): Set<OpenCode> {
  if (tree.kind === "ask") {
    found.add(tree.question.code);
    for (const child of tree.children) openCodes(child, found);
  }
  return found;
}
