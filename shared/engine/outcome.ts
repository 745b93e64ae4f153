// What one fully read evaluation decides about the benefit: numbers only, no text.
import type { EpochDay } from "../dates/civil.ts";
import { isoDay } from "../dates/iso.ts";
import type { Group } from "../rules/table.ts";
import type { Benefit, BenefitKind, NoneReason, OpenCode, Wait, WaitUnit } from "./result.ts";

export interface WaitDays {
  readonly from: EpochDay;
  readonly to: EpochDay;
  readonly length: number;
  readonly unit: WaitUnit;
  /** The last month has no corresponding day: the month-end reading decided. */
  readonly monthEnd: boolean;
}

export interface Outcome {
  readonly kind: BenefitKind;
  readonly start: EpochDay | null;
  readonly end: EpochDay | null;
  readonly wait: WaitDays | null;
  readonly reason: NoneReason | OpenCode | null;
  readonly exemption: Group | null;
}

/** Whether two outcomes are the same answer for the resident (an exemption alone is not a difference). */
export function isSameOutcome(a: Outcome, b: Outcome): boolean {
  return (
    a.kind === b.kind &&
    a.start === b.start &&
    a.end === b.end &&
    a.reason === b.reason &&
    a.wait?.from === b.wait?.from &&
    a.wait?.to === b.wait?.to
  );
}

/** The outcome as the contract's benefit, dates as ISO text. */
export function benefitOf(outcome: Outcome): Benefit {
  const benefit: Benefit = {
    kind: outcome.kind,
    start: outcome.start === null ? null : isoDay(outcome.start),
    end: outcome.end === null ? null : isoDay(outcome.end),
    wait: waitOf(outcome.wait),
  };
  return outcome.reason === null ? benefit : { ...benefit, reason: outcome.reason };
}

export function waitOf(wait: WaitDays | null): Wait | null {
  if (wait === null) return null;
  return { from: isoDay(wait.from), to: isoDay(wait.to), length: wait.length, unit: wait.unit };
}

export function none(reason: NoneReason, wait: WaitDays | null = null, exemption: Group | null = null): Outcome {
  return { kind: "none", start: null, end: null, wait, reason, exemption };
}

export function factMissing(): Outcome {
  return { kind: "undetermined", start: null, end: null, wait: null, reason: "fact-missing", exemption: null };
}
