import { clock } from "~/domain/shared/clock";
import type { ClockFiring } from "~/domain/shared/procedure/sweep-clocks.server";
import { tellPoster, tellReviewers } from "./challenge-effects.server";
import { takerHref } from "./challenge-href";
import { tellPublishers, tellTraders } from "./challenge-notices.server";
import { lockChallenge } from "./challenge-rows.server";
import { settleChallenge } from "./settle-challenge.server";
import { lockTaker } from "./taker-rows.server";

/** The vetting takes too long: the office is reminded. The publicity is over: the work begins. */
export const fireChallengeClock: ClockFiring = async (tx, { subjectId, clock: name }) => {
  if (name === "publicity") {
    await settleChallenge(subjectId, tx);
    return;
  }
  const row = await lockChallenge(tx, subjectId);
  if (row.state !== "VETTING") return;
  await tellReviewers(tx, row, "challengeToVet", clock.now());
  await tellPoster(tx, row, "challengeToVet", clock.now());
};

/** The contract is not signed in time: both sides are reminded. */
export const fireChallengeTakerClock: ClockFiring = async (tx, { subjectId }) => {
  const row = await lockTaker(tx, subjectId);
  if (row.state !== "CONTRACTING") return;
  const told = {
    kind: "challengeContractLate" as const,
    params: { title: row.challenge.title },
    href: takerHref(row.id),
    key: row.id,
  };
  await tellPublishers(tx, row.challenge.organisationId, told);
  await tellTraders(tx, row.organisationId, told);
};
