import type { DbOrTx } from "~/platform/db.server";
import { type MeetingState, OPEN_MEETINGS } from "../meetings/meeting-procedure";
import type { WishLevel } from "../meetings/wish-schema";
import type { PersonCard } from "./people-view";
import type { SuggestedPeople } from "./suggest-people.server";
import { fieldsOf, type Presented } from "./visible-people.server";

type Context = {
  /** The reader. */
  id: string;
  presented: readonly Presented[];
  levels: ReadonlyMap<string, string>;
  suggested: Pick<SuggestedPeople, "byId">;
  name: (list: "fields", code: string) => string;
};

const listingSelect = { id: true, title: true, state: true, isBlinded: true } as const;

/** Participants as their cards show them, in the given order. */
export async function personCards(
  db: DbOrTx,
  ids: readonly string[],
  { id, presented, levels, suggested, name }: Context,
): Promise<PersonCard[]> {
  const [rows, meetings] = await Promise.all([
    db.roadshowParticipant.findMany({
      where: { id: { in: [...ids] } },
      select: {
        id: true,
        name: true,
        title: true,
        organisationName: true,
        roles: true,
        isOnline: true,
        interests: true,
        fieldCodes: true,
        wantsMeetings: true,
        meetingsMax: true,
        need: { select: listingSelect },
        achievement: { select: listingSelect },
      },
    }),
    db.roadshowMeeting.findMany({
      where: {
        state: { in: [...OPEN_MEETINGS] },
        OR: [
          { fromId: id, toId: { in: [...ids] } },
          { toId: id, fromId: { in: [...ids] } },
        ],
      },
      select: { id: true, state: true, fromId: true, toId: true },
    }),
  ]);
  return ids.flatMap((one): PersonCard[] => {
    const row = rows.find((other) => other.id === one);
    if (!row) return [];
    const { need, achievement, fieldCodes, wantsMeetings, meetingsMax, ...person } = row;
    const meeting = meetings.find((other) => [other.fromId, other.toId].includes(one));
    const reason = suggested.byId.get(one)?.reason ?? null;
    const names = (codes: readonly string[]) => codes.map((code) => name("fields", code));
    return [
      {
        ...person,
        fields: names(fieldsOf({ id: one, fieldCodes }, presented)),
        listing: listingOf("need", need) ?? listingOf("achievement", achievement),
        projects: presented
          .filter((project) => project.participantId === one)
          .map(({ projectId, number, title, side }) => ({ id: projectId, number, title, side })),
        takesMeetings: wantsMeetings && meetingsMax > 0,
        wish: (levels.get(one) as WishLevel | undefined) ?? null,
        meeting: meeting
          ? {
              id: meeting.id,
              state: meeting.state as MeetingState,
              isOwnRequest: meeting.fromId === id,
            }
          : null,
        reason: reason && { ...reason, fields: names(reason.fieldCodes) },
      },
    ];
  });
}

function listingOf(
  kind: "need" | "achievement",
  row: { id: string; title: string; state: string; isBlinded: boolean } | null,
): PersonCard["listing"] {
  if (row?.state !== "PUBLISHED" || row.isBlinded) return null;
  const segment = kind === "need" ? "needs" : "achievements";
  return { kind, title: row.title, href: `/${segment}/${row.id}` };
}
