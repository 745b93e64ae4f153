// Stryker's Vitest runner, but mutants that need no fresh modules are judged in one warm worker, not in a cold one each.
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

  async mutantRun(options) {
    if (options.mutantActivation === "static" || options.testFilter === undefined) return super.mutantRun(options);
    await this.#warm();
    const { failed, hitCount, ran } = await this.#ask({
      mutant: options.activeMutant.id,
      hitLimit: options.hitLimit,
      tests: options.testFilter.map((id) => id.slice(id.indexOf("#") + 1)),
    });
    const tests = ran.map(({ name, ms }) => ({
      id: `${TESTS}#${name}`,
      name,
      timeSpentMs: ms,
      ...(name === failed?.name ? { status: 1, failureMessage: failed.message } : { status: 0 }),
    }));
    return toMutantRunResult(determineHitLimitReached(hitCount, options.hitLimit) ?? { status: "complete", tests });
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
    void this.#bench.start([TESTS]);
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

  async dispose() {
    this.#channel?.postMessage(null);
    this.#channel?.close();
    await this.#bench?.close();
    await super.dispose();
  }
}

function create(injector) {
  return injector.provideValue("globalNamespace", "__stryker__").injectClass(WarmRunner);
}
create.inject = tokens(commonTokens.injector);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "warm-vitest", create)];
