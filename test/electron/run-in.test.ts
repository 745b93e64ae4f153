// The engine is run in while nobody asks: one resident at a time, under every rule set, and without being asked twice.

import { expect, test } from "vitest";
import { runIn } from "../../electron/main/run-in.ts";
import { answerRequest } from "../../shared/engine/answer.ts";
import { tables } from "../bundled.ts";

const inUse = [...tables.values()];

test("every made-up resident is one that the engine can answer, under each rule set, known and unknown facts in turn", async () => {
  const asked: Readonly<Record<string, unknown>>[] = [];
  await runIn(
    (request) => {
      const answer = answerRequest(request, tables);
      if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
      asked.push(request);
      return answer;
    },
    inUse,
    () => Promise.resolve(),
  );
  expect(new Set(asked.map(({ ruleSet }) => ruleSet))).toEqual(new Set(inUse.map(({ id }) => id)));
  expect(asked.some(({ resident }) => "categories" in Object(resident))).toBe(true);
  expect(asked.some(({ resident }) => !("categories" in Object(resident)))).toBe(true);
});

test("a clerk's question waits for one made-up resident at most", async () => {
  let since = 0;
  const between: number[] = [];
  await runIn(
    () => {
      since++;
    },
    inUse,
    async () => {
      between.push(since);
      since = 0;
    },
  );
  expect(Math.max(...between)).toBeLessThanOrEqual(1);
});

test("without a rule set there is nothing to do", async () => {
  let pauses = 0;
  await runIn(
    () => {
      throw new Error("nobody to answer");
    },
    [],
    async () => {
      pauses++;
    },
  );
  expect(pauses).toBeLessThanOrEqual(1);
});
