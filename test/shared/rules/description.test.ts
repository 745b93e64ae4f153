// What a reader of a rule set is told is what its reviewed files say: every name, day, amount and article, nothing else.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Decimal } from "decimal.js";
import { describe, expect, it } from "vitest";
import { describeLoaded } from "../../../electron/policies/describe.ts";
import { loadPolicies } from "../../../electron/policies/store.ts";
import { describe as describeTable, summarise } from "../../../shared/rules/description.ts";
import { bundled, othersThan, POLICIES } from "../../bundled.ts";

// biome-ignore lint/suspicious/noExplicitAny: rule files are read here by their known shape, on another way than the program's
type Data = any;
const read = (file: string): Data => JSON.parse(readFileSync(path.join(POLICIES, file), "utf8"));

/** The files of a rule set as they stand: its own, its counties', the national layers, nearest first, and its places. */
function filesOf(id: string) {
  const own = read(`${id}/rules.json`);
  const counties = readdirSync(path.join(POLICIES, id))
    .filter((name) => /^county-\d{6}\.json$/.test(name))
    .map((name) => read(`${id}/${name}`));
  const layers: Data[] = [];
  for (let above = own.extends; above !== undefined; above = layers.at(-1).extends) layers.push(read(`${above}.json`));
  const documents: Data = Object.fromEntries(
    [...[...layers].reverse(), own, ...counties].flatMap((file) => Object.entries(file.documents)),
  );
  return { own, counties, layers, documents, regions: read(`regions/${own.jurisdiction.regions}.json`) };
}

function told(id: string) {
  const loaded = bundled.ruleSets.get(id);
  if (loaded === undefined) throw new Error(`no bundled rule set ${id}`);
  return describeLoaded(loaded);
}

