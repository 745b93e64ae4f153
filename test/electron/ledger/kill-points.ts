// Counts every step of a counter that reaches the disk (each statement, each write of the anchor) and kills the process before a chosen one.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import Libsql from "libsql";

export interface KillPoints {
  /** The steps met so far, each once, by what it does. */
  readonly met: ReadonlySet<string>;
}

interface Prepared {
  run(...values: unknown[]): unknown;
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown;
}

const LABEL = 70;

/** @param fatal the step before which the process ends as by a power cut; undefined to see what steps there are */
export function watchSteps(fatal: string | undefined): KillPoints {
  const met = new Set<string>();
  const step = (what: string): void => {
    const label = what.replaceAll(/\s+/g, " ").trim().slice(0, LABEL);
    met.add(label);
    if (label === fatal) process.kill(process.pid, "SIGKILL");
  };
  watchDatabase(step);
  watchFiles(step);
  return { met };
}

function watchDatabase(step: (what: string) => void): void {
  const connection = Libsql.prototype as unknown as {
    exec(sql: string): unknown;
    prepare(sql: string): Prepared;
  };
  const { exec, prepare } = connection;
  connection.exec = function (sql) {
    step(sql);
    return exec.call(this, sql);
  };
  connection.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    for (const how of ["run", "get", "all"] as const) {
      const original = statement[how].bind(statement);
      statement[how] = (...values) => {
        step(sql);
        return original(...values);
      };
    }
    return statement;
  };
}

/** The anchor's own steps: beside the file, to the disk, over it. */
function watchFiles(step: (what: string) => void): void {
  for (const name of ["openSync", "fsyncSync", "renameSync"] as const) {
    const original = fs[name] as (...args: unknown[]) => unknown;
    (fs as unknown as Record<string, unknown>)[name] = (...args: unknown[]) => {
      step(`file ${name}`);
      return original(...args);
    };
  }
  syncBuiltinESMExports();
}
