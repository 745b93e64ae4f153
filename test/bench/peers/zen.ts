// Gansu 2025 as a JDM graph for @gorules/zen-engine: decision tables side by side, one table that decides the benefit.
import { ZenEngine } from "@gorules/zen-engine";
import { AID, ALWAYS, DAY, ORDINARY_TIER, type Peer, type PeerAnswer, THIS_YEAR, TIERS } from "./facts.ts";

type Cells = readonly string[];

/** A first-hit table: a row is the conditions (unary tests, empty = any), then the outputs (expressions). */
function table(id: string, inputs: Cells, outputs: Cells, rows: readonly Cells[]): object {
  const columns = [...inputs, ...outputs];
  return {
    id,
    name: id,
    type: "decisionTableNode",
    position: { x: 0, y: 0 },
    content: {
      hitPolicy: "first",
      passThrough: false,
      executionMode: "single",
      inputs: inputs.map((field, at) => ({ id: `c${at}`, name: field, field })),
      outputs: outputs.map((field, at) => ({ id: `c${inputs.length + at}`, name: field, field })),
      rules: rows.map((row, at) => ({
        _id: `${id}${at}`,
        ...Object.fromEntries(columns.map((_, c) => [`c${c}`, row[c] ?? ""])),
      })),
    },
  };
}

const text = (value: string): string => `'${value}'`;
const oneOf = (values: readonly string[]): string => values.map(text).join(", ");

const windowTable = table(
  "window",
  ["paidOn"],
  ["window", "article"],
  [
    [`< ${DAY.opening}`, text("before-opening"), text("五（一）")],
    [`<= ${DAY.concentratedEnd}`, text("concentrated"), text("五（一）")],
    [`<= ${DAY.betweenEnd}`, text("between-windows"), text("五（一）")],
    [`<= ${DAY.closing}`, text("supplementary"), text("五（二）")],
    ["", text("after-closing"), text("五（二）")],
  ],
);

const aidTable = table(
  "aid",
  ["categories"],
  ["aid", "payable", "aidArticle"],
  [
    ...AID.map(([id, aid, payable]) => [`contains($, ${text(id)})`, text(aid), text(payable), text("附件2")]),
    ["", text("0.00"), text("400.00"), text("一（一）")],
  ],
);

const fundingTable = table(
  "funding",
  ["county"],
  ["tier", "province", "central"],
  [
    ...TIERS.map(([code, tier, province]) => [
      `startsWith($, ${text(code)})`,
      text(tier),
      text(province),
      text("536.00"),
    ]),
    ["", text(ORDINARY_TIER[0]), text(ORDINARY_TIER[1]), text("536.00")],
  ],
);

const groupTable = table(
  "group",
  ["group", "eventYear", "ageDays"],
  ["exemption", "groupArticle"],
  [
    ["", "", "< 90", text("newborn"), text("五（三）")],
    [oneOf(ALWAYS), "", "", "group", text("五（三）")],
    [oneOf(THIS_YEAR), "$ == paidYear", "", "group", text("五（三）")],
    ["", "", "", "null", text("五（三）")],
  ],
);

const benefitTable = table(
  "benefit",
  ["window", "missed", "exemption"],
  ["kind", "start", "waitTo", "benefitArticle"],
  [
    [text("before-opening"), "", "", text("none"), "null", "null", text("五（一）")],
    [text("concentrated"), "0", "", text("exact"), `max([${DAY.yearStart}, birth])`, "null", text("五（一）")],
    ["", "", "$ != null", text("not-stated"), "null", "null", text("五（三）")],
    [text("concentrated"), "> 0", "", text("undetermined"), "null", "null", text("五（二）")],
    [text("supplementary"), "<= 1", "", text("exact"), "paidOn + 90", "paidOn + 89", text("五（二）")],
    [text("supplementary"), "> 1", "", text("undetermined"), "null", "null", text("五（二）")],
    ["", "", "", text("none"), "null", "null", text("五（二）")],
  ],
);

const graph = {
  contentType: "application/vnd.gorules.decision",
  nodes: [
    { id: "in", name: "in", type: "inputNode", position: { x: 0, y: 0 } },
    windowTable,
    aidTable,
    fundingTable,
    groupTable,
    benefitTable,
    { id: "out", name: "out", type: "outputNode", position: { x: 0, y: 0 } },
  ],
  edges: [
    ["in", "window"],
    ["in", "aid"],
    ["in", "funding"],
    ["in", "group"],
    ["in", "benefit"],
    ["window", "benefit"],
    ["group", "benefit"],
    ["window", "out"],
    ["aid", "out"],
    ["funding", "out"],
    ["group", "out"],
    ["benefit", "out"],
  ].map(([sourceId, targetId], at) => ({ id: `e${at}`, sourceId, targetId, type: "edge" })),
};

export function zenPeer(): Peer {
  const decision = new ZenEngine().createDecision(graph);
  return {
    name: "@gorules/zen-engine",
    evaluate: async (facts) => {
      const { result } = await decision.evaluate(facts, { trace: true });
      // It leaves a null out of its answer.
      return { start: null, exemption: null, ...(result as Partial<PeerAnswer>) } as PeerAnswer;
    },
  };
}
