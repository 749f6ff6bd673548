import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { PaymentStateBadge } from "~/components/payments/payment-state";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { DescriptionList } from "~/components/ui/description-list";
import { NumberInput } from "~/components/ui/number-input";
import { Textarea } from "~/components/ui/textarea";
import type { ApplicationLine } from "~/domain/trading/lot-view";
import { ApplicationStateBadge } from "./lot-state";

type View = ReturnType<typeof useFormView>;

function Decide({ line, view }: { line: ApplicationLine; view: View }) {
  const { t } = useTranslation("trading");
  const isMine = view.value("applicationId") === line.id;
  return (
    <Form method="post" className="grid gap-4 border-t border-line pt-4" noValidate>
      <input type="hidden" name="applicationId" value={line.id} />
      <Textarea
        name="note"
        id={`field-note-${line.id}`}
        label={t("desk.reason")}
        rows={2}
        maxLength={1000}
        defaultValue={isMine ? view.value("note") : ""}
        error={isMine ? view.error("note") : undefined}
      />
      {line.state === "SUBMITTED" && line.preemptiveClaim !== "" && (
        <NumberInput
          name="preemptiveRank"
          id={`field-rank-${line.id}`}
          label={t("office.preemptiveRank")}
          width="short"
          integer
          defaultValue={isMine ? view.value("preemptiveRank") : ""}
          error={isMine ? view.error("preemptiveRank") : undefined}
        />
      )}
      <div className="flex flex-wrap gap-3">
        {line.state === "SUBMITTED" && (
          <SubmitButton intent="qualify">{t("office.qualify")}</SubmitButton>
        )}
        {line.state !== "ADMITTED" && (
          <SubmitButton intent="refuse" variant="secondary">
            {t("office.refuse")}
          </SubmitButton>
        )}
        {line.state === "ADMITTED" && (
          <SubmitButton intent="exclude" variant="danger">
            {t("office.exclude")}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}

/** Applications of a lot with what decides about them. */
export function OfficeApplications({
  lotId,
  lines,
  isOpen,
  view,
}: {
  lotId: string;
  lines: readonly ApplicationLine[];
  isOpen: boolean;
  view: View;
}) {
  const { t } = useTranslation("trading");
  if (lines.length === 0) return <p className="text-muted">{t("office.noApplications")}</p>;
  return (
    <ul className="space-y-8">
      {lines.map((line) => (
        <li key={line.id} className="space-y-4">
          <p className="flex flex-wrap items-center gap-2">
            <span className="font-semibold text-ink">{line.organisationName}</span>
            <ApplicationStateBadge state={line.state} />
            {line.depositState && <PaymentStateBadge state={line.depositState} />}
          </p>
          {line.isRelated && (
            <Alert tone="warning">{t("office.relatedYes", { note: line.relatedNote })}</Alert>
          )}
          <DescriptionList
            hideEmpty
            items={[
              { label: t("office.contact"), value: `${line.contactName} ${line.contactPhone}` },
              { label: t("office.related"), value: line.isRelated ? null : t("office.relatedNo") },
              { label: t("office.preemptive"), value: line.preemptiveClaim, wide: true },
              {
                label: t("office.proof"),
                value: line.proofFileId && (
                  <a className="link" href={`/office/lots/${lotId}/proofs/${line.id}`}>
                    {t("office.proof")}
                  </a>
                ),
              },
              { label: t("desk.reason"), value: line.refusalNote, wide: true },
            ]}
          />
          {isOpen && ["SUBMITTED", "QUALIFIED", "ADMITTED"].includes(line.state) && (
            <Decide line={line} view={view} />
          )}
        </li>
      ))}
    </ul>
  );
}
