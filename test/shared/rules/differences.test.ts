// What changed between two rule sets, said with both citations; nothing that a file says is passed over.

import { describe, expect, it } from "vitest";
import { comparedRules } from "../../../electron/policies/compared.ts";
import { ruleWordsIn } from "../../../electron/policies/rule-words.ts";
import { differenceSections, differenceText } from "../../../shared/rules/difference-words.ts";
import { type ComparedRules, differencesBetween } from "../../../shared/rules/differences.ts";
import { pointsOf } from "../../../shared/rules/points.ts";
import { bundled } from "../../bundled.ts";

function rules(id: string, change: (file: Record<string, never>) => void = () => {}): ComparedRules {
  const loaded = bundled.ruleSets.get(id);
  if (loaded === undefined) throw new Error(`no ${id}`);
  const { file, ...rest } = comparedRules(loaded);
  const copy = structuredClone(file) as Record<string, never>;
  change(copy);
  return { file: copy, ...rest };
}

const chinese = ruleWordsIn("zh-CN");
const english = ruleWordsIn("en");

// biome-ignore lint/suspicious/noExplicitAny: a test reaches into a file by its known shape
type Loose = any;

function linesOf(change: (file: Loose) => void) {
  const differences = differencesBetween(rules("gansu/2025"), rules("gansu/2025", change));
  return { differences, lines: differenceSections(differences, chinese).flatMap(({ lines }) => lines) };
}

describe("the differences between two rule sets", () => {
  it("are none between a rule set and itself", () => {
    for (const id of bundled.ruleSets.keys()) expect(differencesBetween(rules(id), rules(id))).toEqual([]);
    expect(differenceText([], english, false)).toBe("The two rule sets do not differ.\n");
  });

  it("name an amount that changed, old and new, with both citations", () => {
    const { differences, lines } = linesOf((file) => {
      file.contribution.standard.value = "430.00";
      file.contribution.standard.cite.article = "二（三）";
    });
    expect(lines).toEqual([
      {
        key: "contribution/standard",
        kind: "changed",
        subject: "个人缴费标准",
        changes: ["数额：400.00 → 430.00"],
        oldCite: "甘医保发〔2024〕54号 二（二）（证据A）",
        newCite: "甘医保发〔2024〕54号 二（三）（证据A）",
      },
    ]);
    expect(differenceText(differences, english, false)).toContain(
      "Personal contribution: Amount: 400.00 → 430.00 [old: 甘医保发〔2024〕54号 二（二） (grade A); new: ",
    );
  });

  it("know a day that only moved by a year, the end of February in a leap year too", () => {
    const { lines } = linesOf((file) => {
      file.periods[0].from = "2025-09-10";
      file.periods[2].to = "2028-02-29";
    });
    expect(lines.flatMap(({ changes }) => changes)).toEqual([
      "起：2024-09-10 → 2025-09-10（推后1年的同一天）",
      "止：2025-02-28 → 2028-02-29（推后3年的同一天）",
    ]);
  });

  it("keep an amount that the notice no longer states apart from zero", () => {
    const { lines } = linesOf((file) => {
      file.majorIllness.perHead.value = null;
      file.majorIllness.perHead.cite.silent = true;
    });
    expect(lines[0]?.changes).toEqual(["数额：115.00 → 未载明"]);
    expect(lines[0]?.newCite).toBe("甘医保发〔2024〕54号 二（三）（证据A，未写明）");
  });

  it("tell a rule that came, one that went, and one that only moved in its list", () => {
    const { lines } = linesOf((file) => {
      file.groups.reverse();
      file.groups.push({ ...file.groups[0], id: "released" });
      file.missedYears = null;
    });
    expect(lines.map(({ kind, subject }) => [kind, subject])).toEqual([
      ["removed", "断保规则"],
      ["added", "服刑期满释放"],
    ]);
  });

  it("tell apart what is only written elsewhere, or with a lower grade", () => {
    const { differences, lines } = linesOf((file) => {
      file.wait.cite.grade = "B";
    });
    expect(lines).toMatchObject([{ kind: "cite", subject: "待遇等待期：内容未变，改依据", changes: [] }]);
    expect(differenceText(differences, english, false)).toMatch(/^0 differences; points only cited anew: 1\n$/);
  });

  it("show a part that nobody foresaw, with its figures", () => {
    const { lines } = linesOf((file) => {
      file.incentive = { yuan: "30.00", cite: file.contribution.standard.cite };
    });
    expect(lines).toMatchObject([{ kind: "added", changes: ["新增", "yuan：30.00"] }]);
  });

  it("meet every figure and word of every bundled file", () => {
    for (const { source } of bundled.ruleSets.values()) {
      const seen = new Set(
        pointsOf(source.data).flatMap(({ leaves, citePath }) => [
          ...leaves.map(({ path }) => path.join("/")),
          ...(citePath === null ? [] : [citePath.join("/")]),
        ]),
      );
      const missed: string[] = [];
      const walk = (value: unknown, path: readonly (string | number)[]) => {
        if (seen.has(path.join("/")) || path[0] === "$schema") return;
        if (typeof value !== "object" || value === null) missed.push(path.join("/"));
        else
          for (const [key, item] of Object.entries(value))
            walk(item, [...path, Array.isArray(value) ? Number(key) : key]);
      };
      walk(source.data, []);
      expect(missed).toEqual([]);
    }
  });

  it("have words for every field of every bundled file, in both languages", () => {
    for (const words of [chinese, english])
      for (const { source } of bundled.ruleSets.values())
        for (const point of pointsOf(source.data)) {
          expect(words.subject(point.names, point.leaves)).not.toBe("");
          for (const { names, value } of point.leaves) expect(words.value(names, value)).not.toContain("[object");
        }
  });
});
