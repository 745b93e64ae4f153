// The workbench in the main process: drafts survive, nothing unconfirmed is signed, and what is signed is a pack that counts.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorkbench, type Workbench } from "../../../electron/main/workbench/workbench.ts";
import { checkRules } from "../../../electron/packs/check-rules.ts";
import { openContent, verifySignature } from "../../../electron/packs/open-pack.ts";
import { filesOfFolder } from "../../../electron/policies/files.ts";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import type { Opened } from "../../../shared/ipc/channels/workbench.ts";
import { confirmed, type DraftData, draftPoints } from "../../../shared/workbench/draft.ts";
import { withValue } from "../../../shared/workbench/tree.ts";
import { testDesk } from "../packs/desk.ts";

const NOTICE = {
  number: "测医保发〔2030〕1号（虚构，仅供测试）",
  title: { zh: "虚构通知，仅供测试", en: "Invented notice, for a test only" },
  issuers: ["虚构医疗保障局"],
  issuedOn: "2030-09-01",
  grade: "A" as const,
};
const PASSPHRASE = "a long passphrase for tests, seven words";
const sender = { contentsId: 1 };

let folder: string;
let out: string;
let bench: Workbench;

function makeBench(): Workbench {
  return createWorkbench({
    dataFolder: folder,
    ground: async () => ({ ruleSets: loadPolicies("policies").ruleSets, layers: filesOfFolder("policies") }),
    places: {
      newFile: async (_id, name) => path.join(out, name),
      folder: async () => out,
      keyFile: async () => path.join(out, "canbao-signing.key"),
    },
    now: () => new Date(2030, 8, 2),
    version: "0.1.0",
  });
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-bench-"));
  out = mkdtempSync(path.join(tmpdir(), "canbao-out-"));
  bench = makeBench();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(out, { recursive: true });
});

function must<Value>(outcome: { ok: boolean; value?: Value; error?: unknown }): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value as Value;
}

async function start(): Promise<Opened> {
  return must(await bench["workbench.start"]({ base: "gansu/2025", year: 2031, notice: NOTICE }, sender));
}

const set = (draft: DraftData, where: readonly (string | number)[], value: unknown): DraftData => ({
  ...draft,
  files: { ...draft.files, rules: withValue(draft.files["rules"], where, value) },
});

const all = (draft: DraftData) =>
  confirmed(
    draft,
    draftPoints(draft).map(({ address }) => address),
  );

const CASE = {
  id: "case-1",
  about: { zh: "虚构：集中期内缴费", en: "Invented: pays in the concentrated window" },
  source: null,
  request: {
    county: "620602",
    paidOn: "2030-11-01",
    resident: { birthDate: "1980-05-01", categories: [], missedYears: [] },
  },
  expect: { contribution: { payable: "444.00" }, benefit: { start: "2031-01-01" } },
};

async function ready(): Promise<DraftData> {
  const { draft } = await start();
  const changed = set(draft, ["contribution", "standard", "value"], "444.00");
  return { ...all(changed), cases: [CASE] };
}

async function sign(draft: DraftData, passphrase = PASSPHRASE) {
  const { file } = must(await bench["workbench.key"]({ make: true, passphrase: PASSPHRASE }, sender));
  return bench["workbench.sign"](
    {
      draft,
      keyFile: file,
      passphrase,
      series: "gansu",
      version: 1,
      issuer: { zh: "虚构医疗保障局", en: "Invented bureau" },
      expires: "2031-12-31",
      notes: null,
    },
    sender,
  );
}

