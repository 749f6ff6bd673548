import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { StatusBadge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import type { ConsentKind } from "~/domain/roadshows/follow-up/consent-schema";

type Consent = {
  kind: ConsentKind;
  text: string;
  textHash: string;
  isGiven: boolean | null;
  answeredAt: Date | null;
};

/** One consent with its whole text; it is given and taken back with one press. */
export function ConsentCard({
  consent,
  mayAnswer,
  isConfidential,
}: {
  consent: Consent;
  mayAnswer: boolean;
  isConfidential: boolean;
}) {
  const { t } = useTranslation("leads");
  const { kind, text, textHash, isGiven, answeredAt } = consent;
  const state = isGiven ? "given" : isGiven === false ? "revoked" : "refused";
  const isClosed = kind === "REPLAY" && isConfidential;
  return (
    <Card
      title={t(`consent.kinds.${kind}`)}
      actions={
        <StatusBadge tone={isGiven ? "success" : "neutral"}>{t(`consent.${state}`)}</StatusBadge>
      }
    >
      {answeredAt && (
        <p className="mb-3 text-sm text-muted">
          {t("consent.at", { at: formatDateTime(answeredAt, "datetime") })}
        </p>
      )}
      <div className="prose-text rounded-md bg-sunken p-4 text-sm" lang="zh-CN">
        {text}
      </div>
      <p className="mt-2 text-xs break-all text-muted">
        {t("consent.fingerprint")} {textHash}
      </p>
      {isClosed && <p className="mt-3 text-sm">{t("consent.confidential")}</p>}
      {mayAnswer && (isGiven || !isClosed) && (
        <Form method="post" className="mt-4">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="textHash" value={textHash} />
          {isGiven ? (
            <SubmitButton intent="revoke" variant="danger">
              {t("consent.revoke")}
            </SubmitButton>
          ) : (
            <SubmitButton intent="give">{t("consent.give")}</SubmitButton>
          )}
        </Form>
      )}
    </Card>
  );
}
