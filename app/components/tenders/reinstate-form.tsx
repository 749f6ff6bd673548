import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import type { TenderFacts } from "~/domain/tenders/tender-view";
import { useBidWithReason } from "./bid-with-reason";

const OUT: readonly string[] = ["REJECTED", "INVALID"];

/** Bids that are out although their bidder's objection was upheld, with the way back. */
export function ReinstateForm({
  tender,
  valueAt,
  errorAt,
}: {
  tender: TenderFacts;
  valueAt: (name: string) => string;
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("tenders");
  const upheld = tender.objections
    .filter((one) => one.outcome === "UPHELD")
    .map((one) => one.organisation);
  const out = tender.bids.filter(
    (one) => OUT.includes(one.state) && upheld.includes(one.organisation),
  );
  const fields = useBidWithReason({ id: "reinstate", bids: out, errorAt, valueAt });
  if (out.length === 0) return null;
  return (
    <Card title={t("office.reinstate")}>
      <Form method="post" className="space-y-4" noValidate>
        <p className="text-muted">{t("office.reinstateLead")}</p>
        {fields.bid}
        {fields.reason}
        <SubmitButton intent="reinstate" variant="secondary">
          {t("office.reinstate")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
