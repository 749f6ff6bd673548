import { describe, expect, it } from "vitest";
import { FIT_WEIGHTS, type FitBroker, rankFits, scoreFit } from "./fit-rules";

const broker: FitBroker = {
  fieldPaths: [["4", "4.1"]],
  serviceCodes: ["MATCHING", "CONTRACT"],
  regionCodes: ["370100"],
  regionCode: "370102",
  dealsInField: 3,
  availability: "OPEN",
};
const listing = {
  fieldPaths: [["4", "4.1"]],
  regionCode: "370112",
  servicesWanted: ["MATCHING", "NEGOTIATION"],
};
const points = (one: FitBroker, wanted = listing) =>
  Object.fromEntries(scoreFit(one, wanted).parts.map((part) => [part.key, part.points]));

describe("why this broker", () => {
  it("weights sum to 100 and every part is shown", () => {
    expect(Object.values(FIT_WEIGHTS).reduce((sum, one) => sum + one, 0)).toBe(100);
    expect(scoreFit(broker, listing).parts).toHaveLength(5);
  });

  it("gives the points that each part earns", () => {
    expect(points(broker)).toEqual({
      fields: 40,
      services: 10,
      region: 15,
      deals: 10,
      availability: 10,
    });
  });

  it("a neighbour in the branch counts half, a stranger nothing, the whole branch all", () => {
    expect(points({ ...broker, fieldPaths: [["4", "4.2"]] }).fields).toBe(20);
    expect(points({ ...broker, fieldPaths: [["7", "7.1"]] }).fields).toBe(0);
    expect(points({ ...broker, fieldPaths: [["4"]] }).fields).toBe(40);
  });

  it("the province counts half, the own region stands for none chosen", () => {
    expect(points({ ...broker, regionCodes: ["370200"] }).region).toBe(8);
    expect(points({ ...broker, regionCodes: [], regionCode: "370112" }).region).toBe(15);
    expect(points({ ...broker, regionCodes: ["440000"] }).region).toBe(0);
    expect(points({ ...broker, regionCodes: ["370000"] }).region).toBe(15);
  });

  it("orders by points and breaks ties differently for each listing", () => {
    const fit = scoreFit(broker, listing);
    const rows = ["a", "b", "c", "d", "e"].map((id) => ({ id, fit }));
    const orders = new Set(
      ["1", "2", "3", "4", "5", "6"].map((seed) =>
        rankFits(rows, seed)
          .map((row) => row.id)
          .join(""),
      ),
    );
    expect(orders.size).toBeGreaterThan(1);
    const low = { id: "z", fit: scoreFit({ ...broker, fieldPaths: [] }, listing) };
    expect(rankFits([low, ...rows], "1").at(-1)?.id).toBe("z");
  });
});
