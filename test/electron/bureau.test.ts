// A bureau settles a reading at this counter: kept in bureau.json, in force at once, and taken back without a trace lost.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createBureauStore } from "../../electron/main/bureau-store.ts";
import { createRulesService, type RulesService } from "../../electron/main/rules-service.ts";
import type { Answer } from "../../shared/engine/answer.ts";
import type { RuleSetDescription } from "../../shared/rules/description.ts";
import { bundledOnly, POLICIES } from "../bundled.ts";

const sender = { contentsId: 1 };
const question = { ruleSet: "gansu/2025", interpretation: "gap-counted-from" };
const decision = {
  ...question,
  option: "any-year",
  issuer: "武威市医疗保障局",
  document: "武医保函〔2025〕3号",
  enteredBy: "王",
};
/** Missed 2024, pays inside the concentrated window: open unless the bureau says whether 2024 counts. */
const request = { ruleSet: "gansu/2025", paidOn: "2024-11-20", resident: { categories: [], missedYears: [2024] } };

let folder: string;
let clock: number;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-bureau-"));
  clock = Date.UTC(2025, 0, 6, 1, 0, 0);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The service as a fresh start of the program finds it; each look at the clock is a minute later. */
function start(usedLast: string | null = null): RulesService {
  const minuteLater = () => {
    clock += 60_000;
    return new Date(clock);
  };
  return createRulesService(bundledOnly(POLICIES), createBureauStore(folder), minuteLater, async () => usedLast);
}

async function answered(service: RulesService) {
  const outcome = await service.evaluate({ request }, sender);
  const answer: Answer | null = outcome.ok ? JSON.parse(outcome.value) : null;
  if (!answer?.ok) throw new Error(JSON.stringify(outcome));
  return answer.result;
}

async function kept(service: RulesService) {
  const outcome = await service.settlements(undefined, sender);
  if (!outcome.ok) throw new Error("the settlements could not be read");
  return outcome.value;
}

const file = () => path.join(folder, "bureau.json");

describe("a decision of the bureau", () => {
  test("turns an open answer into a day, and names issuer and document in the result and the trace", async () => {
    const service = start();
    expect((await answered(service)).benefit).toMatchObject({ kind: "undetermined", reason: "gap-before-2025" });
    expect(await service.settle(decision, sender)).toMatchObject({ ok: true });
    const result = await answered(service);
    expect(result.benefit).toMatchObject({ kind: "exact", start: "2025-04-01" });
    expect(result.interpretations).toContainEqual(
      expect.objectContaining({ id: "gap-counted-from", source: "bureau", document: "武医保函〔2025〕3号" }),
    );
    expect(result.trace.map(({ summary }) => summary).join()).toContain("武医保函〔2025〕3号");
  });

  test("is there again after a restart, and in the description of the rule set", async () => {
    await start().settle(decision, sender);
    const service = start();
    expect((await answered(service)).benefit.start).toBe("2025-04-01");
    const outcome = await service.describe({ id: "gansu/2025" }, sender);
    const described: RuleSetDescription | null = outcome.ok ? JSON.parse(outcome.value) : null;
    expect(described?.interpretations.find(({ id }) => id === "gap-counted-from")).toMatchObject({
      inForce: "any-year",
      source: "bureau",
      settlement: { issuer: "武威市医疗保障局", document: "武医保函〔2025〕3号" },
    });
  });

  test.each([
    ["jiangxi/2026", "jiangxi/2026"],
    ["fuxin/2026", "gansu/2025"],
    [null, "gansu/2025"],
  ])("a start that used %s last is told at once of %s", async (usedLast, expected) => {
    const outcome = await start(usedLast).list(undefined, sender);
    expect(outcome.ok && JSON.parse(outcome.value.described ?? "null")).toMatchObject({ id: expected });
  });

  test("can be withdrawn: the answer is open again, and the history keeps both", async () => {
    const service = start();
    await service.settle(decision, sender);
    expect(await service.withdraw({ ...question, enteredBy: "李" }, sender)).toMatchObject({ ok: true });
    expect((await answered(service)).benefit.kind).toBe("undetermined");
    expect((await kept(start())).decisions).toEqual([
      { action: "settle", at: "2025-01-06T01:01:00.000Z", ...decision },
      { action: "withdraw", at: "2025-01-06T01:02:00.000Z", ...question, enteredBy: "李" },
    ]);
  });

  test("gives way to a later one on the same question, which the history keeps beside it", async () => {
    const service = start();
    await service.settle(decision, sender);
    await service.settle({ ...decision, option: "2025", document: "武医保函〔2025〕9号" }, sender);
    expect((await answered(service)).benefit.start).toBe("2025-01-01");
    expect((await kept(service)).decisions).toHaveLength(2);
  });

  test("two at once are both kept", async () => {
    const service = start();
    await Promise.all([
      service.settle(decision, sender),
      service.settle({ ...decision, interpretation: "newborn-start", option: "birth" }, sender),
    ]);
    expect((await kept(start())).decisions).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(["bureau.json"]);
  });
});

