-- AlterTable
ALTER TABLE "Deal" ADD COLUMN     "roadshowLeadId" UUID;

-- CreateTable
CREATE TABLE "RoadshowScan" (
    "id" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "deviceId" TEXT NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,
    "scannedAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "offsetMs" INTEGER NOT NULL DEFAULT 0,
    "byUserId" UUID NOT NULL,
    "how" TEXT NOT NULL DEFAULT 'QR',

    CONSTRAINT "RoadshowScan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowCheckIn" (
    "participantId" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "scanId" UUID NOT NULL,

    CONSTRAINT "RoadshowCheckIn_pkey" PRIMARY KEY ("participantId")
);

-- CreateTable
CREATE TABLE "RoadshowStage" (
    "placeId" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "entryId" UUID,
    "phase" TEXT NOT NULL DEFAULT 'WAITING',
    "pausedPhase" TEXT,
    "phaseStartedAt" TIMESTAMPTZ(3),
    "elapsedMs" INTEGER NOT NULL DEFAULT 0,
    "message" TEXT NOT NULL DEFAULT '',
    "questionId" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowStage_pkey" PRIMARY KEY ("placeId")
);

-- CreateTable
CREATE TABLE "RoadshowQuestion" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "text" TEXT NOT NULL,
    "isAnonymous" BOOLEAN NOT NULL DEFAULT false,
    "votes" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shownAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoadshowQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowVote" (
    "questionId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowVote_pkey" PRIMARY KEY ("questionId","participantId")
);

-- CreateTable
CREATE TABLE "RoadshowCard" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoadshowCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowScore" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "points" JSONB NOT NULL DEFAULT '{}',
    "totalHundredths" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowScore_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowSigning" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "projectId" UUID,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "supplyOrganisationId" UUID NOT NULL,
    "demandOrganisationId" UUID NOT NULL,
    "amountFen" BIGINT,
    "createdById" UUID NOT NULL,
    "supplyConfirmedById" UUID,
    "supplyConfirmedAt" TIMESTAMPTZ(3),
    "demandConfirmedById" UUID,
    "demandConfirmedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowSigning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowLead" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'NEW',
    "organisationId" UUID NOT NULL,
    "ownerId" UUID,
    "reasons" TEXT[],
    "replyDueAt" TIMESTAMPTZ(3),
    "contactedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "dropCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowLead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowFollowUp" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "days" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "status" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "statedFen" BIGINT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoadshowFollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowConsent" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "isGiven" BOOLEAN NOT NULL,
    "textHash" CHAR(64) NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowConsent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowReplay" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "fileId" UUID,
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoadshowReplay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowRating" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "organisation" SMALLINT NOT NULL,
    "content" SMALLINT NOT NULL,
    "meetings" SMALLINT,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowRating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowReport" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "pdfFileId" UUID,
    "xlsxFileId" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowParticipant" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'WAITING',
    "userId" UUID,
    "organisationId" UUID,
    "name" TEXT NOT NULL,
    "organisationName" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "roles" TEXT[],
    "isWalkIn" BOOLEAN NOT NULL DEFAULT false,
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "interests" TEXT NOT NULL DEFAULT '',
    "fieldCodes" TEXT[],
    "needId" UUID,
    "achievementId" UUID,
    "wantsMeetings" BOOLEAN NOT NULL DEFAULT false,
    "meetingsMax" INTEGER NOT NULL DEFAULT 8,
    "unavailable" JSONB NOT NULL DEFAULT '[]',
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "isListed" BOOLEAN NOT NULL DEFAULT false,
    "ndaAcceptedAt" TIMESTAMPTZ(3),
    "ndaTextHash" CHAR(64),
    "checkInCode" TEXT NOT NULL,
    "feedToken" TEXT NOT NULL,
    "remindedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowParticipant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowWish" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowWish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowMeeting" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'REQUESTED',
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "projectId" UUID,
    "source" TEXT NOT NULL DEFAULT 'REQUEST',
    "message" TEXT NOT NULL DEFAULT '',
    "declineNote" TEXT NOT NULL DEFAULT '',
    "minutes" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "heldAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoadshowMeeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowPlan" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "reason" TEXT NOT NULL DEFAULT 'FIRST',
    "note" TEXT NOT NULL DEFAULT '',
    "basedOnId" UUID,
    "sequence" INTEGER,
    "seed" INTEGER NOT NULL DEFAULT 1,
    "seconds" INTEGER NOT NULL DEFAULT 10,
    "points" INTEGER,
    "bound" INTEGER,
    "greedyPoints" INTEGER,
    "solveMs" INTEGER,
    "isProvenBest" BOOLEAN NOT NULL DEFAULT false,
    "findings" JSONB NOT NULL DEFAULT '{}',
    "problemHash" CHAR(64),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoadshowPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowEntry" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "projectId" UUID,
    "meetingId" UUID,
    "itemId" UUID,
    "placeId" UUID NOT NULL,
    "seat" INTEGER NOT NULL DEFAULT 1,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "freeAt" TIMESTAMPTZ(3) NOT NULL,
    "isLocked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RoadshowEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowEntryPerson" (
    "entryId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'PARTY',
    "planId" UUID NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RoadshowEntryPerson_pkey" PRIMARY KEY ("entryId","participantId")
);

