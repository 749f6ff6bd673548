import fs from "node:fs";
import type {
  makeAccount,
  makeBalanceTransaction,
  StandInCharge,
  StandInRefund,
  StandInTransfer,
} from "./stripe-stand-in-money.ts";
import type { StandInIntent, StandInSession } from "./stripe-stand-in-objects.ts";

/** What the payer sees and what goes with the payment; not part of a session's own fields. */
export type SessionExtras = {
  itemName: string;
  description: string;
  intentMetadata: Record<string, string>;
};

export type StandInState = {
  sessions: Record<string, StandInSession>;
  extras: Record<string, SessionExtras>;
  intents: Record<string, StandInIntent>;
  charges: Record<string, StandInCharge>;
  balanceTransactions: Record<string, ReturnType<typeof makeBalanceTransaction>>;
  refunds: Record<string, StandInRefund>;
  transfers: Record<string, StandInTransfer>;
  accounts: Record<string, ReturnType<typeof makeAccount>>;
  /** Where the page of an account's setting up leads back to. */
  returnUrls: Record<string, string>;
  /** Answers by idempotency key, with what was asked. */
  answers: Record<string, { asked: string; status: number; body: string }>;
};

const empty = (): StandInState => ({
  sessions: {},
  extras: {},
  intents: {},
  charges: {},
  balanceTransactions: {},
  refunds: {},
  transfers: {},
  accounts: {},
  returnUrls: {},
  answers: {},
});

export interface StandInStore {
  state: StandInState;
  save(): void;
}

/** Keeps the state in a file, so that a demonstration that is started again knows its payments. */
export function openStore(file: string | null): StandInStore {
  const state = empty();
  if (file) {
    try {
      Object.assign(state, JSON.parse(fs.readFileSync(file, "utf8")));
    } catch {
      // None yet, or cut short by a crash: a demonstration starts anew.
    }
  }
  return {
    state,
    save() {
      if (!file) return;
      fs.writeFileSync(`${file}.new`, JSON.stringify(state));
      fs.renameSync(`${file}.new`, file);
    },
  };
}
