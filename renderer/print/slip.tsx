// The slip itself: who, what to pay, from when, who pays the rest, why, and where it is written.
import { Fragment, type ReactNode } from "react";
import type { SlipDocument, SlipMember } from "../../shared/slip/document.ts";
import { Admission, CoveragePanel, CoverageYear } from "./coverage.tsx";
import { Basis, Explanation, Review } from "./explanation.tsx";
import { Funding, Payable } from "./figures.tsx";
import { Household } from "./household.tsx";
import { isOver, MissingYear, pastYearsOf, ruleSetsOf } from "./other-year.tsx";
import { Particulars } from "./particulars.tsx";
import { QrCode } from "./qr-code.tsx";
import { Repair } from "./repair.tsx";
import { spokenWords, T, useSetting, Words } from "./words.tsx";

export function Slip({ slip }: { readonly slip: SlipDocument }): ReactNode {
  const single = slip.members.length === 1 ? slip.members[0] : undefined;
  return (
    <table className="pages">
      <tbody>
        <tr>
          <td>
            <div className="page-flow">
              <Head slip={slip} />
              {single === undefined ? <Household slip={slip} /> : <OneResident slip={slip} member={single} />}
              <Basis slip={slip} />
              <Close slip={slip} />
            </div>
          </td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <td>
            <Foot slip={slip} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function OneResident({ slip, member }: { readonly slip: SlipDocument; readonly member: SlipMember }): ReactNode {
  return (
    <>
      <Particulars member={member} payment={slip.payment} />
      <div className="answer">
        <Payable member={member} />
        <CoveragePanel member={member} />
      </div>
      <CoverageYear coverage={member.coverage} />
      <MissingYear member={member} />
      <Repair member={member} />
      <Admission member={member} />
      <Funding member={member} />
      <Explanation member={member} slip={slip} />
      <Review member={member} provisional={slip.ruleSet.status === "provisional"} />
    </>
  );
}

function Head({ slip }: { readonly slip: SlipDocument }): ReactNode {
  const { roll } = useSetting();
  const { office } = slip;
  const ruleSets = ruleSetsOf(slip);
  const provisional = ruleSets.filter(({ status }) => status === "provisional");
  // Two coverage years may differ in what has been verified: then each stamp says its year.
  const isOfOneYear = ruleSets.length === 1;
  const pastYears = pastYearsOf(slip);
  /** Rules of a year that is over are not in force, however well they are verified. */
  const statusWord = (status: SlipDocument["ruleSet"]["status"], year: number) =>
    status === "in-force" && isOver(slip, year) ? "ended" : status;
  return (
    <header>
      <div className="head-row">
        <div className="head-title">
          <h1>
            <T k="title" block />
          </h1>
          <p className="head-rules">
            {ruleSets.map(({ id, name, status, coverageYear }) => (
              <Fragment key={id}>
                <Words of={spokenWords(name)} />
                <span className={status === "provisional" ? "stamp" : "status"}>
                  {isOfOneYear ? (
                    <T k={`status.${statusWord(status, coverageYear)}`} />
                  ) : (
                    <T k={`statusOfYear.${statusWord(status, coverageYear)}`} v={{ year: coverageYear }} />
                  )}
                </span>
              </Fragment>
            ))}
            {slip.copy === null ? null : (
              <span className="stamp">
                <T k="copy" v={{ n: slip.copy }} />
              </span>
            )}
          </p>
        </div>
        {roll ? null : <Code slip={slip} />}
      </div>
      <dl className="office">
        <Entry label="field.hall" value={[office.hall, office.window].filter((part) => part !== null).join(" · ")} />
        <Entry label="field.clerk" value={office.clerk} />
        <Entry label="field.printedAt" value={slip.printedAt} />
        <Entry label="field.number" value={slip.number} />
      </dl>
      {pastYears.map((pastYear) => (
        <PastYear key={pastYear.coverageYear} of={pastYear} />
      ))}
      {provisional.length === 0 ? null : (
        <p className="warning">
          {isOfOneYear ? (
            <T k="provisionalNote" block />
          ) : (
            <T
              k="provisionalNoteYears"
              v={{ years: provisional.map(({ coverageYear }) => coverageYear).join(", ") }}
              block
            />
          )}
        </p>
      )}
    </header>
  );
}

function PastYear({ of }: { readonly of: NonNullable<SlipDocument["pastYear"]> }): ReactNode {
  const { coverageYear, lastUsefulDay, missing } = of;
  return (
    <p className="warning past-year" data-past-year={coverageYear}>
      <T k="pastYear" v={{ year: coverageYear, day: lastUsefulDay }} />{" "}
      {missing.length === 0 ? null : <T k="missingYears" v={{ years: missing.join(", ") }} />}
    </p>
  );
}

function Code({ slip }: { readonly slip: SlipDocument }): ReactNode {
  if (slip.qr === null) return null;
  return (
    <div className="head-qr">
      <QrCode text={slip.qr} />
      <div className="qr-note">
        <T k="qr" />
      </div>
    </div>
  );
}

function Entry({ label, value }: { readonly label: string; readonly value: string | null }): ReactNode {
  if (value === null || value === "") return null;
  return (
    <div>
      <dt>
        <T k={label} />
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

function Close({ slip }: { readonly slip: SlipDocument }): ReactNode {
  const { roll } = useSetting();
  return (
    <div className="close">
      <div className="signatures">
        {(["resident", "clerk", "date"] as const).map((who) => (
          <div className="signature" key={who}>
            <span className="label">
              <T k={`signature.${who}`} />
            </span>
            <span className="signature-line" />
          </div>
        ))}
      </div>
      {roll ? <Code slip={slip} /> : null}
    </div>
  );
}

/** Repeated at the foot of every page: a loose second page must not pass for a voucher either. */
function Foot({ slip }: { readonly slip: SlipDocument }): ReactNode {
  const { roll } = useSetting();
  const ruleSets = ruleSetsOf(slip).map(({ id, version, hash }) => `${id} · ${version} · ${hash}`);
  return (
    <footer>
      <p className="not-voucher">
        <T k="notVoucher" block={roll} /> <T k="proofElsewhere" block={roll} />
      </p>
      <p className="rule-set">
        <T k="field.ruleSet" /> {ruleSets.join("; ")}
        {slip.number === null ? null : (
          <>
            {" "}
            · <T k="field.number" /> {slip.number}
          </>
        )}
      </p>
    </footer>
  );
}
