import type { ListingKind, ListingSection } from "~/domain/catalogue/listing-kind-rules";

export const FIELD_LABELS = [
  "text",
  "metric",
  "value",
  "condition",
  "level",
  "evidence",
  "right",
  "number",
  "owner",
  "status",
  "coOwner",
  "consent",
  "from",
  "to",
  "kind",
  "royalty",
  "role",
  "intro",
] as const;
export type FieldLabel = (typeof FIELD_LABELS)[number];
export type ValueCode =
  | "NEGOTIABLE"
  | "FIXED"
  | "RANGE"
  | "ROYALTY"
  | "PENDING"
  | "GRANTED"
  | "LAPSED"
  | "NOT_REGISTERED"
  | "OURS"
  | "THEIRS"
  | "SHARED"
  | "YES"
  | "NO";

export type DisclosedLine = { label: FieldLabel; text: string | null; code: ValueCode | null };
export type DisclosedGroup = DisclosedLine[];

/** A section or file; a file's name only for those who may know it. */
export type DisclosedThing = {
  kind: ListingKind;
  section: ListingSection | null;
  fileName: string | null;
};

export type OpenedToMe = {
  grantId: string;
  thing: DisclosedThing;
  expiresAt: string | null;
};

export type GivenGrant = {
  grantId: string;
  thing: DisclosedThing;
  granteeName: string;
  grantedByName: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  isExpired: boolean;
  views: number;
};

export type DisclosureLogEntry = {
  id: string;
  thing: DisclosedThing;
  viewerName: string;
  at: string;
  how: "PAGE" | "FILE";
};

export type NdaView = {
  version: string;
  text: string;
  hash: string;
  acceptedAt: string | null;
};

export type DisclosureView = {
  isClosed: boolean;
  nda: NdaView;
  /** The reader takes part and can therefore accept and be granted something. */
  isParticipant: boolean;
  toMe: OpenedToMe[];
  /** What the reader's side can open; null for everybody who speaks for no side. */
  own: {
    things: { value: string; thing: DisclosedThing }[];
    people: { id: string; name: string; hint: string }[];
    grants: GivenGrant[];
    grantTotal: number;
  } | null;
  /** View log of the whole room, for both sides; null for brokers and advisers. */
  log: { entries: DisclosureLogEntry[]; total: number } | null;
};

export type Watermark = { name: string; at: string; number: number };

export type DisclosedSection = {
  thing: DisclosedThing;
  listingTitle: string;
  groups: DisclosedGroup[];
  watermark: Watermark;
  expiresAt: string | null;
};
