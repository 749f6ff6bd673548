import { canonicalJson } from "~/domain/audit/canonical-json";
import type { AuctionEvent, ChainedEvent, NamedBidder } from "./auction-event";

export const TRANSCRIPT_FORMAT = "grand-market-transcript/1";

/** What the first event names as the hash before it. */
export const FIRST_HASH = "0".repeat(64);

/**
 * The published record of a run. Its file is the canonical JSON of this, nothing else: two readers who
 * write it again get the same bytes.
 */
export type Transcript = {
  format: typeof TRANSCRIPT_FORMAT;
  auctionId: string;
  events: readonly ChainedEvent[];
  head: { sequence: number; hash: string };
  signature: {
    algorithm: "ECDSA-P256-SHA256";
    /** r and s of 32 bytes each, base64. */
    value: string;
    /** SHA-256 of the certificate of the key. */
    fingerprint: string;
    /** Public key, SPKI in base64. */
    publicKey: string;
  };
};

/** The text whose sha256 is the hash of an event. */
export function eventText(auctionId: string, event: AuctionEvent & { previousHash: string }) {
  return canonicalJson({ ...event, auctionId });
}

/** The text that the market signs: with the last hash it covers everything before it. */
export function headText(auctionId: string, head: Transcript["head"], fingerprint: string): string {
  const { sequence, hash } = head;
  return canonicalJson({ format: TRANSCRIPT_FORMAT, auctionId, sequence, hash, fingerprint });
}

/** What is committed to of an amount that stays secret for a while. */
export function amountCommitmentText(secret: {
  auctionId: string;
  bidder: number;
  amountFen: string;
  nonce: string;
}): string {
  const { auctionId, bidder, amountFen, nonce } = secret;
  return canonicalJson({ what: "AMOUNT", auctionId, bidder, amountFen, nonce });
}

/** What is committed to of a bidder's identity before bidding begins. */
export function identityCommitmentText(auctionId: string, named: NamedBidder): string {
  const { number, name, uscc, nonce } = named;
  return canonicalJson({ what: "BIDDER", auctionId, number, name, uscc, nonce });
}

/** The event without its place in the chain. */
export function contentOf(event: ChainedEvent): AuctionEvent {
  const { previousHash: _before, hash: _own, ...content } = event;
  return content as AuctionEvent;
}
