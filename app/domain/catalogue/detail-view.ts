import type { PublicAchievement, PublicNeed } from "./listing-view";

/** Names of the codes on a detail page, in the reader's language. */
export type DetailNames = {
  fields: string[];
  industries: string[];
  modes: string[];
  licences: string[];
  ipKinds: Record<string, string>;
  region: string;
  ownerRegion: string;
  ownerKind: string;
  trlLevels: { level: number; name: string; meaning: string }[];
};

/** Amounts as text in the reader's language. */
export type Amounts = { min: string | null; max: string | null };

export type DetailView = {
  names: DetailNames;
  amounts: Amounts;
  isSignedIn: boolean;
  signInPath: string;
} & ({ kind: "achievement"; listing: PublicAchievement } | { kind: "need"; listing: PublicNeed });
