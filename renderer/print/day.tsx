// A day on A4: its sums by identity, township, clerk and rule set, each split by who pays, under the seal of its closing.
import { Fragment, type ReactNode } from "react";
import { toYuan } from "../../shared/ledger/fen.ts";
import { NAMELESS, ofClerk } from "../../shared/ledger/nameless.ts";
import type { Sums } from "../../shared/ledger/record.ts";
import { counted, figures } from "../../shared/slip/amount.ts";
import type { SlipWords } from "../../shared/slip/document.ts";
import type { DayDocument } from "../../shared/slip/report.ts";
import { Report } from "./report.tsx";
import { spokenWords, T, useNames, Words } from "./words.tsx";

const PAYERS = ["resident", "aid", "central", "province", "cityCounty"] as const;
const GROUPS = ["byCategory", "byTownship", "byClerk", "byRuleSet"] as const;
const COUNTS = ["voided", "voidedEarlier", "reprints"] as const;
const COLUMNS = 4 + PAYERS.length + 1;

export function Day({ day }: { readonly day: DayDocument }): ReactNode {
  const { totals, closed, reopened, slipsNow } = day;
  const nameOf = useNames();
  const townships = new Map(day.townships?.map((name) => [name.zh, name]));
  const ruleSets = new Map(day.ruleSets?.map(({ id, name }) => [id, name]));
  const keyText = (group: (typeof GROUPS)[number], key: string | null): ReactNode => {
    if (key === null) return <T k="ledger:day.none" />;
    switch (group) {
      case "byCategory":
        return <Words of={nameOf("category", key)} />;
      case "byTownship":
        return named(townships.get(key), key);
      case "byClerk":
        return key === NAMELESS ? <T k="ledger:day.nameless" /> : key;
      case "byRuleSet":
        return named(ruleSets.get(key), key);
    }
  };
  return (
    <Report
      title={<T k="ledger:paper.dayTitle" v={{ day: totals.day }} />}
      hall={day.hall}
      printedAt={day.printedAt}
      notes={[
        closed === null ? (
          <strong key="open">
            <T k="ledger:paper.dayOpen" />
          </strong>
        ) : (
          <span key="closed">
            <T k="ledger:day.closedBy" v={{ ...closed, ...ofClerk(closed.clerk) }} /> ·{" "}
            <T k="ledger:day.seal" v={closed} />
          </span>
        ),
        ...(closed === null || slipsNow === null
          ? []
          : [<T key="since" k="ledger:day.since" v={{ count: totals.total.slips, now: slipsNow }} />]),
        ...reopened.map((entry) => (
          <T key={entry.at} k="ledger:day.reopened" v={{ ...entry, ...ofClerk(entry.clerk) }} />
        )),
        <T key="yuan" k="ledger:paper.yuan" />,
      ]}
    >
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">
              <T k="ledger:day.group" />
            </th>
            <th scope="col">
              <T k="ledger:day.slips" />
            </th>
            <th scope="col">
              <T k="ledger:day.residents" />
            </th>
            <th scope="col">
              <T k="ledger:day.payments" />
            </th>
            {PAYERS.map((payer) => (
              <th key={payer} scope="col">
                <T k={`ledger:day.${payer}`} />
              </th>
            ))}
            <th scope="col">
              <T k="ledger:day.unknown" />
            </th>
          </tr>
        </thead>
        <tbody>
          <Line label={<T k="ledger:day.total" />} sums={totals.total} total />
          {GROUPS.map((group) => (
            <Fragment key={group}>
              <tr className="report-group">
                <th colSpan={COLUMNS} scope="colgroup">
                  <T k={`ledger:day.${group}`} />
                </th>
              </tr>
              {totals[group].map(({ key, sums }) => (
                <Line key={key ?? ""} label={keyText(group, key)} sums={sums} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {COUNTS.map((count) =>
        totals[count] === 0 ? null : (
          <p key={count} className="report-note">
            <T k={`ledger:day.${count}`} v={{ count: totals[count] }} />
          </p>
        ),
      )}
    </Report>
  );
}

/** As it was recorded where nobody told its name. */
function named(name: SlipWords | undefined, recorded: string): ReactNode {
  return name === undefined ? recorded : <Words of={spokenWords(name)} />;
}

interface LineProps {
  readonly label: ReactNode;
  readonly sums: Sums;
  readonly total?: boolean;
}

function Line({ label, sums, total = false }: LineProps): ReactNode {
  return (
    <tr className={total ? "report-total" : undefined}>
      <th scope="row">{label}</th>
      <td>{counted(sums.slips)}</td>
      <td>{counted(sums.residents)}</td>
      <td>{counted(sums.payments ?? sums.residents)}</td>
      {PAYERS.map((payer) => (
        <td key={payer}>{figures(toYuan(sums[payer]))}</td>
      ))}
      <td>{sums.unknown === 0 ? "" : counted(sums.unknown)}</td>
    </tr>
  );
}
