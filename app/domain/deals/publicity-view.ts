import type { PublicityState } from "./publicity-procedure";
import type { PublicityMode } from "./publicity-text-rules";

/** An objection as the public reads it. */
export type PublicObjection = {
  number: number;
  at: string;
  /** Text and result; null until there is a result. */
  text: string | null;
  outcome: "UPHELD" | "REJECTED" | null;
  result: string | null;
  handledAt: string | null;
};

/** Exactly what the regulation wants to be public. */
export type PublicPublicity = {
  number: number;
  state: PublicityState;
  title: string;
  unit: string;
  counterparty: string;
  mode: PublicityMode;
  category: string;
  priceText: string;
  relatedStatement: string;
  contact: string;
  startedAt: string;
  endsAt: string | null;
  clearedAt: string | null;
  mayObject: boolean;
  objections: PublicObjection[];
  /** A later publicity of the same deal. */
  successor: number | null;
};

export type PublicityLine = {
  number: number;
  state: PublicityState;
  title: string;
  unit: string;
  priceText: string;
  startedAt: string | null;
  endsAt: string | null;
};

/** An objection as the unit handles it. */
export type OwnObjection = PublicObjection & {
  id: string;
  ownText: string;
  /** For the unit's administrators only. */
  objector: { name: string; contact: string } | null;
};

export type RoomPublicity = {
  id: string;
  number: number;
  state: PublicityState;
  title: string;
  counterparty: string;
  mode: PublicityMode;
  priceText: string;
  relatedStatement: string;
  contact: string;
  createdAt: string;
  startedAt: string | null;
  endsAt: string | null;
  clearedAt: string | null;
  minutes: { id: string; name: string } | null;
  termNumber: number;
  objections: OwnObjection[];
};
