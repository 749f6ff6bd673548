import type { CodeName } from "#search/indexes/listing-document";
import type { ListingKind } from "~/domain/catalogue/listing-kind-rules";
import type { DeclineCode } from "./answer-schema";
import type { PartySide } from "./disclosure-rules";
import type { IntroductionMove, IntroductionState } from "./introduction-procedure";
import type { RequestText } from "./request-text-rules";

/** An organisation as the other side sees it: without a name while it is blinded. */
export type PartyView = {
  name: string | null;
  organisationId: string | null;
  kind: string;
  region: CodeName;
};

export type IntroductionItem = {
  id: string;
  number: number;
  state: IntroductionState;
  side: PartySide;
  kind: ListingKind;
  asked: { title: string; href: string | null };
  own: { title: string; href: string | null } | null;
  other: PartyView;
  createdAt: string;
  replyDueAt: string | null;
  answeredAt: string | null;
  /** Messages that this person has not seen. */
  unread: number;
};

export type Box = "inbox" | "outbox";

export type ConversationMessage = {
  id: string;
  sequence: number;
  body: string;
  createdAt: string;
  authorName: string;
  organisationName: string;
  /** Written by our side. */
  isOurs: boolean;
  /** Written by the reader. */
  isMine: boolean;
};

export type IntroductionDetail = IntroductionItem & {
  request: RequestText;
  requestedBy: string | null;
  declineCode: DeclineCode | null;
  moves: IntroductionMove[];
  canWrite: boolean;
  messages: ConversationMessage[];
  sequence: number;
};
