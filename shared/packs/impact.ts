// What new rules change for people: the same residents asked under the old table and the new one, gathered into groups that can be counted.
import { changes, clauseOf, type Point } from "../compare/differences.ts";
import { answerRequest } from "../engine/answer.ts";
import type { Clause, Result } from "../engine/result.ts";
import type { WordsData } from "../rules/schema.ts";
import type { Table } from "../rules/table.ts";

/** Who is asked about: a worked case of the old or new rules, a typical resident, or a resident of a slip, who has no name here. */
export type Subject =
  | { readonly kind: "case"; readonly about: WordsData }
  | { readonly kind: "persona"; readonly about: WordsData }
  | { readonly kind: "record"; readonly number: string; readonly day: string };

export interface Asked {
  readonly subject: Subject;
  /** The contract's request; its rule set is the one compared. */
  readonly request: Readonly<Record<string, unknown>>;
}

/** What a person would notice first, in this order. */
const WATCHED = [
  "payable",
  "start",
  "wait",
  "aid",
  "exemption",
  "window",
  "admission",
  "funding",
  "majorIllness",
] as const satisfies readonly Point[];
export type ImpactPoint = (typeof WATCHED)[number] | "end";

/** Old or new answer on a point: raw values of the contract, for the window to put into words. */
export type ImpactValue = readonly (string | null)[];

export type Direction = "more" | "less" | "earlier" | "later" | "unlike";

export interface ImpactGroup {
  readonly point: ImpactPoint;
  readonly how: Direction;
  readonly from: ImpactValue;
  readonly to: ImpactValue;
  /** Where the old and the new answer are written. */
  readonly before: Clause | null;
  readonly after: Clause | null;
  readonly people: Counts;
  /** A few of each kind; slips first, since they are of real people whom somebody may have to tell. */
  readonly examples: readonly Subject[];
}

/** Residents that can be answered by one of the two tables only; `code` is the other one's refusal. */
export interface LostGroup {
  readonly now: "answered" | "refused";
  readonly code: string;
  readonly path: string;
  readonly people: Counts;
  readonly examples: readonly Subject[];
}

export type Counts = Readonly<Record<Subject["kind"], number>>;

export interface Impact {
  readonly ruleSet: string;
  /** Versions of the two tables; `before` null where there was none: then nobody's answer changes. */
  readonly before: string | null;
  readonly after: string;
  readonly asked: Counts;
  /** Of those, whose amount or first day is another one. */
  readonly changed: Counts;
  readonly groups: readonly ImpactGroup[];
  readonly lost: readonly LostGroup[];
}

/** How many of each are named: of slips more, since somebody may have to be told. */
const EXAMPLES: Counts = { case: 3, persona: 4, record: 20 };
const NONE: Counts = { case: 0, persona: 0, record: 0 };

/** Pure: the same residents and tables give the same report. */
export function impactOf(before: Table | undefined, after: Table, people: readonly Asked[]): Impact {
  const groups = new Map<string, ImpactGroup>();
  const lost = new Map<string, LostGroup>();
  let asked = NONE;
  let changed = NONE;
  for (const { subject, request } of people) {
    asked = plusOne(asked, subject);
    if (before === undefined) continue;
    const was = answerUnder(before, request);
    const is = answerUnder(after, request);
    if (was.ok && is.ok) {
      const found = changesFor(was.result, is.result);
      if (found.some(({ point }) => point === "payable" || point === "start" || point === "end"))
        changed = plusOne(changed, subject);
      for (const group of found) add(groups, keyOf(group), group, subject);
    } else if (was.ok !== is.ok) {
      const { code, path } = was.ok ? errorOf(is) : errorOf(was);
      const now = is.ok ? ("answered" as const) : ("refused" as const);
      if (now === "refused") changed = plusOne(changed, subject);
      add(lost, `${now} ${code} ${path}`, { now, code, path, people: NONE, examples: [] }, subject);
    }
  }
  const order = ({ point }: ImpactGroup) => (point === "end" ? 1.5 : WATCHED.indexOf(point));
  return {
    ruleSet: after.id,
    before: before?.version ?? null,
    after: after.version,
    asked,
    changed,
    groups: [...groups.values()]
      .map(slipsFirst)
      .sort((a, b) => order(a) - order(b) || total(b.people) - total(a.people)),
    lost: [...lost.values()].map(slipsFirst).sort((a, b) => total(b.people) - total(a.people)),
  };
}

