// The modules that load together with an entry: those it imports, and what they import; not what is asked for later.

export interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

export function reachedFrom(entries: readonly string[], modules: Modules): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...entries];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

/** A group of modules as the bundler takes it: null leaves the module to another. */
export interface Group {
  readonly name: (id: string, modules: Modules) => string | null;
  readonly priority: number;
}
