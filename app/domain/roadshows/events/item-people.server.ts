import type { Prisma } from "#prisma/client/client";
import { DomainError } from "~/domain/shared/domain-error";
import type { DbOrTx } from "~/platform/db.server";
import { WORKING_ROLES } from "../people/participant-rows.server";

/** Of a larger event those who work for it come first; others are found among so many. */
const SHOWN = 500;

/** People who may have to be at an item of the programme: staff, judges and presenters first. */
export async function listItemPeople(
  db: DbOrTx,
  roadshowId: string,
): Promise<{ value: string; label: string }[]> {
  const working = { roles: { hasSome: WORKING_ROLES } };
  const find = (which: Prisma.RoadshowParticipantWhereInput, take: number) =>
    db.roadshowParticipant.findMany({
      where: { roadshowId, state: "REGISTERED", ...which },
      orderBy: { number: "asc" },
      take,
      select: { id: true, number: true, name: true, organisationName: true },
    });
  const first = await find(working, SHOWN);
  const rest = first.length < SHOWN ? await find({ NOT: working }, SHOWN - first.length) : [];
  return [...first, ...rest].map(({ id, number, name, organisationName }) => ({
    value: id,
    label: [name, organisationName, `#${number}`].filter(Boolean).join(" · "),
  }));
}

/** Who must be at an item comes to the event. @throws DomainError "not_a_choice" at "personIds" */
export async function assertItemPeople(
  db: DbOrTx,
  roadshowId: string,
  personIds: readonly string[],
): Promise<void> {
  const found = await db.roadshowParticipant.count({
    where: { roadshowId, state: "REGISTERED", id: { in: [...personIds] } },
  });
  if (found !== personIds.length) throw new DomainError("not_a_choice", { field: "personIds" });
}
