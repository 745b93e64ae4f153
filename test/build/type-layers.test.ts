// Each layer sees the types of the place it runs in and no others; the tools run on the Node that the project pins.

import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const project = path.resolve(import.meta.dirname, "../..");

/** The names that a file planted in a layer would not find, under that layer's own compiler options. */
function unknownNames(layer: string, text: string): readonly string[] {
  const config = ts.readConfigFile(path.join(project, layer, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config.config, include: [] },
    ts.sys,
    path.join(project, layer),
  );
  const planted = path.join(project, layer, "planted.ts");
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile(planted, text, options.target ?? ts.ScriptTarget.ES2023, true);
  const realSource = host.getSourceFile.bind(host);
  const getSourceFile: ts.CompilerHost["getSourceFile"] = (file, ...rest) =>
    path.resolve(file) === planted ? source : realSource(file, ...rest);
  const program = ts.createProgram([planted], options, { ...host, getSourceFile });
  return program.getSemanticDiagnostics(source).flatMap(({ messageText }) => {
    const found = /Cannot find name '(\w+)'/.exec(ts.flattenDiagnosticMessageText(messageText, "\n"));
    return found?.[1] === undefined ? [] : [found[1]];
  });
}

const probe = "console.log(document, process, Math);\nexport {};\n";

describe("the types", () => {
  test.each([
    ["shared", ["console", "document", "process"]],
    ["renderer", ["process"]],
    ["electron", ["document"]],
  ] as const)("of %s lack %j", (layer, missing) => {
    expect(unknownNames(layer, probe)).toEqual(missing);
  });
});

test("the tests run on the pinned Node", () => {
  expect(process.version).toMatch(/^v24\./);
});
