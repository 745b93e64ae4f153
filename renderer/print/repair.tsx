// The repair of missed years on paper: a line for each number of years paid, with cost, wait and first covered day.
import type { ReactNode } from "react";
import { figures } from "../../shared/slip/amount.ts";
import type { SlipMember } from "../../shared/slip/document.ts";
import { T, useSetting } from "./words.tsx";

export function Repair({ member }: { readonly member: SlipMember }): ReactNode {
  const { roll } = useSetting();
  const { repair } = member;
  if (repair === undefined) return null;
  // The one row that pays for nothing: nobody may take it for an offer.
  if (repair.rows.length === 1) {
    return (
      <p className="block repair" data-repair={repair.missedYears}>
        <T k="repair.nothing" v={{ count: repair.missedYears }} block />
      </p>
    );
  }
  return (
    <section className="block repair" data-repair={repair.missedYears}>
      <h2>
        <T k="repair.title" v={{ count: repair.missedYears }} />
      </h2>
      <table>
        <thead>
          <tr>
            {(["years", "cost", "wait", "start"] as const).map((column) => (
              <th key={column} scope="col">
                <T k={`repair.${column}`} block={roll} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {repair.rows.map(({ years, cost, wait, start, reason }) => (
            <tr key={years}>
              <td>{years}</td>
              <td>{figures(cost)}</td>
              <td>
                {wait === null ? (
                  <T k="repair.noWait" />
                ) : (
                  <T
                    k={wait.unit === "day" ? "repair.days" : "repair.months"}
                    v={{ from: wait.from, to: wait.to, count: wait.length }}
                  />
                )}
              </td>
              <td>{start ?? (reason === null ? "" : <T k={`domain:reason.${reason}`} />)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small">
        <T k="repair.note" v={{ price: figures(repair.pricePerYear) }} block />
      </p>
    </section>
  );
}
