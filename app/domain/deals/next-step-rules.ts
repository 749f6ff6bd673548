import type { DealRole, DealSide } from "./deal-role-rules";

/** What the market knows of a room when it says whose turn it is. */
export type DealFacts = {
  state: string;
  role: DealRole | null;
  /** Side that the reader speaks for, or looks on from. */
  side: DealSide | null;
  /** Sides that offered to settle the running dispute. */
  settleOffers: readonly DealSide[];
  lastSpeaker: DealSide | null;
  /** Material is opened to the reader, who has not accepted the non-disclosure text yet. */
  needsNda: boolean;
  ownOverdueTasks: number;
  /** Side of the term sheet that waits for an answer. */
  offerBy: DealSide | null;
  /** The agreed price must be made public first; null: it need not, or it has been. */
  publicity: { isRunning: boolean } | null;
  contract: {
    id: string;
    state: string;
    /** The reader is the next to sign. */
    isOurTurnToSign: boolean;
    approvedBy: readonly DealSide[];
  } | null;
  registration: { state: string } | null;
  hasRated: boolean;
};

/** Whose turn it is: ours, the other side's, the market's or an office's; nobody's at the end. */
export type StepTurn = "us" | "them" | "office" | "none";
export const DEAL_STEPS = {
  settle: { turn: "us", part: "" },
  offerSettlement: { turn: "us", part: "" },
  waitSettlement: { turn: "them", part: "" },
  acceptNda: { turn: "us", part: "disclosure" },
  overdueTask: { turn: "us", part: "tasks" },
  resume: { turn: "none", part: "" },
  answerOffer: { turn: "us", part: "terms" },
  waitOffer: { turn: "them", part: "terms" },
  reply: { turn: "us", part: "" },
  makeOffer: { turn: "us", part: "terms" },
  handlePublicity: { turn: "us", part: "publicity" },
  waitPublicity: { turn: "them", part: "publicity" },
  runPublicity: { turn: "office", part: "publicity" },
  draftContract: { turn: "us", part: "contract" },
  approveContract: { turn: "us", part: "contract" },
  waitApproval: { turn: "them", part: "contract" },
  nameSigners: { turn: "us", part: "contract" },
  sign: { turn: "us", part: "contract" },
  waitSignature: { turn: "them", part: "contract" },
  checkPaper: { turn: "us", part: "contract" },
  register: { turn: "us", part: "registration" },
  correctRegistration: { turn: "us", part: "registration" },
  waitRegistration: { turn: "office", part: "registration" },
  perform: { turn: "none", part: "performance" },
  rate: { turn: "us", part: "performance" },
  follow: { turn: "none", part: "" },
  finished: { turn: "none", part: "log" },
} as const satisfies Record<string, { turn: StepTurn; part: string }>;
export type DealStep = keyof typeof DEAL_STEPS;

const REGISTRATION_OPEN = ["DRAFT", "NOT_ACCEPTED", "WITHDRAWN"];
const REGISTRATION_CORRECTION = ["CORRECTION", "REVIEW_CORRECTION"];
const REGISTRATION_DONE = ["REGISTERED", "CHANGE_PENDING", "REFUSED", "CANCELLED", "REVOKED"];

/** The one thing that is up to the reader now, or what the room waits for. */
export function nextStep(facts: DealFacts): DealStep {
  const { state, role, side } = facts;
  if (state === "CLOSED") return "finished";
  if (facts.needsNda) return "acceptNda";
  if (facts.ownOverdueTasks > 0) return "overdueTask";
  if (role !== "SUPPLY" && role !== "DEMAND") return side ? sideStep(facts, side) : "follow";
  return sideStep(facts, role);
}

function sideStep(facts: DealFacts, side: DealSide): DealStep {
  switch (facts.state) {
    case "DISPUTED": {
      if (facts.settleOffers.includes(side)) return "waitSettlement";
      return facts.settleOffers.length > 0 ? "settle" : "offerSettlement";
    }
    case "PAUSED":
      return "resume";
    case "OPEN": {
      if (facts.offerBy) return facts.offerBy === side ? "waitOffer" : "answerOffer";
      return facts.lastSpeaker && facts.lastSpeaker !== side ? "reply" : "makeOffer";
    }
    case "AGREED":
      return contractStep(facts, side);
    case "CONTRACTED":
      return registrationStep(facts, side);
    case "COMPLETED":
      return facts.hasRated ? "finished" : "rate";
    default:
      return "follow";
  }
}

/** The seller's unit makes the price public; until that is over no contract is finalised. */
function publicityStep({ isRunning }: { isRunning: boolean }, side: DealSide): DealStep {
  if (isRunning) return "runPublicity";
  return side === "SUPPLY" ? "handlePublicity" : "waitPublicity";
}

function contractStep({ contract, publicity }: DealFacts, side: DealSide): DealStep {
  const first = publicity && publicityStep(publicity, side);
  if (!contract) return first ?? "draftContract";
  switch (contract.state) {
    case "DRAFT":
      if (first === "handlePublicity") return first;
      // While the other side or the time has to do its part, the text can be read.
      if (!contract.approvedBy.includes(side)) return "approveContract";
      return first ?? "waitApproval";
    case "FINAL":
      return "nameSigners";
    case "SIGNING":
      return contract.isOurTurnToSign ? "sign" : "waitSignature";
    case "PAPER_CHECK":
      return "checkPaper";
    default:
      return "follow";
  }
}

/** The seller applies for registration; the buyer waits for it and performs meanwhile. */
function registrationStep({ registration }: DealFacts, side: DealSide): DealStep {
  if (registration && REGISTRATION_DONE.includes(registration.state)) return "perform";
  if (side === "DEMAND") return "perform";
  if (!registration || REGISTRATION_OPEN.includes(registration.state)) return "register";
  return REGISTRATION_CORRECTION.includes(registration.state)
    ? "correctRegistration"
    : "waitRegistration";
}