-- CreateTable
CREATE TABLE "RoadshowDelay" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "placeId" UUID NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "planId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowDelay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowSeries" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Roadshow" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "organisationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "seriesId" UUID,
    "copiedFromId" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "intro" TEXT NOT NULL DEFAULT '',
    "fieldCodes" TEXT[],
    "regionCode" CHAR(6),
    "format" TEXT NOT NULL DEFAULT 'ONSITE',
    "venue" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "directions" TEXT NOT NULL DEFAULT '',
    "onlineUrl" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[] DEFAULT ARRAY['zh-CN']::TEXT[],
    "startsOn" DATE,
    "endsOn" DATE,
    "callDueAt" TIMESTAMPTZ(3),
    "confirmDueAt" TIMESTAMPTZ(3),
    "materialsDueAt" TIMESTAMPTZ(3),
    "audienceDueAt" TIMESTAMPTZ(3),
    "maxAudience" INTEGER,
    "rules" JSONB NOT NULL DEFAULT '{}',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "planId" UUID,
    "vettingNote" TEXT NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3),
    "approvedAt" TIMESTAMPTZ(3),
    "callOpenedAt" TIMESTAMPTZ(3),
    "liveAt" TIMESTAMPTZ(3),
    "reportedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "cancelNote" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Roadshow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowPlace" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT '',
    "count" INTEGER NOT NULL DEFAULT 1,
    "capacity" INTEGER NOT NULL DEFAULT 0,
    "equipment" TEXT[],
    "languages" TEXT[],
    "url" TEXT NOT NULL DEFAULT '',
    "setupMinutes" INTEGER NOT NULL DEFAULT 0,
    "openings" JSONB NOT NULL DEFAULT '[]',
    "sort" INTEGER NOT NULL DEFAULT 0,
    "closedFrom" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowPlace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowItem" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "placeId" UUID,
    "startsAt" TIMESTAMPTZ(3),
    "position" TEXT NOT NULL DEFAULT 'ANY',
    "personIds" UUID[],
    "isPublic" BOOLEAN NOT NULL DEFAULT true,
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RoadshowItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowMember" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'INVITED',
    "title" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoadshowMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowRecusal" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowRecusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowProject" (
    "id" UUID NOT NULL,
    "roadshowId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "side" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "achievementId" UUID,
    "needId" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "highlights" TEXT NOT NULL DEFAULT '',
    "fieldCodes" TEXT[],
    "trl" SMALLINT,
    "ipNote" TEXT NOT NULL DEFAULT '',
    "cooperationWish" TEXT NOT NULL DEFAULT '',
    "priceWish" TEXT NOT NULL DEFAULT '',
    "presenterName" TEXT NOT NULL DEFAULT '',
    "presenterTitle" TEXT NOT NULL DEFAULT '',
    "presenterUserId" UUID,
    "companions" INTEGER NOT NULL DEFAULT 0,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "confidentiality" TEXT NOT NULL DEFAULT 'PUBLIC',
    "noveltyAnswer" TEXT,
    "noveltyNote" TEXT NOT NULL DEFAULT '',
    "noveltyAt" TIMESTAMPTZ(3),
    "equipment" TEXT[],
    "unavailable" JSONB NOT NULL DEFAULT '[]',
    "isOnline" BOOLEAN NOT NULL DEFAULT false,
    "checkNote" TEXT NOT NULL DEFAULT '',
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "scoreHundredths" INTEGER,
    "rank" INTEGER,
    "confirmDueAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "materialFileId" UUID,
    "materialAt" TIMESTAMPTZ(3),
    "materialNote" TEXT NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3),
    "presentedAt" TIMESTAMPTZ(3),
    "stageHundredths" INTEGER,
    "stageRank" INTEGER,
    "scoresClosedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowProject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoadshowReview" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "points" JSONB NOT NULL DEFAULT '{}',
    "totalHundredths" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoadshowReview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RoadshowScan_participantId_idx" ON "RoadshowScan"("participantId");

