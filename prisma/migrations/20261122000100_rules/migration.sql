-- What a schema file cannot say: checks, guards and search support.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- 1. A state column changes through the procedure kernel only.
CREATE FUNCTION refuse_state_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF NEW.state IS DISTINCT FROM OLD.state
     AND current_setting('market.procedure', true) IS DISTINCT FROM TG_TABLE_NAME THEN
    RAISE EXCEPTION 'state of % may change through its procedure only', TG_TABLE_NAME
      USING ERRCODE = 'P0001';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Achievement','Need','Organisation','RealNameApplication','Introduction','ImportRun'] LOOP
    EXECUTE format('CREATE TRIGGER state_by_procedure BEFORE UPDATE OF state ON %I FOR EACH ROW EXECUTE FUNCTION refuse_state_change()', t);
  END LOOP;
END $$;

ALTER TABLE "Achievement" ADD CONSTRAINT achievement_state CHECK (state IN ('DRAFT','ORG_CHECK','MARKET_REVIEW','CORRECTION','PUBLISHED','EXPIRED','WITHDRAWN','CLOSED'));
ALTER TABLE "Need" ADD CONSTRAINT need_state CHECK (state IN ('DRAFT','ORG_CHECK','MARKET_REVIEW','CORRECTION','PUBLISHED','EXPIRED','WITHDRAWN','CLOSED'));
ALTER TABLE "Organisation" ADD CONSTRAINT organisation_state CHECK (state IN ('UNVERIFIED','SUBMITTED','RETURNED','VERIFIED','RECHECK','SUSPENDED'));
ALTER TABLE "RealNameApplication" ADD CONSTRAINT real_name_state CHECK (state IN ('SUBMITTED','APPROVED','RETURNED','WITHDRAWN'));
ALTER TABLE "Introduction" ADD CONSTRAINT introduction_state CHECK (state IN ('REQUESTED','ACCEPTED','DECLINED','WITHDRAWN','LAPSED'));
ALTER TABLE "ImportRun" ADD CONSTRAINT import_state CHECK (state IN ('MAPPING','QUEUED','RUNNING','FINISHED','FAILED','CANCELLED'));

-- 2. A published listing carries what publication means.
ALTER TABLE "Achievement" ADD CONSTRAINT achievement_published CHECK (state <> 'PUBLISHED' OR (title <> '' AND "publishedAt" IS NOT NULL AND "expiresAt" > "publishedAt" AND "regionCode" IS NOT NULL));
ALTER TABLE "Need" ADD CONSTRAINT need_published CHECK (state <> 'PUBLISHED' OR (title <> '' AND "publishedAt" IS NOT NULL AND "expiresAt" > "publishedAt" AND "regionCode" IS NOT NULL));

-- 3. Amounts and ranges.
ALTER TABLE "Achievement"
  ADD CONSTRAINT achievement_price CHECK (
    "priceKind" IN ('NEGOTIABLE','FIXED','RANGE','ROYALTY')
    AND ("priceMinFen" IS NULL OR "priceMinFen" >= 0)
    AND ("priceMaxFen" IS NULL OR "priceMaxFen" >= coalesce("priceMinFen", 0))
    AND ("royaltyRateBp" IS NULL OR "royaltyRateBp" BETWEEN 1 AND 10000)),
  ADD CONSTRAINT achievement_trl CHECK (("trlDeclared" IS NULL OR "trlDeclared" BETWEEN 1 AND 9) AND ("trlVerified" IS NULL OR "trlVerified" BETWEEN 1 AND 9)),
  ADD CONSTRAINT achievement_counts CHECK ("viewCount" >= 0 AND "interestCount" >= 0 AND revision >= 1);
