import type { Actor } from "~/domain/identity/actor";
import type { DbOrTx } from "~/platform/db.server";
import { assertStaff } from "./day-access.server";
import type { ModeratedQuestion, QuestionPage } from "./question-view";
import type { QuestionState } from "./roadshow-question-procedure";

const PAGE_SIZE = 30;

/**
 * Questions as the moderators see them: those that wait first, with who asked.
 * @throws DomainError "not_found" (404)
 */
export async function getQuestionPage(
  db: DbOrTx,
  roadshowId: string,
  filter: { state: QuestionState; page: number },
  actor: Actor,
): Promise<QuestionPage> {
  const access = await assertStaff(db, roadshowId, actor, ["MODERATOR", "STAGE"]);
  const { roadshow, isOrganiser, seats } = access;
  const where = { roadshowId, state: filter.state };
  const [rows, total, groups] = await Promise.all([
    db.roadshowQuestion.findMany({
      where,
      orderBy:
        filter.state === "SHOWN"
          ? [{ votes: "desc" }, { createdAt: "asc" }]
          : [{ createdAt: filter.state === "PENDING" ? "asc" : "desc" }],
      skip: (filter.page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      select: {
        id: true,
        text: true,
        votes: true,
        state: true,
        isAnonymous: true,
        createdAt: true,
        participant: { select: { name: true, organisationName: true } },
        project: { select: { number: true, title: true } },
      },
    }),
    db.roadshowQuestion.count({ where }),
    db.roadshowQuestion.groupBy({ by: ["state"], where: { roadshowId }, _count: true }),
  ]);
  const counts = { PENDING: 0, SHOWN: 0, ANSWERED: 0, HIDDEN: 0 };
  for (const one of groups) counts[one.state as QuestionState] = one._count;
  return {
    title: roadshow.title,
    number: roadshow.number,
    state: filter.state,
    mayModerate: isOrganiser || seats.has("MODERATOR"),
    counts,
    total,
    page: filter.page,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE)),
    questions: rows.map(
      ({ createdAt, participant, project, ...row }): ModeratedQuestion => ({
        ...row,
        askedAt: createdAt.toISOString(),
        asker: participant.name,
        organisation: participant.organisationName,
        projectNumber: project.number,
        projectTitle: project.title,
      }),
    ),
  };
}
