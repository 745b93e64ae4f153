// The state of the counter: who stands there (one resident or a household), which rules are in force, and the answers.
import { createStore } from "zustand/vanilla";
import type { EpochDay } from "../../shared/dates/civil.ts";
import { isoDay } from "../../shared/dates/iso.ts";
import type { Result } from "../../shared/engine/result.ts";
import type { ComingYear } from "../../shared/rules/coming.ts";
import type { RuleSetDescription, RuleSetSummary } from "../../shared/rules/description.ts";
import { jurisdictionOf } from "../../shared/rules/missing-year.ts";
import { type Draft, emptyDraft, familyMember, isUntouched } from "./draft.ts";
import type { EngineFault, Gateway, RuleFileFault } from "./gateway.ts";
import { latestOnly } from "./latest.ts";
import { addedYear, askOther, type OtherLine, otherYearOf } from "./other-year.ts";
import { type Asked, ask } from "./request.ts";
import { withSameParts } from "./same-parts.ts";
import { forYear } from "./year-bound.ts";

export interface Answer {
  /** What is typed now. */
  readonly asked: Asked;
  /** What the result answers: a keystroke behind `asked` until its own answer has come. */
  readonly answered: Asked | null;
  /** The last answer; stays in sight while a field is half typed, then marked as `stale`. */
  readonly result: Result | null;
  readonly error: EngineFault | null;
  readonly stale: boolean;
}

export interface CounterState {
  readonly today: EpochDay;
  readonly ruleSets: readonly RuleSetSummary[];
  readonly coming: readonly ComingYear[];
  readonly faults: readonly RuleFileFault[];
  readonly rules: RuleSetDescription | null;
  readonly members: readonly Draft[];
  readonly active: string;
  readonly answers: Readonly<Record<string, Answer>>;
  /** By member: the line of a newborn's other coverage year, where the clerk added one. */
  readonly others: Readonly<Record<string, OtherLine>>;
  /** Residents served before, latest last, so that a slip of the hand can be undone. */
  readonly earlier: readonly (readonly Draft[])[];
  /** The member that was taken out last, where and from which household, until somebody else stands here. */
  readonly removed: { readonly member: Draft; readonly at: number; readonly from: readonly Draft[] } | null;
  /** The main process could not be asked. */
  readonly unreachable: boolean;
  /** What stands in the form was found again after a crash. */
  readonly restored: boolean;
  /** What was in force here before and is not any more; null once the clerk has seen it. */
  readonly lost: Lost | null;
  /** The rule sets have been asked for, with or without success. */
  readonly started: boolean;
}

/** What this counter used last: a rule set and a county, by id; null where there is none yet. */
export interface Preferred {
  readonly ruleSet: string | null;
  readonly county: string | null;
  /** The name that a damaged settings file is kept under: then nothing above is what was chosen. */
  readonly setAside: string | null;
}

/** Settings that could not be read, by the name they are kept under, or a rule set that is not there, by its id. */
export interface Lost {
  readonly settings: string | null;
  readonly ruleSet: string | null;
}

export interface CounterActions {
  /** `preferred` is told while the rule sets are asked for: neither waits for the other. */
  start(preferred: Promise<Preferred>): Promise<void>;
  seeLost(): void;
  switchRules(id: string): Promise<void>;
  edit(change: Partial<Draft>): void;
  /** Goes on with rules past their last useful day, for everybody who stands here now. */
  acceptPastYear(year: number): void;
  /** Adds the line of a newborn's other coverage year, or takes it away again; nothing for everybody else. */
  toggleOtherYear(key: string): void;
  activate(key: string): void;
  addMember(): void;
  removeMember(key: string): void;
  /** Puts the member that was taken out last back into its place; what was typed since stays. */
  undoRemove(): void;
  next(): void;
  /** Brings residents served before to the counter again: the last ones, or those at that place of `earlier`. */
  bringBack(place?: number): void;
  /** Puts drafts of an earlier run into the form, or among the residents served before where somebody is typed already. */
  restore(members: readonly Draft[]): void;
}

export type CounterStore = ReturnType<typeof createCounter>;

const RECALLED = 20;

