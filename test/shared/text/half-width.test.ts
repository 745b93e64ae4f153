import { describe, expect, it } from "vitest";
import { toHalfWidth, toPlainNumber } from "../../../shared/text/half-width.ts";

describe("text from an input method", () => {
  it("brings full-width characters to ASCII and leaves Chinese alone", () => {
    expect(toHalfWidth("２０２５／１－Ｘ．王")).toBe("2025/1-X.王");
    expect(toHalfWidth("！～")).toBe("!~");
  });

  it("takes out spaces of any width and invisible marks", () => {
    expect(toPlainNumber("\u202d 62 23\u300001\t０１\u200b\u202c\ufeff")).toBe("62230101");
  });
});
