// The interpretations that a decision rests on: who chose each, and the steps that say so.
import type { Table } from "../rules/table.ts";
import { type Case, optionInForce } from "./case.ts";
import { fixedStep, type Log } from "./log.ts";
import type { Readings } from "./readings.ts";
import { limitedRelief } from "./relief.ts";
import type { InterpretationUsed } from "./result.ts";

/** The interpretations used, each written down as a step; none that stayed open, and none whose readings agree. */
export function explainInterpretations(
  resident: Case,
  table: Table,
  readings: Readings,
  log: Log,
): readonly InterpretationUsed[] {
  const used = new Map<string, string>();
  for (const [id, option] of readings.used ?? []) if (!isOpen(resident, table, id)) used.set(id, option);
  addCentral(resident, table, used);
  addLimit(resident, table, used);
  const interpretations = interpretationsOf(resident, table, used);
  for (const entry of interpretations) logInterpretation(entry, table, log);
  return interpretations;
}

function interpretationsOf(
  resident: Case,
  table: Table,
  used: ReadonlyMap<string, string>,
): readonly InterpretationUsed[] {
  const list: InterpretationUsed[] = [];
  for (const [id, option] of used) {
    const question = table.questions.get(id);
    // A fact that nobody told was weighed both ways, too; it is no interpretation.
    if (question === undefined) continue;
    const chosen = resident.choices.has(id);
    const settlement = chosen ? null : question.settlement;
    list.push({
      id,
      option,
      source: chosen ? "request" : question.source,
      grade: question.grade,
      ...(settlement === null ? {} : { issuer: settlement.issuer, document: settlement.document }),
    });
  }
  return list;
}

/** An open question: it is named as such where its readings differ, and nobody has to hear of it where they agree. */
export function isOpen(resident: Case, table: Table, id: string): boolean {
  return optionInForce(resident, table, id) === "not-settled";
}

function addCentral(resident: Case, table: Table, used: Map<string, string>): void {
  const { central } = table.funding;
  if (central === null || resident.standing === "employee") return;
  const option = optionInForce(resident, table, central.by);
  if (option !== undefined) used.set(central.by, option);
}

/** How the limit of a newborn's relief is read, where the amount turned on it. */
function addLimit(resident: Case, table: Table, used: Map<string, string>): void {
  if (resident.standing === "employee") return;
  const id = limitedRelief(resident, table)?.relief.limit?.if.interpretation;
  const option = id === undefined ? undefined : optionInForce(resident, table, id);
  if (id !== undefined && option !== undefined && option !== "not-settled") used.set(id, option);
}

function logInterpretation(entry: InterpretationUsed, table: Table, log: Log): void {
  const question = table.questions.get(entry.id);
  if (question === undefined) return;
  log.push(
    fixedStep(question, entry.source === "request" ? `request ${entry.option}` : entry.option, () => {
      const option = question.options.find((other) => other.id === entry.option);
      return {
        step: "interpretation",
        variant: entry.source,
        effect: "info",
        cited: question.cited,
        in: {
          id: entry.id,
          questionZh: question.question.zh,
          questionEn: question.question.en,
          zh: option?.text.zh ?? entry.option,
          en: option?.text.en ?? entry.option,
          issuer: entry.issuer ?? null,
          document: entry.document ?? null,
        },
        out: { option: entry.option },
      };
    }),
  );
}
