// Who stands at the counter and what was said: the facts that the answer rests on, so that a mistake in them shows.
import type { ReactNode } from "react";
import type { SlipLanguage, SlipMember, SlipPayment } from "../../shared/slip/document.ts";
import type { Say } from "./texts.ts";
import { spokenWords, T, useNames, useSetting, Words } from "./words.tsx";

export function Particulars({
  member,
  payment,
}: {
  readonly member: SlipMember;
  readonly payment: SlipPayment | null;
}): ReactNode {
  const { say } = useSetting();
  return (
    <dl className="particulars">
      <Fact label="field.name">
        <span className="strong">{member.name ?? <T k="notKnown" />}</span>
      </Fact>
      <Fact label="field.maskedId">
        <span className="figure">{member.maskedId ?? <T k="notKnown" />}</span>
      </Fact>
      <Fact label="field.area">
        <Area member={member} />
      </Fact>
      <Fact label="field.paidOn">
        <span className="figure">{member.paidOn}</span> <WindowName member={member} />
      </Fact>
      <Fact label="field.categories">
        <Categories member={member} />
      </Fact>
      <Fact label="field.groups">
        <Groups member={member} />
      </Fact>
      <Fact label="field.missedYears">
        <MissedYears member={member} />
      </Fact>
      {payment === null ? null : (
        <Fact label="field.payment">
          <Words of={(language) => paymentWords(payment, language, say)} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>
        <T k={label} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Area({ member }: { readonly member: SlipMember }): ReactNode {
  const { county, township } = member.area;
  if (county === null && township === null) return <T k="unknown.county" />;
  return (
    <Words
      of={(language) =>
        [county, township].flatMap((words) => (words === null ? [] : [spokenWords(words)(language) ?? ""])).join(" · ")
      }
    />
  );
}

export function WindowName({ member }: { readonly member: SlipMember }): ReactNode {
  const names = useNames();
  return <Words of={names("window", member.window)} />;
}

export function Categories({ member }: { readonly member: SlipMember }): ReactNode {
  const { say } = useSetting();
  const names = useNames();
  const { categories, category } = member;
  if (categories === null) return <T k="notAsked" />;
  if (categories.length === 0) return <T k="none" />;
  return (
    <Words
      of={(language) =>
        categories
          .map((one) => {
            const name = names("category", one)(language) ?? one;
            return categories.length > 1 && one === category ? `${name}${say(language, "counted") ?? ""}` : name;
          })
          .join(say(language, "separator"))
      }
    />
  );
}

export function Groups({ member }: { readonly member: SlipMember }): ReactNode {
  const { say } = useSetting();
  const names = useNames();
  // A newborn is seen from the birth date: "none" would contradict the line that frees it.
  if (member.groups.length === 0 && member.exemption !== null)
    return <Words of={names("group", member.exemption.group)} />;
  if (member.groups.length === 0) return <T k="none" />;
  return (
    <Words
      of={(language) =>
        member.groups
          .map(({ group, eventDate }) => {
            const name = names("group", group)(language) ?? group;
            return eventDate === null ? name : `${name}${say(language, "eventDate", { date: eventDate }) ?? ""}`;
          })
          .join(say(language, "separator"))
      }
    />
  );
}

function MissedYears({ member }: { readonly member: SlipMember }): ReactNode {
  if (member.missedYears === null) return <T k="notKnown" />;
  if (member.missedYears.length === 0) return <T k="continuous" />;
  return <span className="figure">{member.missedYears.join(", ")}</span>;
}

export function paymentWords(payment: SlipPayment, language: SlipLanguage, say: Say): string | undefined {
  if (payment.source === "cash") return say(language, "payment.cash");
  const relation = say(language, `relation.${payment.relation}`) ?? payment.relation;
  return payment.holder === null
    ? say(language, "payment.relative-account", { relation })
    : say(language, "payment.relative-account-of", { relation, holder: payment.holder });
}