export function createCounter(
  gateway: Gateway,
  today: EpochDay,
  remember: (what: { ruleSet?: string; county?: string }) => void,
) {
  const inTurn = latestOnly();
  let made = 0;
  const newKey = () => {
    made += 1;
    return `m${made}`;
  };
  const first = emptyDraft(newKey(), null, isoDay(today));

  return createStore<CounterState & CounterActions>()((set, get) => {
    const put = (key: string, answer: Answer) => set((state) => ({ answers: { ...state.answers, [key]: answer } }));

    const putOther = (key: string, line: OtherLine | null) =>
      set(({ others: { [key]: _, ...rest } }) => ({ others: line === null ? rest : { ...rest, [key]: line } }));

    /** An answer that is still on its way belongs to an older question. */
    const dropAnswers = (turn: string) =>
      void inTurn(
        turn,
        () => Promise.resolve(),
        () => {},
      );

    /** Asks for the line of the other coverage year, where there is one. */
    const evaluateOther = (draft: Draft, asked: Asked, rules: RuleSetDescription) => {
      const { key } = draft;
      const turn = `${key} other`;
      const year = addedYear(draft, asked, rules.coverageYear);
      const before = get().others[key];
      if (year === null && before === undefined) return;
      const id = `${jurisdictionOf(rules.id)}/${year}`;
      if (year === null || !get().ruleSets.some((entry) => entry.id === id)) {
        putOther(key, year === null ? null : { kind: "missing", coverageYear: year });
        dropAnswers(turn);
        return;
      }
      const known = before?.kind === "asked" && before.rules?.id === id ? before : null;
      const stale = known?.answer ? { ...known.answer, stale: true } : null;
      putOther(key, { kind: "asked", coverageYear: year, rules: known?.rules ?? null, answer: stale });
      void inTurn(
        turn,
        () => otherAnswer(draft, asked.birthDate, known?.rules ?? null, id).catch(() => null),
        (found) => {
          if (found === null) set({ unreachable: true });
          else putOther(key, { kind: "asked", coverageYear: year, ...found });
        },
      );
    };

    const otherAnswer = async (
      draft: Draft,
      birthDate: string | null,
      known: RuleSetDescription | null,
      id: string,
    ) => {
      const rules = known ?? (await gateway.describeRuleSet(id));
      const asked = askOther(draft, birthDate, rules, today);
      const none = { asked, answered: null, result: null, error: null, stale: true };
      if (asked.request === null) return { rules, answer: none };
      const evaluation = await gateway.evaluate(asked.request);
      const answer: Answer = evaluation.ok
        ? { asked, answered: asked, result: evaluation.result, error: null, stale: false }
        : { ...none, error: evaluation.error };
      return { rules, answer };
    };

    /**
     * Asks the engine for one member. Faults show at once, the answer when it comes.
     * @param change what else changes with the question: one change of the state, one drawing of the window
     */
    const evaluate = (draft: Draft, change: Partial<CounterState> = {}) => {
      const { rules } = get();
      if (rules === null) return set(change);
      const asked = ask(draft, rules, today);
      const before = get().answers[draft.key];
      const isSameRules = before?.result?.ruleSet.id === rules.id;
      const kept = isSameRules ? before.result : null;
      const answered = isSameRules ? before.answered : null;
      const { request } = asked;
      const pending: Answer =
        request === null
          ? { asked, answered, result: kept, error: null, stale: true }
          : { asked, answered, result: kept, error: before?.error ?? null, stale: before?.stale ?? false };
      // The question goes out first: it is answered while the window draws what was typed.
      if (request === null) dropAnswers(draft.key);
      else
        void inTurn(
          draft.key,
          () => gateway.evaluate(request).catch(() => null),
          (evaluation) => {
            if (evaluation === null) {
              set({ unreachable: true });
              put(draft.key, { asked, answered, result: kept, error: null, stale: true });
            } else if (evaluation.ok) {
              if (get().unreachable) set({ unreachable: false });
              const result = withSameParts(kept, evaluation.result);
              put(draft.key, { asked, answered: asked, result, error: null, stale: false });
            } else put(draft.key, { asked, answered, result: kept, error: evaluation.error, stale: true });
          },
        );
      set((state) => ({ ...change, answers: { ...(change.answers ?? state.answers), [draft.key]: pending } }));
      evaluateOther(draft, asked, rules);
    };

    /** Told under whichever rules, asked under those in force. */
    const inForce = (draft: Draft) => {
      const { rules } = get();
      return rules === null ? draft : forYear(draft, rules.coverageYear);
    };

    const replaceAll = (drafts: readonly Draft[], active: string) => {
      const members = drafts.map(inForce);
      set({ members, active, answers: {}, others: {}, removed: null });
      for (const member of members) evaluate(member);
    };

    /** @param described where it has come already */
    const putInForce = (id: string, described: RuleSetDescription | null) =>
      inTurn(
        "rules",
        () => (described === null ? gateway.describeRuleSet(id).catch(() => null) : Promise.resolve(described)),
        (rules) => {
          if (rules === null) return set({ unreachable: true });
          // The other year's rules are described anew too: packs may have come in between.
          const members = get().members.map((member) => forYear(member, rules.coverageYear));
          set({ rules, members, others: {} });
          remember({ ruleSet: id });
          for (const member of get().members) evaluate(member);
        },
      );

    const ownCounty = () => get().members[0]?.county ?? null;

    return {
      today,
      ruleSets: [],
      coming: [],
      faults: [],
      rules: null,
      members: [first],
      active: first.key,
      answers: {},
      others: {},
      earlier: [],
      removed: null,
      unreachable: false,
      started: false,
      restored: false,
      lost: null,

      seeLost() {
        set({ lost: null });
      },

      async start(preferred) {
        const [listed, { ruleSet, county, setAside }] = await Promise.all([
          gateway.listRuleSets().catch(() => null),
          preferred,
        ]);
        if (listed === null) return set({ unreachable: true, started: true });
        const { ruleSets, coming, faults, described } = listed;
        set((state) => ({
          ruleSets,
          coming,
          faults,
          members: state.members.map((member) => ({ ...member, county: member.county ?? county })),
        }));
        const known = ruleSets.find((entry) => entry.id === ruleSet);
        const gone = known === undefined ? ruleSet : null;
        // Other rules than yesterday's are never taken without a word.
        if (setAside !== null || gone !== null) set({ lost: { settings: setAside, ruleSet: gone } });
        const chosen = known ?? ruleSets[0];
        if (chosen !== undefined) await putInForce(chosen.id, described?.id === chosen.id ? described : null);
        set({ started: true });
      },

      switchRules: (id) => putInForce(id, null),

      edit(change) {
        const { members, active } = get();
        const changed = members.map((member) => (member.key === active ? { ...inForce(member), ...change } : member));
        if (typeof change.county === "string") remember({ county: change.county });
        const draft = changed.find((member) => member.key === active);
        if (draft !== undefined) evaluate(draft, { members: changed });
      },

      acceptPastYear(year) {
        const members = get().members.map((member) => ({ ...member, pastYear: year }));
        set({ members });
        for (const member of members) evaluate(member);
      },

      toggleOtherYear(key) {
        const { members, rules, answers } = get();
        const draft = members.find((member) => member.key === key);
        const asked = answers[key]?.asked;
        if (draft === undefined || rules === null || asked === undefined) return;
        const added = addedYear(draft, asked, rules.coverageYear);
        const year = added === null ? otherYearOf(asked, rules.coverageYear) : null;
        if (added === null && year === null) return;
        const changed = { ...draft, alsoYear: year };
        set({ members: members.map((member) => (member.key === key ? changed : member)) });
        evaluateOther(changed, asked, rules);
      },

      activate(key) {
        if (get().members.some((member) => member.key === key)) set({ active: key });
      },

      addMember() {
        const { members, active } = get();
        const from = members.find((member) => member.key === active) ?? members[0];
        const added = from === undefined ? emptyDraft(newKey(), null, isoDay(today)) : familyMember(from, newKey());
        evaluate(added, { members: [...members, added], active: added.key });
      },

      removeMember(key) {
        const { members, active } = get();
        if (members.length < 2) return;
        const at = members.findIndex((member) => member.key === key);
        const left = members.filter((member) => member.key !== key);
        const neighbour = left[Math.min(at, left.length - 1)];
        const member = members[at];
        if (member === undefined || neighbour === undefined) return;
        set((state) => ({
          members: left,
          active: active === key ? neighbour.key : active,
          earlier: kept(state.earlier, members),
          removed: { member, at, from: members },
        }));
      },

      undoRemove() {
        const { members, earlier, removed } = get();
        if (removed === null) return;
        const { member, at, from } = removed;
        const again = [...members.slice(0, at), inForce(member), ...members.slice(at)];
        // The household of before stands here again: it is nobody served before.
        set({
          members: again,
          active: member.key,
          earlier: earlier.filter((entry) => entry !== from),
          removed: null,
        });
        evaluate(inForce(member));
      },

      next() {
        const { members, earlier } = get();
        const fresh = emptyDraft(newKey(), ownCounty(), isoDay(today));
        if (isWorthKeeping(members)) set({ earlier: kept(earlier, members) });
        set({ restored: false });
        replaceAll([fresh], fresh.key);
      },

      bringBack(place = -1) {
        const { earlier, members } = get();
        const last = earlier.at(place);
        const first = last?.[0];
        if (last === undefined || first === undefined) return;
        // Whoever stands at the counter now is not lost: a second call brings them back in turn.
        const before = earlier.filter((entry) => entry !== last);
        set({ earlier: isWorthKeeping(members) ? kept(before, members) : before });
        replaceAll(last, first.key);
      },

      restore(members) {
        const renamed = members.map((member) => ({ ...member, key: newKey() }));
        const first = renamed[0];
        if (first === undefined) return;
        // The clerk may already be typing: nothing of that is taken away, and what was kept is one key away.
        if (isWorthKeeping(get().members)) return set({ earlier: kept(get().earlier, renamed) });
        set({ restored: true });
        replaceAll(renamed, first.key);
      },
    };
  });
}

function isWorthKeeping(members: readonly Draft[]): boolean {
  return members.some((member) => !isUntouched(member));
}

function kept(earlier: readonly (readonly Draft[])[], members: readonly Draft[]): readonly (readonly Draft[])[] {
  return [...earlier, members].slice(-RECALLED);
}
