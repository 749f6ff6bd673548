import { defineProcedure } from "~/domain/shared/procedure/procedure";

/**
 * A question from the audience. Where the event is moderated it waits for a moderator; otherwise the
 * market shows it at once. Hidden ones are seen by moderators and by who asked.
 */
export const roadshowQuestionProcedure = defineProcedure({
  name: "roadshow-question",
  version: "1",
  initial: "PENDING",
  states: ["PENDING", "SHOWN", "ANSWERED", "HIDDEN"],
  relations: ["moderator", "asker", "market"],
  moves: {
    show: { from: ["PENDING", "HIDDEN"], to: "SHOWN", by: ["moderator", "market"] },
    hide: { from: ["PENDING", "SHOWN", "ANSWERED"], to: "HIDDEN", by: ["moderator"] },
    answer: { from: ["SHOWN"], to: "ANSWERED", by: ["moderator"] },
    reopen: { from: ["ANSWERED"], to: "SHOWN", by: ["moderator"] },
    withdraw: { from: ["PENDING", "SHOWN"], to: "HIDDEN", by: ["asker"] },
  },
  clocks: {},
});

export type QuestionState = (typeof roadshowQuestionProcedure.states)[number];
export type QuestionMove = keyof typeof roadshowQuestionProcedure.moves;
export type QuestionRelation = (typeof roadshowQuestionProcedure.relations)[number];
