// Every channel is found by its name, whether its schemas are made at the start or with its domain's first question.

import { describe, expect, test } from "vitest";
import { channelNamed, channelNames, laterDomainOf } from "../../../shared/ipc/contract.ts";

const names = await channelNames();

describe("the contract", () => {
  test("has each name once", () => {
    expect(names.length).toBeGreaterThan(70);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(names)("finds %s", async (name) => {
    const channel = await channelNamed(name);
    expect(channel).toHaveProperty("request");
    expect(channel).toHaveProperty("response");
  });

  test("keeps what every start asks for out of what is loaded later", () => {
    const start = ["app.info", "settings.get", "settings.set", "rules.list", "rules.describe", "engine.evaluate"];
    for (const name of [...start, "drafts.take", "drafts.keep", "packs.age"]) expect(laterDomainOf(name)).toBeNull();
    expect(laterDomainOf("ledger.issue")).toBe("ledger");
  });

  test.each(["", ".", "ledger", "ledger.", "ledger.nope", "ledger.toString", "__proto__.x", "constructor"])(
    "finds nothing by the name %j",
    async (name) => {
      expect(await channelNamed(name)).toBeUndefined();
    },
  );
});