describe.each(othersThan())("the description of %s", (id) => {
  const { own, counties, layers, documents, regions } = filesOf(id);
  const national = Object.assign({}, ...layers.map(({ standing }) => standing).reverse());
  const outOfTime = Object.assign({}, ...layers.map((layer) => layer.outOfTime).reverse());
  const cite = (written: Data) => ({
    document: documents[written.document].number,
    article: written.article,
    grade: written.grade,
    silent: written.silent === true,
    summary: written.summary,
  });
  const perhaps = (written: Data) => (written === undefined || written === null ? null : cite(written));
  const standard: string = own.contribution.standard.value;
  const shareOf = (percent: number) => new Decimal(standard).times(percent).div(100).toFixed(2);
  const less = (amount: string) => new Decimal(standard).minus(amount).toFixed(2);

  it("names the rule set, its state and its campaign from the first to the last payment day", () => {
    const inWindows = own.periods.filter(({ window }: Data) => ["concentrated", "supplementary"].includes(window));
    expect(told(id)).toMatchObject({
      id: own.id,
      name: own.name,
      coverageYear: own.coverageYear,
      status: own.status,
      version: own.version,
      hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      opening: own.periods[0].from,
      closing: inWindows.at(-1).to,
      lastUsefulDay: `${own.coverageYear}-12-31`,
      yearStart: `${own.coverageYear}-01-01`,
      yearEnd: `${own.coverageYear}-12-31`,
    });
  });

  it("lists every document of its layers once", () => {
    expect(told(id).documents).toEqual(Object.entries(documents).map(([key, entry]: Data) => ({ id: key, ...entry })));
  });

  it("gives the standard, the subsidy and major-illness insurance with their articles", () => {
    const { subsidy, majorIllness } = own;
    const { standard: told1, standardCite, funding, majorIllness: told3 } = told(id);
    expect({ standard: told1, standardCite }).toEqual({ standard, standardCite: cite(own.contribution.standard.cite) });
    expect(funding).toEqual({
      fiscalYear: subsidy.fiscalYear,
      total: subsidy.total.value,
      cite: cite(subsidy.total.cite),
      central: subsidy.central.value ?? null,
      centralCite: cite(subsidy.central.cite),
      centralBy:
        subsidy.central.by === undefined
          ? null
          : { interpretation: subsidy.central.by, options: subsidy.central.options },
      tiers: subsidy.tiers.map((tier: Data) => ({
        id: tier.id,
        province: tier.province,
        cityCounty: tier.cityCounty,
        cite: cite(tier.cite),
      })),
    });
    expect(told3).toEqual({
      perHead: majorIllness.perHead.value,
      residentPays: majorIllness.residentPays.value,
      about: majorIllness.about?.value ?? null,
      cite: cite(majorIllness.perHead.cite),
      residentPaysCite: cite(majorIllness.residentPays.cite),
      aboutCite: perhaps(majorIllness.about?.cite),
    });
  });

  it("gives each aid identity its amount and what is left to pay, a name for a class those of its class", () => {
    expect(told(id).categories).toEqual(
      own.aid.categories.map((entry: Data) => {
        const { aid } = own.aid.categories.find((other: Data) => other.id === entry.resolvesTo) ?? entry;
        const amount = aid === null || typeof aid === "string" ? aid : shareOf(aid.percent);
        return {
          id: entry.id,
          aid: amount,
          percent: aid?.percent ?? null,
          payable: amount === null ? null : less(amount),
          resolvesTo: entry.resolvesTo ?? null,
          cite: cite(entry.cite),
        };
      }),
    );
  });

  it("gives each relief its amount, for whom and how long", () => {
    expect(told(id).reliefs).toEqual(
      (own.aid.reliefs ?? []).map((entry: Data) => ({
        id: entry.id,
        name: entry.name,
        who: entry.who.kind,
        bornFrom: entry.who.from ?? null,
        years: entry.who.years ?? 1,
        all: entry.pays === "all",
        aid: entry.pays === "all" ? standard : entry.pays,
        payable: less(entry.pays === "all" ? standard : entry.pays),
        cite: cite(entry.cite),
      })),
    );
  });

  it("gives the wait in each unit, with what a further missed year adds", () => {
    const lengths = (unit: "day" | "month") => {
      const written = own.wait.lengths[unit];
      return written === undefined
        ? null
        : { fixed: written.fixed, further: written.further ?? own.wait.further[unit] };
    };
    expect(told(id).wait).toEqual({
      day: lengths("day"),
      month: lengths("month"),
      atLeast: own.wait.atLeast,
      cite: cite(own.wait.cite),
      furtherCite: perhaps(own.wait.further?.cite),
    });
  });

  it("gives the rule for missed years, its repair, and what continuous cover earns, or none of them", () => {
    const { missedYears, incentives } = own;
    const { inWindow, repair } = missedYears ?? {};
    expect(told(id)).toMatchObject({
      missedYears: perhaps(missedYears?.cite),
      missedInWindow:
        inWindow === undefined
          ? null
          : { start: inWindow.start, unlessBornIn: inWindow.unlessBornIn ?? null, cite: cite(inWindow.cite) },
      repair:
        repair === undefined
          ? null
          : {
              floor: {
                afterYears: repair.floor.afterYears,
                day: repair.floor.day ?? null,
                month: repair.floor.month ?? null,
                cite: cite(repair.floor.cite),
              },
              priceCite: cite(repair.price.cite),
              cite: cite(repair.cite),
            },
      incentives:
        incentives === undefined
          ? null
          : {
              afterYears: incentives.continuous.afterYears,
              continuous: incentives.continuous.raise.value,
              continuousCite: cite(incentives.continuous.raise.cite),
              claimFree: incentives.claimFree.raise.value,
              claimFreeCite: cite(incentives.claimFree.raise.cite),
              atLeast: incentives.atLeast.value,
              atLeastCite: cite(incentives.atLeast.cite),
              limitPercent: incentives.limit.percent,
              limitCite: cite(incentives.limit.cite),
              resetCite: cite(incentives.reset.cite),
            },
    });
  });

  it("gives the rules beside the amounts, for other standings and for days out of time", () => {
    const { aid } = own;
    const notStatedFor = (who: string) => perhaps(aid.notStatedFor.find((entry: Data) => entry.who === who)?.cite);
    const standing = { ...national, ...own.standing };
    const days = { ...outOfTime, ...own.outOfTime };
    expect(told(id)).toMatchObject({
      admission: perhaps(own.admission?.cite),
      hasAdmissionRule: own.admission !== null,
      aidRules: {
        several: cite(aid.several.cite),
        otherSponsor: cite(aid.otherSponsor.cite),
        recognisedAfterPayment: cite(aid.recognisedAfterPayment.cite),
        elsewhere: cite(aid.elsewhere.cite),
        newborn: notStatedFor("newborn"),
        student: notStatedFor("student"),
        recognisedAfterWindow: perhaps(aid.recognisedAfterWindow?.cite),
      },
      standing: {
        residencePermit: cite(standing.residencePermit),
        student: cite(standing.student),
        employee: cite(standing.employee),
      },
      outOfTime: {
        beforeOpening: cite(days.beforeOpening),
        yearOver: cite(days.yearOver),
        earlierYear: cite(days.earlierYear),
      },
    });
  });

  it("gives each period its days, what they lead to, and the price of late payers", () => {
    expect(told(id).periods).toEqual(
      own.periods.map((period: Data) => ({
        id: period.id,
        window: period.window,
        from: period.from,
        to: period.to,
        benefit: period.benefit,
        standard: period.standard?.value ?? null,
        surcharge: period.standard === undefined ? null : new Decimal(period.standard.value).minus(standard).toFixed(2),
        priceCite: cite(period.standard?.cite ?? own.contribution.standard.cite),
        cite: cite(period.cite),
      })),
    );
  });

  it("gives each special group its test, its conditions and its price", () => {
    expect(told(id).groups).toEqual(
      own.groups.map((group: Data) => ({
        id: group.id,
        needsEventDate: ["this-year", "within"].includes(group.test.kind),
        impliedByIdentity: group.impliedByIdentity !== undefined,
        test: group.test,
        start: group.start,
        identities: group.identities?.listed ?? null,
        conditionsNotStated: group.conditionsNotStated ?? false,
        requires: (group.requires ?? []).map((one: Data) => ({
          fact: one.fact,
          atLeast: one.atLeast,
          cite: cite(one.cite),
        })),
        price: group.price ?? null,
        cite: cite(group.cite),
      })),
    );
  });

  it("gives each reading its question, its options and the default that holds", () => {
    const above = Object.assign({}, ...layers.map(({ interpretations }) => interpretations).reverse());
    expect(told(id).interpretations).toEqual(
      Object.entries(own.interpretations).map(([key, written]: Data) => {
        const entry = { ...above[key], ...written };
        return {
          id: key,
          question: entry.question,
          options: entry.options,
          default: entry.default,
          inForce: entry.default,
          source: "default",
          settlement: null,
          evidence: entry.evidence,
          cite: cite(entry.cite),
        };
      }),
    );
  });

  it("gives its information, its own before the national one", () => {
    expect(told(id).information).toEqual(
      [own, ...layers].flatMap((layer) =>
        layer.information.map((entry: Data) => ({
          id: entry.id,
          topic: entry.topic,
          text: entry.text,
          values: entry.values ?? {},
          cite: cite(entry.cite),
        })),
      ),
    );
  });

  it("puts every county into its prefecture and into the tier that names it, or its prefecture", () => {
    const tierOf = (code: string) => {
      const holding = (areas: (tier: Data) => readonly string[], wanted: string) =>
        own.subsidy.tiers.find((tier: Data) => areas(tier).includes(wanted));
      const layer = counties.find(({ county }) => county === code)?.tier;
      const named = holding((tier) => tier.areas, code);
      const doubtful = holding((tier) => tier.unverified?.areas ?? [], code);
      const tier = layer ?? named ?? doubtful ?? holding((other) => other.areas, code.slice(0, 4));
      return {
        tier: tier?.id ?? null,
        tierVerified: layer !== undefined || named !== undefined || doubtful === undefined,
      };
    };
    expect(told(id).prefectures).toEqual(
      regions.prefectures
        .filter((prefecture: Data) => prefecture.counties.length > 0)
        .map((prefecture: Data) => ({
          code: prefecture.code,
          name: prefecture.name,
          counties: prefecture.counties.map(({ code, name }: Data) => ({
            code,
            name,
            ...tierOf(code),
            townships: counties.find(({ county }) => county === code)?.townships.rows ?? null,
          })),
        })),
    );
  });
});

