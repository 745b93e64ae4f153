// Several residents on one slip: a table with the total first, then each of them with the reasons.
import { Fragment, type ReactNode } from "react";
import { figures } from "../../shared/slip/amount.ts";
import type { SlipDocument, SlipMember } from "../../shared/slip/document.ts";
import { Admission, CoverageShort, CoverageYear } from "./coverage.tsx";
import { Explanation, Review } from "./explanation.tsx";
import { Amount, aidLabel, InWords, isElsewhere, whyUnplaced, whyUnpriced, Yuan } from "./figures.tsx";
import { MissingYear, ruleSetOf } from "./other-year.tsx";
import { Area, Categories, Groups, paymentWords, WindowName } from "./particulars.tsx";
import { T, useSetting, Words } from "./words.tsx";

export function Household({ slip }: { readonly slip: SlipDocument }): ReactNode {
  const { say, roll } = useSetting();
  return (
    <>
      <section className="block">
        <h2>
          {isOfTwoYears(slip) ? (
            <T k="householdLines" v={{ n: persons(slip), lines: lineCount(slip) }} />
          ) : (
            <T k="household" v={{ count: slip.members.length }} />
          )}
        </h2>
        {roll ? <RollList slip={slip} /> : <Table slip={slip} />}
        <Total slip={slip} />
        <p className="small">
          <T k="field.payment" /> <Words of={(language) => paymentWords(slip.payment, language, say)} />
        </p>
      </section>
      {slip.members.map((member, index) => (
        <MemberBlock key={keyOf(member, index)} slip={slip} member={member} number={index + 1} />
      ))}
    </>
  );
}

/** Lines of more than one coverage year: then each line says its own. */
function isOfTwoYears(slip: SlipDocument): boolean {
  return slip.members.some(({ otherYear, missingYear }) => otherYear !== undefined || missingYear !== undefined);
}

function persons({ members }: SlipDocument): number {
  return members.filter(({ otherYear }) => otherYear === undefined).length;
}

function lineCount({ members }: SlipDocument): number {
  return members.length + members.filter(({ missingYear }) => missingYear !== undefined).length;
}

/** A sum of nothing known is not 0.00: nobody may read it as nothing to pay. */
function isNothingKnown(slip: SlipDocument): boolean {
  return slip.total !== null && slip.total.unknown === lineCount(slip);
}

function CoverageYearOf({ slip, member }: { readonly slip: SlipDocument; readonly member: SlipMember }): ReactNode {
  if (!isOfTwoYears(slip)) return null;
  const { coverageYear, status } = ruleSetOf(slip, member);
  return (
    <span className="small strong line-year">
      <T k="year" v={{ year: coverageYear }} />
      {status === "provisional" ? (
        <span className="stamp line-stamp">
          <T k="status.provisional" />
        </span>
      ) : null}
    </span>
  );
}

