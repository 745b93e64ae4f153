// Amounts on paper: who pays what, the sum in figures and in capitals, and what is not stated said so.
import type { ReactNode } from "react";
import { partsWaitForCounty } from "../../shared/engine/awaited.ts";
import { figures, sum } from "../../shared/slip/amount.ts";
import type { SlipMember } from "../../shared/slip/document.ts";
import { T, useSetting, Words } from "./words.tsx";

/** An amount in figures, or why there is none: `unknown` is the text for it, by default that no document states it. */
export function Amount({
  of,
  unknown = "notStated",
}: {
  readonly of: string | null;
  readonly unknown?: string;
}): ReactNode {
  return of === null ? (
    <span className="silent">
      <T k={unknown} />
    </span>
  ) : (
    <span className="figure">{figures(of)}</span>
  );
}

/** Why aid and amount to pay are not known: "not stated" may only be said where the documents are to blame. */
export function whyUnpriced(member: SlipMember): string {
  if (isElsewhere(member)) return "unknown.employee";
  if (member.categories === null) return "unknown.categories";
  if (member.review.includes("other-sponsor")) return "unknown.otherSponsor";
  if (member.payableAwaits !== undefined) return "unknown.fact";
  return "notStated";
}

/** Bound to employee insurance: nothing of this one's money is about that person. */
export function isElsewhere({ coverage }: SlipMember): boolean {
  return coverage.kind === "none" && coverage.reason === "employee-cover";
}

/** The parts of province and county: known once a county is given, or stated for none. */
export function whyUnplaced({ unanswered }: SlipMember): string {
  return partsWaitForCounty(unanswered) ? "unknown.county" : "notStated";
}

/** Medical aid, or a relief of another purse. */
export function aidLabel({ relieved }: SlipMember): string {
  return relieved === undefined ? "funding.aid" : "funding.relief";
}

/** A known amount with its unit, for a headline. */
export function Yuan({ of }: { readonly of: string }): ReactNode {
  return (
    <>
      <span className="figure">{figures(of)}</span>
      <span className="unit">
        <T k="yuan" />
      </span>
    </>
  );
}

/** An amount in 人民币大写, which stay Chinese in every language. */
export function InWords({ of }: { readonly of: string | null }): ReactNode {
  return (
    <div className="note">
      <span className="label">
        <T k="amount.inWords" />
      </span>{" "}
      <span lang="zh-CN" className="capitals">
        {of}
      </span>
    </div>
  );
}

/** The amount to pay, as large as a sum on a cheque. */
export function Payable({ member }: { readonly member: SlipMember }): ReactNode {
  return (
    <div className="panel payable">
      <div className="label">
        <T k="amount.payable" />
      </div>
      {member.payable === null ? (
        <div className="headline headline-words">
          <T k={whyUnpriced(member)} block />
        </div>
      ) : (
        <>
          <div className="headline">
            <Yuan of={member.payable} />
          </div>
          <InWords of={member.payableInWords} />
        </>
      )}
      <dl className="sum-of">
        <div>
          <dt>
            <T k={member.surcharge === undefined ? "amount.standard" : "amount.standardLate"} />
          </dt>
          <dd>
            <Amount of={member.standard} />
          </dd>
        </div>
        <div>
          <dt>
            <T k={member.relieved === undefined ? "amount.aid" : "funding.relief"} />
          </dt>
          <dd>
            {member.aid === null || Number(member.aid) === 0 ? null : "− "}
            <Amount of={member.aid} unknown={whyUnpriced(member)} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

/** Resident, medical aid, centre, province, city and county: the whole year's premium of one person. */
export function Funding({ member }: { readonly member: SlipMember }): ReactNode {
  const { say } = useSetting();
  const { funding } = member;
  if (isElsewhere(member)) return null;
  const parts: readonly (readonly [string, ReactNode])[] = [
    ["funding.resident", <Amount key="resident" of={member.payable} unknown={whyUnpriced(member)} />],
    [aidLabel(member), <Amount key="aid" of={member.aid} unknown={whyUnpriced(member)} />],
  ];
  const subsidy: typeof parts = [
    [
      "funding.central",
      funding.central === null && funding.centralOptions.length > 0 ? (
        <span key="central" className="either">
          <Words
            of={(language) =>
              say(language, "funding.either", { amounts: funding.centralOptions.map(figures).join(" / ") })
            }
          />
        </span>
      ) : (
        <Amount key="central" of={funding.central} />
      ),
    ],
    ["funding.province", <Amount key="province" of={funding.province} unknown={whyUnplaced(member)} />],
    ["funding.cityCounty", <Amount key="cityCounty" of={funding.cityCounty} unknown={whyUnplaced(member)} />],
  ];
  return (
    <section className="block">
      <h2>
        <T k="funding.title" />{" "}
        <span className="aside">
          <T k="funding.perPerson" />
        </span>
      </h2>
      <dl className="funding">
        {[...parts, ...(member.surcharge === undefined ? subsidy : [])].map(([label, amount]) => (
          <div key={label}>
            <dt>
              <T k={label} />
            </dt>
            <dd>{amount}</dd>
          </div>
        ))}
      </dl>
      <p className="funding-sums">
        {sumsOf(member).map(([label, amount]) => (
          <span key={label}>
            <T k={label} /> <Amount of={amount} />
          </span>
        ))}
      </p>
      <p className="small">
        <MajorIllness of={member.majorIllness} />
      </p>
    </section>
  );
}

/**
 * Under the parts: what they add up to. Who pays late owes the subsidy's part as well: it is in the amount, and adding it once
 * more would name a premium of nobody's.
 */
function sumsOf({
  standard,
  surcharge,
  funding: { total },
}: SlipMember): readonly (readonly [string, string | null])[] {
  if (surcharge !== undefined)
    return [
      ["amount.standardLate", standard],
      ["funding.subsidyWithin", surcharge],
    ];
  const apart = [
    ["amount.standard", standard],
    ["funding.subsidy", total],
  ] as const;
  return total === null ? apart : [...apart, ["funding.together", sum([standard, total])]];
}

function MajorIllness({ of }: { readonly of: SlipMember["majorIllness"] }): ReactNode {
  const { say } = useSetting();
  const head = of.perHead !== null ? "majorIllness" : of.about !== null ? "majorIllnessAbout" : "majorIllnessNotStated";
  const tail =
    of.perHead === null && of.about === null
      ? null
      : of.residentPays === null
        ? "majorIllnessPaysNotStated"
        : Number(of.residentPays) === 0
          ? "majorIllnessPaysNothing"
          : "majorIllnessPays";
  return (
    <Words
      of={(language) => {
        const values = {
          perHead: figures(of.perHead ?? "0.00"),
          about: figures(of.about ?? "0.00"),
          pays: of.residentPays ?? "",
        };
        return `${say(language, head, values) ?? ""}${tail === null ? "" : (say(language, tail, values) ?? "")}`;
      }}
      block
    />
  );
}
