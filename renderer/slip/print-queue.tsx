// The print queue: each sheet with its state; what did not come out is tried again from here.
import { type ReactElement, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PrintJob } from "../../shared/ipc/channels/print-queue.ts";
import { ask } from "../platform/ask.ts";
import { jobText } from "./job-text.ts";

/** Shows nothing as long as nothing was printed since the program started. */
export function PrintQueue(): ReactElement | null {
  const { t } = useTranslation("printing");
  const [jobs, setJobs] = useState<readonly PrintJob[]>([]);

  useEffect(() => {
    void ask("print.queue", undefined).then((answer) => answer.ok && setJobs(answer.value.jobs));
    return window.canbao.on("print.queue", (told) => setJobs(told.jobs));
  }, []);

  if (jobs.length === 0) return null;
  return (
    <section className="print-queue" data-testid="print-queue">
      <h2 className="card__title">{t("queue.title")}</h2>
      <ul className="ledger-list">
        {jobs.map((job) => (
          <li key={job.id} className="ledger-list__row" data-state={job.state}>
            <span role={job.state === "failed" ? "alert" : undefined}>
              <span className="figures">{job.title}</span> · {jobText(t, job)}
            </span>
            {job.state === "saved" || job.state === "failed" ? (
              <button
                type="button"
                className="plain-button"
                aria-label={`${t("queue.again")} ${job.title}`}
                onClick={() => void ask("print.again", { id: job.id })}
              >
                {t("queue.again")}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
