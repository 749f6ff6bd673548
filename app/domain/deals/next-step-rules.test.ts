import { describe, expect, it } from "vitest";
import { type DealFacts, nextStep } from "./next-step-rules";

const quiet: DealFacts = {
  state: "OPEN",
  role: "DEMAND",
  side: "DEMAND",
  settleOffers: [],
  lastSpeaker: null,
  needsNda: false,
  ownOverdueTasks: 0,
  offerBy: null,
  publicity: null,
  contract: null,
  registration: null,
  hasRated: false,
};
const step = (facts: Partial<DealFacts>) => nextStep({ ...quiet, ...facts });
const contract = { id: "c", state: "DRAFT", isOurTurnToSign: false, approvedBy: [] };

describe("nextStep", () => {
  it("follows talk and offers", () => {
    expect(step({})).toBe("makeOffer");
    expect(step({ lastSpeaker: "SUPPLY" })).toBe("reply");
    expect(step({ lastSpeaker: "DEMAND" })).toBe("makeOffer");
    expect(step({ offerBy: "SUPPLY", lastSpeaker: "SUPPLY" })).toBe("answerOffer");
    expect(step({ offerBy: "DEMAND" })).toBe("waitOffer");
  });
  it("puts an unread undertaking and overdue tasks first, but nothing after the end", () => {
    expect(step({ needsNda: true, ownOverdueTasks: 1 })).toBe("acceptNda");
    expect(step({ ownOverdueTasks: 1, offerBy: "SUPPLY" })).toBe("overdueTask");
    expect(step({ state: "CLOSED", needsNda: true })).toBe("finished");
  });
  it("asks each side to settle once", () => {
    const state = "DISPUTED";
    expect(step({ state })).toBe("offerSettlement");
    expect(step({ state, settleOffers: ["SUPPLY"] })).toBe("settle");
    expect(step({ state, settleOffers: ["DEMAND"] })).toBe("waitSettlement");
  });
  it("leads through the contract", () => {
    const state = "AGREED";
    expect(step({ state })).toBe("draftContract");
    expect(step({ state, contract })).toBe("approveContract");
    expect(step({ state, contract: { ...contract, approvedBy: ["DEMAND"] } })).toBe("waitApproval");
    const signing = { ...contract, state: "SIGNING" };
    expect(step({ state, contract: { ...signing, isOurTurnToSign: true } })).toBe("sign");
    expect(step({ state, contract: signing })).toBe("waitSignature");
  });
  it("puts the publicity of the price before the contract", () => {
    const seller = { role: "SUPPLY" as const, side: "SUPPLY" as const };
    const open = { state: "AGREED", publicity: { isRunning: false } };
    const running = { state: "AGREED", publicity: { isRunning: true } };
    expect(step({ ...open, ...seller })).toBe("handlePublicity");
    expect(step(open)).toBe("waitPublicity");
    expect(step({ ...running, ...seller })).toBe("runPublicity");
    expect(step(running)).toBe("runPublicity");
    // A text that is there already can be read meanwhile, but the unit's own part comes first.
    expect(step({ ...open, ...seller, contract })).toBe("handlePublicity");
    expect(step({ ...open, contract })).toBe("approveContract");
    expect(step({ ...running, ...seller, contract })).toBe("approveContract");
    const approved = { ...contract, approvedBy: ["SUPPLY", "DEMAND"] as const };
    expect(step({ ...open, contract: approved })).toBe("waitPublicity");
    expect(step({ ...running, contract: approved })).toBe("runPublicity");
    expect(step({ ...open, ...seller, contract: { ...contract, state: "FINAL" } })).toBe(
      "nameSigners",
    );
  });
  it("sends the seller to the registration and the buyer to performance", () => {
    const state = "CONTRACTED";
    expect(step({ state })).toBe("perform");
    const seller = { state, role: "SUPPLY" as const, side: "SUPPLY" as const };
    expect(step(seller)).toBe("register");
    expect(step({ ...seller, registration: { state: "CORRECTION" } })).toBe("correctRegistration");
    expect(step({ ...seller, registration: { state: "REVIEW" } })).toBe("waitRegistration");
    expect(step({ ...seller, registration: { state: "REGISTERED" } })).toBe("perform");
  });
  it("leaves brokers and advisers to follow, and shows an onlooker the step of the side", () => {
    expect(step({ role: "BROKER", side: null, offerBy: "SUPPLY" })).toBe("follow");
    expect(step({ role: null, offerBy: "SUPPLY" })).toBe("answerOffer");
  });
});
