// The interpretations that a decision rests on: who chose each, and the steps that say so.
import type { Table } from "../rules/table.ts";
import { type Case, isOpen, optionInForce } from "./case.ts";
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
  for (const id of amountReadings(resident, table)) {
    const option = optionInForce(resident, table, id);
    if (option !== undefined && !isOpen(resident, table, id)) used.set(id, option);
  }
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

/** What amounts hang on beside the benefit: who pays the central part, and whether a newborn's relief has its limit. */
function amountReadings(resident: Case, table: Table): readonly string[] {
  if (resident.standing === "employee") return [];
  const ids = [table.funding.central?.by, limitedRelief(resident, table)?.interpretation];
  return ids.filter((id) => id !== undefined);
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
