import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import type { TenderFacts } from "~/domain/tenders/tender-view";
import { useYuan } from "./use-tender-text";

/** 定标: the first candidate, or another with reasons that are published. */
export function AwardForm({
  tender,
  valueAt,
  errorAt,
}: {
  tender: TenderFacts;
  valueAt: (name: string) => string;
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  const most = tender.rules?.candidatesMaximum ?? 0;
  const candidates = tender.bids.filter(
    (one) => one.state === "EVALUATED" && one.rank !== null && one.rank <= most,
  );
  return (
    <Card title={t("desk.award")}>
      <Form method="post" className="space-y-4" noValidate>
        <p className="text-muted">{t("desk.awardLead")}</p>
        <RadioGroup
          name="bidId"
          label={t("desk.awardTo")}
          options={candidates.map((one) => ({
            value: one.id,
            label: `${one.rank}. ${one.organisation} · ${one.total} · ${yuan(one.priceFen ?? "0")}`,
          }))}
          required
          defaultValue={valueAt("bidId") || candidates[0]?.id}
          error={errorAt("bidId")}
        />
        <Textarea
          id="field-award-note"
          name="note"
          label={t("record.reasons")}
          rows={3}
          maxLength={1000}
          defaultValue={valueAt("note")}
          error={errorAt("note")}
        />
        <SubmitButton intent="award">{t("desk.award")}</SubmitButton>
      </Form>
    </Card>
  );
}
