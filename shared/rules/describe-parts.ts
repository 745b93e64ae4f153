// The figures and rules of a table as a reader is told them: each amount with its citation, each rule with its summary.
import { isoDay } from "../dates/iso.ts";
import type { CitedText, RuleSetDescription } from "./description.ts";
import { NO_TIER } from "./funding.ts";
import type { Cited, Table } from "./table.ts";

export function citedText(cited: Cited): CitedText {
  const { document, article, grade, silent } = cited.clause;
  return { document, article, grade, silent: silent === true, summary: cited.summary };
}

function perhaps(cited: Cited | null): CitedText | null {
  return cited === null ? null : citedText(cited);
}

export function describeAmounts(table: Table): Pick<RuleSetDescription, "funding" | "majorIllness"> {
  const { funding, majorIllness } = table;
  const plain = funding.byTier.get(NO_TIER);
  return {
    funding: {
      fiscalYear: funding.fiscalYear,
      total: plain?.total ?? null,
      cite: citedText(funding.cited),
      central: plain?.central ?? null,
      centralCite: citedText(funding.centralCited),
      centralBy:
        funding.central === null
          ? null
          : { interpretation: funding.central.by, options: Object.fromEntries(funding.central.byOption) },
      tiers: [...funding.tierCited].map(([id, cited]) => ({
        id,
        province: funding.byTier.get(id)?.province ?? null,
        cityCounty: funding.byTier.get(id)?.cityCounty ?? null,
        cite: citedText(cited),
      })),
    },
    majorIllness: {
      perHead: majorIllness.perHead,
      residentPays: majorIllness.residentPays,
      about: majorIllness.about,
      cite: citedText(majorIllness.cited),
      residentPaysCite: citedText(majorIllness.residentPaysCited),
      aboutCite: perhaps(majorIllness.aboutCited),
    },
  };
}

export function describeRules(
  table: Table,
): Pick<RuleSetDescription, "wait" | "missedYears" | "admission" | "aidRules" | "standing" | "outOfTime"> {
  return {
    wait: {
      day: table.wait.day,
      month: table.wait.month,
      atLeast: table.wait.atLeast,
      cite: citedText(table.wait.cited),
      furtherCite: perhaps(table.wait.furtherCited),
    },
    missedYears: perhaps(table.missedYears),
    admission: perhaps(table.admission),
    aidRules: {
      several: citedText(table.several),
      otherSponsor: citedText(table.otherSponsor),
      recognisedAfterPayment: citedText(table.recognisedAfterPayment),
      elsewhere: citedText(table.aidElsewhere.cited),
      newborn: perhaps(table.newbornAid),
      student: perhaps(table.studentAid),
      recognisedAfterWindow: perhaps(table.recognisedAfterWindow),
    },
    standing: {
      residencePermit: citedText(table.standing.residencePermit),
      student: citedText(table.standing.student),
      employee: citedText(table.standing.employee),
    },
    outOfTime: {
      beforeOpening: citedText(table.beforeOpening),
      yearOver: citedText(table.yearOver),
      earlierYear: citedText(table.earlierYear),
    },
  };
}

export function describeMissedYears({
  missedInWindow,
  repair,
  incentives,
}: Table): Pick<RuleSetDescription, "missedInWindow" | "repair" | "incentives"> {
  return {
    missedInWindow:
      missedInWindow === null
        ? null
        : {
            start: isoDay(missedInWindow.start),
            unlessBornIn: missedInWindow.unlessBornIn,
            cite: citedText(missedInWindow.cited),
          },
    repair:
      repair === null
        ? null
        : {
            floor: {
              afterYears: repair.floor.afterYears,
              day: repair.floor.day,
              month: repair.floor.month,
              cite: citedText(repair.floor.cited),
            },
            priceCite: citedText(repair.priceCited),
            cite: citedText(repair.cited),
          },
    incentives:
      incentives === null
        ? null
        : {
            afterYears: incentives.continuous.afterYears,
            continuous: incentives.continuous.raise,
            continuousCite: citedText(incentives.continuous.cited),
            claimFree: incentives.claimFree.raise,
            claimFreeCite: citedText(incentives.claimFree.cited),
            atLeast: incentives.atLeast,
            atLeastCite: citedText(incentives.atLeastCited),
            limitPercent: incentives.limit.percent,
            limitCite: citedText(incentives.limit.cited),
            resetCite: citedText(incentives.reset),
          },
  };
}

export function describeReliefs({ reliefs }: Table): RuleSetDescription["reliefs"] {
  return reliefs.map(({ cited, bornFrom, id, name, who, years, all, aid, payable }) => ({
    id,
    name,
    who,
    bornFrom: bornFrom === null ? null : isoDay(bornFrom),
    years,
    all,
    aid,
    payable,
    cite: citedText(cited),
  }));
}
