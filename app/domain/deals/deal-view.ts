import type { DealMove, DealState } from "./deal-procedure";
import type { DealRole, DealSide } from "./deal-role-rules";
import type { DealStep } from "./next-step-rules";

export type DealParty = { id: string; name: string; isOurs: boolean };

/** A move as the page offers it; `refusal` is the error code that says why it is not open. */
export type DealMoveView = { move: DealMove; refusal: string | null };

/** What every page of a room shows at its head. */
export type DealFrame = {
  id: string;
  number: number;
  title: string;
  state: DealState;
  closeCode: string | null;
  role: DealRole | null;
  side: DealSide | null;
  userId: string;
  /** Takes part, rather than looking on as an administrator of a side. */
  isParticipant: boolean;
  supply: DealParty;
  demand: DealParty;
  achievement: { id: string; title: string } | null;
  need: { id: string; title: string } | null;
  areas: readonly string[];
  step: DealStep;
  stepHref: string;
  moves: DealMoveView[];
  /** Our side has offered to settle the running dispute. */
  hasOfferedSettlement: boolean;
  /** The other side has. */
  isSettlementOffered: boolean;
  contractId: string | null;
  lastSequence: number;
  unread: number;
  openTasks: number;
};

export type DealItem = {
  id: string;
  number: number;
  title: string;
  state: DealState;
  role: DealRole | null;
  supplyName: string;
  demandName: string;
  step: DealStep;
  stepHref: string;
  unread: number;
  lastAt: string;
};

export type DealInvitation = {
  dealId: string;
  number: number;
  title: string;
  role: DealRole;
  inviter: string;
  inviterOrganisation: string;
  supplyName: string;
  demandName: string;
  areas: readonly string[];
  at: string;
};