describe("a description", () => {
  const settlement = { option: "clamp", issuer: "某县医疗保障局", document: "某医保函〔2025〕1号" };

  it("names the bureau's decision on a reading, its issuer and its document, beside the default", () => {
    const { options } = told("gansu/2025").interpretations.find(({ id }) => id === "month-end") ?? { options: [] };
    const other = options.at(-1)?.id ?? "";
    const settled = loadPolicies(POLICIES, { "gansu/2025": { "month-end": { ...settlement, option: other } } });
    const loaded = settled.ruleSets.get("gansu/2025");
    expect(settled.settlementFaults).toEqual([]);
    expect(loaded && describeLoaded(loaded).interpretations.filter(({ source }) => source === "bureau")).toMatchObject([
      { id: "month-end", inForce: other, source: "bureau", settlement: { ...settlement, option: other } },
    ]);
  });

  it("calls a prefecture by its code where no list names it", () => {
    const loaded = bundled.ruleSets.get("xinzhou/2025");
    if (loaded === undefined) throw new Error("no xinzhou/2025");
    const { prefectures } = describeTable(loaded.table, loaded.source.documents, new Map());
    expect(prefectures.map(({ code, name }) => [code, name])).toEqual([["1409", { zh: "1409", en: "1409" }]]);
  });

  it("of a list is the same rule set's first lines", () => {
    for (const { table } of bundled.ruleSets.values()) expect(told(table.id)).toMatchObject(summarise(table));
  });
});
