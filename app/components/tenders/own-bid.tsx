import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { Dialog } from "~/components/ui/dialog";
import { Textarea } from "~/components/ui/textarea";
import type { TenderCriterion } from "~/domain/tenders/tender-schema";
import type { OwnBidView } from "~/domain/tenders/tender-view";
import { BidContent } from "./bid-content";
import { TenderBidStateBadge } from "./tender-state";
import { useInvalidReason, useYuan } from "./use-tender-text";

interface OwnBidProps {
  bid: OwnBidView;
  tender: { id: string; number: number; state: string };
  organisation: { id: string };
  criteria: readonly TenderCriterion[];
  isTakingBids: boolean;
  mayRefuse: boolean;
  dealId: string | null;
  valueAt: (name: string) => string;
  errorAt: (name: string) => string | undefined;
}

const ENDED: readonly string[] = ["FAILED", "CANCELLED"];

/** The bid that an organisation has handed in, and what its people can do with it. */
export function OwnBid(props: OwnBidProps) {
  const { bid, tender, organisation, criteria, isTakingBids, mayRefuse, dealId, valueAt, errorAt } =
    props;
  const { t } = useTranslation("tenders");
  const yuan = useYuan();
  const reason = useInvalidReason();
  const own = <input type="hidden" name="organisationId" value={organisation.id} />;
  const isSealed = bid.state === "SUBMITTED" || bid.state === "UNCONFIRMED";
  return (
    <Card title={t("bid.current")}>
      <div className="space-y-4">
        {isSealed && ENDED.includes(tender.state) && (
          <Alert tone="info">{t("bid.staysSealed")}</Alert>
        )}
        {bid.state === "UNCONFIRMED" && <Alert tone="warning">{t("bid.unconfirmed")}</Alert>}
        <DescriptionList
          hideEmpty
          items={[
            { label: t("bid.number"), value: bid.number },
            { label: t("bid.state"), value: <TenderBidStateBadge state={bid.state} /> },
            {
              label: t("bid.submittedAt"),
              value: (
                <>
                  <DateTime value={bid.submittedAt} format="datetime" /> ·{" "}
                  {t("bid.revision", { revision: bid.revision })}
                </>
              ),
            },
            {
              label: t("bid.hash"),
              value: <span className="font-mono text-sm break-all">{bid.envelopeHash}</span>,
            },
            { label: t("record.price"), value: bid.priceFen && yuan(bid.priceFen) },
            { label: t("bid.reason"), value: bid.invalidReason && reason(bid.invalidReason) },
          ]}
        />
        <p className="text-muted">{t("bid.receiptLead")}</p>
        <div className="flex flex-wrap items-start gap-3">
          <LinkButton
            to={`/tenders/${tender.number}/receipt?organisation=${organisation.id}`}
            icon="certificate"
          >
            {t("bid.receipt")}
          </LinkButton>
          {dealId && (
            <LinkButton to={`/desk/deals/${dealId}`} variant="primary">
              {t("desk.room")}
            </LinkButton>
          )}
          {mayRefuse && (
            <Dialog trigger={t("bid.refuse")} triggerVariant="quiet" title={t("bid.refuse")}>
              <Form method="post" className="space-y-3" noValidate>
                <p>{t("bid.refuseLead")}</p>
                <Textarea
                  name="note"
                  label={t("bid.reason")}
                  rows={3}
                  maxLength={1000}
                  required
                  defaultValue={valueAt("note")}
                  error={errorAt("note")}
                />
                <SubmitButton intent="refuse" variant="danger">
                  {t("bid.refuse")}
                </SubmitButton>
              </Form>
            </Dialog>
          )}
          {isTakingBids && bid.state === "UNCONFIRMED" && (
            <Form method="post">
              {own}
              <SubmitButton intent="confirm">{t("bid.confirm")}</SubmitButton>
            </Form>
          )}
          {isTakingBids && isSealed && (
            <Dialog trigger={t("bid.withdraw")} triggerVariant="quiet" title={t("bid.withdraw")}>
              <Form method="post" className="space-y-3">
                <p>{t("bid.withdrawHint")}</p>
                {own}
                <SubmitButton intent="withdraw" variant="danger">
                  {t("bid.withdraw")}
                </SubmitButton>
              </Form>
            </Dialog>
          )}
        </div>
        {bid.isPriceAsked && (
          <Form method="post" className="space-y-3 border-t border-line pt-4" noValidate>
            <Alert tone="warning">{t("bid.priceAsked")}</Alert>
            {own}
            <Textarea
              name="note"
              label={t("bid.priceText")}
              rows={5}
              maxLength={1000}
              required
              defaultValue={valueAt("note")}
              error={errorAt("note")}
            />
            <SubmitButton intent="price">{t("bid.priceSend")}</SubmitButton>
          </Form>
        )}
        {bid.content && (
          <section className="border-t border-line pt-4">
            <h3 className="mb-2 font-medium text-ink">{t("bid.content")}</h3>
            <BidContent
              content={bid.content}
              criteria={criteria}
              attachmentHref={(index) =>
                `/desk/tenders/${tender.id}/attachments/${bid.id}/${index}`
              }
            />
          </section>
        )}
      </div>
    </Card>
  );
}
