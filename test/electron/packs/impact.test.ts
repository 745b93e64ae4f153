// Whom new rules change, told before they take effect: typical residents, worked cases, and the counter's own slips without a name.

import { describe, expect, it } from "vitest";
import { packImpact, type RecordAsked, readPersonas } from "../../../electron/packs/impact.ts";
import { describeLoaded } from "../../../electron/policies/describe.ts";
import { filesOfParts } from "../../../electron/policies/files.ts";
import { loadFrom } from "../../../electron/policies/store.ts";
import { answerRequest } from "../../../shared/engine/answer.ts";
import { type Impact, total } from "../../../shared/packs/impact.ts";
import { askPersonas } from "../../../shared/packs/personas.ts";
import { bundled, POLICIES, tables } from "../../bundled.ts";
import { partsWith } from "./fixture.ts";

const personas = readPersonas(POLICIES);

function impactFor(change: (rules: never) => void, records: readonly RecordAsked[] = []): Impact {
  const nextFiles = filesOfParts(partsWith("gansu/2025", change as (rules: Record<string, unknown>) => void));
  const next = loadFrom(nextFiles);
  expect(next.faults).toEqual([]);
  const [impact] = packImpact({ inUse: bundled, next, nextFiles, personas, records: () => records });
  if (impact === undefined) throw new Error("no report");
  return impact;
}

interface Rules {
  contribution: { standard: { value: string } };
  aid: { categories: { id: string; aid: string | null; cite: { article: string } }[] };
  wait: { lengths: { day: { fixed: number } } };
}

describe.each([...bundled.ruleSets])("the typical residents at the counter of %s", (id, loaded) => {
  const asked = askPersonas(personas, describeLoaded(loaded));

  it("are at least 24, and the rule set answers each of them", () => {
    expect(asked.length).toBeGreaterThanOrEqual(24);
    for (const { request } of asked)
      expect(answerRequest({ ...request, ruleSet: id }, tables)).toMatchObject({ ok: true });
  });

  it("reach every aid identity that somebody can have there, and more than one window", () => {
    const windows = new Set(
      asked.map(({ request }) => {
        const answer = answerRequest({ ...request, ruleSet: id }, tables);
        return answer.ok ? answer.result.window : "";
      }),
    );
    expect(windows.size).toBeGreaterThanOrEqual(2);
  });
});

describe("rules that say the same in a new version", () => {
  it("change nobody", () => {
    const impact = impactFor(() => {});
    expect(total(impact.asked)).toBeGreaterThan(40);
    expect([total(impact.changed), impact.groups, impact.lost]).toEqual([0, [], []]);
  });
});

describe("twenty yuan more to pay", () => {
  const impact = impactFor((rules: Rules) => {
    rules.contribution.standard.value = "420.00";
  });

  it("is one group for those without aid: from 400 to 420, with the article before and after", () => {
    expect(impact.groups[0]).toMatchObject({
      point: "payable",
      how: "more",
      from: ["400.00"],
      to: ["420.00"],
      before: { article: "二（二）" },
      after: { article: "二（二）" },
    });
  });

  it("counts everybody whose amount changes once, and their groups add up", () => {
    const paying = impact.groups.filter(({ point }) => point === "payable");
    expect(paying.reduce((sum, { people }) => sum + total(people), 0)).toBe(total(impact.changed));
    expect(impact.changed.persona).toBeGreaterThan(10);
  });
});

describe("thirty days of waiting more", () => {
  const impact = impactFor((rules: Rules) => {
    rules.wait.lengths.day.fixed = 120;
  });

  it("is said as a later first day, and nobody's amount is touched", () => {
    expect(impact.groups.some(({ point, how }) => point === "start" && how === "later")).toBe(true);
    expect(impact.groups.some(({ point }) => point === "payable")).toBe(false);
  });
});

describe("an identity that the new rules no longer know", () => {
  const impact = impactFor((rules: Rules) => {
    rules.aid.categories = rules.aid.categories.filter(({ id }) => id !== "lifted-from-poverty");
    const groups = (rules as unknown as { groups: { identities?: { open?: { identities: string[] } } }[] }).groups;
    for (const { identities } of groups)
      if (identities?.open !== undefined)
        identities.open.identities = identities.open.identities.filter((id) => id !== "lifted-from-poverty");
  });

  it("is not passed over: whoever has it can no longer be answered", () => {
    expect(impact.lost).toMatchObject([{ now: "refused", code: "unknown-category", path: "resident.categories[0]" }]);
    expect(impact.lost[0]?.examples[0]).toMatchObject({ about: { zh: "已脱贫人口" } });
    expect(total(impact.changed)).toBeGreaterThan(0);
  });
});

describe("the counter's own slips", () => {
  const slip = (number: string): RecordAsked => ({
    number,
    day: "2025-01-15",
    request: { ruleSet: "gansu/2025", paidOn: "2025-01-15", resident: { birthDate: "1980-05-01", categories: [] } },
  });

  it("are each counted, also where two residents asked the same, and shown by their number only", () => {
    const impact = impactFor(
      (rules: Rules) => {
        rules.contribution.standard.value = "420.00";
      },
      [slip("01-20250115-0001"), slip("01-20250115-0002")],
    );
    expect(impact.changed.record).toBe(2);
    const records = impact.groups.flatMap(({ examples }) => examples).filter(({ kind }) => kind === "record");
    expect(Object.keys(records[0] ?? {}).sort()).toEqual(["day", "kind", "number"]);
    expect(JSON.stringify(impact)).not.toContain("1980-05-01");
  });

  it("stand before worked cases and typical residents, for somebody may have to be told", () => {
    const impact = impactFor(
      (rules: Rules) => {
        rules.contribution.standard.value = "420.00";
      },
      [slip("01-20250115-0001")],
    );
    const mixed = impact.groups
      .map(({ examples }) => examples.map(({ kind }) => kind))
      .filter((kinds) => kinds.includes("record") && kinds.some((kind) => kind !== "record"));
    expect(mixed.length).toBeGreaterThan(0);
    for (const kinds of mixed) expect(kinds[0]).toBe("record");
  });

  it("that hold no request are passed over", () => {
    expect(impactFor(() => {}, [{ number: "1", day: "2025-01-15", request: null }]).asked.record).toBe(0);
  });
});

it("a rule set that is new here changes nobody's answer", () => {
  const nextFiles = filesOfParts(partsWith("gansu/2025"));
  const next = loadFrom(nextFiles);
  const inUse = { ruleSets: new Map() };
  const [impact] = packImpact({ inUse, next, nextFiles, personas, records: () => [] });
  expect(impact).toMatchObject({ before: null, groups: [], lost: [] });
  expect(total(impact?.asked ?? { case: 0, persona: 0, record: 0 })).toBeGreaterThan(40);
});
