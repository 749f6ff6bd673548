import type { JsonValue } from "~/domain/audit/canonical-json";
import type { Actor } from "~/domain/identity/actor";
import type { Tx } from "~/platform/db.server";
import type { ConditionResult } from "./condition";
import type { Procedure } from "./procedure";

/** What a person adds to a move. It is stored as evidence: no secrets, no personal data. */
export type MoveInput = { note?: string; [key: string]: JsonValue | undefined };

export type MoveContext<S> = {
  tx: Tx;
  actor: Actor;
  input: MoveInput;
  now: Date;
  subject: S;
};

export type MoveHook<S> = (context: {
  tx: Tx;
  actor: Actor;
  input: MoveInput;
  now: Date;
  /** All subjects of the move, locked; one, except in bulk work. */
  subjects: readonly S[];
}) => Promise<void>;

/** How one procedure is carried out on the rows of one table. */
export type Conduct<
  S extends { id: string; state: string },
  St extends string,
  M extends string,
  R extends string,
  C extends string,
  K extends string,
> = {
  procedure: Procedure<St, M, R, C, K>;
  /** Table whose `state` column the procedure owns. */
  table:
    | "Achievement"
    | "Need"
    | "Organisation"
    | "RealNameApplication"
    | "Introduction"
    | "ImportRun"
    | "BrokerProfile"
    | "Mandate"
    | "Deal"
    | "DealTask"
    | "TermSheet"
    | "PricingPublicity"
    | "Contract"
    | "Registration"
    | "Milestone"
    | "Instalment"
    | "RewardSheet"
    | "Payment"
    | "Refund"
    | "Payout"
    | "BankLine"
    | "Lot"
    | "LotApplication"
    | "TradeFlag"
    | "TradeDispute"
    | "Auction"
    | "Tender"
    | "TenderBid"
    | "Challenge"
    | "ChallengeIntention"
    | "ChallengeTaker"
    | "ChallengeMilestone"
    | "LicenceOffer"
    | "LicencePurchase"
    | "Roadshow"
    | "RoadshowMember"
    | "RoadshowProject"
    | "RoadshowParticipant"
    | "RoadshowMeeting"
    | "RoadshowPlan"
    | "RoadshowQuestion"
    | "RoadshowLead";
  /** Reads the locked rows with what relations, conditions and hooks look at. */
  load(tx: Tx, ids: readonly string[]): Promise<S[]>;
  /** Relations of the actor to the subject; an empty set for a stranger. */
  relations(actor: Actor, subject: S): ReadonlySet<R>;
  conditions: Record<C, (context: MoveContext<S>) => ConditionResult | Promise<ConditionResult>>;
  /** Columns that must be written before the state changes, such as the date of publication. */
  before?: Partial<Record<M, MoveHook<S>>>;
  /** What follows in the same transaction: jobs, notices, search. */
  after?: Partial<Record<M, MoveHook<S>>>;
  /** What follows every move. */
  afterEach?: MoveHook<S>;
};
