// A rule pack that the system hands over: double-clicked, or dropped on the program. It waits here until the import screen takes it.

import path from "node:path";

/** As build/package/configuration.mjs registers it with the system. */
export const packExtension = ".canbaopack";

export interface OpenedPack {
  /** Looks through a command line, as a first or second start has it; true where it names a pack. */
  readonly offer: (args: readonly string[], workingFolder: string) => boolean;
  /** The newest pack offered, once: the page never names a path itself. */
  readonly take: () => string | undefined;
  /** Whether one has been offered and not been taken. */
  readonly waits: () => boolean;
  /** Called with each new pack's file name, without its folder. */
  readonly onOffer: (listener: (name: string) => void) => void;
}

/**
 * The last argument that is a pack. Switches are passed over, and so is what is no plain path: an address, a device, a share.
 *
 * @param workingFolder what a relative path starts from
 */
export function packIn(args: readonly string[], workingFolder: string): string | undefined {
  const named = args.filter((arg) => !arg.startsWith("-") && arg.toLowerCase().endsWith(packExtension)).at(-1);
  if (named === undefined || named.includes("\0") || /^[a-z][a-z0-9+.-]+:/i.test(named) || /^[\\/]{2}/.test(named))
    return undefined;
  return path.resolve(workingFolder, named);
}

export function createOpenedPack(): OpenedPack {
  let waiting: string | undefined;
  const listeners: ((name: string) => void)[] = [];
  return {
    offer: (args, workingFolder) => {
      const found = packIn(args, workingFolder);
      if (found === undefined) return false;
      waiting = found;
      for (const listener of listeners) listener(path.basename(found));
      return true;
    },
    take: () => {
      const found = waiting;
      waiting = undefined;
      return found;
    },
    waits: () => waiting !== undefined,
    onOffer: (listener) => void listeners.push(listener),
  };
}
