import type { Messages } from "../messages";
import type { biddingTranscript as chinese } from "../zh-CN/bidding-transcript";

/** The public record of a run and its checking. */
export const biddingTranscript: Messages<typeof chinese> = {
  title: "Bidding transcript of lot {{number}}",
  lead: "Everything that happened, from the schedule to the result, in its order. Each event carries the hash of the one before and the market has signed the last: no change goes unnoticed.",
  result: "Result",
  publishedAt: "Published",
  head: "Hash of the last event (SHA-256)",
  key: "Fingerprint of the signing certificate",
  download: "Download the transcript (JSON)",
  verify: "How to verify it",
  notice: "Notice of the result (PDF)",
  confirmation: "Confirmation of the sale (PDF)",
  caption: "Transcript",
  sequence: "No.",
  time: "Time",
  bidder: "Bidder",
  event: "Event",
  amount: "Amount",
  summary: "Page {{page}} of {{pages}}; {{total}} events",
  named: "{{code}}: {{name}}",
  kind: {
    SCHEDULED: "Scheduled: rules published, {{count}} bidders",
    SEALED: "Sealed bid handed in (commitment {{commitment}})",
    PROXY_SET: "Maximum set (commitment {{commitment}})",
    PROXY_DROPPED: "Maximum taken back",
    REFUSED: "Refused: {{reason}}",
    REFUSED_SECRET: "Refused: {{reason}} (commitment to the amount {{commitment}})",
    FLAGGED: "Far above the price before it: marked for a person to look at (event {{of}})",
    OPENED: "Amount opened that event {{of}} committed to",
    RESERVE_OPENED: "Reserve opened",
    NAMED: "Names of the bidders opened",
    NAMED_UNRECORDED:
      "Names of the bidders opened; {{count}} refused bids over the limit were counted only",
  },
  verifier: {
    title: "Verify a bidding transcript",
    lead: "The verifier is one file that needs no server and makes no connection. It runs the bidding engine's own code again and checks order, extensions, price, winner, commitments and signature.",
    steps: "How to",
    step1: "Download the transcript (JSON) on the transcript's page.",
    step2: "Download one of the verifiers below.",
    step3:
      "Command line: node verify-auction.mjs transcript.json; or open the page in a browser and choose the transcript.",
    command: "Verifier for the command line (verify-auction.mjs, needs Node.js 20 or later)",
    page: "Verifier as a page (verify-auction.html)",
    keys: "The verifier carries the market's public keys. Compare the fingerprints with a source that you trust:",
    noKeys: "The market has not signed a transcript yet.",
    find: "Find the transcript of a lot",
    number: "Lot number",
    show: "Show the transcript",
  },
};
