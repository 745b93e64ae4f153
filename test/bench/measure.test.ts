// The measuring itself: medians, shares, and turns that leave nobody out.
import { describe, expect, it } from "vitest";
import { median, quantile, race } from "./measure.ts";

describe("median and quantile", () => {
  it("takes the middle value, whatever the order", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  it("takes the mean of the two middle values of an even number", () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });

  it("has no median of nothing", () => {
    expect(() => median([])).toThrow("no samples");
  });

  it("gives as the 95th percentile the value that 95 of 100 do not exceed", () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(quantile(values, 0.95)).toBe(95);
    expect(quantile([7], 0.95)).toBe(7);
  });
});

describe("race", () => {
  it("gives each contestant its median per item, on one clock, in turns", async () => {
    let clock = 0;
    const order: string[] = [];
    const contestant = (name: string, cost: number, size: number) => ({
      name,
      size,
      pass: () => {
        clock += cost;
        order.push(name);
      },
    });
    const times = await race([contestant("slow", 20, 2), contestant("quick", 5, 1)], {
      turns: 2,
      turn: 10,
      now: () => clock,
    });
    expect(times).toEqual(
      new Map([
        ["slow", 10],
        ["quick", 5],
      ]),
    );
    // After the long turns that warm up: one slow pass fills a turn, two quick ones do.
    expect(order.slice(-6)).toEqual(["slow", "quick", "quick", "slow", "quick", "quick"]);
  });

  it("waits for a pass that is a promise", async () => {
    let clock = 0;
    const pass = async (): Promise<void> => {
      await Promise.resolve();
      clock += 3;
    };
    const times = await race([{ name: "later", size: 1, pass }], { turns: 1, turn: 1, now: () => clock });
    expect(times.get("later")).toBe(3);
  });

  it("does not let one long pause move the figure", async () => {
    let clock = 0;
    let passes = 0;
    const pass = (): void => {
      passes++;
      clock += passes === 105 ? 1000 : 1;
    };
    const times = await race([{ name: "paused", size: 1, pass }], { turns: 5, turn: 10, now: () => clock });
    expect(times.get("paused")).toBe(1);
  });
});
