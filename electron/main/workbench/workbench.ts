// Answers the workbench: keeps drafts, checks them, writes them as files, and signs what is ready.
import path from "node:path";
import { fail, succeed } from "../../../shared/ipc/channel.ts";
import type { Opened } from "../../../shared/ipc/channels/workbench.ts";
import { isTree } from "../../../shared/rules/points.ts";
import { type DraftData, openPoints } from "../../../shared/workbench/draft.ts";
import { withoutLayers } from "../../../shared/workbench/new-year.ts";
import { createKeyFile, publicKeyOf, unlockKeyFile } from "../../packs/key-file.ts";
import { PACK_ENDING } from "../../packs/pack-files.ts";
import { fingerprintOf } from "../../packs/signing.ts";
import { filesOfFolder } from "../../policies/files.ts";
import { parseStrictJson } from "../../policies/strict-json.ts";
import { checkDraft, type DraftGround, notReady } from "../../workbench/check-draft.ts";
import { draftFiles, ruleSetId } from "../../workbench/draft-files.ts";
import { packOfDraft } from "../../workbench/pack-of-draft.ts";
import { KEY_FILE, type Places } from "../../workbench/places.ts";
import { draftFromFiles, startDraft } from "../../workbench/start-draft.ts";
import type { Handler } from "../ipc/router.ts";
import { writeWhole } from "../json-file.ts";
import { createDraftsFolder } from "./drafts-folder.ts";

type Names =
  `workbench.${"list" | "start" | "open" | "keep" | "remove" | "restore" | "check" | "parse" | "export" | "import" | "key" | "sign"}`;
export type Workbench = { readonly [Name in Names]: Handler<Name> };

export interface WorkbenchParts {
  readonly dataFolder: string;
  /** The rule sets and layers at hand now. */
  readonly ground: () => Promise<DraftGround>;
  readonly places: Places;
  readonly now: () => Date;
  /** The program's version: the oldest that can use what it makes. */
  readonly version: string;
}

