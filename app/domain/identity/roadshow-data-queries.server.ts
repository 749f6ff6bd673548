import type { Db } from "~/platform/db.server";

const MOST = 10_000;
const event = { select: { number: true, title: true, startsOn: true } } as const;
const oldest = { orderBy: { createdAt: "asc" }, take: MOST } as const;
const meeting = {
  number: true,
  state: true,
  source: true,
  projectId: true,
  message: true,
  declineNote: true,
  minutes: true,
  createdAt: true,
  answeredAt: true,
  heldAt: true,
} as const;

/**
 * What the market keeps about a person at roadshows: as participant, as judge or helper, as presenter.
 * What others wish of the person is theirs, and a "no" is never shown to the one whom it concerns; the
 * ticket's code and the address of the calendar are keys, not data about the person.
 */
export async function readRoadshowData(db: Db, userId: string) {
  const [participations, seats, presentations, consents] = await Promise.all([
    db.roadshowParticipant.findMany({
      where: { userId },
      ...oldest,
      select: {
        roadshow: event,
        number: true,
        state: true,
        name: true,
        organisationName: true,
        title: true,
        phone: true,
        email: true,
        roles: true,
        isWalkIn: true,
        isOnline: true,
        interests: true,
        fieldCodes: true,
        needId: true,
        achievementId: true,
        wantsMeetings: true,
        meetingsMax: true,
        unavailable: true,
        locale: true,
        isListed: true,
        ndaAcceptedAt: true,
        ndaTextHash: true,
        createdAt: true,
        checkIn: { select: { at: true } },
        wishesFrom: { ...oldest, select: { toId: true, level: true, updatedAt: true } },
        meetingsFrom: { ...oldest, select: { ...meeting, toId: true } },
        meetingsTo: { ...oldest, select: { ...meeting, fromId: true } },
        questions: {
          ...oldest,
          select: {
            projectId: true,
            text: true,
            isAnonymous: true,
            state: true,
            votes: true,
            createdAt: true,
          },
        },
        votes: { ...oldest, select: { questionId: true, createdAt: true } },
        cards: {
          ...oldest,
          select: {
            projectId: true,
            kind: true,
            note: true,
            createdAt: true,
            withdrawnAt: true,
          },
        },
        leads: {
          ...oldest,
          select: { projectId: true, reasons: true, state: true, contactedAt: true },
        },
        ratings: {
          select: {
            organisation: true,
            content: true,
            meetings: true,
            note: true,
            createdAt: true,
          },
        },
      },
    }),
    db.roadshowMember.findMany({
      where: { userId },
      ...oldest,
      select: {
        roadshow: event,
        role: true,
        state: true,
        title: true,
        note: true,
        createdAt: true,
        answeredAt: true,
        recusals: { select: { projectId: true, kind: true, reason: true, createdAt: true } },
        reviews: {
          take: MOST,
          select: { projectId: true, points: true, comment: true, submittedAt: true },
        },
        scores: {
          take: MOST,
          select: { projectId: true, points: true, note: true, submittedAt: true },
        },
      },
    }),
    db.roadshowProject.findMany({
      where: { presenterUserId: userId },
      ...oldest,
      select: {
        roadshow: event,
        id: true,
        presenterName: true,
        presenterTitle: true,
        unavailable: true,
        presentedAt: true,
      },
    }),
    db.roadshowConsent.findMany({
      where: { userId },
      ...oldest,
      select: { projectId: true, kind: true, isGiven: true, textHash: true, createdAt: true },
    }),
  ]);
  return { participations, seats, presentations, consents };
}
