// packs keygen, rotate, fingerprint, build, inspect, verify: what a bureau needs to make rule packs and to look at them.
import { readFileSync } from "node:fs";
import type { Writable } from "node:stream";
import { addDays } from "../../shared/dates/civil.ts";
import { isoDay, parseIsoDay } from "../../shared/dates/iso.ts";
import { LARGEST_PACK } from "../../shared/packs/envelope.ts";
import { fingerprintText } from "../../shared/packs/fingerprint.ts";
import { ruleSetsOf } from "../../shared/packs/manifest.ts";
import { type Refusal, refuse } from "../../shared/packs/refusal.ts";
import { replaceFile } from "../ledger/anchor.ts";
import { nowOf } from "../ledger/clock.ts";
import { buildPack } from "../packs/build-pack.ts";
import { checkRules } from "../packs/check-rules.ts";
import { createKeyFile, endorseKeyFile, publicKeyOf, unlockKeyFile } from "../packs/key-file.ts";
import { type Judged, type OpenedPack, openContent, verifySignature } from "../packs/open-pack.ts";
import { partsOf } from "../packs/parts-of.ts";
import { readBytes } from "../packs/read-bytes.ts";
import { fingerprintOf } from "../packs/signing.ts";
import { readOptions } from "./options.ts";
import { askPassphrase, type PassphraseIo } from "./passphrase.ts";
import { POLICIES_FOLDER } from "./policies-folder.ts";

export interface PacksIo extends PassphraseIo {
  readonly stdout: Pick<Writable, "write">;
}

const DONE = 0;
const REFUSED = 1;
const WRONG_USAGE = 2;

const COMMANDS = { keygen, rotate, fingerprint, build, inspect, verify } as const;
const OPTIONS = [
  "key",
  "next",
  "out",
  "id",
  "version",
  "issuer-zh",
  "issuer-en",
  "created",
  "expires",
  "program",
  "note-zh",
  "note-en",
  "passphrase-file",
  "policies",
] as const;
type Values = Readonly<Partial<Record<(typeof OPTIONS)[number], string>>>;

/** What a pack lives where nobody says otherwise: the campaign and the coverage year after it. */
const USUAL_LIFE_DAYS = 450;

/** `args` without the word packs. Never throws for what a user or a file can do. */
export async function runPacks(args: readonly string[], io: PacksIo): Promise<number> {
  const [command, ...rest] = args;
  const options = readOptions(rest, OPTIONS);
  if (!options.ok) return usage(io, options.message);
  if (command === undefined || !Object.hasOwn(COMMANDS, command))
    return usage(io, `"${command ?? ""}" is not understood; there are ${Object.keys(COMMANDS).join(", ")}`);
  return COMMANDS[command as keyof typeof COMMANDS](options.values, options.positionals, io);
}

async function keygen({ out, "passphrase-file": file }: Values, _: readonly string[], io: PacksIo): Promise<number> {
  if (out === undefined) return usage(io, "keygen needs --out FILE");
  const passphrase = await askPassphrase(file, "passphrase for the new key: ", io);
  if (passphrase === undefined) return WRONG_USAGE;
  const again = file === undefined ? await askPassphrase(undefined, "once more: ", io) : passphrase;
  if (again !== passphrase) return usage(io, "the two passphrases differ");
  const made = createKeyFile(out, passphrase);
  if (!made.ok) return failed(io, out, made.code);
  io.stdout.write(`${fingerprintText(fingerprintOf(made.key.signer.publicKey))}\n`);
  return DONE;
}

async function rotate(
  { key, next, "passphrase-file": file }: Values,
  _: readonly string[],
  io: PacksIo,
): Promise<number> {
  if (key === undefined || next === undefined) return usage(io, "rotate needs --key OLD and --next NEW");
  const passphrase = await askPassphrase(file, `passphrase of ${key}: `, io);
  if (passphrase === undefined) return WRONG_USAGE;
  const old = unlockKeyFile(key, passphrase);
  if (!old.ok) return failed(io, key, old.code);
  const fault = endorseKeyFile(next, old.key);
  return fault === undefined ? fingerprint({ key: next }, [], io) : failed(io, next, fault);
}

function fingerprint({ key }: Values, _: readonly string[], io: PacksIo): number {
  if (key === undefined) return usage(io, "fingerprint needs --key FILE");
  const publicKey = publicKeyOf(key);
  if (publicKey === undefined) return failed(io, key, "key-file-unreadable");
  io.stdout.write(`${fingerprintText(fingerprintOf(publicKey))}\n`);
  return DONE;
}

