// Hands unfinished residents to the main process while they are typed, and takes them back after a crash.
import { ask } from "../platform/ask.ts";
import { type Draft, emptyDraft, isUntouched } from "./draft.ts";
import type { CounterStore } from "./store.ts";

const FORMAT = "canbao-drafts/1";
const PAUSE = 400;

export function writeDrafts(members: readonly Draft[]): string | null {
  return members.every(isUntouched) ? null : JSON.stringify({ format: FORMAT, members });
}

/** The members, or none where the text is of another version or was damaged: a draft is no place for guessing. */
export function readDrafts(text: string): readonly Draft[] {
  try {
    const found: unknown = JSON.parse(text);
    if (!isRecord(found) || found["format"] !== FORMAT || !Array.isArray(found["members"])) return [];
    const members: unknown[] = found["members"];
    return members.every(isDraft) ? members : [];
  } catch {
    return [];
  }
}

const SHAPE = emptyDraft("", "620602", "");

function isDraft(value: unknown): value is Draft {
  if (!isRecord(value)) return false;
  return Object.entries(SHAPE).every(([key, sample]) => {
    const given = value[key];
    if (key === "further") return isFurther(given);
    if (key === "otherYears") return isRecord(given) && Object.values(given).every(isYearBound);
    if (key === "pastYear" || key === "alsoYear" || key === "year") return given === null || typeof given === "number";
    if (key === "county" || key === "township" || key === "categories") {
      if (given === null) return true;
      if (key === "categories") return isTexts(given);
      return typeof given === (key === "county" ? "string" : "number");
    }
    if (key === "claims") return Array.isArray(given) && given.every(isClaim);
    if (key === "settled") return isTexts(given);
    return typeof given === typeof sample;
  });
}

function isFurther(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every((text) => typeof text === "string");
}

function isYearBound(value: unknown): boolean {
  return (
    isRecord(value) &&
    ["unknown", "covered", "missed"].includes(String(value["continuity"])) &&
    typeof value["missedCount"] === "number" &&
    isFurther(value["further"])
  );
}

function isClaim(value: unknown): boolean {
  return isRecord(value) && typeof value["group"] === "string" && typeof value["eventText"] === "string";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export async function restoreDrafts(counter: CounterStore): Promise<void> {
  const answer = await ask("drafts.take", undefined);
  if (!answer.ok || answer.value.drafts === null) return;
  const members = readDrafts(answer.value.drafts);
  if (members.length > 0) counter.getState().restore(members);
}

export function keepDrafts(counter: CounterStore): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  counter.subscribe((state, before) => {
    if (state.members === before.members) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask("drafts.keep", { drafts: writeDrafts(counter.getState().members) }), PAUSE);
  });
}
