import { canonicalJson } from "~/domain/audit/canonical-json";
import { reserveCommitmentText } from "~/domain/trading/reserve-commitment-rules";
import type { AuctionEvent, AuctionResult } from "./auction-event";
import { replay } from "./replay-rules";
import {
  amountCommitmentText,
  contentOf,
  eventText,
  FIRST_HASH,
  headText,
  identityCommitmentText,
  TRANSCRIPT_FORMAT,
  type Transcript,
} from "./transcript-rules";

/** The checks, in the order in which they are made; the first that fails is told. */
export const TRANSCRIPT_CHECKS = [
  "form",
  "chain",
  "signature",
  "rules",
  "commitments",
  "replay",
  "result",
] as const;
export type TranscriptCheck = (typeof TRANSCRIPT_CHECKS)[number];

export type Verdict =
  | {
      isValid: true;
      events: number;
      bids: number;
      extensions: number;
      result: AuctionResult;
      /** Name of the winner as it was opened. */
      winner: string | null;
      lotNumber: number;
      fingerprint: string;
      /** Whether the reader's own list has the key; without one only the fingerprint can be compared. */
      isKnownKey: boolean | null;
    }
  | { isValid: false; failed: TranscriptCheck; sequence: number | null };

/** A key that the reader trusts: base64 SPKI and the fingerprint of its certificate. */
export type KnownKey = { fingerprint: string; publicKey: string };

class Fault extends Error {
  constructor(
    readonly check: TranscriptCheck,
    readonly sequence: number | null = null,
  ) {
    super(check);
  }
}

/**
 * Checks a published transcript with nothing but its own bytes: hashes, signature, commitments, and
 * every event by running the engine again. Needs Web Crypto only, so that it runs anywhere.
 */
export async function verifyTranscript(
  text: string,
  knownKeys: readonly KnownKey[] | null,
): Promise<Verdict> {
  try {
    const transcript = readTranscript(text);
    await checkChain(transcript);
    const isKnownKey = await checkSignature(transcript, knownKeys);
    const events = transcript.events.map(contentOf);
    const first = events[0];
    if (first?.kind !== "SCHEDULED") throw new Fault("rules", 1);
    if ((await sha256(canonicalJson(first.rules))) !== first.rulesHash) throw new Fault("rules", 1);
    await checkCommitments(transcript.auctionId, events);
    const result = checkReplay(events);
    const named = events.findLast((one) => one.kind === "NAMED");
    const won = result.outcome === "WON" ? result.bidder : null;
    return {
      isValid: true,
      events: events.length,
      bids: events.filter((one) => one.kind === "BID").length,
      extensions: events.filter((one) => one.kind === "EXTENDED").length,
      result,
      winner: named?.bidders.find((one) => one.number === won)?.name ?? null,
      lotNumber: first.lotNumber,
      fingerprint: transcript.signature.fingerprint,
      isKnownKey,
    };
  } catch (error) {
    if (error instanceof Fault) {
      return { isValid: false, failed: error.check, sequence: error.sequence };
    }
    // Whatever the engine cannot make sense of was not written by it.
    return { isValid: false, failed: "replay", sequence: null };
  }
}

function readTranscript(text: string): Transcript {
  try {
    const { auctionId, events, head, signature } = JSON.parse(text) as Transcript;
    const { value, fingerprint, publicKey } = signature;
    const transcript: Transcript = {
      format: TRANSCRIPT_FORMAT,
      auctionId,
      events,
      head: { sequence: head.sequence, hash: head.hash },
      signature: { algorithm: "ECDSA-P256-SHA256", value, fingerprint, publicKey },
    };
    // The one spelling, and no member beside these: a byte more or less is another file.
    if (Array.isArray(events) && canonicalJson(transcript) === text) return transcript;
  } catch {
    // Not JSON, or not of this form.
  }
  throw new Fault("form");
}

async function checkChain({ auctionId, events, head }: Transcript): Promise<void> {
  let previousHash = FIRST_HASH;
  for (const [index, event] of events.entries()) {
    const { hash, ...linked } = event;
    const isNext = event.sequence === index + 1 && event.previousHash === previousHash;
    if (!isNext || (await sha256(eventText(auctionId, linked))) !== hash) {
      throw new Fault("chain", index + 1);
    }
    previousHash = hash;
  }
  if (head.sequence !== events.length || head.hash !== previousHash) throw new Fault("chain");
}

/** @returns whether the key is one that the reader knows; null when the reader knows none */
async function checkSignature(
  { auctionId, head, signature }: Transcript,
  knownKeys: readonly KnownKey[] | null,
): Promise<boolean | null> {
  const known = knownKeys?.find((one) => one.publicKey === signature.publicKey);
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  try {
    const bytes = fromBase64(signature.publicKey);
    const key = await crypto.subtle.importKey("spki", bytes, algorithm, false, ["verify"]);
    const isSigned = await crypto.subtle.verify(
      { name: "ECDSA", hash: "SHA-256" },
      key,
      fromBase64(signature.value),
      new TextEncoder().encode(headText(auctionId, head, signature.fingerprint)),
    );
    const isNamed = known === undefined || known.fingerprint === signature.fingerprint;
    if (!isSigned || !isNamed) throw new Fault("signature");
  } catch {
    throw new Fault("signature");
  }
  return knownKeys && knownKeys.length > 0 ? known !== undefined : null;
}

/** Every amount and name that was opened is the one that was committed to. */
async function checkCommitments(auctionId: string, events: readonly AuctionEvent[]): Promise<void> {
  const [first] = events;
  if (first?.kind !== "SCHEDULED") throw new Fault("commitments");
  const expect = async (sequence: number, text: string, commitment: string | undefined) => {
    if ((await sha256(text)) !== commitment) throw new Fault("commitments", sequence);
  };
  for (const event of events) {
    const { sequence } = event;
    if (event.kind === "OPENED") {
      const { of, bidder, amountFen, nonce } = event;
      const made = events[of - 1];
      const commitment = made && "commitment" in made ? made.commitment : undefined;
      if (!made || !("bidder" in made) || made.bidder !== bidder) {
        throw new Fault("commitments", sequence);
      }
      const text = amountCommitmentText({ auctionId, bidder, amountFen, nonce });
      await expect(sequence, text, commitment);
    } else if (event.kind === "RESERVE_OPENED") {
      const { reserve } = first.rules;
      const commitment = reserve.kind === "SECRET" ? reserve.commitment : undefined;
      await expect(sequence, reserveCommitmentText(event), commitment);
    } else if (event.kind === "NAMED") {
      if (event.bidders.length !== first.bidders.length) throw new Fault("commitments", sequence);
      for (const named of event.bidders) {
        const { commitment } = first.bidders.find((one) => one.number === named.number) ?? {};
        await expect(sequence, identityCommitmentText(auctionId, named), commitment);
      }
    }
  }
}

function checkReplay(events: readonly AuctionEvent[]): AuctionResult {
  const again = replay(events);
  if (!again.isSame) throw new Fault("replay", again.sequence);
  const { result, unopened } = again.state;
  if (!result || unopened.length > 0) throw new Fault("result");
  return result;
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @throws Error unless it is the one spelling of its bytes */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  if (btoa(atob(text)) !== text) throw new RangeError("not base64");
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
