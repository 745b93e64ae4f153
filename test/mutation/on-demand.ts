// Judges mutants on demand in a worker whose modules and tests are loaded and warm; see warm-runner.mjs.
import { readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { BroadcastChannel } from "node:worker_threads";
import { expect, inject, it, TestRunner, vi } from "vitest";
import { countiesOf, loadPolicies } from "../../electron/policies/store.ts";
import { compile } from "../../shared/rules/compile.ts";
import type { Table } from "../../shared/rules/table.ts";
import { bundled, POLICIES, tables } from "../bundled.ts";

interface Question {
  readonly mutant: string;
  /** What is changed is also needed to load rule sets. */
  readonly loads: boolean;
  /** What is changed defines the shape of files: asked is only whether the published schemas still say the same. */
  readonly defines: boolean;
  readonly hitLimit: number | undefined;
  /** Null: all of them. */
  readonly tests: readonly string[] | null;
}

interface Stryker {
  activeMutant?: string | undefined;
  hitCount: number;
  hitLimit?: number | undefined;
}

declare module "vitest" {
  interface ProvidedContext {
    mutants: string;
  }
}

type Task = Parameters<typeof TestRunner.getTestFn>[0];
interface Node {
  readonly name: string;
  readonly type: string;
  readonly tasks?: readonly Node[];
}

function* testsIn(tasks: readonly Node[], above = ""): Generator<readonly [name: string, test: Task]> {
  for (const task of tasks) {
    const name = `${above}${task.name}`;
    if (task.tasks === undefined) yield [name.trim(), task as unknown as Task];
    else yield* testsIn(task.tasks, `${name} > `);
  }
}

type Tests = ReadonlyMap<string, readonly Task[]>;

/** The tests that noticed something lately, the last first: most likely they notice the next mutant, too. */
const alert: string[] = [];

interface Verdict {
  readonly failed: { readonly name: string; readonly message: string } | null;
  readonly hitCount: number;
  readonly ran: readonly { readonly name: string; readonly ms: number }[];
  /** The test that failed still fails without the mutant: what a mutant left behind in a cache speaks here. */
  readonly soiled: boolean;
}

async function judge(question: Question, tests: Tests, stryker: Stryker): Promise<Verdict> {
  const asked = question.tests === null ? null : new Set(question.tests);
  const ran: { name: string; ms: number }[] = [];
  // Fresh rule sets, because the engine keeps what it has worked out for each: neither the steps of an earlier mutant
  // nor sound steps that hide this one may be found there.
  stryker.hitCount = 0;
  stryker.hitLimit = question.hitLimit;
  stryker.activeMutant = question.mutant;
  if (question.defines) {
    const failed = await failure("the definitions are those that are published", [defineAnew]);
    stryker.activeMutant = undefined;
    const soiled = (await failure("", [defineAnew])) !== null;
    return { failed, hitCount: stryker.hitCount, ran: [], soiled };
  }
  const prepare = question.loads ? loadAnew : compileAnew;
  let failed = await failure("the rule sets can be loaded", [prepare]);
  // First those that noticed something lately, then in the order of the files, quick ones first; up to the first that fails.
  for (const name of failed === null ? new Set([...alert, ...tests.keys()]) : []) {
    if (asked !== null && !asked.has(name)) continue;
    const began = performance.now();
    failed = await failure(name, (tests.get(name) ?? []).map(TestRunner.getTestFn));
    ran.push({ name, ms: performance.now() - began });
    if (failed === null) continue;
    alert.splice(0, alert.length, ...[name, ...alert.filter((other) => other !== name)].slice(0, 20));
    break;
  }
  const { hitCount } = stryker;
  stryker.activeMutant = undefined;
  stryker.hitLimit = undefined;
  return { failed, hitCount, ran, soiled: failed !== null && !(await passes(tests.get(failed.name) ?? [], prepare)) };
}

/** Whether the tests pass when no mutant is active. */
async function passes(all: readonly Task[], prepare: () => void): Promise<boolean> {
  return (await failure("", [prepare, ...all.map(TestRunner.getTestFn)])) === null;
}

async function failure(name: string, steps: readonly (() => unknown)[]): Promise<Verdict["failed"]> {
  try {
    for (const step of steps) await step();
    return null;
  } catch (error) {
    // On a busy machine a test that is out of time has noticed nothing.
    if (/\btimed out in \d+ ?ms/.test(String(error))) return null;
    return { name, message: String(error) };
  }
}

/** Evaluates the definitions of files again and compares what they say with the published schemas. */
async function defineAnew(): Promise<void> {
  vi.resetModules();
  const { jsonSchemas, SCHEMA_FOLDER } = await import("../../build/schema.ts");
  for (const [name, schema] of jsonSchemas()) {
    const published: unknown = JSON.parse(readFileSync(path.join(SCHEMA_FOLDER, name), "utf8"));
    expect(JSON.parse(JSON.stringify(schema)), name).toEqual(published);
  }
}

/** Loads the bundled rule sets again, in place of those that the tests hold. */
export function loadAnew(): void {
  replace(loadPolicies(POLICIES));
}

/** The same from the files as they were read last: for whatever loading does not need, and in a small part of the time. */
export function compileAnew(): void {
  const ruleSets = [...bundled.ruleSets].map(([id, loaded]) => {
    const { source, regions, settled, table } = loaded;
    return [
      id,
      { ...loaded, table: compile(source, { hash: () => table.hash, regions: countiesOf(regions), settled }) },
    ] as const;
  });
  replace({ ...bundled, ruleSets: new Map(ruleSets) });
}

function replace(fresh: typeof bundled): void {
  Object.assign(bundled, fresh);
  const held = tables as Map<string, Table>;
  held.clear();
  for (const [id, { table }] of fresh.ruleSets) held.set(id, table);
}

/** Declares the test that never ends until it is told to; the runner's pattern selects it alone. */
export function judgeOnDemand(): void {
  it("judges mutants on demand", async ({ task }) => {
    const tests = new Map<string, Task[]>();
    for (const [name, test] of testsIn(task.file.tasks)) {
      if (test === (task as unknown as Task)) continue;
      tests.set(name, [...(tests.get(name) ?? []), test]);
    }
    const stryker: Stryker = Reflect.get(globalThis, "__stryker__") ?? { hitCount: 0 };
    Reflect.set(globalThis, "__stryker__", stryker);
    const channel = new BroadcastChannel(inject("mutants"));
    await new Promise<void>((resolve) => {
      channel.onmessage = (event) => {
        const { data } = event as unknown as { data: Question | null };
        if (data === null) resolve();
        else void judge(data, tests, stryker).then((answer) => channel.postMessage(answer));
      };
      channel.postMessage("ready");
    });
    channel.close();
  }, 0);
}
