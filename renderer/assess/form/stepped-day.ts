// The arrow keys move a day that stands in a field: up to the next, down to the one before.
import type { KeyboardEvent } from "react";
import type { EpochDay } from "../../../shared/dates/civil.ts";
import { isComposing } from "./enter.ts";

/** @returns the day that the press moves to; null where it means something else, or an input method has it */
export function steppedDay(event: KeyboardEvent, day: EpochDay): EpochDay | null {
  if (isComposing(event) || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return null;
  return day + (event.key === "ArrowUp" ? 1 : -1);
}
