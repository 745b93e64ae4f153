// What the ledger's papers have in common: the head with hall and time of printing, and the lines to sign on.
import type { ReactNode } from "react";
import { T } from "./words.tsx";

interface ReportProps {
  readonly title: ReactNode;
  readonly hall: string | null;
  readonly printedAt: string;
  readonly notes: readonly ReactNode[];
  readonly children: ReactNode;
}

export function Report({ title, hall, printedAt, notes, children }: ReportProps): ReactNode {
  return (
    <div className="report">
      <h1>{title}</h1>
      <dl className="office">
        {hall === null ? null : (
          <div>
            <dt>
              <T k="field.hall" />
            </dt>
            <dd>{hall}</dd>
          </div>
        )}
        <div>
          <dt>
            <T k="field.printedAt" />
          </dt>
          <dd>{printedAt}</dd>
        </div>
      </dl>
      {notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the notes of a sheet never change
        <p key={index} className="report-note">
          {note}
        </p>
      ))}
      {children}
      <div className="signatures report-signatures">
        {(["clerk", "reviewer", "date"] as const).map((who) => (
          <div className="signature" key={who}>
            <span className="label">
              <T k={`ledger:paper.${who}`} />
            </span>
            <span className="signature-line" />
          </div>
        ))}
      </div>
    </div>
  );
}
