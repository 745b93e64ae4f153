// A ledger in a folder of its own, with invented residents, for the tests of everything around it.

import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { archiveHash } from "../../../electron/ledger/archive-hash.ts";
import { nowOf } from "../../../electron/ledger/clock.ts";
import { faultOf } from "../../../electron/ledger/failure.ts";
import type { NewSlip, SlipMember } from "../../../electron/ledger/issue.ts";
import { type OpenLedger, type OpenOptions, openLedger } from "../../../electron/ledger/open.ts";
import { type Place, placeIn } from "../../../electron/ledger/place.ts";
import type { Actor } from "../../../electron/ledger/session.ts";
import type { RulesToKeep } from "../../../shared/ledger/archived-rules.ts";
import type { LedgerFault } from "../../../shared/ledger/fault.ts";

export const DATA_KEY = Buffer.alloc(32, 7);
export const CLERK: Actor = { clerk: "李敏" };
export const RULE_SET = {
  id: "gansu/2025",
  version: "1.0.0",
  hash: `sha256:${"ab".repeat(32)}`,
  coverageYear: 2025,
} as const;

const RULES_TEXT = JSON.stringify({ format: "canbao-rules/1", ruleSet: RULE_SET.id, files: [], settled: {} });
export const RULES: RulesToKeep = { hash: archiveHash(RULES_TEXT), text: RULES_TEXT };

export interface TestLedger {
  readonly place: Place;
  /** The clock: tests set it forward and back. */
  readonly time: { now: Date };
  open(more?: Partial<OpenOptions>): OpenLedger;
  remove(): void;
}

/** @param template a closed ledger to begin as a copy of */
export function testLedger(template?: TestLedger): TestLedger {
  const root = mkdtempSync(path.join(tmpdir(), "canbao-ledger-"));
  if (template !== undefined) cpSync(path.dirname(template.place.folder), root, { recursive: true });
  const place = placeIn(path.join(root, "ledger"), root);
  const time = { now: new Date("2025-01-15T01:30:00.000Z") };
  const opened: OpenLedger[] = [];
  let first = template === undefined;
  return {
    place,
    time,
    open: (more) => {
      const ledger = openLedger({
        place,
        dataKey: DATA_KEY,
        mayCreate: first,
        clock: () => nowOf(time.now),
        station: "03",
        app: "canbao-desk 0.1.0",
        ...more,
      });
      first = false;
      opened.push(ledger);
      return ledger;
    },
    remove: () => {
      for (const ledger of opened) {
        try {
          ledger.close();
        } catch {
          // Closed by the test, or its file was taken away from under it.
        }
      }
      rmSync(root, { recursive: true, force: true });
    },
  };
}

const FAMILY = "王李张刘陈杨赵黄周吴";
const GIVEN = "桂兰建国秀英志强玉梅海燕文军晓明雪芳";
export const TOWNSHIPS = ["黄羊镇", "武南镇", "高坝镇", "金羊镇", "双城镇"] as const;

/** The n-th invented resident; the ID numbers' area code 999999 was never given to anybody. */
export function resident(n: number): SlipMember {
  const given = Array.from(GIVEN);
  const name = `${Array.from(FAMILY)[n % 10] ?? "王"}${given[n % 18] ?? "桂"}${given[(n * 7 + 3) % 18] ?? "兰"}`;
  const aided = n % 3 === 0;
  return {
    name,
    idNumber: `99999919${String(60 + (n % 40)).padStart(2, "0")}0210${String(n % 1000).padStart(3, "0")}${n % 10}`,
    request: {
      ruleSet: RULE_SET.id,
      county: "620602",
      paidOn: "2025-01-15",
      resident: { birthDate: "1962-02-10", categories: aided ? ["rural-dibao-1-2"] : [] },
    },
    result: { contribution: { standard: "400.00" }, benefit: { kind: "exact", start: "2025-04-15" }, n },
    figures: {
      county: "620602",
      township: TOWNSHIPS[n % TOWNSHIPS.length] ?? null,
      category: aided ? "rural-dibao-1-2" : null,
      standard: 40_000,
      payable: aided ? 9000 : 40_000,
      aid: aided ? 31_000 : 0,
      central: 53_600,
      province: 11_680,
      cityCounty: 1720,
      benefit: { kind: "exact", start: "2025-04-15", end: "2025-12-31" },
    },
  };
}

export function slipOf(n: number, members: readonly SlipMember[] = [resident(n)]): NewSlip {
  return {
    nonce: `nonce-${String(n).padStart(8, "0")}`,
    ruleSet: RULE_SET,
    rules: RULES,
    engine: "1.0.0",
    interpretations: [{ id: "wait-counts-payment-day", option: "yes", source: "default" }],
    members,
    document: { format: "canbao-slip/1", n },
  };
}

/** The expected fault that the work ends in; undefined where it ends well. Anything unexpected is thrown on. */
export function faultIn(work: () => unknown): LedgerFault | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return fault;
  }
}