describe("drafts", () => {
  it("are kept whole, listed, opened again after the program ended, removed and brought back", async () => {
    const { draft } = await start();
    must(await bench["workbench.keep"]({ draft: set(draft, ["contribution", "standard", "value"], "44") }, sender));
    bench = makeBench();
    const listed = must(await bench["workbench.list"](undefined, sender));
    expect(listed.drafts).toMatchObject([{ id: draft.id, ruleSet: "gansu/2031", base: "gansu/2025" }]);
    const again = must(await bench["workbench.open"]({ id: draft.id }, sender));
    expect(again.draft.files["rules"]).toMatchObject({ contribution: { standard: { value: "44" } } });
    expect(again.base).toMatchObject({ contribution: { standard: { value: "400.00" } } });
    must(await bench["workbench.remove"]({ id: draft.id }, sender));
    expect(must(await bench["workbench.list"](undefined, sender)).drafts).toEqual([]);
    must(await bench["workbench.restore"]({ id: draft.id }, sender));
    expect(must(await bench["workbench.list"](undefined, sender)).drafts).toHaveLength(1);
  });

  it("that are damaged on the disk are named and left where they are", async () => {
    const { draft } = await start();
    writeFileSync(path.join(folder, "workbench", "broken.json"), '{"format":"canbao-draft/1"');
    const { drafts, damaged } = must(await bench["workbench.list"](undefined, sender));
    expect(drafts.map(({ id }) => id)).toEqual([draft.id]);
    expect(damaged).toEqual(["broken.json"]);
    expect(readdirSync(path.join(folder, "workbench"))).toContain("broken.json");
  });

  it("start from a year that is over, never backwards", async () => {
    const backwards = await bench["workbench.start"]({ base: "gansu/2025", year: 2025, notice: null }, sender);
    expect(backwards).toMatchObject({ ok: false, error: { code: "year-not-later" } });
    const nowhere = await bench["workbench.start"]({ base: "moon/2025", year: 2031, notice: null }, sender);
    expect(nowhere).toMatchObject({ ok: false, error: { code: "unknown-rule-set" } });
  });
});

describe("checking a draft", () => {
  it("finds what loading finds, at the same place", async () => {
    const { draft } = await start();
    const gap = set(draft, ["periods", 0, "to"], "2030-12-20");
    const { faults, sound } = must(await bench["workbench.check"]({ draft: gap }, sender));
    expect(sound).toBe(false);
    expect(faults).toMatchObject([
      { file: "rules", path: "periods[1].from", message: expect.stringContaining("leaves out") },
    ]);
    const typing = set(draft, ["contribution", "standard", "value"], "44");
    expect(must(await bench["workbench.check"]({ draft: typing }, sender)).faults).toMatchObject([
      { file: "rules", path: "contribution.standard.value", message: expect.stringContaining("two decimals") },
    ]);
  });

  it("tells what differs from last year", async () => {
    const { draft } = await start();
    const dearer = set(draft, ["contribution", "standard", "value"], "444.00");
    const { differences, faults } = must(await bench["workbench.check"]({ draft: dearer }, sender));
    expect(faults).toEqual([]);
    expect(differences?.find(({ key }) => key === "contribution/standard")).toMatchObject({
      changes: [{ old: "400.00", new: "444.00" }],
      oldCite: { number: "甘医保发〔2024〕54号" },
      newCite: { number: NOTICE.number },
    });
    expect(differences?.find(({ key }) => key === "periods/concentrated")).toMatchObject({
      changes: [{ movedByYears: 6 }, { movedByYears: 6 }],
    });
  });

  it("answers a worked case and says where it differs from what its author expects", async () => {
    const { draft } = await start();
    const [outcome] = must(await bench["workbench.check"]({ draft: { ...draft, cases: [CASE] } }, sender)).outcomes;
    expect(outcome?.result?.contribution.payable).toBe("400.00");
    expect(outcome?.differences).toEqual([{ path: "contribution.payable", expected: "444.00", got: "400.00" }]);
  });
});