function Table({ slip }: { readonly slip: SlipDocument }): ReactNode {
  return (
    <table className="household">
      <thead>
        <tr>
          {(
            [
              "field.member",
              "field.name",
              "field.categories",
              "amount.standardShort",
              "amount.aidShort",
              "amount.payableShort",
              "coverage.title",
            ] as const
          ).map((label) => (
            <th key={label} className={label.startsWith("amount") ? "right" : ""}>
              <T k={label} block />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slip.members.map((member, index) => (
          <Fragment key={keyOf(member, index)}>
            <tr>
              <td className="figure">{index + 1}</td>
              <td>
                <span className="strong">{member.name ?? <T k="notKnown" />}</span>
                <br />
                <span className="figure small">{member.maskedId}</span> <CoverageYearOf slip={slip} member={member} />
              </td>
              <td>
                <Categories member={member} />
              </td>
              <td className="right">
                <Amount of={member.standard} />
              </td>
              <td className="right">
                <Amount of={member.aid} unknown={whyUnpriced(member)} />
              </td>
              <td className="right strong">
                <Amount of={member.payable} unknown={whyUnpriced(member)} />
              </td>
              <td className="first-day">
                <CoverageShort coverage={member.coverage} />
              </td>
            </tr>
            {member.missingYear === undefined ? null : (
              <tr>
                <td />
                <td colSpan={6}>
                  <MissingYear member={member} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
        {slip.total?.byYear?.map(({ coverageYear, lines, unknown, standard, aid, payable }) => (
          <tr key={coverageYear}>
            <td colSpan={3}>
              <T k="total.year" v={{ year: coverageYear }} />
              {unknown === 0 || unknown === lines ? null : <T k="total.yearUnknown" v={{ count: unknown }} />}
            </td>
            {(
              [
                ["standard", standard],
                ["aid", aid],
                ["payable", payable],
              ] as const
            ).map(([name, amount]) => (
              <td key={name} className="right">
                <Amount of={unknown === lines ? null : amount} unknown="total.notKnown" />
              </td>
            ))}
            <td />
          </tr>
        ))}
        {slip.total === null ? null : (
          <tr className="sum">
            <td colSpan={3}>
              <T k="total.title" />
            </td>
            {([slip.total.standard, slip.total.aid, slip.total.payable] as const).map((amount, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always the same
              <td key={place} className="right figure">
                {place > 0 && isNothingKnown(slip) ? <T k="total.notKnown" /> : figures(amount)}
              </td>
            ))}
            <td />
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** On a roll a row has no room for seven columns: name and amount, below them number and first day. */
function RollList({ slip }: { readonly slip: SlipDocument }): ReactNode {
  return (
    <ol className="roll-list">
      {slip.members.map((member, index) => (
        <li key={keyOf(member, index)}>
          <span className="strong roll-name">
            {index + 1}. {member.name ?? <T k="notKnown" />}
          </span>
          <span className="strong roll-amount">
            <Amount of={member.payable} unknown={whyUnpriced(member)} />
          </span>
          <span className="figure small">
            {member.maskedId} <CoverageYearOf slip={slip} member={member} />
          </span>
          <span className="small roll-amount">
            <CoverageShort coverage={member.coverage} />
          </span>
          <MissingYear member={member} />
        </li>
      ))}
    </ol>
  );
}

function Total({ slip }: { readonly slip: SlipDocument }): ReactNode {
  const { roll } = useSetting();
  const { total } = slip;
  if (total === null) return null;
  const nothingKnown = isNothingKnown(slip);
  return (
    <div className="panel total">
      {roll
        ? total.byYear?.map(({ coverageYear, lines, unknown, payable }) => (
            <div key={coverageYear} className="year-row">
              <span className="label">
                <T k="total.year" v={{ year: coverageYear }} />
                {unknown === 0 || unknown === lines ? null : <T k="total.yearUnknown" v={{ count: unknown }} />}
              </span>
              <Amount of={unknown === lines ? null : payable} unknown="total.notKnown" />
            </div>
          ))
        : null}
      <div className="total-row">
        <span className="label">
          <T k="total.payable" block />
        </span>
        {nothingKnown ? (
          <span className="headline headline-words">
            <T k="total.notKnown" />
          </span>
        ) : (
          <span className="headline">
            <Yuan of={total.payable} />
          </span>
        )}
      </div>
      {nothingKnown ? null : <InWords of={total.payableInWords} />}
      {total.unknown === 0 ? null : (
        <p className="strong">
          <T k={isOfTwoYears(slip) ? "total.unknownLines" : "total.unknown"} v={{ count: total.unknown }} block />
        </p>
      )}
    </div>
  );
}

function MemberBlock({
  slip,
  member,
  number,
}: {
  readonly slip: SlipDocument;
  readonly member: SlipMember;
  readonly number: number;
}): ReactNode {
  const { roll } = useSetting();
  return (
    <article className="member">
      <h3>
        <span>
          {number}. {member.name ?? <T k="notKnown" />} <CoverageYearOf slip={slip} member={member} />
        </span>
        <span className="member-amount">
          <Amount of={member.payable} unknown={whyUnpriced(member)} />
        </span>
      </h3>
      <p className="member-facts">
        <span>
          <Area member={member} />
        </span>
        <span>
          <Categories member={member} />
        </span>
        {member.groups.length === 0 ? null : (
          <span>
            <Groups member={member} />
          </span>
        )}
        <span>
          <T k="field.paidOn" /> <span className="figure">{member.paidOn}</span> <WindowName member={member} />
        </span>
      </p>
      <p className="member-cover">
        <T k="coverage.title" />{" "}
        <span className="strong">
          <CoverageShort coverage={member.coverage} />
        </span>
      </p>
      <FundingLine member={member} />
      {roll && isWholeYear(member) ? null : <CoverageYear coverage={member.coverage} />}
      <MissingYear member={member} />
      <Admission member={member} />
      <Explanation member={member} slip={slip} />
      <Review
        member={member}
        provisional={ruleSetOf(slip, member).status === "provisional"}
        otherYearBelow={slip.members[number]?.otherYear !== undefined}
      />
    </article>
  );
}

/** A strip that is covered from end to end says nothing that a long roll should spend paper on. */
function isWholeYear({ coverage }: SlipMember): boolean {
  return coverage.kind === "exact" && coverage.year.spans.length === 1;
}

function FundingLine({ member }: { readonly member: SlipMember }): ReactNode {
  if (isElsewhere(member)) return null;
  const aid = [aidLabel(member), member.aid, whyUnpriced(member)] as const;
  // The subsidy's part stands beside the amount that it is a part of, never beside the aid.
  const parts: readonly (readonly [string, string | null, string])[] =
    member.surcharge === undefined
      ? [aid, ...subsidyOf(member)]
      : [["amount.standardLate", member.standard, ""], ["funding.subsidyWithin", member.surcharge, ""], aid];
  return (
    <p className="member-facts">
      {parts.map(([label, amount, unknown]) => (
        <span key={label}>
          <T k={label} /> <Amount of={amount} unknown={unknown} />
        </span>
      ))}
    </p>
  );
}

function subsidyOf(member: SlipMember) {
  const { central, province, cityCounty } = member.funding;
  return [
    ["funding.central", central, "notStated"],
    ["funding.province", province, whyUnplaced(member)],
    ["funding.cityCounty", cityCounty, whyUnplaced(member)],
  ] as const;
}

function keyOf(member: SlipMember, index: number): string {
  return `${index} ${member.maskedId ?? member.name ?? ""}`;
}
