import type { Prisma } from "#prisma/client/client";

export const intentionSelect = {
  id: true,
  number: true,
  state: true,
  revision: true,
  challengeId: true,
  organisationId: true,
  userId: true,
  content: true,
  isRelated: true,
  relatedNote: true,
  scoutUserId: true,
  fileId: true,
  submittedAt: true,
  screeningNote: true,
  scoreHundredths: true,
  rank: true,
  challenge: {
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      organisationId: true,
      regionCode: true,
      intentionsDueAt: true,
      agreementHash: true,
      targets: true,
    },
  },
} as const satisfies Prisma.ChallengeIntentionSelect;

export type IntentionRow = Prisma.ChallengeIntentionGetPayload<{ select: typeof intentionSelect }>;
