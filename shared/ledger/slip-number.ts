// The number a slip is known by: short enough to be read out over the telephone, with a check character for what is misheard.

/** 03-250115-0037-K: the counter, the day, the how-manieth slip of that day there, and a check character. */
export interface SlipNumber {
  readonly number: string;
  readonly station: string;
  /** YYYY-MM-DD; the years 2000–2099. */
  readonly day: string;
  readonly counter: number;
}

/** Counters are told apart by one to four letters or digits, so that two machines never give the same number. */
export const STATION = /^[0-9A-Z]{1,4}$/;

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SHAPE = /^([0-9A-Z]{1,4})-(\d{6})-(\d{4,6})-([0-9A-Z])$/;
const LOOSE_SHAPE = /^([0-9A-Z]{1,4}?)(\d{6})(\d{4})([0-9A-Z])$/;
const LAST_COUNTER = 999_999;

/** Throws a RangeError where a part is out of its range: callers hand in what the ledger counted. */
export function slipNumber(station: string, day: string, counter: number): SlipNumber {
  if (!STATION.test(station)) throw new RangeError("a station is one to four letters or digits");
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`not a day of this century: ${day}`);
  if (!Number.isInteger(counter) || counter < 1 || counter > LAST_COUNTER)
    throw new RangeError(`not a counter: ${counter}`);
  const stem = `${station}-${day.slice(2).replaceAll("-", "")}-${String(counter).padStart(4, "0")}`;
  return { number: `${stem}-${checkCharacter(stem)}`, station, day, counter };
}

/** Reads a number as somebody types it: small letters, spaces, missing hyphens. Undefined where it cannot be one. */
export function parseSlipNumber(text: string): SlipNumber | undefined {
  const plain = text.normalize("NFKC").toUpperCase().replace(/\s/g, "");
  const match = SHAPE.exec(plain) ?? LOOSE_SHAPE.exec(plain.replaceAll("-", ""));
  const [, station, date, counter, check] = match ?? [];
  if (station === undefined || date === undefined || counter === undefined || check === undefined) return undefined;
  const day = `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}`;
  const count = Number(counter);
  if (count < 1) return undefined;
  const found = slipNumber(station, day, count);
  return found.number.endsWith(`-${check}`) ? found : undefined;
}

/** ISO 7064 MOD 37,36: finds every single wrong character and nearly every swap of neighbours. */
function checkCharacter(stem: string): string {
  let rest = 36;
  for (const character of stem.replaceAll("-", "")) {
    const sum = (rest + ALPHABET.indexOf(character)) % 36 || 36;
    rest = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - rest) % 36);
}