export function createWorkbench({ dataFolder, ground, places, now, version }: WorkbenchParts): Workbench {
  const drafts = createDraftsFolder(dataFolder, now);

  const opened = async (draft: DraftData): Promise<Opened> => {
    const { ruleSets } = await ground();
    const base = draft.base === null ? undefined : ruleSets.get(draft.base);
    const documents = [...(base?.source.documents ?? [])].map(([id, { number }]) => [id, number] as const);
    return {
      draft,
      base: base === undefined ? null : withoutLayers(base.source.data),
      documents: Object.fromEntries(documents),
      readings: Object.fromEntries(
        [...(base?.source.interpretations ?? [])].map(([id, entry]) => [
          id,
          {
            question: { ...entry.question },
            default: { ...(entry.options.find((option) => option.id === entry.default)?.text ?? entry.question) },
            options: entry.options.map((option) => ({ id: option.id, text: { ...option.text } })),
          },
        ]),
      ),
    };
  };

  return {
    "workbench.list": async () => {
      const [{ ruleSets }, { drafts: kept, damaged }] = await Promise.all([ground(), drafts.all()]);
      return succeed({
        drafts: kept.map((draft) => ({
          id: draft.id,
          ruleSet: ruleSetId(draft) ?? "",
          name: nameOf(draft),
          base: draft.base,
          savedAt: draft.savedAt,
          open: openPoints(draft).length,
        })),
        damaged: [...damaged],
        bases: [...ruleSets.values()].map(({ table }) => ({ id: table.id, coverageYear: table.coverageYear })),
      });
    },
    "workbench.start": async (order) => {
      const at = await ground();
      const base = at.ruleSets.get(order.base);
      if (base === undefined) return fail("unknown-rule-set");
      if (order.year <= base.table.coverageYear) return fail("year-not-later", { year: base.table.coverageYear });
      const draft = startDraft(order, at);
      if (draft === null) return fail("unknown-rule-set");
      const kept = await drafts.keep(draft);
      return kept.ok ? succeed(await opened(kept.value)) : kept;
    },
    "workbench.open": async ({ id }) => {
      const draft = await drafts.open(id);
      return draft === undefined ? fail("unknown-draft") : succeed(await opened(draft));
    },
    "workbench.keep": async ({ draft }) => {
      const kept = await drafts.keep(draft);
      return kept.ok ? succeed({ savedAt: kept.value.savedAt }) : kept;
    },
    "workbench.remove": async ({ id }) => ((await drafts.remove(id)) ? succeed(undefined) : fail("unknown-draft")),
    "workbench.restore": async ({ id }) => ((await drafts.restore(id)) ? succeed(undefined) : fail("unknown-draft")),
    "workbench.check": async ({ draft }) => succeed(checkDraft(draft, await ground())),
    "workbench.parse": ({ text }) => {
      const read = parseStrictJson(Buffer.from(text), "");
      return read.ok
        ? succeed({ value: read.value, faults: [] })
        : succeed({ value: null, faults: read.faults.map((fault) => ({ ...fault })) });
    },
    "workbench.export": async ({ draft }, { contentsId }) => {
      if (ruleSetId(draft) === undefined) return fail("rule-set-unnamed");
      const folder = await places.folder(contentsId);
      if (folder === undefined) return fail("cancelled");
      const { parts, keyOf } = draftFiles(draft, (await ground()).layers);
      // The layers and regions at hand are not the draft's to write.
      const own = [...parts].filter(([file]) => keyOf.has(file));
      for (const [file, bytes] of own) {
        const written = await writeWhole(path.join(folder, file), bytes);
        if (!written.ok) return written;
      }
      return succeed({ folder, files: own.map(([file]) => file) });
    },
    "workbench.import": async (_request, { contentsId }) => {
      const folder = await places.folder(contentsId);
      if (folder === undefined) return fail("cancelled");
      const files = filesOfFolder(folder);
      if (!files.has("rules.json")) return fail("no-rules-there");
      const draft = draftFromFiles(files, await ground());
      if (draft === null) return fail("rules-unreadable");
      const kept = await drafts.keep(draft);
      return kept.ok ? succeed(await opened(kept.value)) : kept;
    },
    "workbench.key": async ({ make, passphrase }, { contentsId }) => {
      const file = await (make ? places.newFile(contentsId, KEY_FILE, "key") : places.keyFile(contentsId));
      if (file === undefined) return fail("cancelled");
      if (make) {
        const made = createKeyFile(file, passphrase);
        if (!made.ok) return fail(made.code === "passphrase-wrong" ? "key-file-unreadable" : made.code);
        return succeed({ file, fingerprint: [...fingerprintOf(made.key.signer.publicKey)] });
      }
      const key = publicKeyOf(file);
      return key === undefined ? fail("key-file-unreadable") : succeed({ file, fingerprint: [...fingerprintOf(key)] });
    },
    "workbench.sign": async ({ draft, keyFile, passphrase, ...order }, { contentsId }) => {
      const at = await ground();
      const missing = notReady(draft, checkDraft(draft, at));
      if (missing !== null) return fail("not-ready", { ...missing });
      const unlocked = unlockKeyFile(keyFile, passphrase);
      if (!unlocked.ok) return fail(unlocked.code === "passphrase-wrong" ? "passphrase-wrong" : "key-file-unreadable");
      const fingerprint = [...fingerprintOf(unlocked.key.signer.publicKey)];
      const built = packOfDraft(draft, at, unlocked.key, { ...order, today: now(), program: version });
      if (!built.ok) {
        const { code, params, faults } = built.refusal;
        return succeed({
          file: "",
          size: 0,
          fingerprint,
          refusal: { code, params: { ...params }, faults: [...faults] },
        });
      }
      const name = `${order.series}-${order.version}${PACK_ENDING}`;
      const file = await places.newFile(contentsId, name, PACK_ENDING.slice(1));
      if (file === undefined) return fail("cancelled");
      const written = await writeWhole(file, built.value.bytes);
      if (!written.ok) return written;
      return succeed({ file, size: built.value.bytes.length, fingerprint, refusal: null });
    },
  };
}

function nameOf(draft: DraftData): { zh: string; en: string } {
  const rules = draft.files["rules"];
  const name = isTree(rules) && isTree(rules["name"]) ? rules["name"] : {};
  return { zh: String(name["zh"] ?? ""), en: String(name["en"] ?? "") };
}
