import { expect, it } from "vitest";
import { findBias } from "./recusal-rules";

const facts = {
  partyIds: ["seller", "buyer"],
  participantIds: ["anna"],
  brokerIds: ["bruno"],
  declared: [{ userId: "clara", reason: "FAMILY" }],
};
const biasOf = (userId: string, ...memberOf: string[]) => findBias({ userId, memberOf }, facts);

it("finds who may not handle a matter", () => {
  expect(biasOf("dora")).toBeNull();
  expect(biasOf("dora", "somebody else")).toBeNull();
  expect(biasOf("dora", "buyer")).toBe("EMPLOYER");
  expect(biasOf("bruno")).toBe("BROKER");
  expect(biasOf("anna")).toBe("PARTICIPANT");
  expect(biasOf("clara")).toBe("FAMILY");
});
