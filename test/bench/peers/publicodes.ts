// Gansu 2025 as publicodes rules. Its texts have no list and no prefix: identities become yes/no facts, the county its prefecture.
import Engine from "publicodes";
import { AID, ALWAYS, DAY, ORDINARY_TIER, type Peer, type PeerFacts, THIS_YEAR, TIERS } from "./facts.ts";

type Branch = { readonly si: unknown; readonly alors: string } | { readonly sinon: string };

const text = (value: string): string => `'${value}'`;
const variations = (...branches: readonly Branch[]): object => ({ variations: branches });
const all = (...conditions: readonly string[]): object => ({ "toutes ces conditions": conditions });
const fact = (id: string): string =>
  `identity ${id.replaceAll("-", " ").replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "")}`;

const ORDINARY = { sinon: text(ORDINARY_TIER[0]) };

const RULES: Record<string, unknown> = {
  paid: null,
  "paid year": null,
  birth: null,
  age: null,
  group: null,
  "event year": null,
  missed: null,
  prefecture: null,
  county: null,
  ...Object.fromEntries(AID.map(([id]) => [fact(id), { "par défaut": "non" }])),
  window: variations(
    { si: `paid < ${DAY.opening}`, alors: text("before-opening") },
    { si: `paid <= ${DAY.concentratedEnd}`, alors: text("concentrated") },
    { si: `paid <= ${DAY.betweenEnd}`, alors: text("between-windows") },
    { si: `paid <= ${DAY.closing}`, alors: text("supplementary") },
    { sinon: text("after-closing") },
  ),
  aid: variations(...AID.map(([id, aid]) => ({ si: fact(id), alors: String(Number(aid)) })), { sinon: "0" }),
  payable: "400 - aid",
  tier: variations(
    ...TIERS.map(([code, tier]) => ({
      si: `${code.length === 4 ? "prefecture" : "county"} = ${text(code)}`,
      alors: text(tier),
    })),
    ORDINARY,
  ),
  province: variations(
    { si: "tier = '1'", alors: "121.6" },
    { si: "tier = '3'", alors: "113.2" },
    { sinon: ORDINARY_TIER[1] },
  ),
  exempt: {
    "une de ces conditions": [
      "age < 90",
      ...ALWAYS.map((id) => `group = ${text(id)}`),
      ...THIS_YEAR.map((id) => all(`group = ${text(id)}`, "event year = paid year")),
    ],
  },
  "whole year": all("window = 'concentrated'", "missed = 0"),
  kind: variations(
    { si: "whole year", alors: text("exact") },
    { si: "exempt", alors: text("not-stated") },
    { si: all("window = 'supplementary'", "missed <= 1"), alors: text("exact") },
    { si: "window = 'concentrated'", alors: text("undetermined") },
    { si: "window = 'supplementary'", alors: text("undetermined") },
    { sinon: text("none") },
  ),
  start: {
    "applicable si": "kind = 'exact'",
    ...variations({ si: "whole year", alors: "later of birth and year" }, { sinon: "paid + 90" }),
  },
  "later of birth and year": { valeur: "birth", plancher: DAY.yearStart },
};

function situation(facts: PeerFacts): Record<string, string | number> {
  const given: Record<string, string | number> = {
    paid: facts.paidOn,
    "paid year": facts.paidYear,
    birth: facts.birth,
    age: facts.ageDays,
    group: text(facts.group),
    "event year": facts.eventYear,
    missed: facts.missed,
    prefecture: text(facts.county.slice(0, 4)),
    county: text(facts.county),
  };
  for (const id of facts.categories) given[fact(id)] = "oui";
  return given;
}

export function publicodesPeer(): Peer {
  const engine = new Engine(RULES as ConstructorParameters<typeof Engine>[0]);
  const value = (rule: string): unknown => engine.evaluate(rule).nodeValue;
  return {
    name: "publicodes",
    evaluate: async (facts) => {
      engine.setSituation(situation(facts) as Parameters<typeof engine.setSituation>[0]);
      const kind = String(value("kind"));
      const start = value("start");
      return {
        window: String(value("window")),
        aid: Number(value("aid")).toFixed(2),
        payable: Number(value("payable")).toFixed(2),
        tier: String(value("tier")),
        province: Number(value("province")).toFixed(2),
        kind,
        start: typeof start === "number" ? start : null,
        exemption: kind === "not-stated" ? (facts.ageDays < 90 ? "newborn" : facts.group) : null,
      };
    },
  };
}
