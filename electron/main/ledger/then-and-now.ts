// Answers an old slip's case twice with today's program: by the rules of then, and by those of today.

import { type Answer, answerRequest } from "../../../shared/engine/answer.ts";
import type { LedgerComparison } from "../../../shared/ipc/channels/ledger.ts";
import { figuresOf } from "../../../shared/ledger/figures.ts";
import type { MemberFigures, SlipBody } from "../../../shared/ledger/record.ts";
import type { KeptRules } from "../../ledger/rule-archive.ts";
import { unpackRules } from "../../policies/archive.ts";
import type { StandingRules } from "../rules-service.ts";

interface OldSlip {
  readonly body: SlipBody;
  /** Null where somebody's part was erased or purged. */
  readonly requests: readonly Readonly<Record<string, unknown>>[] | null;
  readonly kept: KeptRules;
  readonly today: StandingRules;
  /** The version of this program. */
  readonly engine: string;
}

export function thenAndNow({ body, requests, kept, today, engine }: OldSlip): LedgerComparison {
  const { id } = body.ruleSet;
  // A damaged archive is never used, whatever could still be read of it.
  const table = kept.kind === "kept" ? unpackRules(kept.text) : undefined;
  const tables = table === undefined ? undefined : new Map([[id, table]]);
  const packed = today.pack(id);
  const figures = (answer: Answer | undefined, { county, township }: MemberFigures): MemberFigures | null =>
    answer?.ok === true ? figuresOf(answer.result, county, township) : null;
  const members = body.members.map((atIssue, place) => {
    const request = requests?.[place];
    const answer = request && today.answer(request);
    return { atIssue, answer, again: figures(request && tables && answerRequest(request, tables), atIssue) };
  });
  // Slips from before there was an archive name only the rule set's own hash, which leaves the bureau's decisions out.
  const same =
    body.rules === undefined
      ? members.some(({ answer }) => answer?.ok === true && answer.result.ruleSet.hash === body.ruleSet.hash)
      : packed?.hash === body.rules;
  return {
    archive: kept.kind === "kept" && table === undefined ? "unreadable" : kept.kind,
    rules: packed === undefined ? "absent" : same ? "same" : "changed",
    engine: { atIssue: body.engine, today: engine },
    erased: requests === null,
    members: members.map(({ atIssue, answer, again }) => ({ atIssue, again, today: figures(answer, atIssue) })),
  };
}
