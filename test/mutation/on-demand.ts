// Judges mutants on demand in a worker whose modules and tests are loaded and warm; see warm-runner.mjs.
import { performance } from "node:perf_hooks";
import { BroadcastChannel } from "node:worker_threads";
import { inject, it, TestRunner } from "vitest";

interface Question {
  readonly mutant: string;
  readonly hitLimit: number | undefined;
  readonly tests: readonly string[];
}

interface Stryker {
  activeMutant?: string | undefined;
  hitCount?: number;
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

async function judge(question: Question, tests: ReadonlyMap<string, readonly Task[]>, stryker: Stryker) {
  stryker.hitCount = 0;
  stryker.hitLimit = question.hitLimit;
  stryker.activeMutant = question.mutant;
  const asked = new Set(question.tests);
  const ran: { name: string; ms: number }[] = [];
  try {
    // In the order of the files, quick ones first, up to the first that fails.
    for (const [name, all] of tests) {
      if (!asked.has(name)) continue;
      const began = performance.now();
      try {
        for (const test of all) await TestRunner.getTestFn(test)();
        ran.push({ name, ms: performance.now() - began });
      } catch (error) {
        ran.push({ name, ms: performance.now() - began });
        return { failed: { name, message: String(error) }, hitCount: stryker.hitCount, ran };
      }
    }
    return { failed: null, hitCount: stryker.hitCount, ran };
  } finally {
    stryker.activeMutant = undefined;
  }
}

/** Declares the test that never ends until it is told to; the runner's pattern selects it alone. */
export function judgeOnDemand(): void {
  it("judges mutants on demand", async ({ task }) => {
    const tests = new Map<string, Task[]>();
    for (const [name, test] of testsIn(task.file.tasks)) {
      if (test === (task as unknown as Task)) continue;
      tests.set(name, [...(tests.get(name) ?? []), test]);
    }
    const stryker: Stryker = Reflect.get(globalThis, "__stryker__") ?? {};
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
