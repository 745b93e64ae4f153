// From when a resident is covered: the day, a lower bound, a line to fill in, a loud no, or every open reading.
import type { ReactNode } from "react";
import type { SettledCoverage, SlipCoverage, SlipMember } from "../../shared/slip/document.ts";
import { spokenWords, T, useNames, useSetting, Words } from "./words.tsx";
import { YearStrip } from "./year-strip.tsx";

export function CoveragePanel({ member }: { readonly member: SlipMember }): ReactNode {
  const names = useNames();
  const { coverage } = member;
  return (
    <div className={coverage.kind === "none" ? "panel coverage coverage-none" : "panel coverage"}>
      <div className="label">
        <T k="coverage.title" />
      </div>
      {coverage.kind === "undetermined" ? (
        <>
          <div className="headline headline-words">
            <T k={openStart(coverage.reason)} block />
          </div>
          <div className="note">
            <Words of={names("reason", coverage.reason)} block />
          </div>
        </>
      ) : (
        <SettledHeadline coverage={coverage} isAwaited={member.coverageAwaits !== undefined} />
      )}
      {member.coverageAwaits === undefined || coverage.kind === "none" || coverage.kind === "undetermined" ? null : (
        <div className="note strong">
          <T k="coverage.awaits" block />
        </div>
      )}
      <Exemption member={member} />
    </div>
  );
}

function SettledHeadline({
  coverage,
  isAwaited,
}: {
  readonly coverage: SettledCoverage;
  readonly isAwaited: boolean;
}): ReactNode {
  const names = useNames();
  switch (coverage.kind) {
    case "exact":
      return (
        <>
          <div className="headline">
            <span className="figure">{coverage.start}</span>
          </div>
          <div className="note">
            <T k="coverage.until" v={{ end: coverage.end }} />
          </div>
          <WaitNote wait={coverage.wait} />
        </>
      );
    case "not-before":
      return (
        <>
          <div className="headline">
            <span className="figure">{coverage.start}</span>
          </div>
          <div className="note strong">
            <T k="coverage.notBefore" />
          </div>
          <div className="note">
            <T k="coverage.until" v={{ end: coverage.end }} />
          </div>
          <WaitNote wait={coverage.wait} />
          <div className="note">
            <T k="coverage.notBeforeNote" block />
          </div>
        </>
      );
    case "not-stated":
      return (
        <>
          <div className="headline headline-words">
            <T k="coverage.notStated" block />
          </div>
          <div className="note">
            <T k="coverage.until" v={{ end: coverage.end }} />
          </div>
          <div className="fill-in">
            <T k="coverage.toFill" block />
            <span className="fill-line">
              <T k="coverage.blank" />
            </span>
          </div>
        </>
      );
    case "none":
      return (
        <>
          <div className="headline headline-words">
            <T k="coverage.none" block />
          </div>
          <div className="note strong">
            <Words of={names("reason", coverage.reason)} block />
          </div>
          <WaitNote wait={coverage.wait} />
          {coverage.reason === "employee-cover" ? null : (
            <div className="note">
              <T k={isAwaited ? "coverage.noneAwaits" : "coverage.noneNote"} block />
            </div>
          )}
          {coverage.reason === "wait-outlasts-year" ? (
            <div className="note">
              <T k="coverage.outlastsNote" block />
            </div>
          ) : null}
        </>
      );
  }
}

/** The first and the last day of the wait both stand there: who counts differently sees it. */
function WaitNote({ wait }: { readonly wait: SettledCoverage["wait"] }): ReactNode {
  if (wait === null) return null;
  return (
    <>
      <div className="note">
        <T
          k={wait.unit === "day" ? "coverage.wait" : "coverage.waitMonths"}
          v={{ from: wait.from, to: wait.to, count: wait.length }}
          block
        />
      </div>
      <div className="note">
        <T k="coverage.waitNote" block />
      </div>
    </>
  );
}

