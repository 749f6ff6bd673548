import { can } from "~/domain/identity/permission-rules";
import type { Conduct } from "~/domain/shared/procedure/conduct";
import {
  type QuestionMove,
  type QuestionRelation,
  type QuestionState,
  roadshowQuestionProcedure,
} from "./roadshow-question-procedure";

type QuestionRow = {
  id: string;
  state: string;
  participant: { userId: string | null };
  roadshow: { organisationId: string; members: { userId: string }[] };
};

/** How questions of the audience move. */
export const roadshowQuestionConduct: Conduct<
  QuestionRow,
  QuestionState,
  QuestionMove,
  QuestionRelation,
  string,
  never
> = {
  procedure: roadshowQuestionProcedure,
  table: "RoadshowQuestion",

  async load(tx, ids) {
    return tx.roadshowQuestion.findMany({
      where: { id: { in: [...ids] } },
      orderBy: { id: "asc" },
      select: {
        id: true,
        state: true,
        participant: { select: { userId: true } },
        roadshow: {
          select: {
            organisationId: true,
            members: {
              where: { role: "MODERATOR", state: "ACCEPTED" },
              select: { userId: true },
            },
          },
        },
      },
    });
  },

  relations(actor, { participant, roadshow }) {
    if (actor.kind === "SYSTEM") return new Set<QuestionRelation>(["market"]);
    const found = new Set<QuestionRelation>();
    const isModerator =
      can(actor, "roadshow.organise", { organisationId: roadshow.organisationId }) ||
      roadshow.members.some((one) => one.userId === actor.userId);
    if (isModerator) found.add("moderator");
    if (participant.userId === actor.userId) found.add("asker");
    return found;
  },

  conditions: {},

  before: {
    async show({ tx, subjects, now }) {
      const ids = subjects.map((one) => one.id);
      await tx.roadshowQuestion.updateMany({
        where: { id: { in: ids }, shownAt: null },
        data: { shownAt: now },
      });
    },
    async answer({ tx, subjects, now }) {
      const ids = subjects.map((one) => one.id);
      await tx.roadshowQuestion.updateMany({
        where: { id: { in: ids } },
        data: { answeredAt: now },
      });
    },
  },
};
