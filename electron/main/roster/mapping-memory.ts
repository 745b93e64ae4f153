// Remembers how lists were mapped: columns by field, names by rule set. Headers and names only, nobody's data.
import path from "node:path";
import { z } from "zod";
import { RosterMapping, type RosterMappingData } from "../../../shared/ipc/channels/roster.ts";
import { loadJson, saveJson } from "../json-file.ts";

const Memory = z.object({ ruleSets: z.record(z.string(), RosterMapping).default({}) });

export interface MappingMemory {
  readonly recall: (ruleSet: string) => Promise<RosterMappingData>;
  /** Adds what was decided; what was decided before for other lists stays. */
  readonly remember: (ruleSet: string, mapping: RosterMappingData) => Promise<void>;
}

export function createMappingMemory(dataFolder: string): MappingMemory {
  const file = path.join(dataFolder, "roster-mapping.json");
  const recall = async (ruleSet: string): Promise<RosterMappingData> => {
    const { value } = await loadJson(file, Memory);
    return value.ruleSets[ruleSet] ?? { columns: {}, categories: {}, groups: {} };
  };
  return {
    recall,
    remember: async (ruleSet, mapping) => {
      const { value } = await loadJson(file, Memory);
      const before = await recall(ruleSet);
      const merged: RosterMappingData = {
        columns: { ...before.columns, ...mapping.columns },
        categories: { ...before.categories, ...mapping.categories },
        groups: { ...before.groups, ...mapping.groups },
      };
      await saveJson(file, { ruleSets: { ...value.ruleSets, [ruleSet]: merged } });
    },
  };
}