function Exemption({ member }: { readonly member: SlipMember }): ReactNode {
  const { say } = useSetting();
  const names = useNames();
  const { exemption } = member;
  if (exemption === null) return null;
  const freedom =
    exemption.window && exemption.wait
      ? "coverage.freeOfBoth"
      : exemption.window
        ? "coverage.freeOfWindow"
        : exemption.wait
          ? "coverage.freeOfWait"
          : null;
  return (
    <div className="note">
      <Words
        of={(language) => {
          const group = names("group", exemption.group)(language) ?? exemption.group;
          const head = say(language, "coverage.exemption", { group }) ?? group;
          const tail = freedom === null ? undefined : say(language, freedom);
          return tail === undefined ? head : `${head}${say(language, "list") ?? "; "}${tail}`;
        }}
        block
      />
    </div>
  );
}

export function Admission({ member }: { readonly member: SlipMember }): ReactNode {
  if (member.admission === null) return null;
  return (
    <p className="strong">
      <T k={`admission.${String(member.admission.covered)}`} block />
    </p>
  );
}

/** One line for a table: the day, or in a few words why there is none. */
export function CoverageShort({ coverage }: { readonly coverage: SlipCoverage }): ReactNode {
  switch (coverage.kind) {
    case "exact":
      return <span className="figure">{coverage.start}</span>;
    case "not-before":
      return (
        <span>
          <span className="figure">≥ {coverage.start}</span>
        </span>
      );
    case "not-stated":
      return <T k="coverage.notStated" />;
    case "none":
      return (
        <strong>
          <T k="coverage.none" />
        </strong>
      );
    case "undetermined":
      return <T k={openStart(coverage.reason)} />;
  }
}

/** Whether the bureau has to settle it, or only a fact was not asked. */
function openStart(reason: string): string {
  return reason === "fact-missing" ? "unknown.fact" : "coverage.undetermined";
}

/** The year as a strip; an open case shows one for each reading, with what the reading says. */
export function CoverageYear({ coverage }: { readonly coverage: SlipCoverage }): ReactNode {
  if (coverage.kind !== "undetermined") return <YearStrip year={coverage.year} />;
  if (coverage.readings.length === 0) return null;
  return (
    <div className="readings">
      <p className="strong">
        <T k="coverage.undeterminedNote" block />
      </p>
      {coverage.readings.map((reading, index) => (
        <div className="reading" key={reading.choices.map(({ question, option }) => `${question}=${option}`).join(";")}>
          <div className="reading-head">
            <span className="strong">
              <T k="coverage.reading" v={{ n: index + 1 }} />
            </span>{" "}
            <span className="strong reading-answer">
              <SettledLine coverage={reading.coverage} />
            </span>
          </div>
          <ul className="choices">
            {reading.choices.map((choice) => (
              <li key={choice.question}>
                <ChoiceWords choice={choice} />
              </li>
            ))}
          </ul>
          <YearStrip year={reading.coverage.year} />
        </div>
      ))}
    </div>
  );
}

type Choice = Extract<SlipCoverage, { kind: "undetermined" }>["readings"][number]["choices"][number];

function ChoiceWords({ choice }: { readonly choice: Choice }): ReactNode {
  const { say } = useSetting();
  return (
    <Words
      of={(language) => {
        const question = choice.questionText === null ? choice.question : spokenWords(choice.questionText)(language);
        const option = choice.optionText === null ? choice.option : spokenWords(choice.optionText)(language);
        return say(language, "choice", { question: question ?? "", option: option ?? "" });
      }}
      block
    />
  );
}

function SettledLine({ coverage }: { readonly coverage: SettledCoverage }): ReactNode {
  switch (coverage.kind) {
    case "exact":
      return <T k="coverage.from" v={{ start: coverage.start, end: coverage.end }} />;
    case "not-before":
      return <T k="coverage.earliest" v={{ start: coverage.start, end: coverage.end }} />;
    case "not-stated":
      return <T k="coverage.startNotStated" v={{ end: coverage.end }} />;
    case "none":
      return <T k="coverage.none" />;
  }
}
