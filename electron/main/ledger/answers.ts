// From the ledger's own shapes to those of the contract.

import type { LedgerSlip, LedgerStatus } from "../../../shared/ipc/channels/ledger.ts";
import type { SlipDetail } from "../../ledger/detail.ts";
import type { LedgerService } from "../../ledger/service.ts";
import type { Finding } from "../../ledger/verify.ts";

export async function statusOf(service: LedgerService): Promise<LedgerStatus> {
  const state = service.state();
  if (state.kind === "closed") return { state: "closed" };
  if (state.kind === "fault") return { state: "fault", fault: { ...state.fault, params: { ...state.fault.params } } };
  const status = await service.call("status");
  if (!status.ok) return { state: "fault", fault: { ...status.error, params: { ...status.error.params } } };
  const { records, station, today } = status.value;
  return { state: "open", records, station, today: today.day, keptBy: state.keptBy, portable: state.portable };
}

export function slipOf({ body, code, people, masked, history }: SlipDetail): LedgerSlip {
  const { number, seq, day, at, clerk, ruleSet, engine } = body;
  return {
    number,
    code,
    seq,
    day,
    at,
    clerk,
    ruleSet,
    otherRuleSets: (body.others ?? []).map((other) => other.ruleSet),
    engine,
    masked,
    people: body.members.map((figures, place) => {
      const person = people[place] ?? null;
      return { name: person?.name ?? null, idNumber: person?.idNumber ?? null, figures, erased: person === null };
    }),
    history: history.map((act) => ({ ...act })),
  };
}

export function findingOf(finding: Finding): {
  readonly code: string;
  readonly from: number;
  readonly through: number;
} {
  return finding.code === "records-missing"
    ? { code: finding.code, from: finding.from, through: finding.through }
    : { code: finding.code, from: finding.seq, through: finding.seq };
}
