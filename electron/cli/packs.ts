// packs keygen, rotate, fingerprint, build: what a bureau needs to make rule packs; the other packs commands are named here and stand beside.
import { addDays } from "../../shared/dates/civil.ts";
import { isoDay, parseIsoDay } from "../../shared/dates/iso.ts";
import { fingerprintText } from "../../shared/packs/fingerprint.ts";
import { refuse } from "../../shared/packs/refusal.ts";
import { replaceFile } from "../ledger/anchor.ts";
import { nowOf } from "../ledger/clock.ts";
import { buildPack } from "../packs/build-pack.ts";
import { createKeyFile, endorseKeyFile, publicKeyOf, unlockKeyFile } from "../packs/key-file.ts";
import { partsOf } from "../packs/parts-of.ts";
import { fingerprintOf } from "../packs/signing.ts";
import { readOptions } from "./options.ts";
import { install, list, undo } from "./packs-counter.ts";
import { DONE, failed, keyFaultText, type PacksIo, tell, usage, WRONG_USAGE } from "./packs-io.ts";
import { described, inspect, verify } from "./packs-look.ts";
import { askPassphrase } from "./passphrase.ts";
import { POLICIES_FOLDER } from "./policies-folder.ts";
import { programVersion } from "./program-version.ts";

const COMMANDS = { keygen, rotate, fingerprint, build, inspect, verify, install, list, undo } as const;
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
  "packs",
  "trust",
  "grant",
  "root",
  "by",
] as const;
type Values = Readonly<Partial<Record<(typeof OPTIONS)[number], string>>>;

const DRY_RUN = "--dry-run";

/** What a pack lives where nobody says otherwise: the campaign and the coverage year after it. */
const USUAL_LIFE_DAYS = 450;

/** `args` without the word packs. Never throws for what a user or a file can do. */
export async function runPacks(args: readonly string[], io: PacksIo): Promise<number> {
  const [command, ...rest] = args;
  const dry = rest.includes(DRY_RUN);
  const options = readOptions(
    rest.filter((word) => word !== DRY_RUN),
    OPTIONS,
  );
  if (!options.ok) return usage(io, options.message);
  if (command === undefined || !Object.hasOwn(COMMANDS, command))
    return usage(
      io,
      `${command === undefined ? "which one" : `"${command}" is not understood`}; there are ${Object.keys(COMMANDS).join(", ")}`,
    );
  if (dry && command !== "install") return usage(io, `${DRY_RUN} belongs to install`);
  const values = dry ? { ...options.values, "dry-run": true } : options.values;
  return COMMANDS[command as keyof typeof COMMANDS](values, options.positionals, io);
}

async function keygen({ out, "passphrase-file": file }: Values, _: readonly string[], io: PacksIo): Promise<number> {
  if (out === undefined) return usage(io, "keygen needs --out FILE");
  const passphrase = await askPassphrase(file, "passphrase for the new key: ", io);
  if (passphrase === undefined) return WRONG_USAGE;
  const again = file === undefined ? await askPassphrase(undefined, "once more: ", io) : passphrase;
  if (again !== passphrase) return usage(io, "the two passphrases differ");
  const made = createKeyFile(out, passphrase);
  if (!made.ok) return failed(io, out, keyFaultText(made.code));
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
  if (!old.ok) return failed(io, key, keyFaultText(old.code));
  const fault = endorseKeyFile(next, old.key);
  return fault === undefined ? fingerprint({ key: next }, [], io) : failed(io, next, keyFaultText(fault));
}

function fingerprint({ key }: Values, _: readonly string[], io: PacksIo): number {
  if (key === undefined) return usage(io, "fingerprint needs --key FILE");
  const publicKey = publicKeyOf(key);
  if (publicKey === undefined) return failed(io, key, keyFaultText("key-file-unreadable"));
  io.stdout.write(`${fingerprintText(fingerprintOf(publicKey))}\n`);
  return DONE;
}

async function build(values: Values, ids: readonly string[], io: PacksIo): Promise<number> {
  const { key, out, id, version, "issuer-zh": zh, "issuer-en": en } = values;
  if (key === undefined || out === undefined || id === undefined || version === undefined || ids.length === 0)
    return usage(io, "build needs --key FILE --out FILE --id ID --version N and the rule sets");
  if (!/^[1-9]\d{0,8}$/.test(version))
    return usage(io, `--version is a whole number that rises with every pack, like 1; "${version}" is none`);
  if (zh === undefined || en === undefined) return usage(io, "build needs --issuer-zh NAME and --issuer-en NAME");
  const { "note-zh": noteZh, "note-en": noteEn } = values;
  if ((noteZh === undefined) !== (noteEn === undefined)) return usage(io, "a note needs both --note-zh and --note-en");
  const gathered = partsOf(values.policies ?? POLICIES_FOLDER, ids);
  if (!gathered.ok) return tell(io, out, refuse("rules-faulty", {}, gathered.faults).refusal);
  const passphrase = await askPassphrase(values["passphrase-file"], `passphrase of ${key}: `, io);
  if (passphrase === undefined) return WRONG_USAGE;
  const unlocked = unlockKeyFile(key, passphrase);
  if (!unlocked.ok) return failed(io, key, keyFaultText(unlocked.code));
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
