-- AlterTable
ALTER TABLE "Deal" ADD COLUMN     "challengeTakerId" UUID,
ADD COLUMN     "licencePurchaseId" UUID,
ADD COLUMN     "lotId" UUID,
ADD COLUMN     "tenderId" UUID;

-- CreateTable
CREATE TABLE "Auction" (
    "id" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "run" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'SCHEDULED',
    "mode" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "rulesHash" CHAR(64) NOT NULL,
    "timeFactor" INTEGER NOT NULL DEFAULT 1,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSequence" INTEGER NOT NULL DEFAULT 0,
    "headHash" CHAR(64) NOT NULL,
    "nextAt" TIMESTAMPTZ(3),
    "engineState" JSONB NOT NULL DEFAULT '{}',
    "endedAt" TIMESTAMPTZ(3),
    "winnerBidderId" UUID,
    "priceFen" BIGINT,
    "headSignature" TEXT,
    "keyFingerprint" CHAR(64),
    "publishedAt" TIMESTAMPTZ(3),
    "resultFileId" UUID,
    "confirmationFileId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Auction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuctionBidder" (
    "id" UUID NOT NULL,
    "auctionId" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "preemptiveRank" INTEGER,
    "nonce" TEXT NOT NULL,
    "admittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuctionBidder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuctionEvent" (
    "auctionId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "atMicros" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "bidderNumber" INTEGER,
    "amountFen" BIGINT,
    "content" JSONB NOT NULL,
    "previousHash" CHAR(64) NOT NULL,
    "hash" CHAR(64) NOT NULL,

    CONSTRAINT "AuctionEvent_pkey" PRIMARY KEY ("auctionId","sequence")
);

-- CreateTable
CREATE TABLE "BidReceipt" (
    "auctionId" UUID NOT NULL,
    "bidderNumber" INTEGER NOT NULL,
    "clientKey" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,

    CONSTRAINT "BidReceipt_pkey" PRIMARY KEY ("auctionId","bidderNumber","clientKey")
);

-- CreateTable
CREATE TABLE "ProxyBid" (
    "id" UUID NOT NULL,
    "auctionId" UUID NOT NULL,
    "bidderNumber" INTEGER NOT NULL,
    "maxEncrypted" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "commitment" CHAR(64) NOT NULL,
    "sequence" INTEGER NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "ProxyBid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Challenge" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "organisationId" UUID NOT NULL,
    "needId" UUID,
    "createdById" UUID NOT NULL,
    "regionCode" CHAR(6),
    "listKind" TEXT NOT NULL DEFAULT 'ENTERPRISE_NEED',
    "title" TEXT NOT NULL DEFAULT '',
    "background" TEXT NOT NULL DEFAULT '',
    "content" TEXT NOT NULL DEFAULT '',
    "targets" JSONB NOT NULL DEFAULT '[]',
    "fieldCodes" TEXT[],
    "cooperation" TEXT NOT NULL DEFAULT 'JOINT',
    "posterFen" BIGINT,
    "publicFen" BIGINT,
    "publicSource" TEXT NOT NULL DEFAULT '',
    "ipTerms" TEXT NOT NULL DEFAULT '',
    "agreementText" TEXT NOT NULL DEFAULT '',
    "agreementHash" CHAR(64),
    "confidential" TEXT NOT NULL DEFAULT '',
    "eligibility" TEXT NOT NULL DEFAULT '',
    "takerMode" TEXT NOT NULL DEFAULT 'ONE',
    "maxTakers" INTEGER NOT NULL DEFAULT 1,
    "scoutShareBp" INTEGER NOT NULL DEFAULT 0,
    "finishOn" DATE,
    "intentionsDueAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "publicityEndsAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closeNote" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeAgreement" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organisationId" UUID,
    "textHash" CHAR(64) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChallengeAgreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeQuestion" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "askedById" UUID NOT NULL,
    "organisationId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChallengeQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeFile" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "visibility" TEXT NOT NULL DEFAULT 'PUBLIC',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChallengeFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeIntention" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL DEFAULT '{}',
    "isRelated" BOOLEAN,
    "relatedNote" TEXT NOT NULL DEFAULT '',
    "scoutUserId" UUID,
    "fileId" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "screeningNote" TEXT NOT NULL DEFAULT '',
    "scoreHundredths" INTEGER,
    "rank" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChallengeIntention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeExpert" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedAt" TIMESTAMPTZ(3),
    "recusedAt" TIMESTAMPTZ(3),
    "recusalNote" TEXT NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChallengeExpert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeAppraisal" (
    "expertId" UUID NOT NULL,
    "intentionId" UUID NOT NULL,
    "scores" JSONB NOT NULL DEFAULT '{}',
    "totalHundredths" INTEGER NOT NULL DEFAULT 0,
    "recommendation" TEXT NOT NULL DEFAULT 'NOT_SURE',
    "comment" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChallengeAppraisal_pkey" PRIMARY KEY ("expertId","intentionId")
);

-- CreateTable
CREATE TABLE "ChallengeTaker" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "intentionId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'CONTRACTING',
    "stage" INTEGER NOT NULL DEFAULT 1,
    "rewardFen" BIGINT,
    "scoutRewardFen" BIGINT,
    "resultNote" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChallengeTaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeMilestone" (
    "id" UUID NOT NULL,
    "takerId" UUID NOT NULL,
    "sort" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PLANNED',
    "title" TEXT NOT NULL,
    "target" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "report" TEXT NOT NULL DEFAULT '',
    "fileId" UUID,
    "reportedById" UUID,
    "reportedAt" TIMESTAMPTZ(3),
    "measured" JSONB NOT NULL DEFAULT '[]',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ChallengeMilestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeObjection" (
    "id" UUID NOT NULL,
    "challengeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisationId" UUID,
    "raisedById" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "result" TEXT NOT NULL DEFAULT '',
    "handledById" UUID,
    "handledAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChallengeObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeViewDay" (
    "challengeId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ChallengeViewDay_pkey" PRIMARY KEY ("challengeId","day")
);

-- CreateTable
CREATE TABLE "LicenceOffer" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "kind" TEXT NOT NULL DEFAULT 'EXPRESS',
    "organisationId" UUID NOT NULL,
    "achievementId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "regionCode" CHAR(6),
    "title" TEXT NOT NULL DEFAULT '',
    "summary" TEXT NOT NULL DEFAULT '',
    "patents" JSONB NOT NULL DEFAULT '[]',
    "declarationNumber" TEXT NOT NULL DEFAULT '',
    "feeFen" BIGINT,
    "termMonths" INTEGER,
    "territory" TEXT NOT NULL DEFAULT '',
    "fieldOfUse" TEXT NOT NULL DEFAULT '',
    "licenceText" TEXT NOT NULL DEFAULT '',
    "textHash" CHAR(64),
    "textVersion" INTEGER NOT NULL DEFAULT 0,
    "checks" JSONB NOT NULL DEFAULT '{}',
    "maxLicensees" INTEGER,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closeNote" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LicenceOffer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LicencePurchase" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "offerId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'CONFIRMED',
    "licenceText" TEXT NOT NULL,
    "textHash" CHAR(64) NOT NULL,
    "feeFen" BIGINT NOT NULL,
    "paymentId" UUID,
    "fileId" UUID,
    "sealedSha256" CHAR(64),
    "startsOn" DATE,
    "endsOn" DATE,
    "ipAddress" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "licensedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LicencePurchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DUE',
    "purpose" TEXT NOT NULL,
    "caseType" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "itemId" UUID,
    "title" TEXT NOT NULL,
    "payerOrganisationId" UUID NOT NULL,
    "payeeOrganisationId" UUID,
    "amountFen" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL DEFAULT 'CNY',
    "method" TEXT,
    "stripeSessionId" TEXT,
    "stripePaymentIntentId" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "returnDueAt" TIMESTAMPTZ(3),
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "paidAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TransferProof" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
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
    "rejectedById" UUID,
    "rejectedAt" TIMESTAMPTZ(3),
    "rejectionNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TransferProof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DUE',
    "amountFen" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "stripeRefundId" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "bankReference" TEXT,
    "sentById" UUID,
    "sentAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerAccount" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LedgerAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerTransaction" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "caseType" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "paymentId" UUID,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "LedgerTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "transactionId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "amountFen" BIGINT NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankLine" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'LISTED',
    "bookAs" TEXT,
    "bookedFen" BIGINT,
    "returnsId" UUID,
    "proposedById" UUID,
    "confirmedById" UUID,
    "bookedOn" DATE NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "bankReference" TEXT NOT NULL,
    "counterparty" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "matchedPaymentId" UUID,
    "importedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BankLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invoice" (
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "bankAccount" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL DEFAULT 'ORDINARY',
    "item" TEXT NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "issuedNumber" TEXT,
    "issuedOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payout" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DUE',
    "organisationId" UUID NOT NULL,
    "caseType" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "amountFen" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "stripeTransferId" TEXT,
    "bankReference" TEXT,
    "sentById" UUID,
    "sentAt" TIMESTAMPTZ(3),
    "confirmedById" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Payout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StripeAccountLink" (
    "organisationId" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "canReceive" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StripeAccountLink_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "Tender" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "organisationId" UUID NOT NULL,
    "needId" UUID,
    "createdById" UUID NOT NULL,
    "regionCode" CHAR(6),
    "title" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "categoryCode" TEXT NOT NULL DEFAULT '',
    "qualification" TEXT NOT NULL DEFAULT '',
    "contractTerms" TEXT NOT NULL DEFAULT '',
    "budgetFen" BIGINT,
    "bondFen" BIGINT,
    "criteria" JSONB NOT NULL DEFAULT '[]',
    "rules" JSONB NOT NULL DEFAULT '{}',
    "rulesHash" CHAR(64),
    "amendmentCount" INTEGER NOT NULL DEFAULT 0,
    "earlierTenderId" UUID,
    "runNumber" INTEGER NOT NULL DEFAULT 1,
    "issuedAt" TIMESTAMPTZ(3),
    "bidsDueAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "candidatesAt" TIMESTAMPTZ(3),
    "candidatesEndAt" TIMESTAMPTZ(3),
    "standstillEndsAt" TIMESTAMPTZ(3),
    "awardedAt" TIMESTAMPTZ(3),
    "awardedBidId" UUID,
    "suspendedFrom" TEXT,
    "closeNote" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tender_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenderKeyHolder" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "publicKey" JSONB,
    "fingerprint" CHAR(64),
    "registeredAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TenderKeyHolder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenderFile" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TenderFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenderQuestion" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "askedById" UUID NOT NULL,
    "organisationId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "TenderQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenderAmendment" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "bidsDueAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TenderAmendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenderBid" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'SUBMITTED',
    "envelope" JSONB NOT NULL,
    "envelopeHash" CHAR(64) NOT NULL,
    "receipt" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "amendmentNumber" INTEGER NOT NULL DEFAULT 0,
    "isRelated" BOOLEAN NOT NULL DEFAULT false,
    "relatedNote" TEXT NOT NULL DEFAULT '',
    "bondPaymentId" UUID,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "content" JSONB,
    "priceFen" BIGINT,
    "invalidReason" TEXT NOT NULL DEFAULT '',
    "scoreMillionths" BIGINT,
    "rank" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TenderBid_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenderOpenedShare" (
    "bidId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "share" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TenderOpenedShare_pkey" PRIMARY KEY ("bidId","role")
);

-- CreateTable
CREATE TABLE "TenderMember" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acceptedAt" TIMESTAMPTZ(3),
    "recusedAt" TIMESTAMPTZ(3),
    "recusalNote" TEXT NOT NULL DEFAULT '',
    "submittedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TenderMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TenderScore" (
    "memberId" UUID NOT NULL,
    "bidId" UUID NOT NULL,
    "criterionId" TEXT NOT NULL,
    "hundredths" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TenderScore_pkey" PRIMARY KEY ("memberId","bidId","criterionId")
);

-- CreateTable
CREATE TABLE "TenderObjection" (
    "id" UUID NOT NULL,
    "tenderId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "organisationId" UUID NOT NULL,
    "raisedById" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "result" TEXT NOT NULL DEFAULT '',
    "handledById" UUID,
    "handledAt" TIMESTAMPTZ(3),

    CONSTRAINT "TenderObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lot" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "organisationId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "regionCode" CHAR(6),
    "title" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',
    "defects" TEXT NOT NULL DEFAULT '',
    "categoryCode" TEXT NOT NULL DEFAULT '',
    "conditions" JSONB NOT NULL DEFAULT '{}',
    "mode" TEXT NOT NULL DEFAULT 'ASCENDING',
    "startPriceFen" BIGINT,
    "stepFen" BIGINT,
    "depositFen" BIGINT,
    "reserveEncrypted" TEXT,
    "reserveHash" CHAR(64),
    "reserveIsPublic" BOOLEAN NOT NULL DEFAULT false,
    "reserveFen" BIGINT,
    "priceBasis" TEXT NOT NULL DEFAULT '',
    "priceBasisNote" TEXT NOT NULL DEFAULT '',
    "qualification" TEXT NOT NULL DEFAULT '',
    "feePayer" TEXT NOT NULL DEFAULT 'NONE',
    "feeBp" INTEGER NOT NULL DEFAULT 0,
    "rules" JSONB NOT NULL DEFAULT '{}',
    "rulesHash" CHAR(64),
    "isTraining" BOOLEAN NOT NULL DEFAULT false,
    "auctionHouse" TEXT,
    "auctionLicence" TEXT,
    "auctioneer" TEXT,
    "auctionLicenceFileId" UUID,
    "checks" JSONB NOT NULL DEFAULT '{}',
    "extensionCount" INTEGER NOT NULL DEFAULT 0,
    "earlierLotId" UUID,
    "runNumber" INTEGER NOT NULL DEFAULT 1,
    "announcedAt" TIMESTAMPTZ(3),
    "applicationsEndAt" TIMESTAMPTZ(3),
    "biddingStartsAt" TIMESTAMPTZ(3),
    "suspendedAt" TIMESTAMPTZ(3),
    "suspendedFrom" TEXT,
    "confirmDueAt" TIMESTAMPTZ(3),
    "contractDueAt" TIMESTAMPTZ(3),
    "winnerApplicationId" UUID,
    "priceFen" BIGINT,
    "closedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotItem" (
    "lotId" UUID NOT NULL,
    "achievementId" UUID NOT NULL,
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "LotItem_pkey" PRIMARY KEY ("lotId","achievementId")
);

-- CreateTable
CREATE TABLE "LotFile" (
    "id" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "visibility" TEXT NOT NULL DEFAULT 'PUBLIC',
    "title" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LotFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotQuestion" (
    "id" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "askedById" UUID NOT NULL,
    "organisationId" UUID,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "LotQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotNotice" (
    "id" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "fileId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LotNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotApplication" (
    "id" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'SUBMITTED',
    "contactName" TEXT NOT NULL DEFAULT '',
    "contactPhone" TEXT NOT NULL DEFAULT '',
    "isRelated" BOOLEAN NOT NULL DEFAULT false,
    "relatedNote" TEXT NOT NULL DEFAULT '',
    "rulesHash" CHAR(64) NOT NULL,
    "preemptiveClaim" TEXT NOT NULL DEFAULT '',
    "preemptiveRank" INTEGER,
    "proofFileId" UUID,
    "depositPaymentId" UUID,
    "refusalNote" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LotApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TradeFlag" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "kind" TEXT NOT NULL,
    "caseType" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "organisationIds" UUID[],
    "evidence" JSONB NOT NULL,
    "rulesVersion" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TradeFlag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TradeStrike" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "caseType" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "givenById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "liftedById" UUID,
    "liftedAt" TIMESTAMPTZ(3),
    "liftNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "TradeStrike_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TradeBan" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "fromAt" TIMESTAMPTZ(3) NOT NULL,
    "untilAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT true,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TradeBan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TradeDispute" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "caseType" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "raisedById" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "fileId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "result" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TradeDispute_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Auction_state_nextAt_idx" ON "Auction"("state", "nextAt");

-- CreateIndex
CREATE UNIQUE INDEX "Auction_lotId_run_key" ON "Auction"("lotId", "run");

-- CreateIndex
CREATE INDEX "AuctionBidder_userId_idx" ON "AuctionBidder"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "AuctionBidder_auctionId_number_key" ON "AuctionBidder"("auctionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "AuctionBidder_auctionId_organisationId_key" ON "AuctionBidder"("auctionId", "organisationId");

-- CreateIndex
CREATE INDEX "ProxyBid_auctionId_isActive_idx" ON "ProxyBid"("auctionId", "isActive");

-- CreateIndex
CREATE UNIQUE INDEX "ProxyBid_auctionId_sequence_key" ON "ProxyBid"("auctionId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Challenge_number_key" ON "Challenge"("number");

-- CreateIndex
CREATE INDEX "Challenge_state_intentionsDueAt_idx" ON "Challenge"("state", "intentionsDueAt");

-- CreateIndex
CREATE INDEX "Challenge_organisationId_createdAt_idx" ON "Challenge"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Challenge_state_publishedAt_idx" ON "Challenge"("state", "publishedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeAgreement_challengeId_userId_textHash_key" ON "ChallengeAgreement"("challengeId", "userId", "textHash");

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeQuestion_challengeId_number_key" ON "ChallengeQuestion"("challengeId", "number");

-- CreateIndex
CREATE INDEX "ChallengeFile_challengeId_idx" ON "ChallengeFile"("challengeId");

-- CreateIndex
CREATE INDEX "ChallengeFile_fileId_idx" ON "ChallengeFile"("fileId");

-- CreateIndex
CREATE INDEX "ChallengeIntention_organisationId_createdAt_idx" ON "ChallengeIntention"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeIntention_challengeId_organisationId_key" ON "ChallengeIntention"("challengeId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeIntention_challengeId_number_key" ON "ChallengeIntention"("challengeId", "number");

-- CreateIndex
CREATE INDEX "ChallengeExpert_userId_idx" ON "ChallengeExpert"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeExpert_challengeId_userId_key" ON "ChallengeExpert"("challengeId", "userId");

-- CreateIndex
CREATE INDEX "ChallengeAppraisal_intentionId_idx" ON "ChallengeAppraisal"("intentionId");

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeTaker_intentionId_key" ON "ChallengeTaker"("intentionId");

-- CreateIndex
CREATE INDEX "ChallengeTaker_challengeId_idx" ON "ChallengeTaker"("challengeId");

-- CreateIndex
CREATE INDEX "ChallengeTaker_organisationId_createdAt_idx" ON "ChallengeTaker"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeMilestone_takerId_sort_key" ON "ChallengeMilestone"("takerId", "sort");

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeObjection_challengeId_number_key" ON "ChallengeObjection"("challengeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "LicenceOffer_number_key" ON "LicenceOffer"("number");

-- CreateIndex
CREATE INDEX "LicenceOffer_state_openedAt_idx" ON "LicenceOffer"("state", "openedAt" DESC);

-- CreateIndex
CREATE INDEX "LicenceOffer_organisationId_createdAt_idx" ON "LicenceOffer"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "LicenceOffer_achievementId_idx" ON "LicenceOffer"("achievementId");

-- CreateIndex
CREATE UNIQUE INDEX "LicencePurchase_number_key" ON "LicencePurchase"("number");

-- CreateIndex
CREATE INDEX "LicencePurchase_offerId_createdAt_idx" ON "LicencePurchase"("offerId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "LicencePurchase_organisationId_createdAt_idx" ON "LicencePurchase"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Payment_number_key" ON "Payment"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_reference_key" ON "Payment"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_stripeSessionId_key" ON "Payment"("stripeSessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_stripePaymentIntentId_key" ON "Payment"("stripePaymentIntentId");

-- CreateIndex
CREATE INDEX "Payment_payerOrganisationId_createdAt_idx" ON "Payment"("payerOrganisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Payment_payeeOrganisationId_createdAt_idx" ON "Payment"("payeeOrganisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Payment_state_dueAt_idx" ON "Payment"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Payment_state_returnDueAt_idx" ON "Payment"("state", "returnDueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_caseType_caseId_itemId_purpose_key" ON "Payment"("caseType", "caseId", "itemId", "purpose");

-- CreateIndex
CREATE INDEX "TransferProof_paymentId_idx" ON "TransferProof"("paymentId");

-- CreateIndex
CREATE INDEX "TransferProof_fileId_idx" ON "TransferProof"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_paymentId_key" ON "Refund"("paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_stripeRefundId_key" ON "Refund"("stripeRefundId");

-- CreateIndex
CREATE INDEX "Refund_state_dueAt_idx" ON "Refund"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerAccount_code_key" ON "LedgerAccount"("code");

-- CreateIndex
CREATE INDEX "LedgerAccount_organisationId_idx" ON "LedgerAccount"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerTransaction_number_key" ON "LedgerTransaction"("number");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerTransaction_dedupeKey_key" ON "LedgerTransaction"("dedupeKey");

-- CreateIndex
CREATE INDEX "LedgerTransaction_caseType_caseId_idx" ON "LedgerTransaction"("caseType", "caseId");

-- CreateIndex
CREATE INDEX "LedgerTransaction_at_idx" ON "LedgerTransaction"("at");

-- CreateIndex
CREATE INDEX "LedgerTransaction_paymentId_idx" ON "LedgerTransaction"("paymentId");

-- CreateIndex
CREATE INDEX "LedgerEntry_accountId_id_idx" ON "LedgerEntry"("accountId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_transactionId_idx" ON "LedgerEntry"("transactionId");

-- CreateIndex
CREATE UNIQUE INDEX "BankLine_bankReference_key" ON "BankLine"("bankReference");

-- CreateIndex
CREATE INDEX "BankLine_bookedOn_idx" ON "BankLine"("bookedOn");

-- CreateIndex
CREATE INDEX "BankLine_matchedPaymentId_idx" ON "BankLine"("matchedPaymentId");

-- CreateIndex
CREATE INDEX "BankLine_returnsId_idx" ON "BankLine"("returnsId");

-- CreateIndex
CREATE UNIQUE INDEX "Invoice_paymentId_key" ON "Invoice"("paymentId");

-- CreateIndex
CREATE INDEX "Invoice_organisationId_idx" ON "Invoice"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Payout_stripeTransferId_key" ON "Payout"("stripeTransferId");

-- CreateIndex
CREATE INDEX "Payout_state_createdAt_idx" ON "Payout"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payout_caseType_caseId_organisationId_key" ON "Payout"("caseType", "caseId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "StripeAccountLink_accountId_key" ON "StripeAccountLink"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "Tender_number_key" ON "Tender"("number");

-- CreateIndex
CREATE INDEX "Tender_state_bidsDueAt_idx" ON "Tender"("state", "bidsDueAt");

-- CreateIndex
CREATE INDEX "Tender_organisationId_createdAt_idx" ON "Tender"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "TenderKeyHolder_tenderId_role_key" ON "TenderKeyHolder"("tenderId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "TenderKeyHolder_tenderId_userId_key" ON "TenderKeyHolder"("tenderId", "userId");

-- CreateIndex
CREATE INDEX "TenderFile_tenderId_idx" ON "TenderFile"("tenderId");

-- CreateIndex
CREATE INDEX "TenderFile_fileId_idx" ON "TenderFile"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "TenderQuestion_tenderId_number_key" ON "TenderQuestion"("tenderId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "TenderAmendment_tenderId_number_key" ON "TenderAmendment"("tenderId", "number");

-- CreateIndex
CREATE INDEX "TenderBid_organisationId_createdAt_idx" ON "TenderBid"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "TenderBid_tenderId_organisationId_key" ON "TenderBid"("tenderId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TenderBid_tenderId_number_key" ON "TenderBid"("tenderId", "number");

-- CreateIndex
CREATE INDEX "TenderMember_userId_idx" ON "TenderMember"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "TenderMember_tenderId_userId_key" ON "TenderMember"("tenderId", "userId");

-- CreateIndex
CREATE INDEX "TenderScore_bidId_idx" ON "TenderScore"("bidId");

-- CreateIndex
CREATE UNIQUE INDEX "TenderObjection_tenderId_number_key" ON "TenderObjection"("tenderId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Lot_number_key" ON "Lot"("number");

-- CreateIndex
CREATE INDEX "Lot_state_applicationsEndAt_idx" ON "Lot"("state", "applicationsEndAt");

-- CreateIndex
CREATE INDEX "Lot_organisationId_createdAt_idx" ON "Lot"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Lot_state_announcedAt_idx" ON "Lot"("state", "announcedAt" DESC);

-- CreateIndex
CREATE INDEX "Lot_regionCode_idx" ON "Lot"("regionCode");

-- CreateIndex
CREATE INDEX "LotItem_achievementId_idx" ON "LotItem"("achievementId");

-- CreateIndex
CREATE INDEX "LotFile_lotId_idx" ON "LotFile"("lotId");

-- CreateIndex
CREATE INDEX "LotFile_fileId_idx" ON "LotFile"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "LotQuestion_lotId_number_key" ON "LotQuestion"("lotId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "LotNotice_lotId_number_key" ON "LotNotice"("lotId", "number");

-- CreateIndex
CREATE INDEX "LotApplication_organisationId_createdAt_idx" ON "LotApplication"("organisationId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "LotApplication_userId_idx" ON "LotApplication"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "LotApplication_lotId_organisationId_key" ON "LotApplication"("lotId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TradeFlag_dedupeKey_key" ON "TradeFlag"("dedupeKey");

-- CreateIndex
CREATE INDEX "TradeFlag_state_createdAt_idx" ON "TradeFlag"("state", "createdAt");

-- CreateIndex
CREATE INDEX "TradeFlag_caseType_caseId_idx" ON "TradeFlag"("caseType", "caseId");

-- CreateIndex
CREATE INDEX "TradeStrike_organisationId_createdAt_idx" ON "TradeStrike"("organisationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "TradeStrike_organisationId_kind_caseType_caseId_key" ON "TradeStrike"("organisationId", "kind", "caseType", "caseId");

-- CreateIndex
CREATE INDEX "TradeBan_organisationId_untilAt_idx" ON "TradeBan"("organisationId", "untilAt");

-- CreateIndex
CREATE UNIQUE INDEX "TradeDispute_number_key" ON "TradeDispute"("number");

-- CreateIndex
CREATE INDEX "TradeDispute_caseType_caseId_idx" ON "TradeDispute"("caseType", "caseId");

-- CreateIndex
CREATE INDEX "TradeDispute_state_createdAt_idx" ON "TradeDispute"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Deal_lotId_idx" ON "Deal"("lotId");

-- CreateIndex
CREATE INDEX "Deal_tenderId_idx" ON "Deal"("tenderId");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_challengeTakerId_key" ON "Deal"("challengeTakerId");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_licencePurchaseId_key" ON "Deal"("licencePurchaseId");

-- AddForeignKey
ALTER TABLE "Auction" ADD CONSTRAINT "Auction_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Auction" ADD CONSTRAINT "Auction_resultFileId_fkey" FOREIGN KEY ("resultFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Auction" ADD CONSTRAINT "Auction_confirmationFileId_fkey" FOREIGN KEY ("confirmationFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuctionBidder" ADD CONSTRAINT "AuctionBidder_auctionId_fkey" FOREIGN KEY ("auctionId") REFERENCES "Auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuctionBidder" ADD CONSTRAINT "AuctionBidder_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "LotApplication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuctionBidder" ADD CONSTRAINT "AuctionBidder_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuctionBidder" ADD CONSTRAINT "AuctionBidder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuctionEvent" ADD CONSTRAINT "AuctionEvent_auctionId_fkey" FOREIGN KEY ("auctionId") REFERENCES "Auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProxyBid" ADD CONSTRAINT "ProxyBid_auctionId_fkey" FOREIGN KEY ("auctionId") REFERENCES "Auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeAgreement" ADD CONSTRAINT "ChallengeAgreement_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeQuestion" ADD CONSTRAINT "ChallengeQuestion_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeFile" ADD CONSTRAINT "ChallengeFile_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeFile" ADD CONSTRAINT "ChallengeFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeIntention" ADD CONSTRAINT "ChallengeIntention_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeIntention" ADD CONSTRAINT "ChallengeIntention_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeIntention" ADD CONSTRAINT "ChallengeIntention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeIntention" ADD CONSTRAINT "ChallengeIntention_scoutUserId_fkey" FOREIGN KEY ("scoutUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeIntention" ADD CONSTRAINT "ChallengeIntention_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeExpert" ADD CONSTRAINT "ChallengeExpert_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeExpert" ADD CONSTRAINT "ChallengeExpert_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeAppraisal" ADD CONSTRAINT "ChallengeAppraisal_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "ChallengeExpert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeAppraisal" ADD CONSTRAINT "ChallengeAppraisal_intentionId_fkey" FOREIGN KEY ("intentionId") REFERENCES "ChallengeIntention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeTaker" ADD CONSTRAINT "ChallengeTaker_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeTaker" ADD CONSTRAINT "ChallengeTaker_intentionId_fkey" FOREIGN KEY ("intentionId") REFERENCES "ChallengeIntention"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeTaker" ADD CONSTRAINT "ChallengeTaker_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeMilestone" ADD CONSTRAINT "ChallengeMilestone_takerId_fkey" FOREIGN KEY ("takerId") REFERENCES "ChallengeTaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeMilestone" ADD CONSTRAINT "ChallengeMilestone_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeObjection" ADD CONSTRAINT "ChallengeObjection_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeViewDay" ADD CONSTRAINT "ChallengeViewDay_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_challengeTakerId_fkey" FOREIGN KEY ("challengeTakerId") REFERENCES "ChallengeTaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_licencePurchaseId_fkey" FOREIGN KEY ("licencePurchaseId") REFERENCES "LicencePurchase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenceOffer" ADD CONSTRAINT "LicenceOffer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicenceOffer" ADD CONSTRAINT "LicenceOffer_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicencePurchase" ADD CONSTRAINT "LicencePurchase_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "LicenceOffer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicencePurchase" ADD CONSTRAINT "LicencePurchase_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicencePurchase" ADD CONSTRAINT "LicencePurchase_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicencePurchase" ADD CONSTRAINT "LicencePurchase_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LicencePurchase" ADD CONSTRAINT "LicencePurchase_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_payerOrganisationId_fkey" FOREIGN KEY ("payerOrganisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_payeeOrganisationId_fkey" FOREIGN KEY ("payeeOrganisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferProof" ADD CONSTRAINT "TransferProof_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferProof" ADD CONSTRAINT "TransferProof_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerAccount" ADD CONSTRAINT "LedgerAccount_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerTransaction" ADD CONSTRAINT "LedgerTransaction_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_transactionId_fkey" FOREIGN KEY ("transactionId") REFERENCES "LedgerTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "LedgerAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_matchedPaymentId_fkey" FOREIGN KEY ("matchedPaymentId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankLine" ADD CONSTRAINT "BankLine_returnsId_fkey" FOREIGN KEY ("returnsId") REFERENCES "BankLine"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StripeAccountLink" ADD CONSTRAINT "StripeAccountLink_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tender" ADD CONSTRAINT "Tender_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tender" ADD CONSTRAINT "Tender_needId_fkey" FOREIGN KEY ("needId") REFERENCES "Need"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tender" ADD CONSTRAINT "Tender_earlierTenderId_fkey" FOREIGN KEY ("earlierTenderId") REFERENCES "Tender"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderKeyHolder" ADD CONSTRAINT "TenderKeyHolder_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderKeyHolder" ADD CONSTRAINT "TenderKeyHolder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderFile" ADD CONSTRAINT "TenderFile_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderFile" ADD CONSTRAINT "TenderFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderQuestion" ADD CONSTRAINT "TenderQuestion_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderAmendment" ADD CONSTRAINT "TenderAmendment_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderBid" ADD CONSTRAINT "TenderBid_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderBid" ADD CONSTRAINT "TenderBid_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderBid" ADD CONSTRAINT "TenderBid_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderBid" ADD CONSTRAINT "TenderBid_bondPaymentId_fkey" FOREIGN KEY ("bondPaymentId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderOpenedShare" ADD CONSTRAINT "TenderOpenedShare_bidId_fkey" FOREIGN KEY ("bidId") REFERENCES "TenderBid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderMember" ADD CONSTRAINT "TenderMember_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderMember" ADD CONSTRAINT "TenderMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderScore" ADD CONSTRAINT "TenderScore_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "TenderMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderScore" ADD CONSTRAINT "TenderScore_bidId_fkey" FOREIGN KEY ("bidId") REFERENCES "TenderBid"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TenderObjection" ADD CONSTRAINT "TenderObjection_tenderId_fkey" FOREIGN KEY ("tenderId") REFERENCES "Tender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_earlierLotId_fkey" FOREIGN KEY ("earlierLotId") REFERENCES "Lot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotItem" ADD CONSTRAINT "LotItem_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotItem" ADD CONSTRAINT "LotItem_achievementId_fkey" FOREIGN KEY ("achievementId") REFERENCES "Achievement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotFile" ADD CONSTRAINT "LotFile_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotFile" ADD CONSTRAINT "LotFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotQuestion" ADD CONSTRAINT "LotQuestion_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotNotice" ADD CONSTRAINT "LotNotice_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotApplication" ADD CONSTRAINT "LotApplication_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotApplication" ADD CONSTRAINT "LotApplication_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotApplication" ADD CONSTRAINT "LotApplication_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotApplication" ADD CONSTRAINT "LotApplication_proofFileId_fkey" FOREIGN KEY ("proofFileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotApplication" ADD CONSTRAINT "LotApplication_depositPaymentId_fkey" FOREIGN KEY ("depositPaymentId") REFERENCES "Payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TradeStrike" ADD CONSTRAINT "TradeStrike_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TradeBan" ADD CONSTRAINT "TradeBan_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TradeDispute" ADD CONSTRAINT "TradeDispute_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TradeDispute" ADD CONSTRAINT "TradeDispute_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- What a schema file cannot say.
-- 1. State columns change through the procedure kernel only.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Payment','Refund','Payout','BankLine','Lot','LotApplication','TradeFlag','TradeDispute','Auction','Tender','TenderBid','Challenge','ChallengeIntention','ChallengeTaker','ChallengeMilestone','LicenceOffer','LicencePurchase'] LOOP
    EXECUTE format('CREATE TRIGGER state_by_procedure BEFORE UPDATE OF state ON %I FOR EACH ROW EXECUTE FUNCTION refuse_state_change()', t);
  END LOOP;
END $$;
ALTER TABLE "Payment" ADD CONSTRAINT payment_state CHECK (state IN ('DUE','STARTED','PROOF_GIVEN','RECEIVED','PAID','RETURN_DUE','RETURNED','APPLIED','FORFEITED','CANCELLED','LAPSED'));
ALTER TABLE "Refund" ADD CONSTRAINT refund_state CHECK (state IN ('DUE','SENT','DONE','FAILED'));
ALTER TABLE "Payout" ADD CONSTRAINT payout_state CHECK (state IN ('DUE','SENT','DONE','FAILED'));
ALTER TABLE "BankLine" ADD CONSTRAINT bank_line_state CHECK (state IN ('LISTED','PROPOSED','BOOKED'));
ALTER TABLE "BankLine" ADD CONSTRAINT bank_line_booking CHECK ((state = 'LISTED' OR "bookAs" IS NOT NULL) AND ("bookAs" IN ('LATE','DIFFERENCE','RETURN')) IS NOT FALSE AND ("bookAs" IS NULL) = ("bookedFen" IS NULL) AND ("bookAs" IS NOT DISTINCT FROM 'RETURN') = ("returnsId" IS NOT NULL));
ALTER TABLE "BankLine" ADD CONSTRAINT bank_line_two_people CHECK (state <> 'BOOKED' OR ("proposedById" <> "confirmedById") IS TRUE);
ALTER TABLE "Lot" ADD CONSTRAINT lot_state CHECK (state IN ('DRAFT','CHECK','CORRECTION','ANNOUNCED','BIDDING','NEGOTIATION','PENDING_CONFIRM','SOLD','CONTRACTED','CLOSED','FAILED','WITHDRAWN','SUSPENDED','DEFAULTED','VOID'));
ALTER TABLE "LotApplication" ADD CONSTRAINT lot_application_state CHECK (state IN ('SUBMITTED','QUALIFIED','ADMITTED','REFUSED','WITHDRAWN','EXCLUDED'));
ALTER TABLE "TradeFlag" ADD CONSTRAINT trade_flag_state CHECK (state IN ('OPEN','DISMISSED','CONFIRMED'));
ALTER TABLE "TradeDispute" ADD CONSTRAINT trade_dispute_state CHECK (state IN ('OPEN','UPHELD','REJECTED','WITHDRAWN'));
ALTER TABLE "Auction" ADD CONSTRAINT auction_state CHECK (state IN ('SCHEDULED','OPEN','SUSPENDED','ENDED','VOID'));
ALTER TABLE "Tender" ADD CONSTRAINT tender_state CHECK (state IN ('DRAFT','CHECK','CORRECTION','ISSUED','OPENING','EVALUATION','CANDIDATES','STANDSTILL','AWARDED','CONTRACTED','CLOSED','FAILED','CANCELLED','SUSPENDED'));
ALTER TABLE "TenderBid" ADD CONSTRAINT tender_bid_state CHECK (state IN ('SUBMITTED','UNCONFIRMED','WITHDRAWN','OPENED','INVALID','REJECTED','EVALUATED','AWARDED','NOT_AWARDED'));
ALTER TABLE "Challenge" ADD CONSTRAINT challenge_state CHECK (state IN ('DRAFT','VETTING','CORRECTION','PUBLISHED','SCREENING','APPRAISAL','PUBLICITY','RUNNING','CLOSED','NO_TAKER','WITHDRAWN','TERMINATED'));
ALTER TABLE "ChallengeIntention" ADD CONSTRAINT intention_state CHECK (state IN ('DRAFT','SUBMITTED','ELIGIBLE','INELIGIBLE','SELECTED','RESERVE','NOT_SELECTED','WITHDRAWN'));
ALTER TABLE "ChallengeTaker" ADD CONSTRAINT taker_state CHECK (state IN ('CONTRACTING','RUNNING','ACCEPTANCE','PASSED','NOT_PASSED','EXEMPTED','ELIMINATED','TERMINATED','REWARDED'));
ALTER TABLE "ChallengeMilestone" ADD CONSTRAINT challenge_milestone_state CHECK (state IN ('PLANNED','REPORTED','ACCEPTED','FAILED'));
ALTER TABLE "LicenceOffer" ADD CONSTRAINT licence_offer_state CHECK (state IN ('DRAFT','CHECK','CORRECTION','OPEN','SUSPENDED','CLOSED'));
ALTER TABLE "LicencePurchase" ADD CONSTRAINT licence_purchase_state CHECK (state IN ('CONFIRMED','PAID','LICENSED','CANCELLED','LAPSED'));

-- 2. What is written once.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['LedgerTransaction','LedgerEntry','AuctionEvent','BidReceipt','LotNotice','TenderAmendment','ChallengeAgreement','TenderOpenedShare'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_row_change()', t);
  END LOOP;
END $$;

-- 3. Money.
ALTER TABLE "Payment" ADD CONSTRAINT payment_known CHECK ("amountFen" > 0 AND purpose IN ('DEPOSIT','PRICE','SERVICE_FEE','LICENCE_FEE','REWARD','INSTALMENT') AND "caseType" IN ('LOT','TENDER','CHALLENGE','LICENCE','CONTRACT') AND (method IS NULL OR method IN ('STRIPE','TRANSFER')) AND "payerOrganisationId" IS DISTINCT FROM "payeeOrganisationId"),
  ADD CONSTRAINT payment_paid CHECK (state NOT IN ('PAID','RETURN_DUE','RETURNED','APPLIED','FORFEITED') OR ("paidAt" IS NOT NULL AND method IS NOT NULL)),
  ADD CONSTRAINT payment_deposit CHECK (state NOT IN ('APPLIED','FORFEITED') OR purpose = 'DEPOSIT');
-- One case asks an item's payment of one purpose once, also where it has no item.
CREATE UNIQUE INDEX payment_of_case ON "Payment" ("caseType", "caseId", purpose, "payerOrganisationId") WHERE "itemId" IS NULL AND state NOT IN ('CANCELLED','LAPSED');
ALTER TABLE "TransferProof" ADD CONSTRAINT transfer_proof_known CHECK ("amountFen" > 0 AND num_nonnulls("confirmedAt", "rejectedAt") <= 1 AND ("receivedById" IS NULL OR "confirmedById" IS NULL OR "receivedById" <> "confirmedById"));
CREATE UNIQUE INDEX transfer_used_once ON "TransferProof" ("bankReference") WHERE "rejectedAt" IS NULL;
ALTER TABLE "Refund" ADD CONSTRAINT refund_known CHECK ("amountFen" > 0 AND method IN ('STRIPE','TRANSFER') AND ("sentById" IS NULL OR "confirmedById" IS NULL OR "sentById" <> "confirmedById") AND (state <> 'DONE' OR "doneAt" IS NOT NULL));
CREATE UNIQUE INDEX refund_transfer_once ON "Refund" ("bankReference") WHERE "bankReference" IS NOT NULL;
ALTER TABLE "Payout" ADD CONSTRAINT payout_known CHECK ("amountFen" > 0 AND method IN ('STRIPE','TRANSFER') AND ("sentById" IS NULL OR "confirmedById" IS NULL OR "sentById" <> "confirmedById"));
ALTER TABLE "LedgerAccount" ADD CONSTRAINT ledger_account_known CHECK (kind IN ('ASSET','LIABILITY','INCOME','EXPENSE'));
ALTER TABLE "LedgerEntry" ADD CONSTRAINT ledger_entry_amount CHECK ("amountFen" <> 0);
ALTER TABLE "Invoice" ADD CONSTRAINT invoice_known CHECK (kind IN ('ORDINARY','SPECIAL') AND "amountFen" > 0 AND num_nulls("issuedNumber", "issuedOn") IN (0, 2));
CREATE FUNCTION refuse_empty_booking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "LedgerEntry" WHERE "transactionId" = NEW.id) < 2 THEN
    RAISE EXCEPTION 'a booking must have two sides' USING ERRCODE = 'P0001';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION refuse_unbalanced_booking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum("amountFen") FROM "LedgerEntry" WHERE "transactionId" = NEW."transactionId") <> 0 THEN
    RAISE EXCEPTION 'a booking must sum to zero' USING ERRCODE = 'P0001';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER booking_balances AFTER INSERT ON "LedgerEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_booking();
CREATE CONSTRAINT TRIGGER booking_has_sides AFTER INSERT ON "LedgerTransaction" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_empty_booking();

-- 4. Lots.
ALTER TABLE "Lot" ADD CONSTRAINT lot_known CHECK (mode IN ('ASCENDING','ROUNDS','DESCENDING','AGREE_OR_RAISE') AND "feePayer" IN ('NONE','BUYER','SELLER','HALF_EACH') AND "feeBp" BETWEEN 0 AND 10000 AND "runNumber" >= 1 AND "extensionCount" >= 0),
  ADD CONSTRAINT lot_announced CHECK (state IN ('DRAFT','CHECK','CORRECTION','WITHDRAWN','VOID') OR (title <> '' AND "startPriceFen" > 0 AND "stepFen" > 0 AND "depositFen" >= 0 AND "depositFen" <= "startPriceFen" AND "rulesHash" IS NOT NULL AND "announcedAt" < "applicationsEndAt" AND "applicationsEndAt" <= "biddingStartsAt")),
  ADD CONSTRAINT lot_auction_licensed CHECK (num_nulls("auctionHouse", "auctionLicence", auctioneer) IN (0, 3)),
  ADD CONSTRAINT lot_sold CHECK (state NOT IN ('PENDING_CONFIRM','SOLD','CONTRACTED') OR ("priceFen" > 0 AND "winnerApplicationId" IS NOT NULL));
ALTER TABLE "LotFile" ADD CONSTRAINT lot_file_known CHECK (visibility IN ('PUBLIC','APPLICANTS','OFFICE'));
ALTER TABLE "LotApplication" ADD CONSTRAINT application_admitted CHECK (state <> 'ADMITTED' OR "depositPaymentId" IS NOT NULL OR "decidedAt" IS NOT NULL);
ALTER TABLE "TradeFlag" ADD CONSTRAINT trade_flag_known CHECK ("caseType" IN ('LOT','TENDER','CHALLENGE','LICENCE') AND (state = 'OPEN' OR "decidedAt" IS NOT NULL));
ALTER TABLE "TradeStrike" ADD CONSTRAINT strike_known CHECK (kind IN ('NOT_CONFIRMED','NOT_SIGNED','NOT_PAID','FALSE_STATEMENT','COLLUSION'));
ALTER TABLE "TradeBan" ADD CONSTRAINT ban_dates CHECK ("untilAt" > "fromAt");

-- 5. Bidding: the events of a run are a chain without gaps.
ALTER TABLE "Auction" ADD CONSTRAINT auction_known CHECK (mode IN ('ASCENDING','ROUNDS','DESCENDING','AGREE_OR_RAISE') AND "timeFactor" BETWEEN 1 AND 1440 AND "lastSequence" >= 0 AND ("priceFen" IS NULL) = ("winnerBidderId" IS NULL));
ALTER TABLE "AuctionBidder" ADD CONSTRAINT bidder_number CHECK (number >= 1);
CREATE FUNCTION refuse_broken_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before record;
BEGIN
  IF NEW.sequence = 1 THEN RETURN NEW; END IF;
  SELECT hash, "atMicros" INTO before FROM "AuctionEvent" WHERE "auctionId" = NEW."auctionId" AND sequence = NEW.sequence - 1;
  IF NOT FOUND OR before.hash <> NEW."previousHash" OR before."atMicros" > NEW."atMicros" THEN
    RAISE EXCEPTION 'event % of auction % does not follow the one before', NEW.sequence, NEW."auctionId" USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER chain_without_gaps BEFORE INSERT ON "AuctionEvent" FOR EACH ROW EXECUTE FUNCTION refuse_broken_chain();
ALTER TABLE "AuctionEvent" ADD CONSTRAINT auction_event_known CHECK (sequence >= 1 AND ("amountFen" IS NULL OR "amountFen" > 0));

-- 6. Tenders and challenges.
ALTER TABLE "Tender" ADD CONSTRAINT tender_issued CHECK (state IN ('DRAFT','CHECK','CORRECTION','CANCELLED') OR (title <> '' AND "rulesHash" IS NOT NULL AND "bidsDueAt" > "issuedAt"));
ALTER TABLE "TenderKeyHolder" ADD CONSTRAINT key_holder_known CHECK (role IN ('BUYER','MARKET','NOTARY') AND num_nulls("publicKey", fingerprint, "registeredAt") IN (0, 3));
-- No content of a bid stands in the database before it is opened.
ALTER TABLE "TenderBid" ADD CONSTRAINT bid_sealed CHECK (state NOT IN ('SUBMITTED','UNCONFIRMED','WITHDRAWN') OR num_nonnulls(content, "priceFen", "openedAt") = 0);
ALTER TABLE "TenderMember" ADD CONSTRAINT member_known CHECK (kind IN ('EXPERT','BUYER') AND ("recusedAt" IS NULL OR "submittedAt" IS NULL));
ALTER TABLE "TenderScore" ADD CONSTRAINT score_not_negative CHECK (hundredths >= 0);
ALTER TABLE "TenderObjection" ADD CONSTRAINT tender_objection_known CHECK ((outcome IS NULL OR outcome IN ('UPHELD','REJECTED')) AND (outcome IS NULL) = ("handledAt" IS NULL));
ALTER TABLE "Challenge" ADD CONSTRAINT challenge_known CHECK ("listKind" IN ('ENTERPRISE_NEED','INNOVATION_SYSTEM','COUNTY_INDUSTRY','KEY_TASK') AND "takerMode" IN ('ONE','RACE','STAGED') AND "maxTakers" BETWEEN 1 AND 20 AND "scoutShareBp" BETWEEN 0 AND 5000 AND ("posterFen" IS NULL OR "posterFen" >= 0) AND ("publicFen" IS NULL OR "publicFen" >= 0)),
  ADD CONSTRAINT challenge_published CHECK (state IN ('DRAFT','VETTING','CORRECTION','WITHDRAWN') OR (title <> '' AND "agreementHash" IS NOT NULL AND "intentionsDueAt" > "publishedAt"));
ALTER TABLE "ChallengeIntention" ADD CONSTRAINT intention_submitted CHECK (state IN ('DRAFT','WITHDRAWN') OR ("submittedAt" IS NOT NULL AND "isRelated" IS NOT NULL));
ALTER TABLE "ChallengeExpert" ADD CONSTRAINT challenge_expert_known CHECK ("recusedAt" IS NULL OR "submittedAt" IS NULL);
ALTER TABLE "ChallengeObjection" ADD CONSTRAINT challenge_objection_known CHECK ((outcome IS NULL OR outcome IN ('UPHELD','REJECTED')) AND (outcome IS NULL) = ("handledAt" IS NULL));

-- 7. Licences.
ALTER TABLE "LicenceOffer" ADD CONSTRAINT licence_offer_open CHECK (kind IN ('EXPRESS','OPEN_PATENT') AND (state IN ('DRAFT','CHECK','CORRECTION','CLOSED') OR ("feeFen" >= 0 AND "textHash" IS NOT NULL AND "licenceText" <> '')));
-- One purchase of an organisation at a time.
CREATE UNIQUE INDEX licence_purchase_open ON "LicencePurchase" ("offerId", "organisationId") WHERE state IN ('CONFIRMED','PAID');
ALTER TABLE "LicencePurchase" ADD CONSTRAINT licence_purchase_whole CHECK (state <> 'LICENSED' OR ("fileId" IS NOT NULL AND "licensedAt" IS NOT NULL));

-- 8. Rooms that a trade has opened stand beside talks of the same sides.
ALTER TABLE "Deal" DROP CONSTRAINT deal_known;
ALTER TABLE "Deal" ADD CONSTRAINT deal_known CHECK (origin IN ('INTRODUCTION','INTEREST','TENDER','LOT','CHALLENGE','LICENCE') AND (origin = 'INTRODUCTION') = ("introductionId" IS NOT NULL) AND (origin = 'LOT') = ("lotId" IS NOT NULL) AND (origin = 'TENDER') = ("tenderId" IS NOT NULL) AND (origin = 'CHALLENGE') = ("challengeTakerId" IS NOT NULL) AND (origin = 'LICENCE') = ("licencePurchaseId" IS NOT NULL) AND "lastSequence" >= 0);
DROP INDEX deal_open;
CREATE UNIQUE INDEX deal_open ON "Deal" ("supplyOrganisationId", "demandOrganisationId", coalesce("needId", '00000000-0000-0000-0000-000000000000'), coalesce("achievementId", '00000000-0000-0000-0000-000000000000')) WHERE state IN ('OPEN','PAUSED','DISPUTED','AGREED') AND origin IN ('INTRODUCTION','INTEREST');

-- One room at a time for what a lot or tender has found; a closed one makes way for the next.
CREATE UNIQUE INDEX deal_lot_open ON "Deal" ("lotId") WHERE state <> 'CLOSED';
CREATE UNIQUE INDEX deal_tender_open ON "Deal" ("tenderId") WHERE state <> 'CLOSED';
ALTER TABLE "DocumentSeal" DROP CONSTRAINT seal_known;
ALTER TABLE "DocumentSeal" ADD CONSTRAINT seal_known CHECK (kind IN ('CONTRACT','CONTRACT_PAPER','CERTIFICATE','NOTICE','PRECHECK_OPINION','PUBLICITY_PACK','AUCTION_RESULT','SALE_CONFIRMATION','TENDER_NOTICE','CHALLENGE_NOTICE','LICENCE') AND version >= 1 AND ("originalBytes" IS NULL OR "originalBytes" > 0));
