// What became of a print job, in words.
import type { TFunction } from "i18next";
import type { PrintJob } from "../../shared/ipc/channels/print-queue.ts";

/** @param t of the namespace `printing` */
export function jobText(t: TFunction<"printing">, { state, why, path }: PrintJob): string {
  const reason = why === null ? "" : t(`why.${why}`, { defaultValue: t("why.print-failed") });
  return t(`queue.${state}`, { why: reason, path });
}
