import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A request to be introduced to the other side of a listing: the asking organisation is the
 * requester, the listing's owner the receiver. Unanswered, it lapses when the reply clock runs out;
 * accepted, it is the place where both sides talk.
 */
export const introductionProcedure = defineProcedure({
  name: "introduction",
  version: "1",
  initial: "REQUESTED",
  states: ["REQUESTED", "ACCEPTED", "DECLINED", "WITHDRAWN", "LAPSED"],
  relations: ["requester", "receiver", "market"],
  moves: {
    accept: { from: ["REQUESTED"], to: "ACCEPTED", by: ["receiver"], conditions: ["real-name"] },
    decline: {
      from: ["REQUESTED"],
      to: "DECLINED",
      by: ["receiver"],
      conditions: ["reason-given"],
    },
    withdraw: { from: ["REQUESTED"], to: "WITHDRAWN", by: ["requester"] },
    lapse: { from: ["REQUESTED"], to: "LAPSED", by: ["market"] },
  },
  clocks: {
    reply: {
      runsIn: ["REQUESTED"],
      unit: "WORKDAY",
      parameter: "market.introduction.reply_workdays",
      fires: "lapse",
    },
  },
});

export type IntroductionState = (typeof introductionProcedure.states)[number];
export type IntroductionMove = keyof typeof introductionProcedure.moves;
export type IntroductionRelation = (typeof introductionProcedure.relations)[number];

export function isIntroductionState(text: string): text is IntroductionState {
  return introductionProcedure.states.some((state) => state === text);
}