-- CreateIndex
CREATE INDEX "RoadshowCheckIn_roadshowId_at_idx" ON "RoadshowCheckIn"("roadshowId", "at");

-- CreateIndex
CREATE INDEX "RoadshowStage_roadshowId_idx" ON "RoadshowStage"("roadshowId");

-- CreateIndex
CREATE INDEX "RoadshowQuestion_projectId_state_votes_idx" ON "RoadshowQuestion"("projectId", "state", "votes" DESC);

-- CreateIndex
CREATE INDEX "RoadshowQuestion_roadshowId_state_createdAt_idx" ON "RoadshowQuestion"("roadshowId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "RoadshowCard_participantId_idx" ON "RoadshowCard"("participantId");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowCard_projectId_participantId_kind_key" ON "RoadshowCard"("projectId", "participantId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowScore_projectId_memberId_key" ON "RoadshowScore"("projectId", "memberId");

-- CreateIndex
CREATE INDEX "RoadshowSigning_roadshowId_createdAt_idx" ON "RoadshowSigning"("roadshowId", "createdAt");

-- CreateIndex
CREATE INDEX "RoadshowSigning_supplyOrganisationId_idx" ON "RoadshowSigning"("supplyOrganisationId");

-- CreateIndex
CREATE INDEX "RoadshowSigning_demandOrganisationId_idx" ON "RoadshowSigning"("demandOrganisationId");

-- CreateIndex
CREATE INDEX "RoadshowLead_organisationId_state_createdAt_idx" ON "RoadshowLead"("organisationId", "state", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RoadshowLead_roadshowId_state_idx" ON "RoadshowLead"("roadshowId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowLead_projectId_participantId_key" ON "RoadshowLead"("projectId", "participantId");

-- CreateIndex
CREATE INDEX "RoadshowFollowUp_dueOn_idx" ON "RoadshowFollowUp"("dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowFollowUp_projectId_days_key" ON "RoadshowFollowUp"("projectId", "days");

-- CreateIndex
CREATE INDEX "RoadshowConsent_projectId_kind_createdAt_idx" ON "RoadshowConsent"("projectId", "kind", "createdAt");

-- CreateIndex
CREATE INDEX "RoadshowReplay_projectId_idx" ON "RoadshowReplay"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowRating_roadshowId_participantId_key" ON "RoadshowRating"("roadshowId", "participantId");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowReport_roadshowId_version_key" ON "RoadshowReport"("roadshowId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowParticipant_checkInCode_key" ON "RoadshowParticipant"("checkInCode");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowParticipant_feedToken_key" ON "RoadshowParticipant"("feedToken");

-- CreateIndex
CREATE INDEX "RoadshowParticipant_roadshowId_state_name_idx" ON "RoadshowParticipant"("roadshowId", "state", "name");

-- CreateIndex
CREATE INDEX "RoadshowParticipant_userId_createdAt_idx" ON "RoadshowParticipant"("userId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowParticipant_roadshowId_number_key" ON "RoadshowParticipant"("roadshowId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowParticipant_roadshowId_userId_key" ON "RoadshowParticipant"("roadshowId", "userId");

-- CreateIndex
CREATE INDEX "RoadshowWish_toId_idx" ON "RoadshowWish"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowWish_fromId_toId_key" ON "RoadshowWish"("fromId", "toId");

-- CreateIndex
CREATE INDEX "RoadshowMeeting_roadshowId_state_idx" ON "RoadshowMeeting"("roadshowId", "state");

-- CreateIndex
CREATE INDEX "RoadshowMeeting_fromId_idx" ON "RoadshowMeeting"("fromId");

-- CreateIndex
CREATE INDEX "RoadshowMeeting_toId_idx" ON "RoadshowMeeting"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowMeeting_roadshowId_number_key" ON "RoadshowMeeting"("roadshowId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowPlan_roadshowId_version_key" ON "RoadshowPlan"("roadshowId", "version");

-- CreateIndex
CREATE INDEX "RoadshowEntry_planId_startsAt_idx" ON "RoadshowEntry"("planId", "startsAt");

-- CreateIndex
CREATE INDEX "RoadshowEntry_projectId_idx" ON "RoadshowEntry"("projectId");

-- CreateIndex
CREATE INDEX "RoadshowEntry_meetingId_idx" ON "RoadshowEntry"("meetingId");

-- CreateIndex
CREATE INDEX "RoadshowEntryPerson_participantId_startsAt_idx" ON "RoadshowEntryPerson"("participantId", "startsAt");

-- CreateIndex
CREATE INDEX "RoadshowDelay_roadshowId_createdAt_idx" ON "RoadshowDelay"("roadshowId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowSeries_number_key" ON "RoadshowSeries"("number");

-- CreateIndex
CREATE INDEX "RoadshowSeries_organisationId_createdAt_idx" ON "RoadshowSeries"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Roadshow_number_key" ON "Roadshow"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Roadshow_planId_key" ON "Roadshow"("planId");

-- CreateIndex
CREATE INDEX "Roadshow_state_startsOn_idx" ON "Roadshow"("state", "startsOn");

-- CreateIndex
CREATE INDEX "Roadshow_organisationId_createdAt_idx" ON "Roadshow"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Roadshow_seriesId_startsOn_idx" ON "Roadshow"("seriesId", "startsOn");

-- CreateIndex
CREATE INDEX "RoadshowPlace_roadshowId_sort_idx" ON "RoadshowPlace"("roadshowId", "sort");

-- CreateIndex
CREATE INDEX "RoadshowItem_roadshowId_sort_idx" ON "RoadshowItem"("roadshowId", "sort");

-- CreateIndex
CREATE INDEX "RoadshowMember_userId_createdAt_idx" ON "RoadshowMember"("userId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowMember_roadshowId_userId_role_key" ON "RoadshowMember"("roadshowId", "userId", "role");

-- CreateIndex
CREATE INDEX "RoadshowRecusal_projectId_idx" ON "RoadshowRecusal"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowRecusal_memberId_projectId_key" ON "RoadshowRecusal"("memberId", "projectId");

-- CreateIndex
CREATE INDEX "RoadshowProject_roadshowId_state_idx" ON "RoadshowProject"("roadshowId", "state");

-- CreateIndex
CREATE INDEX "RoadshowProject_organisationId_createdAt_idx" ON "RoadshowProject"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RoadshowProject_presenterUserId_idx" ON "RoadshowProject"("presenterUserId");

-- CreateIndex
CREATE INDEX "RoadshowProject_achievementId_idx" ON "RoadshowProject"("achievementId");

-- CreateIndex
CREATE INDEX "RoadshowProject_needId_idx" ON "RoadshowProject"("needId");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowProject_roadshowId_number_key" ON "RoadshowProject"("roadshowId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RoadshowReview_projectId_memberId_key" ON "RoadshowReview"("projectId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_roadshowLeadId_key" ON "Deal"("roadshowLeadId");

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_roadshowLeadId_fkey" FOREIGN KEY ("roadshowLeadId") REFERENCES "RoadshowLead"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowScan" ADD CONSTRAINT "RoadshowScan_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowCheckIn" ADD CONSTRAINT "RoadshowCheckIn_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowStage" ADD CONSTRAINT "RoadshowStage_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "RoadshowPlace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowQuestion" ADD CONSTRAINT "RoadshowQuestion_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowQuestion" ADD CONSTRAINT "RoadshowQuestion_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowQuestion" ADD CONSTRAINT "RoadshowQuestion_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowVote" ADD CONSTRAINT "RoadshowVote_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "RoadshowQuestion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowVote" ADD CONSTRAINT "RoadshowVote_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowCard" ADD CONSTRAINT "RoadshowCard_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowCard" ADD CONSTRAINT "RoadshowCard_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowScore" ADD CONSTRAINT "RoadshowScore_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowScore" ADD CONSTRAINT "RoadshowScore_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "RoadshowMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowSigning" ADD CONSTRAINT "RoadshowSigning_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowSigning" ADD CONSTRAINT "RoadshowSigning_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowSigning" ADD CONSTRAINT "RoadshowSigning_supplyOrganisationId_fkey" FOREIGN KEY ("supplyOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowSigning" ADD CONSTRAINT "RoadshowSigning_demandOrganisationId_fkey" FOREIGN KEY ("demandOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowLead" ADD CONSTRAINT "RoadshowLead_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowLead" ADD CONSTRAINT "RoadshowLead_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowLead" ADD CONSTRAINT "RoadshowLead_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowLead" ADD CONSTRAINT "RoadshowLead_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowLead" ADD CONSTRAINT "RoadshowLead_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowFollowUp" ADD CONSTRAINT "RoadshowFollowUp_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowFollowUp" ADD CONSTRAINT "RoadshowFollowUp_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowConsent" ADD CONSTRAINT "RoadshowConsent_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowReplay" ADD CONSTRAINT "RoadshowReplay_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowReplay" ADD CONSTRAINT "RoadshowReplay_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowRating" ADD CONSTRAINT "RoadshowRating_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowRating" ADD CONSTRAINT "RoadshowRating_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowReport" ADD CONSTRAINT "RoadshowReport_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowReport" ADD CONSTRAINT "RoadshowReport_pdfFileId_fkey" FOREIGN KEY ("pdfFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowReport" ADD CONSTRAINT "RoadshowReport_xlsxFileId_fkey" FOREIGN KEY ("xlsxFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowParticipant" ADD CONSTRAINT "RoadshowParticipant_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowParticipant" ADD CONSTRAINT "RoadshowParticipant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowParticipant" ADD CONSTRAINT "RoadshowParticipant_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowParticipant" ADD CONSTRAINT "RoadshowParticipant_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowParticipant" ADD CONSTRAINT "RoadshowParticipant_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowWish" ADD CONSTRAINT "RoadshowWish_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowWish" ADD CONSTRAINT "RoadshowWish_toId_fkey" FOREIGN KEY ("toId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowMeeting" ADD CONSTRAINT "RoadshowMeeting_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowMeeting" ADD CONSTRAINT "RoadshowMeeting_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowMeeting" ADD CONSTRAINT "RoadshowMeeting_toId_fkey" FOREIGN KEY ("toId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowMeeting" ADD CONSTRAINT "RoadshowMeeting_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowPlan" ADD CONSTRAINT "RoadshowPlan_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowPlan" ADD CONSTRAINT "RoadshowPlan_basedOnId_fkey" FOREIGN KEY ("basedOnId") REFERENCES "RoadshowPlan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowEntry" ADD CONSTRAINT "RoadshowEntry_planId_fkey" FOREIGN KEY ("planId") REFERENCES "RoadshowPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowEntry" ADD CONSTRAINT "RoadshowEntry_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowEntry" ADD CONSTRAINT "RoadshowEntry_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "RoadshowMeeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowEntry" ADD CONSTRAINT "RoadshowEntry_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RoadshowItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowEntry" ADD CONSTRAINT "RoadshowEntry_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "RoadshowPlace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowEntryPerson" ADD CONSTRAINT "RoadshowEntryPerson_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RoadshowEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowEntryPerson" ADD CONSTRAINT "RoadshowEntryPerson_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "RoadshowParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowDelay" ADD CONSTRAINT "RoadshowDelay_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowSeries" ADD CONSTRAINT "RoadshowSeries_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roadshow" ADD CONSTRAINT "Roadshow_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roadshow" ADD CONSTRAINT "Roadshow_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "RoadshowSeries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roadshow" ADD CONSTRAINT "Roadshow_copiedFromId_fkey" FOREIGN KEY ("copiedFromId") REFERENCES "Roadshow"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roadshow" ADD CONSTRAINT "Roadshow_planId_fkey" FOREIGN KEY ("planId") REFERENCES "RoadshowPlan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowPlace" ADD CONSTRAINT "RoadshowPlace_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowItem" ADD CONSTRAINT "RoadshowItem_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowMember" ADD CONSTRAINT "RoadshowMember_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowMember" ADD CONSTRAINT "RoadshowMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowRecusal" ADD CONSTRAINT "RoadshowRecusal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "RoadshowMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowRecusal" ADD CONSTRAINT "RoadshowRecusal_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowProject" ADD CONSTRAINT "RoadshowProject_roadshowId_fkey" FOREIGN KEY ("roadshowId") REFERENCES "Roadshow"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowProject" ADD CONSTRAINT "RoadshowProject_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowProject" ADD CONSTRAINT "RoadshowProject_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowProject" ADD CONSTRAINT "RoadshowProject_presenterUserId_fkey" FOREIGN KEY ("presenterUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowProject" ADD CONSTRAINT "RoadshowProject_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowProject" ADD CONSTRAINT "RoadshowProject_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowProject" ADD CONSTRAINT "RoadshowProject_materialFileId_fkey" FOREIGN KEY ("materialFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowReview" ADD CONSTRAINT "RoadshowReview_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "RoadshowProject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoadshowReview" ADD CONSTRAINT "RoadshowReview_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "RoadshowMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What a schema file cannot say.
-- 1. State columns change through the procedure kernel only.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Roadshow','RoadshowMember','RoadshowProject','RoadshowParticipant','RoadshowMeeting','RoadshowPlan','RoadshowQuestion','RoadshowLead'] LOOP
    EXECUTE format('CREATE TRIGGER state_by_procedure BEFORE UPDATE OF state ON %I FOR EACH ROW EXECUTE FUNCTION refuse_state_change()', t);
  END LOOP;
END $$;
ALTER TABLE "Roadshow" ADD CONSTRAINT roadshow_state CHECK (state IN ('DRAFT','VETTING','APPROVED','CALL_OPEN','CALL_CLOSED','SELECTION','AGENDA_SET','REGISTRATION','LIVE','MATCHING','REPORTED','FOLLOW_UP','CLOSED','CANCELLED'));
ALTER TABLE "RoadshowMember" ADD CONSTRAINT roadshow_member_state CHECK (state IN ('INVITED','ACCEPTED','DECLINED','REMOVED'));
ALTER TABLE "RoadshowProject" ADD CONSTRAINT roadshow_project_state CHECK (state IN ('DRAFT','SUBMITTED','RETURNED','FORM_CHECK','SELECTED','RESERVE','REJECTED','CONFIRMED','WAIVED','MATERIALS_OK','PRESENTED','NO_SHOW','WITHDRAWN','MEETINGS','INTENTION','CONTRACT','REGISTERED','DROPPED'));
ALTER TABLE "RoadshowParticipant" ADD CONSTRAINT roadshow_participant_state CHECK (state IN ('REGISTERED','WAITING','CANCELLED'));
ALTER TABLE "RoadshowMeeting" ADD CONSTRAINT roadshow_meeting_state CHECK (state IN ('REQUESTED','ACCEPTED','DECLINED','WITHDRAWN','CANCELLED','HELD','MISSED'));
ALTER TABLE "RoadshowPlan" ADD CONSTRAINT roadshow_plan_state CHECK (state IN ('SOLVING','FAILED','DRAFT','PROVISIONAL','FINAL','SUPERSEDED','DISCARDED'));
ALTER TABLE "RoadshowQuestion" ADD CONSTRAINT roadshow_question_state CHECK (state IN ('PENDING','SHOWN','ANSWERED','HIDDEN'));
ALTER TABLE "RoadshowLead" ADD CONSTRAINT roadshow_lead_state CHECK (state IN ('NEW','CONTACTED','ROOM','DROPPED'));

-- 2. Rows that stay as they were written.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['RoadshowRecusal','RoadshowScan','RoadshowConsent','RoadshowDelay'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_row_change()', t);
  END LOOP;
END $$;

-- 3. What is known.
ALTER TABLE "Roadshow" ADD CONSTRAINT roadshow_known CHECK (format IN ('ONSITE','ONLINE','BOTH') AND ("endsOn" IS NULL OR "startsOn" IS NULL OR ("endsOn" >= "startsOn" AND "endsOn" < "startsOn" + 31)) AND ("maxAudience" IS NULL OR "maxAudience" BETWEEN 1 AND 100000) AND sequence >= 0),
  ADD CONSTRAINT roadshow_approved CHECK (state IN ('DRAFT','VETTING','CANCELLED') OR (title <> '' AND "startsOn" IS NOT NULL AND "endsOn" IS NOT NULL));
ALTER TABLE "RoadshowPlace" ADD CONSTRAINT place_known CHECK (kind IN ('HALL','TABLES','ONLINE_ROOM') AND count BETWEEN 1 AND 1000 AND capacity >= 0 AND "setupMinutes" BETWEEN 0 AND 240 AND (kind = 'TABLES' OR count = 1));
ALTER TABLE "RoadshowItem" ADD CONSTRAINT item_known CHECK (kind IN ('CHECK_IN','OPENING','POLICY','TALK','BREAK','SIGNING','SUMMARY','OTHER') AND minutes BETWEEN 1 AND 720 AND position IN ('FIRST','LAST','ANY'));
ALTER TABLE "RoadshowMember" ADD CONSTRAINT member_known CHECK (role IN ('REVIEWER','JUDGE','DESK','MODERATOR','STAGE'));
ALTER TABLE "RoadshowRecusal" ADD CONSTRAINT recusal_known CHECK (kind IN ('SAME_ORGANISATION','DECLARED','ORDERED'));
ALTER TABLE "RoadshowProject" ADD CONSTRAINT project_known CHECK (side IN ('SUPPLY','DEMAND') AND confidentiality IN ('PUBLIC','NDA_SESSION') AND ("noveltyAnswer" IS NULL OR "noveltyAnswer" IN ('FILED','DISCLOSED','NOT_PATENTABLE','NDA')) AND (trl IS NULL OR trl BETWEEN 1 AND 9) AND companions BETWEEN 0 AND 10 AND (side = 'SUPPLY' OR "achievementId" IS NULL) AND (side = 'DEMAND' OR "needId" IS NULL)),
  -- A presentation before the public destroys novelty (Patent Law art. 22): nothing is shown without the presenter's answer.
  ADD CONSTRAINT project_disclosure CHECK (state IN ('DRAFT','WITHDRAWN') OR side = 'DEMAND' OR ("noveltyAnswer" IS NOT NULL AND "noveltyAt" IS NOT NULL AND ("noveltyAnswer" <> 'NDA' OR confidentiality = 'NDA_SESSION'))),
  ADD CONSTRAINT project_confirmed CHECK (state NOT IN ('CONFIRMED','MATERIALS_OK') OR "confirmedAt" IS NOT NULL);
ALTER TABLE "RoadshowReview" ADD CONSTRAINT review_points CHECK ("totalHundredths" BETWEEN 0 AND 10000);
ALTER TABLE "RoadshowScore" ADD CONSTRAINT score_points CHECK ("totalHundredths" BETWEEN 0 AND 10000);
ALTER TABLE "RoadshowParticipant" ADD CONSTRAINT participant_known_roadshow CHECK (roles <@ ARRAY['PRESENTER','FIRM','INVESTOR','BROKER','AUDIENCE','JUDGE','STAFF'] AND cardinality(roles) > 0 AND "meetingsMax" BETWEEN 0 AND 100);
ALTER TABLE "RoadshowWish" ADD CONSTRAINT wish_known CHECK (level IN ('MUST','MEET','NO') AND "fromId" <> "toId");
ALTER TABLE "RoadshowMeeting" ADD CONSTRAINT meeting_known CHECK (source IN ('REQUEST','WISH','ON_SITE') AND "fromId" <> "toId");
-- Two people have one open meeting at an event, whoever asked.
CREATE UNIQUE INDEX meeting_once ON "RoadshowMeeting" (least("fromId", "toId"), greatest("fromId", "toId")) WHERE state IN ('REQUESTED','ACCEPTED','HELD');
ALTER TABLE "RoadshowPlan" ADD CONSTRAINT plan_known CHECK (reason IN ('FIRST','AGAIN','CHANGE','DELAY','DATES','BY_HAND') AND (state NOT IN ('PROVISIONAL','FINAL') OR ("publishedAt" IS NOT NULL AND sequence IS NOT NULL)));
-- One plan of an event is public at a time, and one is being solved.
CREATE UNIQUE INDEX plan_public ON "RoadshowPlan" ("roadshowId") WHERE state IN ('PROVISIONAL','FINAL');
CREATE UNIQUE INDEX plan_solving ON "RoadshowPlan" ("roadshowId") WHERE state = 'SOLVING';
ALTER TABLE "RoadshowEntry" ADD CONSTRAINT entry_known CHECK (kind IN ('PITCH','MEETING','ITEM') AND num_nonnulls("projectId", "meetingId", "itemId") = 1 AND (kind = 'PITCH') = ("projectId" IS NOT NULL) AND (kind = 'MEETING') = ("meetingId" IS NOT NULL) AND "endsAt" > "startsAt" AND "freeAt" >= "endsAt" AND seat >= 1),
  ADD CONSTRAINT entry_place_once EXCLUDE USING gist ("planId" WITH =, "placeId" WITH =, seat WITH =, tstzrange("startsAt", "freeAt") WITH &&) DEFERRABLE INITIALLY IMMEDIATE;
CREATE UNIQUE INDEX entry_project_once ON "RoadshowEntry" ("planId", "projectId") WHERE "projectId" IS NOT NULL;
CREATE UNIQUE INDEX entry_meeting_once ON "RoadshowEntry" ("planId", "meetingId") WHERE "meetingId" IS NOT NULL;
CREATE UNIQUE INDEX entry_item_once ON "RoadshowEntry" ("planId", "itemId") WHERE "itemId" IS NOT NULL;
ALTER TABLE "RoadshowEntryPerson" ADD CONSTRAINT entry_person_known CHECK (role IN ('PARTY','PRESENTER','JUDGE')),
  ADD CONSTRAINT entry_person_once EXCLUDE USING gist ("planId" WITH =, "participantId" WITH =, tstzrange("startsAt", "endsAt") WITH &&) DEFERRABLE INITIALLY IMMEDIATE;

-- 4. Parts of people take plan and times from their entry.
CREATE FUNCTION time_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "planId", "startsAt", "endsAt" INTO NEW."planId", NEW."startsAt", NEW."endsAt" FROM "RoadshowEntry" WHERE id = NEW."entryId";
  RETURN NEW;
END $$;
CREATE TRIGGER time_of_entry BEFORE INSERT OR UPDATE ON "RoadshowEntryPerson" FOR EACH ROW EXECUTE FUNCTION time_of_entry();
CREATE FUNCTION people_follow_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "RoadshowEntryPerson" SET "startsAt" = NEW."startsAt", "endsAt" = NEW."endsAt" WHERE "entryId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER people_follow_entry AFTER UPDATE OF "startsAt", "endsAt" ON "RoadshowEntry" FOR EACH ROW EXECUTE FUNCTION people_follow_entry();

-- 5. A published plan is evidence: it is replaced by another version, never changed. A place is of the same event and has that many seats.
CREATE FUNCTION refuse_change_of_published_plan() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE p record; q record;
BEGIN
  SELECT state, "roadshowId" INTO p FROM "RoadshowPlan" WHERE id = coalesce(NEW."planId", OLD."planId");
  IF p.state NOT IN ('SOLVING', 'DRAFT') THEN
    RAISE EXCEPTION 'a plan in state % is not changed any more', p.state USING ERRCODE = 'P0001';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF TG_TABLE_NAME = 'RoadshowEntry' THEN
    SELECT "roadshowId", count INTO q FROM "RoadshowPlace" WHERE id = NEW."placeId";
    IF q."roadshowId" <> p."roadshowId" OR NEW.seat > q.count THEN
      RAISE EXCEPTION 'the place does not belong to the event or has no such seat' USING ERRCODE = 'P0001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER published_plan_stays BEFORE INSERT OR UPDATE OR DELETE ON "RoadshowEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan();
CREATE TRIGGER published_people_stay BEFORE INSERT OR UPDATE OR DELETE ON "RoadshowEntryPerson" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_plan();

-- 6. The day and what follows.
ALTER TABLE "RoadshowDelay" ADD CONSTRAINT delay_known CHECK (minutes BETWEEN -240 AND 480 AND minutes <> 0);
ALTER TABLE "RoadshowScan" ADD CONSTRAINT scan_known CHECK (how IN ('QR','LIST','WALK_IN'));
ALTER TABLE "RoadshowStage" ADD CONSTRAINT stage_known CHECK (phase IN ('WAITING','TALK','QA','PAUSED','OVER') AND "elapsedMs" >= 0 AND (phase = 'PAUSED') = ("pausedPhase" IS NOT NULL));
ALTER TABLE "RoadshowQuestion" ADD CONSTRAINT question_known CHECK (votes >= 0 AND text <> '');
ALTER TABLE "RoadshowCard" ADD CONSTRAINT card_known CHECK (kind IN ('MEET','MATERIAL','INVEST'));
ALTER TABLE "RoadshowSigning" ADD CONSTRAINT signing_known CHECK (kind IN ('INTENTION','CONTRACT') AND ("amountFen" IS NULL OR "amountFen" > 0) AND "supplyOrganisationId" <> "demandOrganisationId");
ALTER TABLE "RoadshowFollowUp" ADD CONSTRAINT follow_up_known CHECK (days > 0 AND (status IS NULL OR status IN ('TALKING','INTENTION','CONTRACT','NOTHING')) AND (status IS NULL) = ("answeredAt" IS NULL) AND ("statedFen" IS NULL OR "statedFen" >= 0));
ALTER TABLE "RoadshowConsent" ADD CONSTRAINT consent_known CHECK (kind IN ('RECORDING','REPLAY'));
ALTER TABLE "RoadshowReplay" ADD CONSTRAINT replay_source CHECK (num_nonnulls("fileId") = 1 OR url <> '');
ALTER TABLE "RoadshowRating" ADD CONSTRAINT rating_stars CHECK (organisation BETWEEN 1 AND 5 AND content BETWEEN 1 AND 5 AND (meetings IS NULL OR meetings BETWEEN 1 AND 5));
ALTER TABLE "Deal" DROP CONSTRAINT deal_known;
ALTER TABLE "Deal" ADD CONSTRAINT deal_known CHECK (origin IN ('INTRODUCTION','INTEREST','TENDER','LOT','CHALLENGE','LICENCE','ROADSHOW') AND (origin = 'INTRODUCTION') = ("introductionId" IS NOT NULL) AND (origin = 'LOT') = ("lotId" IS NOT NULL) AND (origin = 'TENDER') = ("tenderId" IS NOT NULL) AND (origin = 'CHALLENGE') = ("challengeTakerId" IS NOT NULL) AND (origin = 'LICENCE') = ("licencePurchaseId" IS NOT NULL) AND (origin = 'ROADSHOW') = ("roadshowLeadId" IS NOT NULL) AND "lastSequence" >= 0);
ALTER TABLE "DocumentSeal" DROP CONSTRAINT seal_known;
ALTER TABLE "DocumentSeal" ADD CONSTRAINT seal_known CHECK (kind IN ('CONTRACT','CONTRACT_PAPER','CERTIFICATE','NOTICE','PRECHECK_OPINION','PUBLICITY_PACK','AUCTION_RESULT','SALE_CONFIRMATION','TENDER_NOTICE','CHALLENGE_NOTICE','LICENCE','ROADSHOW_REPORT') AND version >= 1 AND ("originalBytes" IS NULL OR "originalBytes" > 0));
