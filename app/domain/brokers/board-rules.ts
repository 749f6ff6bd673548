/** What a broker does next with a card of the board; texts in i18n `brokers.next`. */
export const NEXT_ACTIONS = [
  "ANSWER",
  "WAIT_CONSENT",
  "INTRODUCE",
  "ASK_CONFIRMATION",
  "OPEN_ROOM",
  "NEGOTIATE",
  "RESUME",
  "SETTLE",
  "DRAFT_CONTRACT",
  "CLAIM_FEE",
  "WAIT_PAYMENT",
  "NOTHING",
] as const;
export type NextAction = (typeof NEXT_ACTIONS)[number];

export type BoardCard = {
  id: string;
  title: string;
  with: string;
  state: string;
  href: string;
  dueAt: string | null;
  amountFen: string | null;
  next: NextAction;
};

type Work =
  | { kind: "mandate"; state: string }
  /** Sides that have confirmed an introduction: 0, 1 or 2. */
  | { kind: "record"; confirmed: number }
  | { kind: "deal"; state: string };

const OF_MANDATE: Record<string, NextAction> = {
  OFFERED: "ANSWER",
  ACCEPTED: "WAIT_CONSENT",
  ACTIVE: "INTRODUCE",
  DISPUTED: "SETTLE",
  CONTRACT_MADE: "CLAIM_FEE",
  FEE_DUE: "WAIT_PAYMENT",
};

const OF_DEAL: Record<string, NextAction> = {
  OPEN: "NEGOTIATE",
  PAUSED: "RESUME",
  DISPUTED: "SETTLE",
  AGREED: "DRAFT_CONTRACT",
};

export function nextAction(work: Work): NextAction {
  if (work.kind === "record") return work.confirmed === 0 ? "ASK_CONFIRMATION" : "OPEN_ROOM";
  const table = work.kind === "mandate" ? OF_MANDATE : OF_DEAL;
  return table[work.state] ?? "NOTHING";
}
