// Differences between two rule sets as sentences: section by section, old and new, each with where it is written.
import type { Difference, DifferenceCite, FieldChange } from "./differences.ts";
import { POINT_SECTIONS, type PointSection } from "./points.ts";
import type { RuleWords } from "./rule-words.ts";

export interface DifferenceLine {
  readonly key: string;
  readonly kind: Difference["kind"];
  /** What it is about. */
  readonly subject: string;
  /** What changed, one phrase each. */
  readonly changes: readonly string[];
  readonly oldCite: string | null;
  readonly newCite: string | null;
}

export interface DifferenceSection {
  readonly section: PointSection;
  readonly title: string;
  readonly lines: readonly DifferenceLine[];
}

/** Sections without a difference are left out. */
export function differenceSections(differences: readonly Difference[], words: RuleWords): readonly DifferenceSection[] {
  return POINT_SECTIONS.flatMap((section) => {
    const lines = differences.filter((entry) => entry.section === section).map((entry) => lineOf(entry, words));
    return lines.length === 0 ? [] : [{ section, title: words.say(`section.${section}`), lines }];
  });
}

/** The whole as text for a terminal; points that are only cited anew are counted, and listed with `cites`. */
export function differenceText(differences: readonly Difference[], words: RuleWords, cites: boolean): string {
  if (differences.length === 0) return `${words.say("diff.same")}\n`;
  const elsewhere = differences.filter(({ kind }) => kind === "cite").length;
  const shown = cites ? differences : differences.filter(({ kind }) => kind !== "cite");
  const parts = differenceSections(shown, words).map(
    ({ title, lines }) => `${title}\n${lines.map((line) => `  ${oneLine(line, words)}\n`).join("")}`,
  );
  return [...parts, `${words.say("diff.count", { count: differences.length - elsewhere, cites: elsewhere })}\n`].join(
    "\n",
  );
}

/** One difference as one line, with both citations behind it. */
export function oneLine(line: DifferenceLine, words: RuleWords): string {
  const text =
    line.changes.length === 0
      ? line.subject
      : words.say("diff.line", { subject: line.subject, changes: line.changes.join(words.say("diff.joint")) });
  const sources = [
    ...(line.oldCite === null ? [] : [words.say("diff.from", { cite: line.oldCite })]),
    ...(line.newCite === null ? [] : [words.say("diff.to", { cite: line.newCite })]),
  ];
  return sources.length === 0
    ? text
    : words.say("diff.withSources", { text, sources: sources.join(words.say("diff.joint")) });
}

function lineOf(difference: Difference, words: RuleWords): DifferenceLine {
  const { kind, key, names } = difference;
  const leaves = difference.newLeaves.length > 0 ? difference.newLeaves : difference.oldLeaves;
  const question = difference.question === null ? null : words.value(["question"], difference.question);
  const name = question ?? words.subject(names, leaves);
  return {
    key,
    kind,
    subject: kind === "cite" ? words.say("diff.writtenElsewhere", { subject: name }) : name,
    changes: changesOf(difference, words),
    oldCite: citeText(difference.oldCite, words),
    newCite: citeText(difference.newCite, words),
  };
}

function changesOf({ kind, changes, oldLeaves, newLeaves }: Difference, words: RuleWords): readonly string[] {
  switch (kind) {
    case "added":
    case "removed": {
      const leaves = kind === "added" ? newLeaves : oldLeaves;
      const list = leaves
        .filter(saysSomething)
        .map(({ names, value }) =>
          words.say("diff.one", { field: words.field(names), value: words.value(names, value) }),
        );
      return [words.say(`diff.${kind}`), ...list];
    }
    case "changed":
      return changes.filter(saysSomething).map((change) => changeText(change, words));
    case "cite":
      return [];
  }
}

/** An id is how a part is called, which is said already. */
function saysSomething({ names }: { readonly names: readonly string[] }): boolean {
  return names.at(-1) !== "id";
}

function changeText(change: FieldChange, words: RuleWords): string {
  const text = words.say("diff.change", {
    field: words.field(change.names),
    old: words.value(change.names, change.old),
    new: words.value(change.names, change.new),
  });
  const { movedByYears } = change;
  if (movedByYears === null) return text;
  return text + words.say(movedByYears > 0 ? "diff.moved" : "diff.movedBack", { count: Math.abs(movedByYears) });
}

function citeText(cite: DifferenceCite | null, words: RuleWords): string | null {
  if (cite === null) return null;
  const { number, article, grade } = cite;
  return words.say(cite.silent ? "diff.citeSilent" : "diff.cite", { document: number, article, grade });
}
