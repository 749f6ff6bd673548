-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "ListingKind" AS ENUM ('ACHIEVEMENT', 'NEED');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE', 'BROKER_AGENCY', 'PARK', 'GOVERNMENT_OFFICE');

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('OWNER', 'ADMIN', 'MEMBER');

-- CreateEnum
CREATE TYPE "OfficeKind" AS ENUM ('MARKET_OPERATOR', 'REVIEWER');

-- CreateTable
CREATE TABLE "Achievement" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL DEFAULT '',
    "titleEn" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "advantages" JSONB NOT NULL DEFAULT '[]',
    "team" JSONB NOT NULL DEFAULT '[]',
    "applications" TEXT NOT NULL DEFAULT '',
    "cooperationNote" TEXT NOT NULL DEFAULT '',
    "keywords" TEXT[],
    "fieldCodes" TEXT[],
    "industryCodes" TEXT[],
    "regionCode" CHAR(6),
    "modes" TEXT[],
    "licenceKinds" TEXT[],
    "priceKind" TEXT NOT NULL DEFAULT 'NEGOTIABLE',
    "priceMinFen" BIGINT,
    "priceMaxFen" BIGINT,
    "royaltyRateBp" INTEGER,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "trlDeclared" SMALLINT,
    "trlVerified" SMALLINT,
    "isServiceOutcome" BOOLEAN NOT NULL DEFAULT true,
    "isBlinded" BOOLEAN NOT NULL DEFAULT false,
    "sectionVisibility" JSONB NOT NULL DEFAULT '{}',
    "disclosureAcknowledgedAt" TIMESTAMPTZ(3),
    "noStateSecretDeclaredAt" TIMESTAMPTZ(3),
    "pendingContent" JSONB,
    "versionNumber" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT,
    "externalId" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "simhash" BIGINT,
    "viewCount" INTEGER NOT NULL DEFAULT 0,
    "interestCount" INTEGER NOT NULL DEFAULT 0,
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Achievement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AchievementIpRight" (
    "id" UUID NOT NULL,
    "achievementId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "owners" TEXT NOT NULL DEFAULT '',
    "filedOn" DATE,
    "expiresOn" DATE,
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AchievementIpRight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AchievementCoOwner" (
    "id" UUID NOT NULL,
    "achievementId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisationId" UUID,
    "hasConsent" BOOLEAN NOT NULL DEFAULT false,
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AchievementCoOwner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrlEvidence" (
    "id" UUID NOT NULL,
    "achievementId" UUID NOT NULL,
    "level" SMALLINT NOT NULL,
    "evidence" TEXT NOT NULL,
    "fileId" UUID,
    "verifiedAt" TIMESTAMPTZ(3),
    "verifiedById" UUID,

    CONSTRAINT "TrlEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Need" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "organisationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL DEFAULT '',
    "titleEn" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "background" TEXT NOT NULL DEFAULT '',
    "constraints" TEXT NOT NULL DEFAULT '',
    "keywords" TEXT[],
    "fieldCodes" TEXT[],
    "industryCodes" TEXT[],
    "regionCode" CHAR(6),
    "modes" TEXT[],
    "budgetKind" TEXT NOT NULL DEFAULT 'NEGOTIABLE',
    "budgetMinFen" BIGINT,
    "budgetMaxFen" BIGINT,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "trlWanted" SMALLINT,
    "deadlineOn" DATE,
    "replyOn" DATE,
    "ipTerms" TEXT NOT NULL DEFAULT 'NEGOTIABLE',
    "ipTermsNote" TEXT NOT NULL DEFAULT '',
    "isOpenChallenge" BOOLEAN NOT NULL DEFAULT false,
    "isBlinded" BOOLEAN NOT NULL DEFAULT false,
    "sectionVisibility" JSONB NOT NULL DEFAULT '{}',
    "noStateSecretDeclaredAt" TIMESTAMPTZ(3),
    "pendingContent" JSONB,
    "versionNumber" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT,
    "externalId" TEXT,
    "searchText" TEXT NOT NULL DEFAULT '',
    "simhash" BIGINT,
    "viewCount" INTEGER NOT NULL DEFAULT 0,
    "interestCount" INTEGER NOT NULL DEFAULT 0,
    "submittedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NeedTarget" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "comparator" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "testMethod" TEXT NOT NULL DEFAULT '',
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "NeedTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListingVersion" (
    "id" UUID NOT NULL,
    "achievementId" UUID,
    "needId" UUID,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "changedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ListingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewComment" (
    "id" UUID NOT NULL,
    "achievementId" UUID,
    "needId" UUID,
    "round" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "organisationId" UUID,
    "uploadedById" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListingFile" (
    "id" UUID NOT NULL,
    "achievementId" UUID,
    "needId" UUID,
    "fileId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'PUBLIC',
    "caption" TEXT NOT NULL DEFAULT '',
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ListingFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ListingViewDay" (
    "listingKind" "ListingKind" NOT NULL,
    "listingId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ListingViewDay_pkey" PRIMARY KEY ("listingKind","listingId","day")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "phoneNumber" TEXT,
    "phoneNumberVerified" BOOLEAN NOT NULL DEFAULT false,
    "twoFactorEnabled" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "realNameLevel" SMALLINT NOT NULL DEFAULT 0,
    "legalName" TEXT,
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "deactivatedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "actingOrganisationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "password" TEXT,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TwoFactor" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backupCodes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failedVerificationCount" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "TwoFactor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "legalName" TEXT NOT NULL,
    "englishName" TEXT,
    "uscc" VARCHAR(18),
    "usccOverrideReason" TEXT,
    "natureCode" TEXT,
    "regionCode" CHAR(6) NOT NULL,
    "address" TEXT,
    "website" TEXT,
    "intro" TEXT NOT NULL DEFAULT '',
    "legalRepresentative" TEXT,
    "state" TEXT NOT NULL DEFAULT 'UNVERIFIED',
    "verifiedAt" TIMESTAMPTZ(3),
    "recheckDueOn" DATE,
    "trustedImport" BOOLEAN NOT NULL DEFAULT false,
    "logoFileId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganisationDocument" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrganisationDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" "MembershipRole" NOT NULL DEFAULT 'MEMBER',
    "scopes" TEXT[],
    "title" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "MembershipRole" NOT NULL DEFAULT 'MEMBER',
    "scopes" TEXT[],
    "tokenHash" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfficeAssignment" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "office" "OfficeKind" NOT NULL,
    "regionCode" CHAR(6),
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "validTo" TIMESTAMPTZ(3),

    CONSTRAINT "OfficeAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RealNameApplication" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "legalName" TEXT NOT NULL,
    "documentKind" TEXT NOT NULL,
    "documentNumberEncrypted" TEXT NOT NULL,
    "documentNumberLast4" VARCHAR(4) NOT NULL,
    "fileId" UUID,
    "state" TEXT NOT NULL DEFAULT 'SUBMITTED',
    "decisionNote" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RealNameApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MatchAnswer" (
    "id" UUID NOT NULL,
    "needId" UUID NOT NULL,
    "achievementId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "declineCode" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "shown" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Introduction" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "needId" UUID,
    "achievementId" UUID,
    "fromOrganisationId" UUID NOT NULL,
    "toOrganisationId" UUID NOT NULL,
    "requestedById" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'REQUESTED',
    "message" TEXT NOT NULL,
    "declineCode" TEXT,
    "replyDueAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Introduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntroductionMessage" (
    "id" UUID NOT NULL,
    "introductionId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IntroductionMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IntroductionReadMark" (
    "introductionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IntroductionReadMark_pkey" PRIMARY KEY ("introductionId","userId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorUserId" UUID,
    "actorOrganisationId" UUID,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "requestId" TEXT,
    "detail" JSONB NOT NULL,
    "previousHash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "ProcedureMove" (
    "id" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "move" TEXT NOT NULL,
    "fromState" TEXT NOT NULL,
    "toState" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorUserId" UUID,
    "relation" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "evidence" JSONB NOT NULL DEFAULT '{}',
    "auditSequence" BIGINT NOT NULL,

    CONSTRAINT "ProcedureMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProcedureClock" (
    "id" UUID NOT NULL,
    "procedure" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "suspendedAt" TIMESTAMPTZ(3),
    "firedAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "ProcedureClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SearchOutbox" (
    "id" BIGSERIAL NOT NULL,
    "index" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SearchOutbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "frequency" TEXT NOT NULL DEFAULT 'DAILY',
    "lastRunAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "href" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),
    "dedupeKey" TEXT,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NotificationPreference" (
    "userId" UUID NOT NULL,
    "mail" TEXT NOT NULL DEFAULT 'INSTANT',
    "quietFrom" SMALLINT,
    "quietTo" SMALLINT,
    "nonPersonal" BOOLEAN NOT NULL DEFAULT false,
    "unsubscribeToken" TEXT NOT NULL,

    CONSTRAINT "NotificationPreference_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "OutboundMessage" (
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "html" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "OutboundMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "kind" "ListingKind" NOT NULL,
    "organisationId" UUID NOT NULL,
    "startedById" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "isDryRun" BOOLEAN NOT NULL DEFAULT true,
    "publish" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'MAPPING',
    "totalRows" INTEGER,
    "cursor" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportIssue" (
    "id" BIGSERIAL NOT NULL,
    "runId" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "value" TEXT NOT NULL DEFAULT '',
    "severity" TEXT NOT NULL DEFAULT 'ERROR',

    CONSTRAINT "ImportIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "key" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("userId","route","key")
);

-- CreateTable
CREATE TABLE "Region" (
    "code" CHAR(6) NOT NULL,
    "parentCode" CHAR(6),
    "level" SMALLINT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "isZone" BOOLEAN NOT NULL DEFAULT false,
    "validFrom" DATE,
    "validTo" DATE,

    CONSTRAINT "Region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "CodeItem" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "parentCode" TEXT,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,
    "extra" JSONB NOT NULL DEFAULT '{}',
    "validFrom" DATE,
    "validTo" DATE,

    CONSTRAINT "CodeItem_pkey" PRIMARY KEY ("list","code")
);

-- CreateTable
CREATE TABLE "PolicyParameter" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "unit" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT 'national',
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PolicyParameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarYear" (
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" DATE NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateIndex
CREATE UNIQUE INDEX "Achievement_number_key" ON "Achievement"("number");

-- CreateIndex
CREATE INDEX "Achievement_organisationId_updatedAt_idx" ON "Achievement"("organisationId", "updatedAt");

-- CreateIndex
CREATE INDEX "Achievement_state_publishedAt_idx" ON "Achievement"("state", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Achievement_state_expiresAt_idx" ON "Achievement"("state", "expiresAt");

-- CreateIndex
CREATE INDEX "Achievement_state_submittedAt_idx" ON "Achievement"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Achievement_regionCode_idx" ON "Achievement"("regionCode");

-- CreateIndex
CREATE INDEX "Achievement_createdById_idx" ON "Achievement"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "Achievement_source_externalId_key" ON "Achievement"("source", "externalId");

-- CreateIndex
CREATE INDEX "AchievementIpRight_achievementId_idx" ON "AchievementIpRight"("achievementId");

-- CreateIndex
CREATE INDEX "AchievementIpRight_number_idx" ON "AchievementIpRight"("number");

-- CreateIndex
CREATE INDEX "AchievementCoOwner_achievementId_idx" ON "AchievementCoOwner"("achievementId");

-- CreateIndex
CREATE UNIQUE INDEX "TrlEvidence_achievementId_level_key" ON "TrlEvidence"("achievementId", "level");

-- CreateIndex
CREATE UNIQUE INDEX "Need_number_key" ON "Need"("number");

-- CreateIndex
CREATE INDEX "Need_organisationId_updatedAt_idx" ON "Need"("organisationId", "updatedAt");

-- CreateIndex
CREATE INDEX "Need_state_publishedAt_idx" ON "Need"("state", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Need_state_expiresAt_idx" ON "Need"("state", "expiresAt");

-- CreateIndex
CREATE INDEX "Need_state_submittedAt_idx" ON "Need"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Need_regionCode_idx" ON "Need"("regionCode");

-- CreateIndex
CREATE INDEX "Need_createdById_idx" ON "Need"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "Need_source_externalId_key" ON "Need"("source", "externalId");

-- CreateIndex
CREATE INDEX "NeedTarget_needId_idx" ON "NeedTarget"("needId");

-- CreateIndex
CREATE UNIQUE INDEX "ListingVersion_achievementId_number_key" ON "ListingVersion"("achievementId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ListingVersion_needId_number_key" ON "ListingVersion"("needId", "number");

-- CreateIndex
CREATE INDEX "ReviewComment_achievementId_round_idx" ON "ReviewComment"("achievementId", "round");

-- CreateIndex
CREATE INDEX "ReviewComment_needId_round_idx" ON "ReviewComment"("needId", "round");

-- CreateIndex
CREATE UNIQUE INDEX "StoredFile_storageKey_key" ON "StoredFile"("storageKey");

-- CreateIndex
CREATE INDEX "StoredFile_uploadedById_idx" ON "StoredFile"("uploadedById");

-- CreateIndex
CREATE INDEX "ListingFile_achievementId_idx" ON "ListingFile"("achievementId");

-- CreateIndex
CREATE INDEX "ListingFile_needId_idx" ON "ListingFile"("needId");

-- CreateIndex
CREATE INDEX "ListingFile_fileId_idx" ON "ListingFile"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "User_phoneNumber_key" ON "User"("phoneNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_providerId_accountId_key" ON "Account"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "TwoFactor_userId_idx" ON "TwoFactor"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_uscc_key" ON "Organisation"("uscc");

-- CreateIndex
CREATE INDEX "Organisation_regionCode_idx" ON "Organisation"("regionCode");

-- CreateIndex
CREATE INDEX "Organisation_state_createdAt_idx" ON "Organisation"("state", "createdAt");

-- CreateIndex
CREATE INDEX "OrganisationDocument_organisationId_idx" ON "OrganisationDocument"("organisationId");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_organisationId_key" ON "Membership"("userId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_organisationId_createdAt_idx" ON "Invitation"("organisationId", "createdAt");

-- CreateIndex
CREATE INDEX "OfficeAssignment_userId_idx" ON "OfficeAssignment"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "OfficeAssignment_userId_office_regionCode_key" ON "OfficeAssignment"("userId", "office", "regionCode");

-- CreateIndex
CREATE INDEX "RealNameApplication_state_createdAt_idx" ON "RealNameApplication"("state", "createdAt");

-- CreateIndex
CREATE INDEX "RealNameApplication_userId_idx" ON "RealNameApplication"("userId");

-- CreateIndex
CREATE INDEX "MatchAnswer_achievementId_idx" ON "MatchAnswer"("achievementId");

-- CreateIndex
CREATE INDEX "MatchAnswer_organisationId_updatedAt_idx" ON "MatchAnswer"("organisationId", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "MatchAnswer_needId_achievementId_organisationId_key" ON "MatchAnswer"("needId", "achievementId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Introduction_number_key" ON "Introduction"("number");

-- CreateIndex
CREATE INDEX "Introduction_fromOrganisationId_createdAt_idx" ON "Introduction"("fromOrganisationId", "createdAt");

-- CreateIndex
CREATE INDEX "Introduction_toOrganisationId_createdAt_idx" ON "Introduction"("toOrganisationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "IntroductionMessage_introductionId_sequence_key" ON "IntroductionMessage"("introductionId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_hash_key" ON "AuditEvent"("hash");

-- CreateIndex
CREATE INDEX "AuditEvent_subjectType_subjectId_sequence_idx" ON "AuditEvent"("subjectType", "subjectId", "sequence");

-- CreateIndex
CREATE INDEX "AuditEvent_actorUserId_sequence_idx" ON "AuditEvent"("actorUserId", "sequence");

-- CreateIndex
CREATE INDEX "ProcedureMove_procedure_subjectId_at_idx" ON "ProcedureMove"("procedure", "subjectId", "at");

-- CreateIndex
CREATE INDEX "ProcedureClock_procedure_subjectId_idx" ON "ProcedureClock"("procedure", "subjectId");

-- CreateIndex
CREATE INDEX "SearchOutbox_index_documentId_idx" ON "SearchOutbox"("index", "documentId");

-- CreateIndex
CREATE INDEX "SavedSearch_userId_idx" ON "SavedSearch"("userId");

-- CreateIndex
CREATE INDEX "SavedSearch_frequency_lastRunAt_idx" ON "SavedSearch"("frequency", "lastRunAt");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_idx" ON "Notification"("userId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Notification_userId_dedupeKey_key" ON "Notification"("userId", "dedupeKey");

-- CreateIndex
CREATE UNIQUE INDEX "NotificationPreference_unsubscribeToken_key" ON "NotificationPreference"("unsubscribeToken");

-- CreateIndex
CREATE INDEX "OutboundMessage_createdAt_idx" ON "OutboundMessage"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "OutboundMessage_recipient_createdAt_idx" ON "OutboundMessage"("recipient", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ImportRun_organisationId_createdAt_idx" ON "ImportRun"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "ImportIssue_runId_row_idx" ON "ImportIssue"("runId", "row");

-- CreateIndex
CREATE INDEX "Region_parentCode_idx" ON "Region"("parentCode");

-- CreateIndex
CREATE INDEX "CodeItem_list_parentCode_idx" ON "CodeItem"("list", "parentCode");

-- CreateIndex
CREATE UNIQUE INDEX "PolicyParameter_key_scope_validFrom_key" ON "PolicyParameter"("key", "scope", "validFrom");

-- AddForeignKey
ALTER TABLE "Achievement" ADD CONSTRAINT "Achievement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Achievement" ADD CONSTRAINT "Achievement_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Achievement" ADD CONSTRAINT "Achievement_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AchievementIpRight" ADD CONSTRAINT "AchievementIpRight_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AchievementCoOwner" ADD CONSTRAINT "AchievementCoOwner_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrlEvidence" ADD CONSTRAINT "TrlEvidence_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrlEvidence" ADD CONSTRAINT "TrlEvidence_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NeedTarget" ADD CONSTRAINT "NeedTarget_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingVersion" ADD CONSTRAINT "ListingVersion_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingVersion" ADD CONSTRAINT "ListingVersion_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewComment" ADD CONSTRAINT "ReviewComment_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingFile" ADD CONSTRAINT "ListingFile_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingFile" ADD CONSTRAINT "ListingFile_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListingFile" ADD CONSTRAINT "ListingFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TwoFactor" ADD CONSTRAINT "TwoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationDocument" ADD CONSTRAINT "OrganisationDocument_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganisationDocument" ADD CONSTRAINT "OrganisationDocument_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeAssignment" ADD CONSTRAINT "OfficeAssignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfficeAssignment" ADD CONSTRAINT "OfficeAssignment_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RealNameApplication" ADD CONSTRAINT "RealNameApplication_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RealNameApplication" ADD CONSTRAINT "RealNameApplication_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchAnswer" ADD CONSTRAINT "MatchAnswer_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchAnswer" ADD CONSTRAINT "MatchAnswer_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Introduction" ADD CONSTRAINT "Introduction_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Introduction" ADD CONSTRAINT "Introduction_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntroductionMessage" ADD CONSTRAINT "IntroductionMessage_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IntroductionReadMark" ADD CONSTRAINT "IntroductionReadMark_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationPreference" ADD CONSTRAINT "NotificationPreference_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportIssue" ADD CONSTRAINT "ImportIssue_runId_fkey" FOREIGN KEY ("runId") REFERENCES "ImportRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Region" ADD CONSTRAINT "Region_parentCode_fkey" FOREIGN KEY ("parentCode") REFERENCES "Region"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_year_fkey" FOREIGN KEY ("year") REFERENCES "CalendarYear"("year") ON DELETE RESTRICT ON UPDATE CASCADE;


