-- AlterTable
ALTER TABLE "DealParticipant" ADD COLUMN     "areas" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Instalment" ADD COLUMN     "baseFen" BIGINT,
ADD COLUMN     "periodFrom" DATE,
ADD COLUMN     "periodTo" DATE,
ADD COLUMN     "statedAt" TIMESTAMPTZ(3),
ADD COLUMN     "statedById" UUID;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "registrationFacts" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "RewardShare" ADD COLUMN     "nameConsentAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "RewardSheet" ADD COLUMN     "deductions" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "ContractTermination" (
    "id" UUID NOT NULL,
    "contractId" UUID NOT NULL,
    "proposedBySide" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "answerNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ContractTermination_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ContractTermination_contractId_idx" ON "ContractTermination"("contractId");

-- AddForeignKey
ALTER TABLE "ContractTermination" ADD CONSTRAINT "ContractTermination_contractId_fkey" FOREIGN KEY ("contractId") REFERENCES "Contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What a schema file cannot say.
ALTER TABLE "Instalment" ADD CONSTRAINT instalment_statement CHECK (("baseFen" IS NULL OR "baseFen" >= 0) AND ("periodTo" IS NULL OR "periodTo" >= "periodFrom"));
ALTER TABLE "ContractTermination" ADD CONSTRAINT termination_known CHECK ("proposedBySide" IN ('SUPPLY','DEMAND') AND reason IN ('AGREEMENT','IMPOSSIBLE','BREACH','OTHER') AND (outcome IS NULL OR outcome IN ('AGREED','DECLINED','WITHDRAWN')) AND (outcome IS NULL) = ("answeredAt" IS NULL));
CREATE UNIQUE INDEX termination_open ON "ContractTermination" ("contractId") WHERE outcome IS NULL;
