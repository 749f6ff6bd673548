import { answerLiveScript } from "~/http/bidding/answer-live-form.server";
import { loadLiveState } from "~/http/bidding/load-live.server";

/** What the live page reads again while it is open, and where its scripts send what a bidder asks. */
export const loader = loadLiveState;
export const action = answerLiveScript;
