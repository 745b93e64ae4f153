// Slips for real answers of the bundled rule sets: what the print page is tested and looked at with.

import path from "node:path";
import { loadPolicies } from "../../electron/policies/store.ts";
import { answerRequest } from "../../shared/engine/answer.ts";
import { describe } from "../../shared/rules/description.ts";
import { type SlipOrder, type SlipResident, slipDocument } from "../../shared/slip/assessment.ts";
import type { SlipDocument, SlipLanguage } from "../../shared/slip/document.ts";

const { ruleSets } = loadPolicies(path.resolve(import.meta.dirname, "../../policies"));
const tables = new Map([...ruleSets].map(([id, { table }]) => [id, table]));

interface Person {
  readonly name?: string;
  readonly ruleSet?: string;
  readonly paidOn: string;
  readonly birthDate?: string;
  /** null where nobody asked */
  readonly categories?: readonly string[] | null;
  readonly groups?: readonly { readonly group: string; readonly eventDate?: string }[];
  readonly missedYears?: readonly number[] | null;
  /** Liangzhou where the rule set has it; null for none given */
  readonly county?: null;
}

/** The person's answer and what the form holds; throws where the request is at fault. */
function answered(person: Person): SlipResident {
  const ruleSet = person.ruleSet ?? "gansu/2025";
  const inLiangzhou = ruleSet.startsWith("gansu") && person.county !== null;
  const resident = {
    birthDate: person.birthDate ?? "1962-02-10",
    categories: person.categories === undefined ? [] : person.categories,
    groups: person.groups ?? [],
    missedYears: person.missedYears === undefined ? [] : person.missedYears,
  };
  const answer = answerRequest(
    {
      ruleSet,
      paidOn: person.paidOn,
      // Nobody asked: the request leaves the field out.
      resident: { ...resident, categories: resident.categories ?? undefined },
      ...(inLiangzhou ? { county: "620602" } : {}),
    },
    tables,
  );
  if (!answer.ok) throw new Error(`${answer.error.path}: ${answer.error.message}`);
  return {
    ...resident,
    name: person.name ?? "王桂兰",
    idNumber: "622301196202100024",
    county: inLiangzhou ? { zh: "凉州区", en: "Liangzhou" } : null,
    township: inLiangzhou ? { zh: "黄羊镇", en: "Huangyang town" } : null,
    paidOn: person.paidOn,
    result: answer.result,
  };
}

function order(people: readonly Person[], more: Partial<SlipOrder> = {}): SlipOrder {
  const [first, ...rest] = people.map(answered);
  const loaded = ruleSets.get(people[0]?.ruleSet ?? "gansu/2025");
  if (first === undefined || loaded === undefined) throw new Error("a slip needs a resident and a rule set");
  return {
    languages: ["zh-CN"],
    audience: "resident",
    office: { hall: "凉州区政务服务大厅", window: "3 号窗口", clerk: "李建国" },
    ruleSet: describe(loaded.table, loaded.source.documents, new Map()),
    residents: [first, ...rest],
    payment: { source: "cash" },
    printedAt: "2025-01-15 10:32",
    number: "620602-20250115-0037",
    ...more,
  };
}

/** Thirty characters, as long as names get; and characters that no slice of the bundled font has. */
export const LONG_NAME = "阿卜杜拉·麦麦提·吐尔逊·买买提明·阿不都热合曼·艾合买提江";
export const RARE_NAMES = ["李䶮", "李㛃", "李𬱖"] as const;

const WAITING: Person = { paidOn: "2025-01-15", categories: ["rural-dibao-1-2"] };
const SOLDIER: Person = {
  paidOn: "2025-06-20",
  groups: [{ group: "discharged-soldier", eventDate: "2025-05-30" }],
  birthDate: "2003-04-01",
};
const GAP: Person = { paidOn: "2024-11-10", missedYears: [2024] };
const ORDINARY: Person = { paidOn: "2024-11-03" };
const CLOSED: Person = { paidOn: "2025-03-10" };

const ORDERS = {
  ordinary: order([ORDINARY]),
  waiting: order([WAITING], { qr: "CB1|620602-20250115-0037|3f9a1c0b77e2|8d41aa90c3f2|MEUCIQDxk2mPq" }),
  "not-stated": order([SOLDIER], { audience: "clerk" }),
  undetermined: order([GAP]),
  none: order([CLOSED], { copy: 2 }),
  "lower-bound": order([{ ruleSet: "xinzhou/2025", paidOn: "2025-04-10", categories: ["dibao"], missedYears: null }]),
  "not-asked": order([{ ...ORDINARY, categories: null, county: null }]),
  auditor: order([WAITING], { audience: "auditor" }),
  household: order(
    [
      WAITING,
      { ...ORDINARY, name: RARE_NAMES[0] },
      { ...ORDINARY, name: RARE_NAMES[1] },
      { ...GAP, name: RARE_NAMES[2] },
      { ...WAITING, name: "李秀英" },
      { ...SOLDIER, name: LONG_NAME },
      { ...CLOSED, name: "李建军" },
      { ...ORDINARY, name: "李小燕" },
      { ...WAITING, name: "李梓涵" },
      { ...ORDINARY, name: "李永福" },
    ],
    { payment: { source: "relative-account", relation: "child", holder: "李建国" } },
  ),
} as const satisfies Readonly<Record<string, SlipOrder>>;

export type SlipName = keyof typeof ORDERS | "provisional";
export const SLIP_NAMES: readonly SlipName[] = [...(Object.keys(ORDERS) as (keyof typeof ORDERS)[]), "provisional"];

export function slip(name: SlipName, languages: readonly [SlipLanguage, ...SlipLanguage[]]): SlipDocument {
  if (name !== "provisional") return slipDocument({ ...ORDERS[name], languages });
  const document = slipDocument({ ...ORDERS["lower-bound"], languages });
  return { ...document, ruleSet: { ...document.ruleSet, status: "provisional" } };
}
