// Keeps each verdict as it comes: survivors can be read while Stryker runs, and a run that is broken off loses no finished file.
import { appendFileSync, writeFileSync } from "node:fs";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";

const FOLDER = process.env.MUTATION_RESULTS;

class VerdictKeeper {
  onMutationTestingPlanReady({ mutantPlans }) {
    const planned = {};
    for (const { mutant } of mutantPlans) planned[mutant.fileName] = (planned[mutant.fileName] ?? 0) + 1;
    writeFileSync(`${FOLDER}/planned.json`, JSON.stringify(planned));
    // Work done while test files are evaluated makes mutants static, and each static one may cost a whole cold run.
    const fixed = mutantPlans.filter(({ mutant }) => mutant.static).length;
    process.stdout.write(`${mutantPlans.length} mutants, ${fixed} of them static\n`);
  }

  onMutantTested({ fileName, status, statusReason, mutatorName, replacement, location, static: isStatic, killedBy }) {
    const verdict = { fileName, status, statusReason, mutatorName, replacement, location, isStatic, killedBy };
    appendFileSync(`${FOLDER}/verdicts.jsonl`, `${JSON.stringify(verdict)}\n`);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, "verdict-keeper", VerdictKeeper)];