ALTER TABLE "Need"
  ADD CONSTRAINT need_budget CHECK (
    "budgetKind" IN ('NEGOTIABLE','FIXED','RANGE')
    AND ("budgetMinFen" IS NULL OR "budgetMinFen" >= 0)
    AND ("budgetMaxFen" IS NULL OR "budgetMaxFen" >= coalesce("budgetMinFen", 0))),
  ADD CONSTRAINT need_trl CHECK ("trlWanted" IS NULL OR "trlWanted" BETWEEN 1 AND 9),
  ADD CONSTRAINT need_counts CHECK ("viewCount" >= 0 AND "interestCount" >= 0 AND revision >= 1);
ALTER TABLE "TrlEvidence" ADD CONSTRAINT trl_evidence_level CHECK (level BETWEEN 1 AND 9);
ALTER TABLE "User" ADD CONSTRAINT user_level CHECK ("realNameLevel" BETWEEN 0 AND 3);

-- 4. A row that belongs to a listing belongs to exactly one.
ALTER TABLE "ListingVersion" ADD CONSTRAINT one_listing CHECK (num_nonnulls("achievementId", "needId") = 1);
ALTER TABLE "ReviewComment" ADD CONSTRAINT one_listing CHECK (num_nonnulls("achievementId", "needId") = 1);
ALTER TABLE "ListingFile" ADD CONSTRAINT one_listing CHECK (num_nonnulls("achievementId", "needId") = 1);
ALTER TABLE "Introduction" ADD CONSTRAINT at_least_one_listing CHECK (num_nonnulls("achievementId", "needId") >= 1),
  ADD CONSTRAINT two_sides CHECK ("fromOrganisationId" <> "toOrganisationId");
-- The same request is open once.
CREATE UNIQUE INDEX introduction_open ON "Introduction" ("fromOrganisationId", "toOrganisationId", coalesce("needId", '00000000-0000-0000-0000-000000000000'), coalesce("achievementId", '00000000-0000-0000-0000-000000000000')) WHERE state = 'REQUESTED';
-- One open application of a person.
CREATE UNIQUE INDEX real_name_open ON "RealNameApplication" ("userId") WHERE state = 'SUBMITTED';
-- A seat without a region exists once (NULLs are distinct in the ordinary key).
CREATE UNIQUE INDEX office_without_region ON "OfficeAssignment" ("userId", office) WHERE "regionCode" IS NULL;
CREATE UNIQUE INDEX invitation_open ON "Invitation" ("organisationId", lower(email)) WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;

-- 5. Clocks: one running of a name per subject; the sweep reads what is due.
CREATE UNIQUE INDEX clock_running ON "ProcedureClock" (procedure, "subjectId", clock) WHERE "firedAt" IS NULL AND "stoppedAt" IS NULL;
CREATE INDEX clock_due ON "ProcedureClock" ("dueAt") WHERE "firedAt" IS NULL AND "stoppedAt" IS NULL AND "suspendedAt" IS NULL;
ALTER TABLE "ProcedureClock" ADD CONSTRAINT clock_order CHECK ("dueAt" >= "startedAt");

-- 6. The audit record is append-only.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit record is append-only' USING ERRCODE = 'P0001';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "AuditEvent" EXECUTE FUNCTION refuse_audit_change();

-- 7. Search from PostgreSQL while the search engine is away.
CREATE INDEX achievement_search ON "Achievement" USING gin ("searchText" gin_trgm_ops) WHERE state = 'PUBLISHED';
CREATE INDEX need_search ON "Need" USING gin ("searchText" gin_trgm_ops) WHERE state = 'PUBLISHED';
CREATE INDEX achievement_title ON "Achievement" USING gin (title gin_trgm_ops);
CREATE INDEX need_title ON "Need" USING gin (title gin_trgm_ops);
CREATE INDEX organisation_name ON "Organisation" USING gin ("legalName" gin_trgm_ops);
CREATE INDEX achievement_fields ON "Achievement" USING gin ("fieldCodes");
CREATE INDEX need_fields ON "Need" USING gin ("fieldCodes");
CREATE INDEX notification_unread ON "Notification" ("userId") WHERE "readAt" IS NULL;
