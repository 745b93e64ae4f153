// Why the answer is what it is: plain sentences with their articles, and for an auditor every step with its values.
import type { ReactNode } from "react";
import type { SlipDocument, SlipExplanation, SlipLanguage, SlipMember } from "../../shared/slip/document.ts";
import { chinesePhrase } from "../../shared/trace/chinese.ts";
import { englishPhrase } from "../../shared/trace/english.ts";
import type { Phrase } from "../../shared/trace/phrase.ts";
import { spokenWords, T, useNames, useSetting, Words } from "./words.tsx";

export function Explanation({ member, slip }: { readonly member: SlipMember; readonly slip: SlipDocument }): ReactNode {
  const { audience, citations } = slip;
  if (member.explanation.length === 0) return null;
  const listed = new Set(citations.map(({ number }) => number));
  return (
    <section className="block">
      <h2>
        <T k={audience === "resident" ? "why" : "steps"} />
      </h2>
      <ol className={`why why-${audience}`}>
        {member.explanation.map((line, index) => (
          // The same step can stand twice with other values: its place is what it is.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is printed once and never reordered
          <Line key={index} line={line} audience={audience} listed={listed} />
        ))}
      </ol>
    </section>
  );
}

function Line({
  line,
  audience,
  listed,
}: {
  readonly line: SlipExplanation;
  readonly audience: SlipDocument["audience"];
  /** The documents that stand below with their articles. */
  readonly listed: ReadonlySet<string>;
}): ReactNode {
  return (
    <li className={`step step-${line.effect}`}>
      <div className="step-text">
        {audience === "resident" ? null : (
          <span className="effect">
            <T k={`effect.${line.effect}`} />
          </span>
        )}
        <Words of={(language) => sentence(line, language)} block />
        {audience === "auditor" ? <StepValues line={line} /> : null}
      </div>
      {line.clause === null ? null : (
        <div className="step-clause">
          {/* A silent article is no ground and not listed below: without its document nobody could find it. */}
          {audience === "resident" && listed.has(line.clause.document) ? null : <span>{line.clause.document}</span>}
          <span>{line.clause.article}</span>
          {line.clause.silent ? (
            <span className="silent">
              <T k="silent" />
            </span>
          ) : null}
          {audience === "resident" ? null : <span className="grade">{line.clause.grade}</span>}
        </div>
      )}
    </li>
  );
}

const PHRASES: Readonly<Record<SlipLanguage, Phrase>> = { "zh-CN": chinesePhrase, en: englishPhrase };

/** A slip of years ago may hold a step that has no sentence any more: then its Chinese summary stands. */
function sentence(
  { step, variant, given, gives, summary }: SlipExplanation,
  language: SlipLanguage,
): string | undefined {
  try {
    return PHRASES[language]({ step, variant, in: given, out: gives });
  } catch {
    return summary === "" ? undefined : summary;
  }
}

/** Codes as the engine has them: an auditor compares them with the rule set. */
function StepValues({ line }: { readonly line: SlipExplanation }): ReactNode {
  return (
    <div className="step-values">
      {(["given", "gives"] as const).map((side) => {
        const entries = Object.entries(printable(line[side]));
        return entries.length === 0 ? null : (
          <div key={side}>
            <T k={side} /> <code>{entries.map(([name, value]) => `${name}=${value}`).join("  ")}</code>
          </div>
        );
      })}
    </div>
  );
}

function printable(values: SlipExplanation["given"]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      value === null ? "—" : Array.isArray(value) ? value.join(", ") : String(value),
    ]),
  );
}

