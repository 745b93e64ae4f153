// The bill of materials names what is handed out and nothing else, in the form that CycloneDX's readers expect.

import { describe, expect, test } from "vitest";
import { shippedBom } from "../../build/supply/sbom.mjs";

const component = (name: string, version: string, group?: string) => ({
  type: "library",
  name,
  version,
  "bom-ref": `${group === undefined ? "" : `${group}/`}${name}@${version}`,
  ...(group === undefined ? {} : { group }),
  scope: "optional",
  properties: [{ name: "cdx:npm:package:development", value: "true" }],
});

const whole = {
  bomFormat: "CycloneDX",
  metadata: { component: component("canbao-desk", "0.1.0") },
  components: [
    component("react", "19.3.1"),
    component("react", "18.0.0"),
    component("vite", "8.3.8"),
    component("react", "1.0.0", "@heroui"),
    component("scheduler", "0.28.0"),
  ],
  dependencies: [
    { ref: "canbao-desk@0.1.0", dependsOn: ["react@19.3.1", "vite@8.3.8", "@heroui/react@1.0.0"] },
    { ref: "react@19.3.1", dependsOn: ["scheduler@0.28.0"] },
    { ref: "vite@8.3.8", dependsOn: ["react@18.0.0"] },
    { ref: "scheduler@0.28.0" },
  ],
};
const shipped = new Map([
  ["react", "19.3.1"],
  ["@heroui/react", "1.0.0"],
  ["scheduler", "0.28.0"],
]);

describe("the bill of materials", () => {
  const bom = shippedBom(whole, shipped);

  test("names each package handed out by name, scope and version, and no tool", () => {
    expect(bom.components.map((made) => made["bom-ref"])).toEqual([
      "react@19.3.1",
      "@heroui/react@1.0.0",
      "scheduler@0.28.0",
    ]);
  });

  test("calls all of them required: the lockfile's word for what is bundled is another", () => {
    for (const made of bom.components) expect(made).toMatchObject({ scope: "required" });
    expect(JSON.stringify(bom.components)).not.toContain("development");
  });

  test("leads from the program to what it holds, and to nothing that is not there", () => {
    expect(bom.dependencies).toEqual([
      { ref: "canbao-desk@0.1.0", dependsOn: ["react@19.3.1", "@heroui/react@1.0.0"] },
      { ref: "react@19.3.1", dependsOn: ["scheduler@0.28.0"] },
      { ref: "scheduler@0.28.0", dependsOn: [] },
    ]);
  });

  test("keeps what says whose it is", () => {
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { name: "canbao-desk" } } });
  });
});
