// Gansu 2025 as prioritised condition rules for json-rules-engine. It cannot calculate: the days of a wait are added outside.
import { Engine, type RuleProperties } from "json-rules-engine";
import { AID, ALWAYS, DAY, ORDINARY_TIER, type Peer, THIS_YEAR, TIERS } from "./facts.ts";

type Condition = { readonly fact: string; readonly operator: string; readonly value: unknown; readonly path?: string };

const is = (fact: string, operator: string, value: unknown): Condition => ({ fact, operator, value });

/** A rule whose event carries the answer's parts; `tells` hands a fact to rules of lower priority. */
function rule(
  type: string,
  priority: number,
  all: readonly Condition[],
  params: Record<string, unknown>,
  tells?: string,
): RuleProperties {
  return {
    priority,
    conditions: { all: all.map((condition) => ({ ...condition })) },
    event: { type, params },
    ...(tells === undefined
      ? {}
      : {
          onSuccess: (event, almanac) => {
            almanac.addFact(tells, event.params?.[tells]);
          },
        }),
  };
}

const windows: readonly (readonly [string, number, number, string])[] = [
  ["before-opening", 0, DAY.opening - 1, "五（一）"],
  ["concentrated", DAY.opening, DAY.concentratedEnd, "五（一）"],
  ["between-windows", DAY.concentratedEnd + 1, DAY.betweenEnd, "五（一）"],
  ["supplementary", DAY.yearStart, DAY.closing, "五（二）"],
  ["after-closing", DAY.closing + 1, DAY.yearEnd, "五（二）"],
];

const RULES: readonly RuleProperties[] = [
  ...windows.map(([window, from, to, article]) =>
    rule(
      "window",
      100,
      [is("paidOn", "greaterThanInclusive", from), is("paidOn", "lessThanInclusive", to)],
      { window, article },
      "window",
    ),
  ),
  // Events of one priority come in any order, so the identities are told apart by theirs: the most aid first.
  ...AID.map(([id, aid, payable], at) =>
    rule("aid", 90 - at, [is("categories", "contains", id)], { aid, payable, article: "附件2" }),
  ),
  rule("aid", 70, [], { aid: "0.00", payable: "400.00", article: "一（一）" }),
  ...TIERS.map(([code, tier, province]) =>
    rule("funding", 60, [is("county", "startsWith", code)], { tier, province, central: "536.00" }),
  ),
  rule("funding", 50, [], { tier: ORDINARY_TIER[0], province: ORDINARY_TIER[1], central: "536.00" }),
  rule("group", 45, [is("ageDays", "lessThan", 90)], { exemption: "newborn", article: "五（三）" }, "exemption"),
  ...ALWAYS.map((group) =>
    rule("group", 45, [is("group", "equal", group)], { exemption: group, article: "五（三）" }, "exemption"),
  ),
  ...THIS_YEAR.map((group) =>
    rule(
      "group",
      45,
      [is("group", "equal", group), { fact: "eventYear", operator: "equal", value: { fact: "paidYear" } }],
      { exemption: group, article: "五（三）" },
      "exemption",
    ),
  ),
  rule("benefit", 30, [is("window", "equal", "concentrated"), is("missed", "equal", 0)], {
    kind: "exact",
    wait: 0,
    article: "五（一）",
  }),
  rule("benefit", 29, [is("exemption", "notEqual", undefined)], { kind: "not-stated", article: "五（三）" }),
  rule("benefit", 28, [is("window", "equal", "concentrated")], { kind: "undetermined", article: "五（二）" }),
  rule("benefit", 27, [is("window", "equal", "supplementary"), is("missed", "lessThanInclusive", 1)], {
    kind: "exact",
    wait: 90,
    article: "五（二）",
  }),
  rule("benefit", 26, [is("window", "equal", "supplementary")], { kind: "undetermined", article: "五（二）" }),
  rule("benefit", 25, [], { kind: "none", article: "五（二）" }),
];

export function jsonRulesEnginePeer(): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator("startsWith", (fact: string, value: string) => fact.startsWith(value));
  for (const properties of RULES) engine.addRule(properties);
  return {
    name: "json-rules-engine",
    evaluate: async (facts) => {
      // Its trace: the results of the rules that held, with each condition's value.
      const { results } = await engine.run({ ...facts });
      const first = (type: string): Record<string, unknown> => {
        let best = results[0];
        let found = false;
        for (const result of results) {
          if (result.event?.type !== type || (found && (result.priority ?? 0) <= (best?.priority ?? 0))) continue;
          best = result;
          found = true;
        }
        return (found ? best?.event?.params : undefined) ?? {};
      };
      const benefit = first("benefit");
      const wait = benefit["wait"];
      return {
        window: String(first("window")["window"]),
        aid: String(first("aid")["aid"]),
        payable: String(first("aid")["payable"]),
        tier: String(first("funding")["tier"]),
        province: String(first("funding")["province"]),
        kind: String(benefit["kind"]),
        start:
          typeof wait !== "number" ? null : wait === 0 ? Math.max(DAY.yearStart, facts.birth) : facts.paidOn + wait,
        exemption: benefit["kind"] === "not-stated" ? String(first("group")["exemption"]) : null,
      };
    },
  };
}