async function build(values: Values, ids: readonly string[], io: PacksIo): Promise<number> {
  const { key, out, id, version, "issuer-zh": zh, "issuer-en": en } = values;
  if (key === undefined || out === undefined || id === undefined || version === undefined || ids.length === 0)
    return usage(io, "build needs --key FILE --out FILE --id ID --version N and the rule sets");
  if (zh === undefined || en === undefined) return usage(io, "build needs --issuer-zh NAME and --issuer-en NAME");
  const { "note-zh": noteZh, "note-en": noteEn } = values;
  if ((noteZh === undefined) !== (noteEn === undefined)) return usage(io, "a note needs both --note-zh and --note-en");
  const gathered = partsOf(values.policies ?? POLICIES_FOLDER, ids);
  if (!gathered.ok) return tell(io, out, refuse("rules-faulty", {}, gathered.faults).refusal);
  const passphrase = await askPassphrase(values["passphrase-file"], `passphrase of ${key}: `, io);
  if (passphrase === undefined) return WRONG_USAGE;
  const unlocked = unlockKeyFile(key, passphrase);
  if (!unlocked.ok) return failed(io, key, unlocked.code);
  const created = values.created ?? nowOf(new Date()).day;
  const order = {
    id,
    version: Number(version),
    issuer: { zh, en },
    created,
    expires: values.expires ?? isoDay(addDays(parseIsoDay(created) ?? 0, USUAL_LIFE_DAYS)),
    program: values.program ?? programVersion(),
    ...(noteZh === undefined || noteEn === undefined ? {} : { notes: { zh: noteZh, en: noteEn } }),
  };
  const built = buildPack(order, gathered.parts, unlocked.key.signer, unlocked.key.endorsements);
  if (!built.ok) return tell(io, out, built.refusal);
  try {
    replaceFile(out, built.value.bytes);
  } catch (error) {
    return failed(io, out, error instanceof Error ? error.message : String(error));
  }
  io.stdout.write(`${JSON.stringify(described(built.value.opened), null, 2)}\n`);
  return DONE;
}

/** The signature holds; whether anybody trusts the key, and whether the rules are sound, is not asked. */
function inspect(_: Values, [file]: readonly string[], io: PacksIo): number {
  if (file === undefined) return usage(io, "inspect needs a FILE");
  const opened = openFile(file);
  if (!opened.ok) return tell(io, file, opened.refusal);
  io.stdout.write(`${JSON.stringify(described(opened.value), null, 2)}\n`);
  return DONE;
}

function verify(_: Values, [file]: readonly string[], io: PacksIo): number {
  if (file === undefined) return usage(io, "verify needs a FILE");
  const opened = openFile(file);
  if (!opened.ok) return tell(io, file, opened.refusal);
  const forged = opened.value.chain.find(({ vouches }) => !vouches);
  if (forged !== undefined) return tell(io, file, refuse("forged-rotation", { key: forged.id }).refusal);
  const checked = checkRules(opened.value);
  if (!checked.ok) return tell(io, file, checked.refusal);
  const { manifest, envelope } = opened.value;
  io.stdout.write(
    `${file}: ${manifest.id} ${manifest.version}, ${[...checked.value.ruleSets.keys()].join(", ")}: sound, signed by ${fingerprintText(fingerprintOf(envelope.key))}\n`,
  );
  return DONE;
}

function openFile(file: string): Judged<OpenedPack> {
  const read = readBytes(file, LARGEST_PACK);
  if (!read.ok) return refuse(read.code, { detail: read.detail });
  const signed = verifySignature(read.bytes);
  return signed.ok ? openContent(signed.value) : signed;
}

function described({ manifest, envelope, hash, chain }: OpenedPack): object {
  return {
    fingerprint: fingerprintText(fingerprintOf(envelope.key)),
    file: `sha256:${hash}`,
    ruleSets: ruleSetsOf(manifest.contents),
    rotatedFrom: chain.map(({ id, vouches }) => ({ key: id, vouches })),
    manifest,
  };
}

function programVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}

function tell(io: PacksIo, file: string, { code, params, faults }: Refusal): number {
  const values = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  io.stderr.write(`${file}: ${[code, ...values].join(", ")}\n`);
  for (const fault of faults)
    io.stderr.write(`  ${fault.file}: ${fault.path === "" ? "" : `${fault.path}: `}${fault.message}\n`);
  return REFUSED;
}

function failed(io: PacksIo, file: string, code: string): number {
  io.stderr.write(`${file}: ${code}\n`);
  return REFUSED;
}

function usage(io: PacksIo, message: string): number {
  io.stderr.write(`packs: ${message}. See calc --help\n`);
  return WRONG_USAGE;
}
