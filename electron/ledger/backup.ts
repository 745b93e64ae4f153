// Backups: an encrypted copy of the whole ledger and, beside it, a sealed description that says what must be in it.

import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { canonicalJson } from "../../shared/ledger/canonical.ts";
import { replaceFile } from "./anchor.ts";
import { type Head, readHead } from "./chain.ts";
import { openDatabase } from "./database.ts";
import { LedgerFailure } from "./failure.ts";
import type { LedgerKeys } from "./keys.ts";
import { WrappedKey } from "./passphrase.ts";
import { schemaVersion } from "./schema.ts";
import type { Session } from "./session.ts";
import { concernsRules, FROM_THE_FIRST, type VerifyProgress, verifyNext } from "./verify.ts";

const Description = z.strictObject({
  format: z.literal("canbao-backup/1"),
  ledger: z.uuid(),
  seq: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
  schema: z.int().positive(),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Opens the backup on another machine, for who knows the passphrase; null where none was set. */
  wrapped: WrappedKey.nullable(),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
});

export interface Backup {
  readonly name: string;
  readonly folder: string;
  readonly ledger: string;
  readonly seq: number;
  readonly at: string;
  readonly bytes: number;
  /** Whether a passphrase can open it elsewhere. */
  readonly portable: boolean;
}

export interface BackupOptions {
  readonly folder: string;
  readonly wrapped: WrappedKey | null;
  /** How many to keep there, the new one included; older ones of this ledger are removed. */
  readonly keep: number;
  /** Walk the whole copy instead of its newest records: for a copy that leaves the house. */
  readonly thorough?: boolean;
}

const NAME = /^canbao-\d{8}-\d{6}-\d{8}$/;
const RECORDS_AT_ONCE = 2000;
const BYTES_AT_ONCE = 1 << 20;

export function copyFile(backup: Pick<Backup, "folder" | "name">): string {
  return path.join(backup.folder, `${backup.name}.ledger`);
}

function descriptionFile(backup: Pick<Backup, "folder" | "name">): string {
  return path.join(backup.folder, `${backup.name}.json`);
}

/**
 * Copies the ledger as it stands, checks the copy by opening it, and only then writes its description: a copy without
 * one was interrupted and is no backup. Throws `backup-damaged` where the copy is not what was copied.
 */
export function writeBackup(session: Session, options: BackupOptions): Backup {
  const { folder } = options;
  mkdirSync(folder, { recursive: true });
  const now = session.clock();
  const before = readHead(session.database);
  if (before === undefined) throw new LedgerFailure("file-empty");
  const stamp = now.at.slice(0, 19).replaceAll(/[-:]/g, "").replace("T", "-");
  const named = { folder, name: `canbao-${stamp}-${String(before.seq).padStart(8, "0")}` };
  const file = copyFile(named);
  rmSync(file, { force: true });
  try {
    session.database.run("VACUUM INTO ?", file);
    flush(file);
    // Slips may have been issued meanwhile at the counter: the copy says itself how far it reaches.
    const head = headOf(file, session.keys);
    if (head === undefined || head.seq < before.seq) throw new LedgerFailure("backup-damaged", { why: "head" });
    const content = {
      format: "canbao-backup/1" as const,
      ledger: session.ledgerId,
      seq: head.seq,
      hash: Buffer.from(head.hash).toString("hex"),
      at: now.at,
      schema: schemaVersion(session.database),
      bytes: statSync(file).size,
      sha256: hashFile(file),
      wrapped: options.wrapped,
    };
    inspectCopy(file, session.keys, content, options.thorough === true);
    const seal = session.keys.sealText("backup", canonicalJson(content));
    replaceFile(descriptionFile(named), `${JSON.stringify({ ...content, seal }, null, 2)}\n`);
    prune(folder, session.ledgerId, options.keep);
    return describe(named, content);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** The backups in a folder, newest first; of any ledger. Half-written ones are not listed. */
export function listBackups(folder: string): readonly Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ folder, name: file.slice(0, -".json".length) }))
    .flatMap((named) => {
      const description = NAME.test(named.name) && existsSync(copyFile(named)) ? readDescription(named) : undefined;
      return description === undefined ? [] : [describe(named, description)];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** The wrapped key of a backup that has one, to be unwrapped with a passphrase. */
export function wrappedKeyOf(named: Pick<Backup, "folder" | "name">): WrappedKey | null {
  return readDescription(named)?.wrapped ?? null;
}

/**
 * Reads the whole backup and says whether it is what it was. Throws `backup-damaged` (params.why), `backup-foreign` where
 * another key made it, `schema-newer`.
 */
export function checkBackup(named: Pick<Backup, "folder" | "name">, keys: LedgerKeys, knownSchema: number): Backup {
  const description = readDescription(named);
  if (description === undefined) throw new LedgerFailure("backup-damaged", { why: "description" });
  const { seal, ...content } = description;
  if (keys.sealText("backup", canonicalJson(content)) !== seal) throw new LedgerFailure("backup-foreign");
  if (content.schema > knownSchema)
    throw new LedgerFailure("schema-newer", { found: content.schema, known: knownSchema });
  const file = copyFile(named);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size !== content.bytes) throw new LedgerFailure("backup-damaged", { why: "length" });
  if (hashFile(file) !== content.sha256) throw new LedgerFailure("backup-damaged", { why: "content" });
  inspectCopy(file, keys, content, true);
  return describe(named, content);
}

type Content = Omit<z.infer<typeof Description>, "seal">;

function inspectCopy(file: string, keys: LedgerKeys, content: Content, thorough: boolean): void {
  const copy = openDatabase(file, keys.database);
  try {
    const head = readHead(copy);
    const same = head?.seq === content.seq && Buffer.from(head.hash).toString("hex") === content.hash;
    if (!same) throw new LedgerFailure("backup-damaged", { why: "head" });
    let progress: VerifyProgress = FROM_THE_FIRST;
    do {
      progress = verifyNext(copy, keys, progress, RECORDS_AT_ONCE);
    } while (thorough && !progress.done);
    const finding = progress.findings.find((found) => !concernsRules(found));
    if (finding !== undefined) throw new LedgerFailure("backup-damaged", { why: finding.code });
  } finally {
    copy.close();
  }
}

function headOf(file: string, keys: LedgerKeys): Head | undefined {
  const copy = openDatabase(file, keys.database);
  try {
    return readHead(copy);
  } finally {
    copy.close();
  }
}

function readDescription(named: Pick<Backup, "folder" | "name">): z.infer<typeof Description> | undefined {
  try {
    return Description.safeParse(JSON.parse(readFileSync(descriptionFile(named), "utf8"))).data;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function describe({ name, folder }: Pick<Backup, "folder" | "name">, content: Content): Backup {
  const { ledger, seq, at, bytes } = content;
  return { name, folder, ledger, seq, at, bytes, portable: content.wrapped !== null };
}

/** Never touches a file that is not a backup of this ledger. */
function prune(folder: string, ledger: string, keep: number): void {
  const own = listBackups(folder).filter((backup) => backup.ledger === ledger);
  for (const old of own.slice(Math.max(1, keep))) {
    rmSync(descriptionFile(old), { force: true });
    rmSync(copyFile(old), { force: true });
  }
}

function flush(file: string): void {
  const handle = openSync(file, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function hashFile(file: string): string {
  const hash = createHash("sha256");
  const handle = openSync(file, "r");
  const chunk = Buffer.alloc(BYTES_AT_ONCE);
  try {
    for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk))
      hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(handle);
  }
  return hash.digest("hex");
}
