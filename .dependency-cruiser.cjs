// Which folder may import from which: renderer → shared ← electron. See docs/adr for why.

const nodeCore = ["core"];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one thought in two places.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "shared-stands-alone",
      severity: "error",
      comment: "shared/ runs anywhere: it knows neither the window nor the main process nor the data.",
      from: { path: "^shared/" },
      to: { path: "^(electron|renderer|policies|build|test)/" },
    },
    {
      name: "shared-is-platform-free",
      severity: "error",
      from: { path: "^shared/" },
      to: { dependencyTypes: nodeCore },
    },
    {
      name: "shared-knows-no-framework",
      severity: "error",
      from: { path: "^shared/" },
      to: {
        path: "node_modules/(electron|react|react-dom|react-i18next|@heroui|react-aria|react-aria-components|libsql)/",
      },
    },
    {
      name: "renderer-only-shared",
      severity: "error",
      comment: "The window gets everything else through the typed IPC contract.",
      from: { path: "^renderer/" },
      to: { path: "^(electron|policies|build|test)/" },
    },
    {
      name: "renderer-has-no-node",
      severity: "error",
      from: { path: "^renderer/" },
      to: { dependencyTypes: nodeCore },
    },
    {
      name: "renderer-has-no-native-code",
      severity: "error",
      from: { path: "^renderer/" },
      to: { path: "node_modules/(electron|libsql)/" },
    },
    {
      name: "electron-only-shared",
      severity: "error",
      from: { path: "^electron/" },
      to: { path: "^(renderer|build|test)/" },
    },
    {
      name: "electron-has-no-window-code",
      severity: "error",
      from: { path: "^electron/" },
      to: { path: "node_modules/(react|react-dom|react-i18next|@heroui)/" },
    },
    {
      name: "command-line-runs-on-node",
      severity: "error",
      comment: "The command line has no Electron; what it shares with the main process must not import it either.",
      from: { path: "^electron/cli/" },
      to: { path: "^electron/(main|preload)/|node_modules/electron/" },
    },
    {
      name: "preload-stays-small",
      severity: "error",
      comment: "The preload runs before the first paint: the contract's types, nothing that runs but Electron.",
      from: { path: "^electron/preload/" },
      to: { path: "^(electron/main|shared)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "policies-only-by-electron",
      severity: "error",
      from: { path: "^(shared|renderer)/" },
      to: { path: "^policies/" },
    },
    {
      name: "product-never-imports-tests",
      severity: "error",
      from: { path: "^build/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      mainFields: ["module", "main", "types"],
    },
    builtInModules: { add: ["electron", "electron/main", "electron/renderer"] },
    skipAnalysisNotInRules: true,
  },
};
