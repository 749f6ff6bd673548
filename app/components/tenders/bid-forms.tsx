import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { buttonClass, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { FileInput } from "~/components/ui/file-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { useHydrated } from "~/components/ui/use-hydrated";
import { MOST_ENVELOPE_CHARS } from "~/domain/tenders/tender-bid-schema";
import type { TenderCriterion } from "~/domain/tenders/tender-schema";
import {
  canSealHere,
  type SealedBid,
  type SealingCall,
} from "~/domain/tenders/tender-sealing-rules";
import { SealForm } from "./seal-form";

interface BidFormsProps {
  call: SealingCall;
  number: number;
  criteria: readonly TenderCriterion[];
  ceilingFen: string | null;
  /** A bid stands that this one takes the place of. */
  isReplacing: boolean;
  errorAt: (name: string) => string | undefined;
  /** Which of the two forms was refused. */
  refused: "sealed" | "upload" | null;
}

function Declarations({ id, errorAt }: { id: string; errorAt: BidFormsProps["errorAt"] }) {
  const { t } = useTranslation("tenders");
  return (
    <>
      <RadioGroup
        id={`${id}-related`}
        name="isRelated"
        label={t("seal.isRelated")}
        look="inline"
        options={[
          { value: "NO", label: t("seal.no") },
          { value: "YES", label: t("seal.yes") },
        ]}
        required
        error={errorAt("isRelated")}
      />
      <Checkbox
        id={`${id}-confirmed`}
        name="confirmed"
        label={t("seal.confirmed")}
        error={errorAt("confirmed")}
      />
    </>
  );
}

/** Two ways to bid: sealed in this browser, or away from it and handed in as a file. */
export function BidForms(props: BidFormsProps) {
  const { call, number, criteria, ceilingFen, isReplacing, errorAt, refused } = props;
  const { t } = useTranslation("tenders");
  const [sealed, setSealed] = useState<SealedBid | null>(null);
  const canSeal = useHydrated() && canSealHere();
  const at = (form: "sealed" | "upload") => (name: string) =>
    refused === form ? errorAt(name) : undefined;
  const own = <input type="hidden" name="organisationId" value={call.organisationId} />;
  const offline = `/tenders/${number}/sealing.html?organisation=${call.organisationId}`;
  return (
    <>
      <Card title={t(isReplacing ? "seal.replace" : "seal.title")}>
        {canSeal ? (
          <SealForm {...{ call, number, criteria, ceilingFen }} onSealed={setSealed} />
        ) : (
          <Alert tone="info">{t("seal.noCrypto")}</Alert>
        )}
        {sealed && (
          <Form method="post" className="mt-6 space-y-4 border-t border-line pt-5" noValidate>
            {own}
            <input type="hidden" name="envelope" value={sealed.envelope} />
            <Declarations id="sealed" errorAt={at("sealed")} />
            <SubmitButton intent="bid">{t("seal.send")}</SubmitButton>
          </Form>
        )}
      </Card>
      <Card title={t("seal.upload")}>
        <p className="text-muted">{t("seal.uploadLead")}</p>
        <p className="mt-3">
          {/* A plain link: the answer is a file, not a page. */}
          <a className={buttonClass("secondary", "sm")} href={offline} download>
            {t("seal.offline")}
          </a>
        </p>
        <p className="mt-1 text-sm text-muted">{t("seal.offlineHint")}</p>
        <Form
          method="post"
          encType="multipart/form-data"
          className="mt-5 space-y-4"
          reloadDocument
          noValidate
        >
          {own}
          <FileInput
            name="envelope"
            label={t("seal.envelope")}
            accept=".json"
            maxBytes={MOST_ENVELOPE_CHARS}
            required
            error={at("upload")("envelope")}
          />
          <Declarations id="upload" errorAt={at("upload")} />
          <SubmitButton intent="bid" variant="secondary">
            {t("seal.send")}
          </SubmitButton>
        </Form>
      </Card>
    </>
  );
}