export function total({ case: cases, persona, record }: Counts): number {
  return cases + persona + record;
}

type Answer = ReturnType<typeof answerRequest>;

function answerUnder(table: Table, request: Asked["request"]): Answer {
  return answerRequest({ ...request, ruleSet: table.id }, new Map([[table.id, table]]));
}

function errorOf(answer: Answer): { readonly code: string; readonly path: string } {
  return answer.ok ? { code: "", path: "" } : answer.error;
}

function changesFor(was: Result, is: Result): readonly ImpactGroup[] {
  const found = changes(was, is).flatMap(({ point, how }) => {
    const watched = WATCHED.find((entry) => entry === point);
    return watched === undefined ? [] : [group(watched, how, was, is, point)];
  });
  // A first day that stays and an end that moves is a change of its own.
  if (
    was.benefit.start === is.benefit.start &&
    was.benefit.end !== is.benefit.end &&
    !found.some(({ point }) => point === "start")
  )
    return [...found, group("end", "unlike", was, is, "start")];
  return found;
}

function group(point: ImpactPoint, how: Direction, was: Result, is: Result, clauses: Point): ImpactGroup {
  return {
    point,
    how,
    from: valuesOn(point, was),
    to: valuesOn(point, is),
    before: clauseOf(clauses, was),
    after: clauseOf(clauses, is),
    people: NONE,
    examples: [],
  };
}

function valuesOn(point: ImpactPoint, result: Result): ImpactValue {
  const { contribution, benefit, exemption, funding, majorIllness, admission } = result;
  switch (point) {
    case "payable":
    case "aid":
      return [contribution[point]];
    case "start":
      return [benefit.kind, benefit.start, benefit.reason ?? null];
    case "end":
      return [benefit.end];
    case "wait":
      return benefit.wait === null ? [] : [benefit.wait.from, benefit.wait.to];
    case "exemption":
      return [exemption?.group ?? null];
    case "window":
      return [result.window];
    case "admission":
      return admission === undefined ? [] : [String(admission.covered)];
    case "funding":
      return [funding.total, funding.central, funding.province, funding.cityCounty];
    case "majorIllness":
      return [majorIllness.perHead ?? majorIllness.about ?? null];
  }
}

function keyOf({ point, how, from, to, before, after }: ImpactGroup): string {
  const clause = (entry: Clause | null) => [entry?.document, entry?.article];
  return JSON.stringify([point, how, from, to, clause(before), clause(after)]);
}

function add<Group extends { readonly people: Counts; readonly examples: readonly Subject[] }>(
  into: Map<string, Group>,
  key: string,
  first: Group,
  subject: Subject,
): void {
  const known = into.get(key) ?? first;
  const alike = known.examples.filter(({ kind }) => kind === subject.kind).length;
  const examples = alike < EXAMPLES[subject.kind] ? [...known.examples, subject] : known.examples;
  into.set(key, { ...known, people: plusOne(known.people, subject), examples });
}

function slipsFirst<Group extends { readonly examples: readonly Subject[] }>(group: Group): Group {
  const isSlip = ({ kind }: Subject) => kind === "record";
  const { examples } = group;
  return { ...group, examples: [...examples.filter(isSlip), ...examples.filter((one) => !isSlip(one))] };
}

function plusOne(counts: Counts, { kind }: Subject): Counts {
  return { ...counts, [kind]: counts[kind] + 1 };
}
