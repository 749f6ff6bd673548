import type { LeadMove, LeadState } from "./lead-procedure";
import type { LeadReason } from "./lead-schema";

export type LeadItem = {
  id: string;
  state: LeadState;
  reasons: LeadReason[];
  replyDueAt: string | null;
  isOverdue: boolean;
  ownerName: string | null;
  participantName: string;
  participantUnit: string;
  project: { id: string; number: number; title: string };
  event: { number: number; title: string };
};

export type LeadCard = { kind: LeadReason; note: string; createdAt: string; isWithdrawn: boolean };

export type LeadDetail = LeadItem & {
  participantTitle: string;
  hasOrganisation: boolean;
  phone: string;
  email: string;
  cards: LeadCard[];
  meetings: { number: number; minutes: string; heldAt: string | null }[];
  signings: { title: string; kind: string }[];
  note: string;
  dropCode: string | null;
  contactedAt: string | null;
  moves: LeadMove[];
  dealId: string | null;
  mayEnterRoom: boolean;
  timeline: { id: string; move: string; at: string; actorName: string | null }[];
};
