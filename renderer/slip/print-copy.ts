// Prints a copy that the ledger has counted: the sheet of then, marked as a copy, on the paper and printer set here.

import { settingsSchema } from "../../shared/ipc/channels/settings.ts";
import type { AnswerOf, ResponseOf } from "../../shared/ipc/contract.ts";
import { NO_ADJUSTMENT } from "../../shared/slip/paper.ts";
import type { PrintSheet } from "../../shared/slip/sheet.ts";
import { ask } from "../platform/ask.ts";

type Copy = ResponseOf<"ledger.reprint">;

export async function printCopy(
  { document, number, code, copies }: Copy,
  title: string,
): Promise<AnswerOf<"print.job">> {
  const answer = await ask("settings.get", undefined);
  const { paper, printer, adjustments } = answer.ok ? answer.value.settings : settingsSchema.parse({});
  const sheet: PrintSheet = {
    paper,
    adjustment: adjustments[printer ?? ""] ?? NO_ADJUSTMENT,
    document: { ...document, number, qr: code, copy: copies },
  };
  return ask("print.job", { sheet, printer, title, fileName: `${number}-${copies}.pdf` });
}
