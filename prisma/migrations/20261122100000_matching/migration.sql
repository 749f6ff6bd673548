-- AlterTable
ALTER TABLE "NotificationPreference" ADD COLUMN     "matchMail" TEXT NOT NULL DEFAULT 'WEEKLY';

-- CreateTable
CREATE TABLE "MatchShowing" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "achievementId" UUID NOT NULL,
    "organisationId" UUID,
    "userId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "surface" TEXT NOT NULL,
    "position" SMALLINT NOT NULL,
    "rankerVersion" TEXT NOT NULL,
    "trialId" UUID,
    "arm" TEXT,
    "score" DOUBLE PRECISION NOT NULL,
    "relevance" DOUBLE PRECISION NOT NULL,
    "fit" DOUBLE PRECISION NOT NULL,
    "related" DOUBLE PRECISION NOT NULL,
    "inputs" JSONB NOT NULL,
    "digestId" UUID,
    "shownOn" DATE NOT NULL,
    "shownAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchShowing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchDigest" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "frequency" TEXT NOT NULL,
    "isPersonal" BOOLEAN NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchDigest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchJudgement" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "achievementId" UUID NOT NULL,
    "judgeId" UUID NOT NULL,
    "level" SMALLINT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "shown" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchJudgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchEntry" (
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "otherId" UUID NOT NULL,
    "rank" SMALLINT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "relevance" DOUBLE PRECISION NOT NULL,
    "fit" DOUBLE PRECISION NOT NULL,
    "related" DOUBLE PRECISION NOT NULL,
    "inputs" JSONB NOT NULL,
    "rankerVersion" TEXT NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MatchEntry_pkey" PRIMARY KEY ("subjectKind","subjectId","otherId")
);

-- CreateTable
CREATE TABLE "MatchRefresh" (
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rankerVersion" TEXT NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MatchRefresh_pkey" PRIMARY KEY ("subjectKind","subjectId")
);

-- CreateTable
CREATE TABLE "VectorTable" (
    "version" TEXT NOT NULL,
    "dimensions" INTEGER NOT NULL,
    "units" INTEGER NOT NULL,
    "bytes" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "recipe" JSONB NOT NULL,
    "checks" JSONB NOT NULL,
    "isKept" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "VectorTable_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "TextVector" (
    "model" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "vector" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TextVector_pkey" PRIMARY KEY ("model","textHash")
);

-- CreateTable
CREATE TABLE "MatchTrial" (
    "id" UUID NOT NULL,
    "rankerA" TEXT NOT NULL,
    "rankerB" TEXT NOT NULL,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MatchTrial_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MatchShowing_shownAt_idx" ON "MatchShowing"("shownAt");

-- CreateIndex
CREATE INDEX "MatchShowing_needId_achievementId_idx" ON "MatchShowing"("needId", "achievementId");

-- CreateIndex
CREATE INDEX "MatchShowing_achievementId_idx" ON "MatchShowing"("achievementId");

-- CreateIndex
CREATE INDEX "MatchShowing_digestId_idx" ON "MatchShowing"("digestId");

-- CreateIndex
CREATE UNIQUE INDEX "MatchShowing_userId_needId_achievementId_surface_shownOn_key" ON "MatchShowing"("userId", "needId", "achievementId", "surface", "shownOn");

-- CreateIndex
CREATE INDEX "MatchDigest_userId_sentAt_idx" ON "MatchDigest"("userId", "sentAt");

-- CreateIndex
CREATE INDEX "MatchJudgement_achievementId_idx" ON "MatchJudgement"("achievementId");

-- CreateIndex
CREATE INDEX "MatchJudgement_updatedAt_idx" ON "MatchJudgement"("updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "MatchJudgement_needId_achievementId_judgeId_key" ON "MatchJudgement"("needId", "achievementId", "judgeId");

-- CreateIndex
CREATE INDEX "MatchEntry_otherId_idx" ON "MatchEntry"("otherId");

-- CreateIndex
CREATE INDEX "MatchEntry_subjectKind_rank_related_idx" ON "MatchEntry"("subjectKind", "rank", "related");

-- CreateIndex
CREATE INDEX "MatchRefresh_computedAt_idx" ON "MatchRefresh"("computedAt");

-- CreateIndex
CREATE INDEX "VectorTable_createdAt_idx" ON "VectorTable"("createdAt");

-- CreateIndex
CREATE INDEX "MatchTrial_startedAt_idx" ON "MatchTrial"("startedAt");

-- AddForeignKey
ALTER TABLE "MatchShowing" ADD CONSTRAINT "MatchShowing_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchShowing" ADD CONSTRAINT "MatchShowing_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchShowing" ADD CONSTRAINT "MatchShowing_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchShowing" ADD CONSTRAINT "MatchShowing_digestId_fkey" FOREIGN KEY ("digestId") REFERENCES "MatchDigest"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchShowing" ADD CONSTRAINT "MatchShowing_trialId_fkey" FOREIGN KEY ("trialId") REFERENCES "MatchTrial"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDigest" ADD CONSTRAINT "MatchDigest_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchJudgement" ADD CONSTRAINT "MatchJudgement_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchJudgement" ADD CONSTRAINT "MatchJudgement_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchJudgement" ADD CONSTRAINT "MatchJudgement_judgeId_fkey" FOREIGN KEY ("judgeId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchTrial" ADD CONSTRAINT "MatchTrial_startedById_fkey" FOREIGN KEY ("startedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules
ALTER TABLE "NotificationPreference" ADD CONSTRAINT match_mail_known CHECK ("matchMail" IN ('OFF', 'DAILY', 'WEEKLY'));
ALTER TABLE "MatchShowing" ADD CONSTRAINT match_showing_known CHECK (side IN ('DEMAND', 'SUPPLY', 'BROKER') AND surface IN ('PANEL', 'DESK', 'DIGEST', 'NOTICE', 'BROKER') AND position >= 1 AND (arm IS NULL) = ("trialId" IS NULL) AND (arm IS NULL OR arm IN ('A', 'B')));
ALTER TABLE "MatchShowing" ADD CONSTRAINT match_showing_range CHECK (relevance BETWEEN 0 AND 1 AND fit BETWEEN 0 AND 1 AND related BETWEEN 0 AND 1);
ALTER TABLE "MatchJudgement" ADD CONSTRAINT match_judgement_level CHECK (level BETWEEN 1 AND 4);
ALTER TABLE "MatchEntry" ADD CONSTRAINT match_entry_known CHECK ("subjectKind" IN ('achievement', 'need') AND rank >= 1);
ALTER TABLE "MatchRefresh" ADD CONSTRAINT match_refresh_known CHECK ("subjectKind" IN ('achievement', 'need'));
ALTER TABLE "MatchTrial" ADD CONSTRAINT match_trial_differs CHECK ("rankerA" <> "rankerB");
-- One trial runs at a time.
CREATE UNIQUE INDEX match_trial_running ON "MatchTrial" ((1)) WHERE "endedAt" IS NULL;
-- One table of the market's own is at work.
CREATE UNIQUE INDEX vector_table_at_work ON "VectorTable" ((1)) WHERE "isKept" AND "retiredAt" IS NULL;
