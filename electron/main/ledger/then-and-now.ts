// Answers an old slip's case twice with today's program: by the rules of then, and by those of today.

import { type Answer, answerRequest } from "../../../shared/engine/answer.ts";
import { groundsIn } from "../../../shared/engine/grounds.ts";
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
  /** Those of the lines of other coverage years, as `body.others` orders them. */
  readonly others?: readonly KeptRules[];
  readonly today: StandingRules;
  /** The version of this program. */
  readonly engine: string;
}

export function thenAndNow({ body, requests, kept, others = [], today, engine }: OldSlip): LedgerComparison {
  const ids = [body.ruleSet.id, ...(body.others ?? []).map(({ ruleSet }) => ruleSet.id)];
  // A damaged archive is never used, whatever could still be read of it.
  const all = [kept, ...others];
  const read = all.map((rules) => (rules.kind === "kept" ? unpackRules(rules.text) : undefined));
  const tables = new Map(
    ids.flatMap((id, index) => {
      const table = read[index];
      return table === undefined ? [] : [[id, table] as const];
    }),
  );
  const packed = today.pack(body.ruleSet.id);
  const figures = (answer: Answer | undefined, { county, township }: MemberFigures): MemberFigures | null =>
    answer?.ok === true ? figuresOf(answer.result, county, township) : null;
  const members = body.members.map((atIssue, place) => {
    const request = requests?.[place];
    const answer = request && today.answer(request);
    const then = request && answerRequest(request, tables);
    return {
      atIssue,
      answer,
      again: figures(then, atIssue),
      grounds: { again: articles(then), today: articles(answer) },
    };
  });
  // Slips from before there was an archive name only the rule set's own hash, which leaves the bureau's decisions out.
  const same =
    body.rules === undefined
      ? members.some(({ answer }) => answer?.ok === true && answer.result.ruleSet.hash === body.ruleSet.hash)
      : packed?.hash === body.rules &&
        (body.others ?? []).every((other) => today.pack(other.ruleSet.id)?.hash === other.rules);
  // The worst of them: a line whose rules are gone must not pass as compared.
  const fault = all.find(({ kind }) => kind !== "kept")?.kind;
  return {
    archive: fault ?? (read.includes(undefined) ? "unreadable" : "kept"),
    rules: packed === undefined ? "absent" : same ? "same" : "changed",
    engine: { atIssue: body.engine, today: engine },
    erased: requests === null,
    members: members.map(({ answer, ...member }) => ({ ...member, today: figures(answer, member.atIssue) })),
  };
}

function articles(answer: Answer | undefined): string[] | null {
  if (answer?.ok !== true) return null;
  return groundsIn(answer.result.trace).map(({ document, article }) => `${document} ${article}`);
}
