// Drafts survive the page, and the computer where the system can encrypt them; in the clear they never touch the disk.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Cipher, createDrafts } from "../../electron/main/drafts.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "canbao-drafts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Turns every byte round: enough to see that what lies on disk is not what was typed. */
const cipher: Cipher = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 0xff)),
  decryptString: (sealed) => Buffer.from(sealed.map((byte) => byte ^ 0xff)).toString(),
};
const noCipher: Cipher = { ...cipher, isEncryptionAvailable: () => false };
const sender = { contentsId: 1 };
const TYPED = "王桂兰 622301196202100024";

test("a new start finds them, and the disk holds nothing readable", async () => {
  const kept = await createDrafts(folder, cipher)["drafts.keep"]({ drafts: TYPED }, sender);
  expect(kept).toMatchObject({ ok: true, value: { onDisk: true } });
  const [file = ""] = readdirSync(folder);
  expect(readFileSync(path.join(folder, file), "utf8")).not.toContain("622301");
  expect(await createDrafts(folder, cipher)["drafts.take"](undefined, sender)).toEqual({
    ok: true,
    value: { drafts: TYPED },
  });
});

test("without encryption they stay in memory and leave no file", async () => {
  const drafts = createDrafts(folder, noCipher);
  expect(await drafts["drafts.keep"]({ drafts: TYPED }, sender)).toMatchObject({ value: { onDisk: false } });
  expect(readdirSync(folder)).toEqual([]);
  expect(await drafts["drafts.take"](undefined, sender)).toMatchObject({ value: { drafts: TYPED } });
});

test("what is forgotten is gone from memory and disk", async () => {
  const drafts = createDrafts(folder, cipher);
  await drafts["drafts.keep"]({ drafts: TYPED }, sender);
  await drafts["drafts.keep"]({ drafts: null }, sender);
  expect(readdirSync(folder)).toEqual([]);
  expect(await createDrafts(folder, cipher)["drafts.take"](undefined, sender)).toMatchObject({
    value: { drafts: null },
  });
});

test("a damaged file is no draft and no fault", async () => {
  const broken: Cipher = {
    ...cipher,
    decryptString: () => {
      throw new Error("not mine");
    },
  };
  await createDrafts(folder, cipher)["drafts.keep"]({ drafts: TYPED }, sender);
  expect(await createDrafts(folder, broken)["drafts.take"](undefined, sender)).toEqual({
    ok: true,
    value: { drafts: null },
  });
});