/** What a person has to look at, and which facts are missing: in a frame, so that nobody passes over it. */
export function Review({
  member,
  provisional,
  otherYearBelow = false,
}: {
  readonly member: SlipMember;
  readonly provisional: boolean;
  /** The newborn's other coverage year has a line of its own on this slip. */
  readonly otherYearBelow?: boolean;
}): ReactNode {
  const { say } = useSetting();
  const names = useNames();
  // The provisional rules have their own line over the whole slip.
  const said = new Set([...(provisional ? ["provisional-rules"] : []), ...(otherYearBelow ? ["earlier-year"] : [])]);
  const review = member.review.filter((code) => !said.has(code));
  if (review.length === 0 && member.unanswered.length === 0) return null;

  /** The day of a group is asked for by the group's name: a claim has no other. */
  function fieldWords(field: string) {
    const at = /^resident\.groups\[(\d+)\]\.eventDate$/.exec(field)?.[1];
    const group = at === undefined ? undefined : member.groups[Number(at)]?.group;
    if (group === undefined) return names("field", at === undefined ? field : "eventDate");
    return (language: SlipLanguage) =>
      say(language, "fieldOf", {
        field: names("field", "eventDate")(language),
        group: names("group", group)(language),
      });
  }

  return (
    <section className="block review">
      {review.length === 0 ? null : (
        <>
          <h2>
            <T k="review" />
          </h2>
          <ul>
            {review.map((code) => (
              <li key={code}>
                <span className="strong">
                  <Words of={(language) => say(language, `domain:review.${code}.title`) ?? code} />
                </span>
                <Words of={(language) => say(language, `domain:review.${code}.advice`)} block />
              </li>
            ))}
          </ul>
        </>
      )}
      {member.unanswered.length === 0 ? null : (
        <>
          <h2>
            <T k="unanswered" />
          </h2>
          <ul>
            {member.unanswered.map((field) => (
              <li key={field}>
                <Words of={fieldWords(field)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Documents with their articles, and the readings that were used: who settled them and where. */
export function Basis({ slip }: { readonly slip: SlipDocument }): ReactNode {
  const { say } = useSetting();
  return (
    <div className="basis">
      {slip.citations.length === 0 ? null : (
        <section className="block">
          <h2>
            <T k="citations" />
          </h2>
          <ul>
            {slip.citations.map((citation) => (
              <li key={`${citation.number} ${citation.grade}`}>
                <span className="strong">{citation.number}</span>{" "}
                {/* An article's name is the document's own: said once, in no language but its. */}
                <span lang="zh-CN">{citation.articles.join("、")}</span>{" "}
                <span className="grade">
                  {citation.grade} <T k={`grade.${citation.grade}`} />
                </span>
                {citation.title === null ? null : (
                  <div className="small citation-title">
                    <Words of={spokenWords(citation.title)} block />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {slip.interpretations.length === 0 ? null : (
        <section className="block">
          <h2>
            <T k="interpretations" />
          </h2>
          <ul>
            {slip.interpretations.map((one) => (
              <li key={`${one.coverageYear ?? ""} ${one.id}=${one.option}`}>
                {one.coverageYear === undefined ? null : (
                  <span className="small strong">
                    <T k="year" v={{ year: one.coverageYear }} />{" "}
                  </span>
                )}
                <Words
                  of={(language) => {
                    const question = one.question === null ? one.id : spokenWords(one.question)(language);
                    const option = one.optionText === null ? one.option : spokenWords(one.optionText)(language);
                    return say(language, "choice", { question: question ?? one.id, option: option ?? one.option });
                  }}
                  block
                />
                <span className="grade">
                  {one.grade} · <Words of={(language) => sourceOf(one, language, say)} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function sourceOf(
  one: SlipDocument["interpretations"][number],
  language: SlipDocument["languages"][number],
  say: ReturnType<typeof useSetting>["say"],
): string | undefined {
  if (one.source !== "bureau") return say(language, `interpretation.${one.source}`);
  if (one.issuer === null && one.document === null) return say(language, "interpretation.bureauUnnamed");
  return say(language, "interpretation.bureau", { issuer: one.issuer ?? "", document: one.document ?? "" })?.trim();
}
