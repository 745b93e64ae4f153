// Faults of readings: one that the engine needs is not there, one that is named is not declared, an option does not exist or names no day.
import { listed, type Report } from "./fault.ts";
import type { ResolvedRuleSet } from "./resolve.ts";
import type { NationalData } from "./schema.ts";
import { START_RULES, type StartData } from "./schema-parts.ts";

/** Interpretations that the engine asks for, with the part of the rule set that makes it ask. */
function neededInterpretations({ data }: ResolvedRuleSet): ReadonlyMap<string, string> {
  const needed = new Map<string, string>([["wait-counts-payment-day", "every wait"]]);
  if (data.wait.lengths.month !== undefined) needed.set("month-end", "a wait in months");
  if (data.wait.lengths.day !== undefined && data.wait.lengths.month !== undefined)
    needed.set("wait-unit", "a wait in days and in months");
  if (data.missedYears !== null) {
    for (const id of ["gap-counted-from", "one-fixed-wait"]) needed.set(id, "the rule for missed years");
    // Where the rule names the day itself, nothing has to be anchored.
    if (data.missedYears.inWindow === undefined) needed.set("gap-anchor", "the rule for missed years");
  }
  for (const group of data.groups) {
    if (group.test.kind === "within") needed.set("within-edge", `the group ${group.id}`);
    if (group.test.kind === "this-year") needed.set("this-year", `the group ${group.id}`);
    if (group.test.kind === "newborn")
      for (const id of ["within-edge", "newborn-after-year"]) needed.set(id, "newborns");
  }
  return needed;
}

/** A reading by itself: its default is among its options, and an open one names its review code. */
export function checkOptions(
  id: string,
  entry: Pick<NationalData["interpretations"][string], "options" | "default" | "code">,
  report: Report,
): void {
  const options = entry.options.map((option) => option.id);
  if (!options.includes(entry.default))
    report(["interpretations", id, "default"], `"${entry.default}" is none of its options (${options.join(", ")})`);
  if (options.includes("not-settled") && entry.code === undefined)
    report(
      ["interpretations", id, "code"],
      "an interpretation that can be not-settled names the review code it raises",
    );
}

export function checkInterpretations(source: ResolvedRuleSet, report: Report): void {
  const { data, interpretations } = source;
  for (const [id, why] of neededInterpretations(source)) {
    if (!interpretations.has(id))
      report(["interpretations"], `lacks "${id}", which ${why} needs; write "${id}": {} to take the national reading`);
  }
  for (const [id, entry] of interpretations) checkOptions(id, entry, report);
  const asks = (
    condition: { readonly interpretation: string; readonly is: string },
    path: readonly PropertyKey[],
  ): void => {
    const entry = interpretations.get(condition.interpretation);
    if (entry === undefined)
      report(path, `no interpretation "${condition.interpretation}"; known: ${listed(interpretations.keys())}`);
    else if (!entry.options.some((option) => option.id === condition.is))
      report(
        path,
        `"${condition.is}" is no option of ${condition.interpretation}; known: ${listed(entry.options.map(({ id }) => id))}`,
      );
  };
  const starts = (start: StartData, path: readonly PropertyKey[]): void => {
    if (typeof start === "string") return;
    const entry = interpretations.get(start.by);
    if (entry === undefined) report(path, `no interpretation "${start.by}"; known: ${listed(interpretations.keys())}`);
    else
      for (const option of entry.options)
        if (!START_RULES.some((rule) => rule === option.id))
          report(path, `option "${option.id}" of ${start.by} names no first day; possible: ${START_RULES.join(", ")}`);
  };
  data.periods.forEach((period, at) => {
    if (period.benefit.kind === "start") starts(period.benefit.start, ["periods", at, "benefit", "start"]);
  });
  data.groups.forEach((group, at) => {
    starts(group.start, ["groups", at, "start"]);
    if (group.test.kind === "own-window" && group.test.if !== undefined)
      asks(group.test.if, ["groups", at, "test", "if"]);
    if (group.test.kind === "open") asks(group.test.if, ["groups", at, "test", "if"]);
    if (group.test.kind === "within" && group.test.onFirstDay !== undefined) {
      asks(group.test.onFirstDay, ["groups", at, "test", "onFirstDay"]);
      if (group.test.eventFrom === undefined)
        report(["groups", at, "test", "onFirstDay"], "the day that it is about, eventFrom, is not written");
    }
    if (group.test.kind === "newborn") {
      group.test.phases.forEach((phase, index) => {
        starts(phase.start, ["groups", at, "test", "phases", index, "start"]);
        if (phase.if !== undefined) asks(phase.if, ["groups", at, "test", "phases", index, "if"]);
        if (phase.relief !== undefined && !data.aid.reliefs?.some(({ id }) => id === phase.relief))
          report(
            ["groups", at, "test", "phases", index, "relief"],
            `no relief "${phase.relief}" in this rule set; known: ${listed((data.aid.reliefs ?? []).map(({ id }) => id))}`,
          );
      });
    }
    if (typeof group.impliedByIdentity === "object")
      asks(group.impliedByIdentity.if, ["groups", at, "impliedByIdentity", "if"]);
    if (group.identities?.open !== undefined)
      asks(group.identities.open.if, ["groups", at, "identities", "open", "if"]);
  });
  data.aid.reliefs?.forEach(({ who }, at) => {
    if (who.kind === "newborn-with-insured-parent" && who.limit !== undefined)
      asks(who.limit.if, ["aid", "reliefs", at, "who", "limit", "if"]);
  });
  if ("by" in data.subsidy.central) {
    const { by, options } = data.subsidy.central;
    const entry = interpretations.get(by);
    if (entry === undefined)
      report(["subsidy", "central", "by"], `no interpretation "${by}"; known: ${listed(interpretations.keys())}`);
    for (const option of Object.keys(options))
      if (entry !== undefined) asks({ interpretation: by, is: option }, ["subsidy", "central", "options", option]);
  }
}
