-- AlterEnum
ALTER TYPE "OfficeKind" ADD VALUE 'TALENT_POOL';

-- CreateTable
CREATE TABLE "BrokerProfile" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "displayName" TEXT NOT NULL DEFAULT '',
    "agencyId" UUID,
    "level" TEXT,
    "certificateNumber" TEXT,
    "certificateIssuedOn" DATE,
    "certificateExpiresOn" DATE,
    "certificateBase" TEXT NOT NULL DEFAULT '',
    "certificateFileId" UUID,
    "poolMemberSince" DATE,
    "intro" TEXT NOT NULL DEFAULT '',
    "fieldCodes" TEXT[],
    "regionCodes" TEXT[],
    "serviceCodes" TEXT[],
    "languageCodes" TEXT[],
    "availability" TEXT NOT NULL DEFAULT 'OPEN',
    "conflictStatement" TEXT NOT NULL DEFAULT '',
    "regionCode" CHAR(6),
    "photoFileId" UUID,
    "photoConsentAt" TIMESTAMPTZ(3),
    "publicationConsentAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "verifiedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BrokerProfile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mandate" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OFFERED',
    "brokerId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "clientId" UUID NOT NULL,
    "secondClientId" UUID,
    "achievementId" UUID,
    "needId" UUID,
    "title" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "duties" TEXT[],
    "successDefinition" TEXT NOT NULL,
    "feeKind" TEXT NOT NULL,
    "fixedFeeFen" BIGINT,
    "feeSteps" JSONB NOT NULL DEFAULT '[]',
    "costsBorneBy" TEXT NOT NULL DEFAULT 'BROKER',
    "feePayer" TEXT NOT NULL DEFAULT 'CLIENT',
    "confidentialityNote" TEXT NOT NULL DEFAULT '',
    "conflictDeclaration" TEXT NOT NULL DEFAULT '',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "termsHash" CHAR(64) NOT NULL,
    "offeredById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activatedAt" TIMESTAMPTZ(3),
    "dealId" UUID,
    "contractId" UUID,
    "feeFen" BIGINT,
    "feeDueOn" DATE,
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mandate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MandateConsent" (
    "id" UUID NOT NULL,
    "mandateId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "termsHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MandateConsent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BrokerIntroduction" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "brokerId" UUID NOT NULL,
    "mandateId" UUID,
    "supplyOrganisationId" UUID NOT NULL,
    "demandOrganisationId" UUID NOT NULL,
    "achievementId" UUID,
    "needId" UUID,
    "introductionId" UUID,
    "dealId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "introducedAt" TIMESTAMPTZ(3) NOT NULL,
    "supplyConfirmedAt" TIMESTAMPTZ(3),
    "supplyConfirmedById" UUID,
    "demandConfirmedAt" TIMESTAMPTZ(3),
    "demandConfirmedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BrokerIntroduction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributionEntry" (
    "id" UUID NOT NULL,
    "sequence" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "brokerId" UUID NOT NULL,
    "agencyId" UUID,
    "mandateId" UUID,
    "dealId" UUID NOT NULL,
    "contractId" UUID,
    "supplyOrganisationId" UUID NOT NULL,
    "demandOrganisationId" UUID NOT NULL,
    "shareBp" INTEGER NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "isRelated" BOOLEAN NOT NULL DEFAULT false,
    "countsOn" DATE NOT NULL,
    "reversesId" UUID,
    "factKey" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AttributionEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contract" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "kind" TEXT NOT NULL DEFAULT 'MAIN',
    "parentId" UUID,
    "dealId" UUID NOT NULL,
    "termSheetId" UUID NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "templateVersion" TEXT NOT NULL,
    "draftNumber" INTEGER NOT NULL DEFAULT 0,
    "signingMode" TEXT NOT NULL DEFAULT 'ELECTRONIC',
    "finalFileId" UUID,
    "finalSha256" CHAR(64),
    "finalPageCount" INTEGER,
    "sealedFileId" UUID,
    "sealedSha256" CHAR(64),
    "signedOn" DATE,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finalAt" TIMESTAMPTZ(3),
    "signedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractDraft" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "clauses" JSONB NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "side" TEXT,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContractDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractApproval" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "draftNumber" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContractApproval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContractSigner" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "capacity" TEXT NOT NULL,
    "authorisationFileId" UUID,
    "agreementHash" CHAR(64),
    "agreedAt" TIMESTAMPTZ(3),
    "factor" TEXT,
    "documentSha256" CHAR(64),
    "signedAt" TIMESTAMPTZ(3),
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "realNameLevel" SMALLINT,
    "auditSequence" BIGINT,
    "declinedAt" TIMESTAMPTZ(3),
    "declineNote" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContractSigner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentSeal" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "label" TEXT NOT NULL,
    "fileId" UUID,
    "sha256" CHAR(64) NOT NULL,
    "originalSha256" CHAR(64),
    "originalBytes" INTEGER,
    "keyFingerprint" CHAR(64),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "DocumentSeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SealKey" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "algorithm" TEXT NOT NULL,
    "privateKeyEncrypted" TEXT NOT NULL,
    "certificatePem" TEXT NOT NULL,
    "publicKeyPem" TEXT NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "subject" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SealKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deal" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "origin" TEXT NOT NULL,
    "introductionId" UUID,
    "achievementId" UUID,
    "needId" UUID,
    "supplyOrganisationId" UUID NOT NULL,
    "demandOrganisationId" UUID NOT NULL,
    "openedById" UUID NOT NULL,
    "lastSequence" INTEGER NOT NULL DEFAULT 0,
    "closeCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "agreedAt" TIMESTAMPTZ(3),
    "contractedAt" TIMESTAMPTZ(3),
    "completedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DealParticipant" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID,
    "role" TEXT NOT NULL,
    "invitedBySide" TEXT,
    "brokerId" UUID,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "joinedAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "readSequence" INTEGER NOT NULL DEFAULT 0,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "DealParticipant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DealMessage" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "authorId" UUID,
    "organisationId" UUID,
    "body" TEXT NOT NULL DEFAULT '',
    "fileId" UUID,
    "event" JSONB,
    "clientKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DealTask" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "assigneeId" UUID,
    "dueOn" DATE,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "remindedOn" DATE,

    CONSTRAINT "DealTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NdaAcceptance" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID,
    "textVersion" TEXT NOT NULL,
    "textHash" CHAR(64) NOT NULL,
    "text" TEXT NOT NULL,
    "ipAddress" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "NdaAcceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisclosureGrant" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "listingKind" "ListingKind" NOT NULL,
    "listingId" UUID NOT NULL,
    "section" TEXT,
    "fileId" UUID,
    "granteeId" UUID NOT NULL,
    "grantedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,

    CONSTRAINT "DisclosureGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DisclosureView" (
    "id" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DisclosureView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TermSheet" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PROPOSED',
    "content" JSONB NOT NULL,
    "contentHash" CHAR(64) NOT NULL,
    "side" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,

    CONSTRAINT "TermSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TermSheetDraft" (
    "dealId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "baseId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "savedById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TermSheetDraft_pkey" PRIMARY KEY ("dealId","side")
);

-- CreateTable
CREATE TABLE "RightHolderCheck" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "results" JSONB NOT NULL,
    "rulesVersion" TEXT NOT NULL,
    "declaredById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RightHolderCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RelatedPartyDeclaration" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "isRelated" BOOLEAN NOT NULL,
    "kinds" TEXT[],
    "note" TEXT NOT NULL DEFAULT '',
    "declaredById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RelatedPartyDeclaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PricingPublicity" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PROPOSED',
    "dealId" UUID NOT NULL,
    "termSheetId" UUID NOT NULL,
    "termHash" CHAR(64) NOT NULL,
    "organisationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "counterparty" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "priceText" TEXT NOT NULL,
    "totalFen" BIGINT,
    "relatedStatement" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "minutesFileId" UUID,
    "proposedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "clearedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PricingPublicity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicityObjection" (
    "id" UUID NOT NULL,
    "publicityId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "objectorName" TEXT NOT NULL,
    "objectorContact" TEXT NOT NULL,
    "objectorUserId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "result" TEXT NOT NULL DEFAULT '',
    "handledAt" TIMESTAMPTZ(3),
    "handledById" UUID,

    CONSTRAINT "PublicityObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PLANNED',
    "title" TEXT NOT NULL,
    "acceptance" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "report" TEXT NOT NULL DEFAULT '',
    "reportFileId" UUID,
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "acceptedById" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "rejectionNote" TEXT NOT NULL DEFAULT '',
    "remindedOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Instalment" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PLANNED',
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'PRICE',
    "amountFen" BIGINT,
    "dueOn" DATE,
    "milestoneId" UUID,
    "remindedOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Instalment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentProof" (
    "id" UUID NOT NULL,
    "instalmentId" UUID NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "paidOn" DATE NOT NULL,
    "bankReference" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "submittedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "receivedById" UUID,
    "receivedAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "rejectedAt" TIMESTAMPTZ(3),
    "rejectedById" UUID,
    "rejectionNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "PaymentProof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RewardSheet" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "contractId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "revenueFen" BIGINT NOT NULL,
    "deductionsFen" BIGINT NOT NULL,
    "netIncomeFen" BIGINT NOT NULL,
    "netIncomeRule" TEXT NOT NULL,
    "floorBp" INTEGER NOT NULL,
    "floorSource" TEXT NOT NULL,
    "rewardFen" BIGINT NOT NULL,
    "officeBonusFen" BIGINT NOT NULL DEFAULT 0,
    "basis" TEXT NOT NULL DEFAULT 'STATUTE',
    "contact" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "paidOn" DATE,

    CONSTRAINT "RewardSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RewardShare" (
    "id" UUID NOT NULL,
    "sheetId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,
    "personName" TEXT NOT NULL,
    "userId" UUID,
    "role" TEXT NOT NULL DEFAULT 'COMPLETER',
    "contribution" TEXT NOT NULL DEFAULT '',
    "shareBp" INTEGER NOT NULL,
    "amountFen" BIGINT NOT NULL,

    CONSTRAINT "RewardShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RewardObjection" (
    "id" UUID NOT NULL,
    "sheetId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "objectorName" TEXT NOT NULL,
    "objectorContact" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "result" TEXT NOT NULL DEFAULT '',
    "handledAt" TIMESTAMPTZ(3),
    "handledById" UUID,

    CONSTRAINT "RewardObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rating" (
    "id" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "raterOrganisationId" UUID NOT NULL,
    "raterUserId" UUID NOT NULL,
    "rateeKind" TEXT NOT NULL,
    "rateeId" UUID NOT NULL,
    "reliability" SMALLINT NOT NULL,
    "communication" SMALLINT NOT NULL,
    "quality" SMALLINT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "reply" TEXT NOT NULL DEFAULT '',
    "repliedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationOffice" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "regionCode" CHAR(6) NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "issuingAuthority" TEXT NOT NULL,
    "mayCertify" BOOLEAN NOT NULL DEFAULT true,
    "forwardsToId" UUID,
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "source" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegistrationOffice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationDelegation" (
    "id" UUID NOT NULL,
    "regionCode" CHAR(6) NOT NULL,
    "officeId" UUID NOT NULL,
    "belowFen" BIGINT,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "RegistrationDelegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrarSeat" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "officeId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "validTo" TIMESTAMPTZ(3),

    CONSTRAINT "RegistrarSeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationSeries" (
    "officeId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "lastSerial" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RegistrationSeries_pkey" PRIMARY KEY ("officeId","year")
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "contractId" UUID NOT NULL,
    "dealId" UUID NOT NULL,
    "supplementId" UUID,
    "applicantId" UUID NOT NULL,
    "officeId" UUID,
    "servicePointId" UUID,
    "createdById" UUID NOT NULL,
    "form" JSONB NOT NULL DEFAULT '{}',
    "facts" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "completenessBp" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 1,
    "registrarAId" UUID,
    "registrarBId" UUID,
    "secondReason" TEXT,
    "categoryCode" TEXT NOT NULL,
    "contractSha256" CHAR(64) NOT NULL,
    "matterKey" CHAR(64) NOT NULL,
    "totalFen" BIGINT,
    "technicalFen" BIGINT,
    "approvedIncomeFen" BIGINT,
    "serialYear" INTEGER,
    "serial" INTEGER,
    "registrationNo" TEXT,
    "officialNo" TEXT,
    "refusalCodes" TEXT[],
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "versionNumber" INTEGER NOT NULL DEFAULT 0,
    "changeReason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "acceptedAt" TIMESTAMPTZ(3),
    "decisionDueAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "registeredOn" DATE,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationDocument" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegistrationDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationRemark" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegistrationRemark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationFinding" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "checkId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegistrationFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationRecusal" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "declaredById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegistrationRecusal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationVersion" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "categoryCode" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "totalFen" BIGINT NOT NULL,
    "technicalFen" BIGINT NOT NULL,
    "approvedIncomeFen" BIGINT NOT NULL,
    "contractSha256" CHAR(64) NOT NULL,
    "supplementId" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegistrationVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationPaper" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "issuer" TEXT NOT NULL,
    "fileId" UUID,
    "sha256" CHAR(64),
    "token" TEXT,
    "keyFingerprint" CHAR(64),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "issuedAt" TIMESTAMPTZ(3),
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegistrationPaper_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "BrokerProfile_number_key" ON "BrokerProfile"("number");

-- CreateIndex
CREATE UNIQUE INDEX "BrokerProfile_userId_key" ON "BrokerProfile"("userId");

-- CreateIndex
CREATE INDEX "BrokerProfile_state_submittedAt_idx" ON "BrokerProfile"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "BrokerProfile_agencyId_idx" ON "BrokerProfile"("agencyId");

-- CreateIndex
CREATE INDEX "broker_fields" ON "BrokerProfile" USING GIN ("fieldCodes");

-- CreateIndex
CREATE UNIQUE INDEX "Mandate_number_key" ON "Mandate"("number");

-- CreateIndex
CREATE INDEX "Mandate_brokerId_state_createdAt_idx" ON "Mandate"("brokerId", "state", "createdAt");

-- CreateIndex
CREATE INDEX "Mandate_clientId_createdAt_idx" ON "Mandate"("clientId", "createdAt");

-- CreateIndex
CREATE INDEX "Mandate_secondClientId_idx" ON "Mandate"("secondClientId");

-- CreateIndex
CREATE INDEX "Mandate_achievementId_idx" ON "Mandate"("achievementId");

-- CreateIndex
CREATE INDEX "Mandate_needId_idx" ON "Mandate"("needId");

-- CreateIndex
CREATE INDEX "Mandate_dealId_idx" ON "Mandate"("dealId");

-- CreateIndex
CREATE UNIQUE INDEX "MandateConsent_mandateId_organisationId_key" ON "MandateConsent"("mandateId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "BrokerIntroduction_number_key" ON "BrokerIntroduction"("number");

-- CreateIndex
CREATE INDEX "BrokerIntroduction_brokerId_introducedAt_idx" ON "BrokerIntroduction"("brokerId", "introducedAt" DESC);

-- CreateIndex
CREATE INDEX "BrokerIntroduction_supplyOrganisationId_demandOrganisationI_idx" ON "BrokerIntroduction"("supplyOrganisationId", "demandOrganisationId");

-- CreateIndex
CREATE INDEX "BrokerIntroduction_dealId_idx" ON "BrokerIntroduction"("dealId");

-- CreateIndex
CREATE UNIQUE INDEX "AttributionEntry_sequence_key" ON "AttributionEntry"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "AttributionEntry_reversesId_key" ON "AttributionEntry"("reversesId");

-- CreateIndex
CREATE UNIQUE INDEX "AttributionEntry_factKey_key" ON "AttributionEntry"("factKey");

-- CreateIndex
CREATE INDEX "AttributionEntry_brokerId_countsOn_idx" ON "AttributionEntry"("brokerId", "countsOn");

-- CreateIndex
CREATE INDEX "AttributionEntry_agencyId_countsOn_idx" ON "AttributionEntry"("agencyId", "countsOn");

-- CreateIndex
CREATE INDEX "AttributionEntry_dealId_idx" ON "AttributionEntry"("dealId");

-- CreateIndex
CREATE UNIQUE INDEX "Contract_number_key" ON "Contract"("number");

-- CreateIndex
CREATE INDEX "Contract_dealId_createdAt_idx" ON "Contract"("dealId", "createdAt");

-- CreateIndex
CREATE INDEX "Contract_parentId_idx" ON "Contract"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "ContractDraft_contractId_number_key" ON "ContractDraft"("contractId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ContractApproval_contractId_draftNumber_side_key" ON "ContractApproval"("contractId", "draftNumber", "side");

-- CreateIndex
CREATE INDEX "ContractSigner_userId_idx" ON "ContractSigner"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ContractSigner_contractId_sort_key" ON "ContractSigner"("contractId", "sort");

-- CreateIndex
CREATE UNIQUE INDEX "ContractSigner_contractId_organisationId_key" ON "ContractSigner"("contractId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentSeal_sha256_key" ON "DocumentSeal"("sha256");

-- CreateIndex
CREATE INDEX "DocumentSeal_originalSha256_idx" ON "DocumentSeal"("originalSha256");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentSeal_subjectType_subjectId_kind_version_key" ON "DocumentSeal"("subjectType", "subjectId", "kind", "version");

-- CreateIndex
CREATE UNIQUE INDEX "SealKey_fingerprint_key" ON "SealKey"("fingerprint");

-- CreateIndex
CREATE INDEX "SealKey_purpose_retiredAt_idx" ON "SealKey"("purpose", "retiredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_number_key" ON "Deal"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_introductionId_key" ON "Deal"("introductionId");

-- CreateIndex
CREATE INDEX "Deal_supplyOrganisationId_createdAt_idx" ON "Deal"("supplyOrganisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Deal_demandOrganisationId_createdAt_idx" ON "Deal"("demandOrganisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Deal_achievementId_idx" ON "Deal"("achievementId");

-- CreateIndex
CREATE INDEX "Deal_needId_idx" ON "Deal"("needId");

-- CreateIndex
CREATE INDEX "DealParticipant_userId_leftAt_idx" ON "DealParticipant"("userId", "leftAt");

-- CreateIndex
CREATE UNIQUE INDEX "DealParticipant_dealId_userId_key" ON "DealParticipant"("dealId", "userId");

-- CreateIndex
CREATE INDEX "DealMessage_fileId_idx" ON "DealMessage"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "DealMessage_dealId_sequence_key" ON "DealMessage"("dealId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "DealMessage_dealId_authorId_clientKey_key" ON "DealMessage"("dealId", "authorId", "clientKey");

-- CreateIndex
CREATE INDEX "DealTask_dealId_state_idx" ON "DealTask"("dealId", "state");

-- CreateIndex
CREATE INDEX "DealTask_state_dueOn_idx" ON "DealTask"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "NdaAcceptance_dealId_userId_textHash_key" ON "NdaAcceptance"("dealId", "userId", "textHash");

-- CreateIndex
CREATE INDEX "DisclosureGrant_dealId_granteeId_idx" ON "DisclosureGrant"("dealId", "granteeId");

-- CreateIndex
CREATE INDEX "DisclosureGrant_fileId_idx" ON "DisclosureGrant"("fileId");

-- CreateIndex
CREATE INDEX "DisclosureView_grantId_createdAt_idx" ON "DisclosureView"("grantId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "TermSheet_dealId_number_key" ON "TermSheet"("dealId", "number");

-- CreateIndex
CREATE INDEX "RightHolderCheck_dealId_createdAt_idx" ON "RightHolderCheck"("dealId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RelatedPartyDeclaration_dealId_createdAt_idx" ON "RelatedPartyDeclaration"("dealId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PricingPublicity_number_key" ON "PricingPublicity"("number");

-- CreateIndex
CREATE INDEX "PricingPublicity_dealId_createdAt_idx" ON "PricingPublicity"("dealId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "PricingPublicity_state_endsAt_idx" ON "PricingPublicity"("state", "endsAt");

-- CreateIndex
CREATE INDEX "PricingPublicity_organisationId_createdAt_idx" ON "PricingPublicity"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "PublicityObjection_publicityId_number_key" ON "PublicityObjection"("publicityId", "number");

-- CreateIndex
CREATE INDEX "Milestone_state_dueOn_idx" ON "Milestone"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_contractId_sort_key" ON "Milestone"("contractId", "sort");

-- CreateIndex
CREATE INDEX "Instalment_state_dueOn_idx" ON "Instalment"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Instalment_contractId_sort_key" ON "Instalment"("contractId", "sort");

-- CreateIndex
CREATE INDEX "PaymentProof_instalmentId_idx" ON "PaymentProof"("instalmentId");

-- CreateIndex
CREATE INDEX "PaymentProof_fileId_idx" ON "PaymentProof"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "RewardSheet_number_key" ON "RewardSheet"("number");

-- CreateIndex
CREATE INDEX "RewardSheet_contractId_idx" ON "RewardSheet"("contractId");

-- CreateIndex
CREATE INDEX "RewardSheet_organisationId_createdAt_idx" ON "RewardSheet"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RewardSheet_state_endsAt_idx" ON "RewardSheet"("state", "endsAt");

-- CreateIndex
CREATE UNIQUE INDEX "RewardShare_sheetId_sort_key" ON "RewardShare"("sheetId", "sort");

-- CreateIndex
CREATE UNIQUE INDEX "RewardObjection_sheetId_number_key" ON "RewardObjection"("sheetId", "number");

-- CreateIndex
CREATE INDEX "Rating_rateeKind_rateeId_createdAt_idx" ON "Rating"("rateeKind", "rateeId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Rating_dealId_raterOrganisationId_rateeKind_rateeId_key" ON "Rating"("dealId", "raterOrganisationId", "rateeKind", "rateeId");

-- CreateIndex
CREATE UNIQUE INDEX "RegistrationOffice_code_key" ON "RegistrationOffice"("code");

-- CreateIndex
CREATE INDEX "RegistrationOffice_regionCode_idx" ON "RegistrationOffice"("regionCode");

-- CreateIndex
CREATE INDEX "RegistrationDelegation_regionCode_idx" ON "RegistrationDelegation"("regionCode");

-- CreateIndex
CREATE UNIQUE INDEX "RegistrarSeat_userId_officeId_key" ON "RegistrarSeat"("userId", "officeId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_number_key" ON "Registration"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_registrationNo_key" ON "Registration"("registrationNo");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_officialNo_key" ON "Registration"("officialNo");

-- CreateIndex
CREATE INDEX "Registration_officeId_state_submittedAt_idx" ON "Registration"("officeId", "state", "submittedAt");

-- CreateIndex
CREATE INDEX "Registration_applicantId_createdAt_idx" ON "Registration"("applicantId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Registration_dealId_idx" ON "Registration"("dealId");

-- CreateIndex
CREATE INDEX "Registration_contractId_idx" ON "Registration"("contractId");

-- CreateIndex
CREATE INDEX "Registration_matterKey_idx" ON "Registration"("matterKey");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_officeId_serialYear_serial_key" ON "Registration"("officeId", "serialYear", "serial");

-- CreateIndex
CREATE INDEX "RegistrationDocument_registrationId_idx" ON "RegistrationDocument"("registrationId");

-- CreateIndex
CREATE INDEX "RegistrationDocument_fileId_idx" ON "RegistrationDocument"("fileId");

-- CreateIndex
CREATE INDEX "RegistrationRemark_registrationId_round_idx" ON "RegistrationRemark"("registrationId", "round");

-- CreateIndex
CREATE INDEX "RegistrationFinding_registrationId_checkId_createdAt_idx" ON "RegistrationFinding"("registrationId", "checkId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "RegistrationRecusal_registrationId_userId_key" ON "RegistrationRecusal"("registrationId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "RegistrationVersion_registrationId_number_key" ON "RegistrationVersion"("registrationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RegistrationPaper_registrationId_kind_version_key" ON "RegistrationPaper"("registrationId", "kind", "version");

-- CreateIndex
CREATE INDEX "Introduction_createdAt_idx" ON "Introduction"("createdAt");

-- CreateIndex
CREATE INDEX "MatchShowing_trialId_idx" ON "MatchShowing"("trialId");

-- AddForeignKey
ALTER TABLE "BrokerProfile" ADD CONSTRAINT "BrokerProfile_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BrokerProfile" ADD CONSTRAINT "BrokerProfile_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BrokerProfile" ADD CONSTRAINT "BrokerProfile_certificateFileId_fkey" FOREIGN KEY ("certificateFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BrokerProfile" ADD CONSTRAINT "BrokerProfile_photoFileId_fkey" FOREIGN KEY ("photoFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_brokerId_fkey" FOREIGN KEY ("brokerId") REFERENCES "BrokerProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_secondClientId_fkey" FOREIGN KEY ("secondClientId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mandate" ADD CONSTRAINT "Mandate_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MandateConsent" ADD CONSTRAINT "MandateConsent_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BrokerIntroduction" ADD CONSTRAINT "BrokerIntroduction_brokerId_fkey" FOREIGN KEY ("brokerId") REFERENCES "BrokerProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BrokerIntroduction" ADD CONSTRAINT "BrokerIntroduction_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BrokerIntroduction" ADD CONSTRAINT "BrokerIntroduction_supplyOrganisationId_fkey" FOREIGN KEY ("supplyOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BrokerIntroduction" ADD CONSTRAINT "BrokerIntroduction_demandOrganisationId_fkey" FOREIGN KEY ("demandOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributionEntry" ADD CONSTRAINT "AttributionEntry_brokerId_fkey" FOREIGN KEY ("brokerId") REFERENCES "BrokerProfile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributionEntry" ADD CONSTRAINT "AttributionEntry_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_termSheetId_fkey" FOREIGN KEY ("termSheetId") REFERENCES "TermSheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Contract"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_finalFileId_fkey" FOREIGN KEY ("finalFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_sealedFileId_fkey" FOREIGN KEY ("sealedFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractDraft" ADD CONSTRAINT "ContractDraft_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractApproval" ADD CONSTRAINT "ContractApproval_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractSigner" ADD CONSTRAINT "ContractSigner_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractSigner" ADD CONSTRAINT "ContractSigner_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContractSigner" ADD CONSTRAINT "ContractSigner_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentSeal" ADD CONSTRAINT "DocumentSeal_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_introductionId_fkey" FOREIGN KEY ("introductionId") REFERENCES "Introduction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_supplyOrganisationId_fkey" FOREIGN KEY ("supplyOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_demandOrganisationId_fkey" FOREIGN KEY ("demandOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealParticipant" ADD CONSTRAINT "DealParticipant_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealParticipant" ADD CONSTRAINT "DealParticipant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealMessage" ADD CONSTRAINT "DealMessage_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealMessage" ADD CONSTRAINT "DealMessage_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealTask" ADD CONSTRAINT "DealTask_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NdaAcceptance" ADD CONSTRAINT "NdaAcceptance_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisclosureGrant" ADD CONSTRAINT "DisclosureGrant_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisclosureGrant" ADD CONSTRAINT "DisclosureGrant_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DisclosureView" ADD CONSTRAINT "DisclosureView_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "DisclosureGrant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TermSheet" ADD CONSTRAINT "TermSheet_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RightHolderCheck" ADD CONSTRAINT "RightHolderCheck_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelatedPartyDeclaration" ADD CONSTRAINT "RelatedPartyDeclaration_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PricingPublicity" ADD CONSTRAINT "PricingPublicity_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PricingPublicity" ADD CONSTRAINT "PricingPublicity_termSheetId_fkey" FOREIGN KEY ("termSheetId") REFERENCES "TermSheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PricingPublicity" ADD CONSTRAINT "PricingPublicity_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PricingPublicity" ADD CONSTRAINT "PricingPublicity_minutesFileId_fkey" FOREIGN KEY ("minutesFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicityObjection" ADD CONSTRAINT "PublicityObjection_publicityId_fkey" FOREIGN KEY ("publicityId") REFERENCES "PricingPublicity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_reportFileId_fkey" FOREIGN KEY ("reportFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instalment" ADD CONSTRAINT "Instalment_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instalment" ADD CONSTRAINT "Instalment_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentProof" ADD CONSTRAINT "PaymentProof_instalmentId_fkey" FOREIGN KEY ("instalmentId") REFERENCES "Instalment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentProof" ADD CONSTRAINT "PaymentProof_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RewardSheet" ADD CONSTRAINT "RewardSheet_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RewardSheet" ADD CONSTRAINT "RewardSheet_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RewardShare" ADD CONSTRAINT "RewardShare_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "RewardSheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RewardObjection" ADD CONSTRAINT "RewardObjection_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "RewardSheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationOffice" ADD CONSTRAINT "RegistrationOffice_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationOffice" ADD CONSTRAINT "RegistrationOffice_forwardsToId_fkey" FOREIGN KEY ("forwardsToId") REFERENCES "RegistrationOffice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationDelegation" ADD CONSTRAINT "RegistrationDelegation_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "RegistrationOffice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrarSeat" ADD CONSTRAINT "RegistrarSeat_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrarSeat" ADD CONSTRAINT "RegistrarSeat_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "RegistrationOffice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationSeries" ADD CONSTRAINT "RegistrationSeries_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "RegistrationOffice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_dealId_fkey" FOREIGN KEY ("dealId") REFERENCES "Deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "RegistrationOffice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_servicePointId_fkey" FOREIGN KEY ("servicePointId") REFERENCES "RegistrationOffice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationDocument" ADD CONSTRAINT "RegistrationDocument_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationDocument" ADD CONSTRAINT "RegistrationDocument_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationRemark" ADD CONSTRAINT "RegistrationRemark_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationFinding" ADD CONSTRAINT "RegistrationFinding_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationRecusal" ADD CONSTRAINT "RegistrationRecusal_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationVersion" ADD CONSTRAINT "RegistrationVersion_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationPaper" ADD CONSTRAINT "RegistrationPaper_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationPaper" ADD CONSTRAINT "RegistrationPaper_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- What a schema file cannot say.
-- 1. State columns change through the procedure kernel only.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['BrokerProfile','Mandate','Deal','DealTask','TermSheet','PricingPublicity','Contract','Registration','Milestone','Instalment','RewardSheet'] LOOP
    EXECUTE format('CREATE TRIGGER state_by_procedure BEFORE UPDATE OF state ON %I FOR EACH ROW EXECUTE FUNCTION refuse_state_change()', t);
  END LOOP;
END $$;
ALTER TABLE "BrokerProfile" ADD CONSTRAINT broker_state CHECK (state IN ('DRAFT','SUBMITTED','RETURNED','PUBLIC','RECHECK','SUSPENDED','REVOKED','WITHDRAWN'));
ALTER TABLE "Mandate" ADD CONSTRAINT mandate_state CHECK (state IN ('OFFERED','ACCEPTED','ACTIVE','CONTRACT_MADE','FEE_DUE','PAID','DECLINED','WITHDRAWN','EXPIRED','TERMINATED','DISPUTED'));
ALTER TABLE "Deal" ADD CONSTRAINT deal_state CHECK (state IN ('OPEN','PAUSED','DISPUTED','AGREED','CONTRACTED','COMPLETED','CLOSED'));
ALTER TABLE "DealTask" ADD CONSTRAINT task_state CHECK (state IN ('OPEN','DONE','CANCELLED'));
ALTER TABLE "TermSheet" ADD CONSTRAINT term_sheet_state CHECK (state IN ('PROPOSED','ACCEPTED','REJECTED','SUPERSEDED','WITHDRAWN','REPLACED'));
ALTER TABLE "PricingPublicity" ADD CONSTRAINT publicity_state CHECK (state IN ('PROPOSED','APPROVED','PUBLICITY','OBJECTION_HANDLING','CLEARED','REVISED','STOPPED'));
ALTER TABLE "Contract" ADD CONSTRAINT contract_state CHECK (state IN ('DRAFT','FINAL','SIGNING','PAPER_CHECK','SIGNED','COMPLETED','TERMINATED','VOID'));
ALTER TABLE "Registration" ADD CONSTRAINT registration_state CHECK (state IN ('DRAFT','PRECHECK','SUBMITTED','CORRECTION','NOT_ACCEPTED','ACCEPTED','REVIEW','REVIEW_CORRECTION','SECOND_REVIEW','DECISION','REGISTERED','REFUSED','CHANGE_PENDING','RECONSIDERATION','CANCELLED','REVOKED','WITHDRAWN'));
ALTER TABLE "Milestone" ADD CONSTRAINT milestone_state CHECK (state IN ('PLANNED','SUBMITTED','ACCEPTED','CANCELLED'));
ALTER TABLE "Instalment" ADD CONSTRAINT instalment_state CHECK (state IN ('PLANNED','PROOF_GIVEN','RECEIVED','CONFIRMED','CANCELLED'));
ALTER TABLE "RewardSheet" ADD CONSTRAINT reward_state CHECK (state IN ('DRAFT','PUBLICITY','OBJECTION_HANDLING','CONFIRMED','PAID','CANCELLED'));

-- 2. Brokers.
ALTER TABLE "BrokerProfile" ADD CONSTRAINT broker_known CHECK (availability IN ('OPEN','LIMITED','CLOSED') AND revision >= 1),
  ADD CONSTRAINT broker_dates CHECK ("certificateExpiresOn" IS NULL OR "certificateIssuedOn" IS NULL OR "certificateExpiresOn" > "certificateIssuedOn"),
  ADD CONSTRAINT broker_public CHECK (state <> 'PUBLIC' OR ("displayName" <> '' AND "regionCode" IS NOT NULL AND "verifiedAt" IS NOT NULL));
ALTER TABLE "Mandate" ADD CONSTRAINT mandate_known CHECK (side IN ('SUPPLY','DEMAND','BOTH') AND "feeKind" IN ('FIXED','STEPS','NONE') AND "costsBorneBy" IN ('BROKER','CLIENT') AND "feePayer" IN ('CLIENT','HALF_EACH')),
  ADD CONSTRAINT mandate_both CHECK ((side = 'BOTH') = ("secondClientId" IS NOT NULL) AND "secondClientId" IS DISTINCT FROM "clientId"),
  ADD CONSTRAINT mandate_dates CHECK ("endsOn" > "startsOn"),
  ADD CONSTRAINT mandate_fee CHECK ((("feeKind" = 'FIXED') = ("fixedFeeFen" IS NOT NULL)) AND ("fixedFeeFen" IS NULL OR "fixedFeeFen" > 0) AND ("feeFen" IS NULL OR "feeFen" >= 0)),
  ADD CONSTRAINT mandate_matter CHECK (num_nonnulls("achievementId", "needId") >= 1);
ALTER TABLE "BrokerIntroduction" ADD CONSTRAINT introduced_two_sides CHECK ("supplyOrganisationId" <> "demandOrganisationId"),
  ADD CONSTRAINT introduced_matter CHECK (num_nonnulls("achievementId", "needId") >= 1);
CREATE UNIQUE INDEX introduced_once ON "BrokerIntroduction" ("brokerId", "supplyOrganisationId", "demandOrganisationId", coalesce("needId", '00000000-0000-0000-0000-000000000000'), coalesce("achievementId", '00000000-0000-0000-0000-000000000000'));
ALTER TABLE "AttributionEntry" ADD CONSTRAINT attribution_known CHECK (kind IN ('TURNOVER','FEE_DUE','FEE_PAID','REVERSAL') AND "shareBp" BETWEEN 1 AND 10000 AND (kind = 'REVERSAL') = ("reversesId" IS NOT NULL) AND (kind = 'REVERSAL' OR "amountFen" >= 0));
CREATE FUNCTION refuse_row_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'P0001';
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['AttributionEntry','DisclosureView','NdaAcceptance','DealMessage','ContractDraft','ContractApproval','RegistrationVersion','RightHolderCheck','RelatedPartyDeclaration','MandateConsent'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_row_change()', t);
  END LOOP;
END $$;

-- 3. Deal rooms.
ALTER TABLE "Deal" ADD CONSTRAINT deal_known CHECK (origin IN ('INTRODUCTION','INTEREST','TENDER','LOT','CHALLENGE') AND (origin = 'INTRODUCTION') = ("introductionId" IS NOT NULL) AND "lastSequence" >= 0),
  ADD CONSTRAINT deal_two_sides CHECK ("supplyOrganisationId" <> "demandOrganisationId"),
  ADD CONSTRAINT deal_closed_with_reason CHECK ((state = 'CLOSED') = ("closeCode" IS NOT NULL) OR state <> 'CLOSED');
-- One open room for the same pair and sides.
CREATE UNIQUE INDEX deal_open ON "Deal" ("supplyOrganisationId", "demandOrganisationId", coalesce("needId", '00000000-0000-0000-0000-000000000000'), coalesce("achievementId", '00000000-0000-0000-0000-000000000000')) WHERE state IN ('OPEN','PAUSED','DISPUTED','AGREED');
ALTER TABLE "DealParticipant" ADD CONSTRAINT participant_known CHECK (role IN ('SUPPLY','DEMAND','BROKER','LAWYER','EVALUATOR') AND ("invitedBySide" IS NULL OR "invitedBySide" IN ('SUPPLY','DEMAND')) AND (role = 'BROKER') = ("brokerId" IS NOT NULL) AND (role NOT IN ('SUPPLY','DEMAND') OR "organisationId" IS NOT NULL));
ALTER TABLE "DealMessage" ADD CONSTRAINT message_known CHECK (kind IN ('TEXT','FILE','EVENT') AND sequence >= 1 AND (kind = 'EVENT') = (event IS NOT NULL) AND (kind = 'FILE') = ("fileId" IS NOT NULL));
ALTER TABLE "DisclosureGrant" ADD CONSTRAINT grant_one_thing CHECK (num_nonnulls(section, "fileId") = 1);
CREATE UNIQUE INDEX grant_running ON "DisclosureGrant" ("dealId", "granteeId", "listingId", coalesce(section, "fileId"::text)) WHERE "revokedAt" IS NULL;
ALTER TABLE "TermSheet" ADD CONSTRAINT term_sheet_known CHECK (side IN ('SUPPLY','DEMAND') AND number >= 1);
-- One accepted version and one open offer of a room.
CREATE UNIQUE INDEX term_sheet_accepted ON "TermSheet" ("dealId") WHERE state = 'ACCEPTED';
CREATE UNIQUE INDEX term_sheet_open ON "TermSheet" ("dealId") WHERE state = 'PROPOSED';
-- What was offered stays as it was offered.
CREATE FUNCTION refuse_offer_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.content IS DISTINCT FROM OLD.content OR NEW."contentHash" IS DISTINCT FROM OLD."contentHash" OR NEW."dealId" IS DISTINCT FROM OLD."dealId" OR NEW.number IS DISTINCT FROM OLD.number OR NEW.side IS DISTINCT FROM OLD.side THEN
    RAISE EXCEPTION 'a term sheet is offered once and never edited' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER offer_is_fixed BEFORE UPDATE ON "TermSheet" FOR EACH ROW EXECUTE FUNCTION refuse_offer_change();
ALTER TABLE "TermSheetDraft" ADD CONSTRAINT term_sheet_draft_side CHECK (side IN ('SUPPLY','DEMAND'));
ALTER TABLE "PricingPublicity" ADD CONSTRAINT publicity_dates CHECK ("endsAt" IS NULL OR "endsAt" > "startedAt"),
  ADD CONSTRAINT publicity_cleared CHECK (state <> 'CLEARED' OR ("clearedAt" IS NOT NULL AND "clearedAt" >= "endsAt"));
CREATE UNIQUE INDEX publicity_open ON "PricingPublicity" ("dealId") WHERE state IN ('PROPOSED','APPROVED','PUBLICITY','OBJECTION_HANDLING','CLEARED');
ALTER TABLE "PublicityObjection" ADD CONSTRAINT objection_known CHECK ((outcome IS NULL OR outcome IN ('UPHELD','REJECTED')) AND (outcome IS NULL) = ("handledAt" IS NULL) AND (outcome IS NULL OR result <> ''));

-- 4. Contracts.
ALTER TABLE "Contract" ADD CONSTRAINT contract_known CHECK (kind IN ('MAIN','SUPPLEMENT') AND (kind = 'SUPPLEMENT') = ("parentId" IS NOT NULL) AND "signingMode" IN ('ELECTRONIC','PAPER') AND "draftNumber" >= 0),
  ADD CONSTRAINT contract_final CHECK (state NOT IN ('FINAL','SIGNING','PAPER_CHECK','SIGNED','COMPLETED') OR ("finalSha256" IS NOT NULL AND "finalFileId" IS NOT NULL)),
  ADD CONSTRAINT contract_signed CHECK (state NOT IN ('SIGNED','COMPLETED') OR ("signedOn" IS NOT NULL AND "signedAt" IS NOT NULL));
-- One main contract of a room that is not void.
CREATE UNIQUE INDEX contract_main ON "Contract" ("dealId") WHERE kind = 'MAIN' AND state <> 'VOID';
CREATE UNIQUE INDEX contract_supplement_open ON "Contract" ("parentId") WHERE kind = 'SUPPLEMENT' AND state IN ('DRAFT','FINAL','SIGNING','PAPER_CHECK');
ALTER TABLE "ContractSigner" ADD CONSTRAINT signer_known CHECK (side IN ('SUPPLY','DEMAND','BROKER') AND capacity IN ('LEGAL_REPRESENTATIVE','AGENT') AND (factor IS NULL OR factor IN ('TOTP','MAIL_CODE','SMS_CODE','PAPER')) AND ("signedAt" IS NULL OR "declinedAt" IS NULL)),
  ADD CONSTRAINT signature_whole CHECK (num_nulls("signedAt", "documentSha256", factor) IN (0, 3));
-- A signature binds one hash and is given once.
CREATE FUNCTION refuse_signature_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."signedAt" IS NOT NULL AND (NEW."signedAt" IS DISTINCT FROM OLD."signedAt" OR NEW."documentSha256" IS DISTINCT FROM OLD."documentSha256" OR NEW."userId" IS DISTINCT FROM OLD."userId" OR NEW.factor IS DISTINCT FROM OLD.factor) THEN
    RAISE EXCEPTION 'a given signature cannot be changed' USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signature_is_fixed BEFORE UPDATE ON "ContractSigner" FOR EACH ROW EXECUTE FUNCTION refuse_signature_change();
ALTER TABLE "DocumentSeal" ADD CONSTRAINT seal_known CHECK (kind IN ('CONTRACT','CONTRACT_PAPER','CERTIFICATE','NOTICE','PRECHECK_OPINION','PUBLICITY_PACK') AND version >= 1 AND ("originalBytes" IS NULL OR "originalBytes" > 0));
ALTER TABLE "SealKey" ADD CONSTRAINT seal_key_known CHECK (purpose IN ('PDF_SEAL','CERTIFICATE'));
CREATE UNIQUE INDEX seal_key_current ON "SealKey" (purpose) WHERE "retiredAt" IS NULL;

-- 5. Registration.
ALTER TABLE "RegistrationOffice" ADD CONSTRAINT office_known CHECK (kind IN ('OFFICE','SERVICE_POINT') AND level IN ('DISTRICT','CITY','PROVINCE') AND (kind = 'OFFICE' OR NOT "mayCertify") AND ("validTo" IS NULL OR "validTo" > "validFrom"));
ALTER TABLE "RegistrationDelegation" ADD CONSTRAINT delegation_known CHECK (("belowFen" IS NULL OR "belowFen" > 0) AND ("validTo" IS NULL OR "validTo" > "validFrom"));
ALTER TABLE "RegistrarSeat" ADD CONSTRAINT seat_known CHECK (role IN ('REGISTRAR','CHIEF','PRECHECK') AND ("validTo" IS NULL OR "validTo" > "validFrom"));
ALTER TABLE "Registration" ADD CONSTRAINT registration_amounts CHECK ("completenessBp" BETWEEN 0 AND 10000 AND revision >= 1 AND round >= 1 AND ("totalFen" IS NULL OR "totalFen" > 0) AND ("technicalFen" IS NULL OR ("technicalFen" > 0 AND "technicalFen" <= "totalFen")) AND ("approvedIncomeFen" IS NULL OR ("approvedIncomeFen" >= 0 AND "approvedIncomeFen" <= "technicalFen"))),
  ADD CONSTRAINT registration_two_persons CHECK ("registrarBId" IS NULL OR "registrarBId" IS DISTINCT FROM "registrarAId"),
  ADD CONSTRAINT registration_numbered CHECK (num_nulls("serialYear", serial, "registrationNo") IN (0, 3)),
  ADD CONSTRAINT registration_decided CHECK (state NOT IN ('REGISTERED','CHANGE_PENDING','CANCELLED','REVOKED') OR ("registrationNo" IS NOT NULL AND "decidedAt" IS NOT NULL AND "technicalFen" IS NOT NULL AND "approvedIncomeFen" IS NOT NULL)),
  ADD CONSTRAINT registration_refused CHECK (state <> 'REFUSED' OR cardinality("refusalCodes") > 0),
  ADD CONSTRAINT official_number CHECK ("officialNo" IS NULL OR "officialNo" ~ '^[0-9A-Z]{12,24}$');
-- One registration per contract and per matter, wherever it is filed.
CREATE UNIQUE INDEX registration_of_contract ON "Registration" ("contractId") WHERE state NOT IN ('WITHDRAWN','NOT_ACCEPTED','REFUSED','CANCELLED','REVOKED');
CREATE UNIQUE INDEX registration_of_matter ON "Registration" ("matterKey") WHERE state NOT IN ('WITHDRAWN','NOT_ACCEPTED','REFUSED','CANCELLED','REVOKED');
ALTER TABLE "RegistrationSeries" ADD CONSTRAINT series_positive CHECK ("lastSerial" >= 0 AND year BETWEEN 2000 AND 2200);
ALTER TABLE "RegistrationFinding" ADD CONSTRAINT finding_known CHECK (answer IN ('MET','NOT_MET'));
ALTER TABLE "RegistrationRecusal" ADD CONSTRAINT recusal_known CHECK (reason IN ('EMPLOYER','FAMILY','SHARES','BROKER','OTHER'));
ALTER TABLE "RegistrationVersion" ADD CONSTRAINT version_amounts CHECK (kind IN ('INITIAL','CHANGE','RE_RECOGNITION') AND "totalFen" > 0 AND "technicalFen" > 0 AND "technicalFen" <= "totalFen" AND "approvedIncomeFen" >= 0 AND "approvedIncomeFen" <= "technicalFen");
ALTER TABLE "RegistrationPaper" ADD CONSTRAINT paper_known CHECK (kind IN ('CERTIFICATE','REFUSAL_NOTICE','CHANGE_NOTICE','CANCELLATION_NOTICE','REVOCATION_NOTICE','PRECHECK_OPINION') AND version >= 1);

-- 6. Performance.
ALTER TABLE "Instalment" ADD CONSTRAINT instalment_known CHECK (kind IN ('PRICE','ENTRY_FEE','ROYALTY','COST') AND ("amountFen" IS NULL OR "amountFen" > 0));
ALTER TABLE "PaymentProof" ADD CONSTRAINT proof_amount CHECK ("amountFen" > 0),
  ADD CONSTRAINT proof_two_persons CHECK ("confirmedById" IS NULL OR ("receivedById" IS NOT NULL AND "confirmedById" <> "receivedById")),
  ADD CONSTRAINT proof_not_both CHECK (num_nonnulls("confirmedAt", "rejectedAt") <= 1);
CREATE UNIQUE INDEX proof_reference ON "PaymentProof" ("bankReference") WHERE "rejectedAt" IS NULL;
CREATE UNIQUE INDEX proof_open ON "PaymentProof" ("instalmentId") WHERE "rejectedAt" IS NULL;
ALTER TABLE "RewardSheet" ADD CONSTRAINT reward_sums CHECK ("revenueFen" >= 0 AND "deductionsFen" >= 0 AND "netIncomeFen" = "revenueFen" - "deductionsFen" AND "rewardFen" >= 0 AND "officeBonusFen" >= 0 AND "rewardFen" + "officeBonusFen" <= "netIncomeFen" AND "floorBp" BETWEEN 0 AND 10000 AND basis IN ('UNIT_RULE','AGREEMENT','STATUTE'));
CREATE UNIQUE INDEX reward_open ON "RewardSheet" ("contractId", "organisationId") WHERE state IN ('DRAFT','PUBLICITY','OBJECTION_HANDLING');
ALTER TABLE "RewardShare" ADD CONSTRAINT share_known CHECK ("shareBp" BETWEEN 1 AND 10000 AND "amountFen" >= 0 AND role IN ('COMPLETER','CONTRIBUTOR'));
ALTER TABLE "RewardObjection" ADD CONSTRAINT objection_known CHECK ((outcome IS NULL OR outcome IN ('UPHELD','REJECTED')) AND (outcome IS NULL) = ("handledAt" IS NULL) AND (outcome IS NULL OR result <> ''));
ALTER TABLE "Rating" ADD CONSTRAINT rating_range CHECK ("rateeKind" IN ('ORGANISATION','BROKER') AND reliability BETWEEN 1 AND 5 AND communication BETWEEN 1 AND 5 AND quality BETWEEN 1 AND 5);