// A passphrase is stretched on purpose: making and opening a key takes its time.
describe("signing", { timeout: 60_000 }, () => {
  it("is refused while a single point is unconfirmed", async () => {
    const draft = await ready();
    const [address = ""] = Object.keys(draft.confirmed);
    const { [address]: _gone, ...others } = draft.confirmed;
    expect(await sign({ ...draft, confirmed: others })).toMatchObject({
      ok: false,
      error: { code: "not-ready", params: { faults: 0, cases: 0 } },
    });
    expect(readdirSync(out).filter((name) => name.endsWith(".canbaopack"))).toEqual([]);
  });

  it("is refused without a worked case, with one that fails, and with one that expects nothing", async () => {
    const draft = await ready();
    for (const [cases, params] of [
      [[], { noCases: 1 }],
      [[{ ...CASE, expect: { contribution: { payable: "400.00" } } }], { cases: 1 }],
      [[{ ...CASE, expect: {} }], { cases: 1 }],
    ] as const) {
      rmSync(path.join(out, "canbao-signing.key"), { force: true });
      expect(await sign({ ...draft, cases: [...cases] })).toMatchObject({
        ok: false,
        error: { code: "not-ready", params },
      });
    }
  });

  it("is refused with the wrong passphrase", async () => {
    expect(await sign(await ready(), "another long passphrase, and wrong")).toMatchObject({
      ok: false,
      error: { code: "passphrase-wrong" },
    });
  });

  it("makes a pack that opens, passes every check, and computes the new year", async () => {
    const signed = must(await sign(await ready()));
    expect(signed).toMatchObject({
      refusal: null,
      fingerprint: expect.arrayContaining([expect.stringMatching(/^\d{5}$/)]),
    });
    const verified = verifySignature(readFileSync(signed.file));
    if (!verified.ok) throw new Error(verified.refusal.code);
    const opened = openContent(verified.value);
    if (!opened.ok) throw new Error(opened.refusal.code);
    const rules = checkRules(opened.value);
    if (!rules.ok) throw new Error(rules.refusal.code);
    const tables = new Map([...rules.value.ruleSets].map(([id, { table }]) => [id, table]));
    const answer = answerRequest({ ...CASE.request, ruleSet: "gansu/2031" }, tables);
    expect(answer).toMatchObject({ ok: true, result: { contribution: { payable: "444.00" } } });
  });
});

describe("a counter", { timeout: 60_000 }, () => {
  it("that trusts the key takes the pack in, and computes by it what its author worked out", async () => {
    const { file } = must(await sign(await ready()));
    const desk = testDesk();
    desk.clock = "2030-09-03";
    try {
      const bytes = readFileSync(file);
      expect(desk.install(bytes)).toBe("unknown-key");
      desk.trust(bytes);
      expect(desk.install(bytes)).toBe("installed");
      const { ruleSets, packFaults } = desk.rules();
      expect(packFaults).toEqual([]);
      const tables = new Map([...ruleSets].map(([id, { table }]) => [id, table]));
      expect(answerRequest({ ...CASE.request, ruleSet: "gansu/2031" }, tables)).toMatchObject({
        ok: true,
        result: {
          ruleSet: { status: "provisional" },
          contribution: { payable: "444.00" },
          benefit: { start: "2031-01-01" },
        },
      });
    } finally {
      desk.remove();
    }
  });
});

describe("files", () => {
  it("leave as they lie in policies, and come back as the same draft without confirmations", async () => {
    const draft = await ready();
    const { files } = must(await bench["workbench.export"]({ draft }, sender));
    expect([...files].sort()).toEqual([
      "gansu/2031/cases.json",
      "gansu/2031/county-620602.json",
      "gansu/2031/rules.json",
      "national/2031.json",
    ]);
    out = path.join(out, "gansu/2031");
    const back = must(await bench["workbench.import"](undefined, sender));
    expect(back.draft.files["rules"]).toEqual(draft.files["rules"]);
    expect(back.draft.cases).toEqual(draft.cases);
    expect(back.draft).toMatchObject({ confirmed: {}, base: expect.stringMatching(/^gansu\/20[23]\d$/) });
    out = path.join(out, "../..");
  });

  it("are read as strictly as a rule file", () => {
    const parse = bench["workbench.parse"];
    expect(parse({ text: '{"a":1,"a":2}' }, sender)).toMatchObject({
      value: { faults: [{ path: "a", message: expect.stringContaining("stands twice") }] },
    });
    expect(parse({ text: '{"a":' }, sender)).toMatchObject({
      value: { faults: [{ message: expect.stringContaining("line 1") }] },
    });
    expect(parse({ text: '{"a":1}' }, sender)).toMatchObject({ value: { value: { a: 1 }, faults: [] } });
  });
});