describe("what is refused, and leaves nothing behind", () => {
  test.each([
    ["no document number", { document: "  " }, "document-missing", "document"],
    ["no issuer", { issuer: "" }, "issuer-missing", "issuer"],
    ["an option that nobody knows", { option: "soon" }, "unknown-option", "option"],
    ["leaving it open", { option: "not-settled" }, "unknown-option", "option"],
    ["an unknown question", { interpretation: "nothing" }, "unknown-interpretation", "interpretation"],
    ["an unknown rule set", { ruleSet: "gansu/1999" }, "unknown-rule-set", "ruleSet"],
  ] as const)("%s", async (_what, change, code, field) => {
    const service = start();
    expect(await service.settle({ ...decision, ...change }, sender)).toMatchObject({
      ok: false,
      error: { code, params: { field } },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(["constructor", "__proto__", "toString"])("a withdrawal of %s, which every object has", async (name) => {
    const outcome = await start().withdraw({ ruleSet: name, interpretation: name, enteredBy: "" }, sender);
    expect(outcome).toMatchObject({ ok: false, error: { code: "not-settled" } });
  });

  test("a withdrawal of what was never settled", async () => {
    const outcome = await start().withdraw({ ...question, enteredBy: "" }, sender);
    expect(outcome).toMatchObject({ ok: false, error: { code: "not-settled" } });
  });

  test("a folder that cannot be written: the answer stays as it was", async () => {
    const blocked = path.join(folder, "no-folder");
    writeFileSync(blocked, "");
    const service = createRulesService(
      bundledOnly(POLICIES),
      createBureauStore(path.join(blocked, "x")),
      () => new Date(clock),
      async () => null,
    );
    expect(await service.settle(decision, sender)).toMatchObject({ ok: false, error: { code: "folder-unwritable" } });
    expect((await answered(service)).benefit.kind).toBe("undetermined");
  });
});

describe("a bureau.json that went bad", () => {
  test.each(["{", "", '{"decisions":[{"action":"settle"}]}', '{"format":"canbao-bureau/2"}'])(
    "is set aside whole and said, also after the next start: %s",
    async (text) => {
      writeFileSync(file(), text);
      const service = start();
      expect((await answered(service)).benefit.kind).toBe("undetermined");
      const { setAside, decisions } = await kept(service);
      expect(decisions).toEqual([]);
      expect(setAside).toMatch(/^bureau\.json\.unreadable-/);
      expect(readFileSync(path.join(folder, setAside ?? ""), "utf8")).toBe(text);
      expect((await kept(start())).setAside).toBe(setAside);
    },
  );

  test("is old news once something is settled anew", async () => {
    writeFileSync(file(), "{");
    await start().settle(decision, sender);
    expect((await kept(start())).setAside).toBeNull();
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test("that cannot be read at all is never written over", async () => {
    mkdirSync(file());
    const service = start();
    expect((await answered(service)).benefit.kind).toBe("undetermined");
    expect(await kept(service)).toMatchObject({ unreadable: true, setAside: null });
    expect(await service.settle(decision, sender)).toMatchObject({ ok: false, error: { code: "bureau-unreadable" } });
    expect(readdirSync(folder)).toEqual(["bureau.json"]);
  });

  test("with one decision that fits nothing uses the others and names it", async () => {
    const at = "2025-01-06";
    const entries = [
      { action: "settle", at, ...decision },
      { action: "settle", at, ...decision, interpretation: "no-such-question" },
    ];
    writeFileSync(file(), JSON.stringify({ decisions: entries }));
    const service = start();
    expect((await answered(service)).benefit.start).toBe("2025-04-01");
    expect((await kept(service)).faults).toMatchObject([{ file: "settings for gansu/2025", path: "no-such-question" }]);
  });
});
