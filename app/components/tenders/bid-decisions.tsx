import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { RadioGroup } from "~/components/ui/radio-group";
import type { EvaluatedBidView } from "~/domain/tenders/tender-view";
import { useBidWithReason } from "./bid-with-reason";
import { useYuan } from "./use-tender-text";

/** What the committee finds of single bids. */
export function BidDecisions({
  bids,
  errorAt,
  valueAt,
}: {
  bids: readonly EvaluatedBidView[];
  errorAt: (name: string) => string | undefined;
  valueAt: (name: string) => string;
}) {
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  const asked = bids.filter((one) => one.price);
  const open = bids.filter((one) => one.state === "OPENED");
  const fields = useBidWithReason({ id: "decision", bids: open, errorAt, valueAt });
  return (
    <Card title={t("office.decision")}>
      {asked.length > 0 && (
        <ul className="mb-4 space-y-2">
          {asked.map((one) => (
            <li key={one.id}>
              <span className="text-ink">
                {one.organisation}（{yuan(one.priceFen)}）
              </span>
              ：
              {one.price?.accepted
                ? t("office.priceAccepted", { text: one.price.accepted })
                : one.price?.explanation
                  ? t("office.priceExplained", { text: one.price.explanation })
                  : t("office.priceAsked")}
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="space-y-4" noValidate>
        {fields.bid}
        <RadioGroup
          name="decision"
          label={t("office.decision")}
          options={(["askPrice", "acceptPrice", "reject"] as const).map((value) => ({
            value,
            label: t(`office.${value}`),
          }))}
          required
          defaultValue={valueAt("decision")}
          error={errorAt("decision")}
        />
        {fields.reason}
        <SubmitButton intent="bid" variant="secondary">
          {t("desk.do")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
