// Stryker's Vitest runner, but mutants that need no fresh modules are judged in one warm worker, not in a cold one each.
import path from "node:path";
import { BroadcastChannel } from "node:worker_threads";
import { commonTokens, declareFactoryPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { determineHitLimitReached, toMutantRunResult } from "@stryker-mutator/api/test-runner";
import { createVitest } from "vitest/node";
import { VitestTestRunner } from "../../node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js";

const TESTS = "test/mutation/judges.ts";

class WarmRunner extends VitestTestRunner {
  static inject = tokens(commonTokens.options, commonTokens.logger, "globalNamespace");
  #bench;
  #channel;
  #running;

  async mutantRun(options) {
    const fixed = options.mutantActivation === "static";
    const question = {
      mutant: options.activeMutant.id,
      // A file of definitions alone does all its work while it is evaluated.
      defines:
        fixed &&
        /shared\/rules\/(schema[-a-z]*|cases|coming)\.ts$|shared\/engine\/request\.ts$/.test(
          options.activeMutant.fileName,
        ),
      loads: fixed || /shared\/(rules|dates)\//.test(options.activeMutant.fileName),
      hitLimit: options.hitLimit,
      tests:
        fixed || options.testFilter === undefined
          ? null
          : options.testFilter.map((id) => id.slice(id.indexOf("#") + 1)),
    };
    let verdict = await this.#judged(question);
    // Once more in a fresh worker: a failure counts only where no other mutant can have caused it.
    if (verdict.soiled) verdict = await this.#judged(question);
    // What the warm worker cannot reach, such as a constant of a module, a cold one judges.
    if (fixed && (verdict.failed === null || verdict.soiled)) return this.#judgedCold(options);
    const { failed, hitCount, ran } = verdict;
    const tests = [
      ...ran,
      ...(failed === null || ran.some(({ name }) => name === failed.name) ? [] : [{ name: failed.name, ms: 0 }]),
    ];
    return toMutantRunResult(
      determineHitLimitReached(hitCount, options.hitLimit) ?? {
        status: "complete",
        tests: tests.map(({ name, ms }) => ({
          id: `${TESTS}#${name}`,
          name,
          timeSpentMs: ms,
          ...(name === failed?.name ? { status: 1, failureMessage: failed.message } : { status: 0 }),
        })),
      },
    );
  }

  /** First by the tests that stand closest to the file, which are loaded in a part of the time; a survivor by all of them. */
  async #judgedCold(options) {
    this.ctx.provide("closestTo", path.basename(options.activeMutant.fileName, ".ts"));
    const verdict = await super.mutantRun(options);
    if (verdict.status !== "survived") return verdict;
    this.ctx.provide("closestTo", "");
    return super.mutantRun(options);
  }

  async #judged(question) {
    await this.#warm();
    const verdict = await this.#ask(question);
    if (verdict.soiled) await this.#cool();
    return verdict;
  }

  /** Starts the worker once: it collects every test as usual, then judges mutants on demand. */
  async #warm() {
    if (this.#bench !== undefined) return;
    const name = `canbao-mutants-${process.pid}`;
    this.#channel = new BroadcastChannel(name);
    const ready = this.#next();
    this.#bench = await createVitest("test", {
      config: this.options.vitest.configFile,
      pool: "threads",
      maxWorkers: 1,
      watch: false,
      reporters: [{}],
      testNamePattern: /^judges mutants on demand$/,
    });
    this.#bench.provide("mutants", name);
    this.#running = this.#bench.start([TESTS]);
    await ready;
  }

  #next() {
    return new Promise((resolve) => {
      this.#channel.onmessage = ({ data }) => resolve(data);
    });
  }

  #ask(question) {
    const answer = this.#next();
    this.#channel.postMessage(question);
    return answer;
  }

  async #cool() {
    this.#channel?.postMessage(null);
    await this.#running;
    this.#channel?.close();
    await this.#bench?.close();
    this.#bench = undefined;
  }

  async dispose() {
    await this.#cool();
    await super.dispose();
  }
}

function create(injector) {
  return injector.provideValue("globalNamespace", "__stryker__").injectClass(WarmRunner);
}
create.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "warm-vitest", create)];
