// The least that any list costs: parsed and written with the same library, with as many constant cells as an answer has.
import { createReadStream, createWriteStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify";
import { ANSWER_COLUMNS } from "../../shared/roster/answer.ts";

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) throw new Error("roster-peer INPUT OUTPUT");

/** The cells of the commonest answer. */
const ANSWER = [
  "400.00",
  "0.00",
  "",
  "",
  "concentrated",
  "exact",
  "2025-01-01",
  "2025-12-31",
  "",
  "",
  "",
  "",
  "",
  "甘医保发〔2024〕54号 五（一）、五（二）;甘医保发〔2024〕54号 二（二）",
];
if (ANSWER.length !== ANSWER_COLUMNS.length) throw new Error("not as many cells as an answer has");

await pipeline(
  createReadStream(input, { highWaterMark: 1 << 18 }),
  parse(),
  new Transform({
    objectMode: true,
    transform: (row: string[], _encoding, done) => done(null, row.concat(ANSWER)),
  }),
  stringify(),
  createWriteStream(output),
);
