import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Select } from "~/components/ui/select";
import { Table } from "~/components/ui/table";
import { TextInput } from "~/components/ui/text-input";
import type { CallProjectPage } from "~/domain/roadshows/call/project-view";
import { pointsText } from "./points-text";

type Kind = "SAME_ORGANISATION" | "DECLARED" | "ORDERED";

/** Sheets of the reviewers with the average, for the organiser. */
export function ReviewCard({ page }: { page: CallProjectPage }) {
  const { t } = useTranslation("pitches");
  const { reviews, criteria, scoreHundredths, rank } = page;
  return (
    <Card title={t("call.review.title")} padding="flush">
      <div className="space-y-1 px-4 py-3 sm:px-5">
        <p className="font-medium text-ink">
          {scoreHundredths === null
            ? t("call.review.none")
            : t("call.review.score", { score: pointsText(scoreHundredths), rank: rank ?? "—" })}
        </p>
        <p className="text-sm text-muted">{t("call.review.average")}</p>
      </div>
      {reviews.length > 0 && (
        <Table
          caption={t("call.review.title")}
          rows={reviews}
          rowKey={(one) => one.memberId}
          columns={[
            {
              key: "name",
              header: t("judging.roles.REVIEWER"),
              rowHeader: true,
              cell: (one) => (
                <>
                  {one.name}{" "}
                  {!one.isCounted && <Badge tone="warning">{t("call.review.notCounted")}</Badge>}
                  {one.comment && (
                    <span className="mt-0.5 block font-normal whitespace-pre-wrap text-muted">
                      {one.comment}
                    </span>
                  )}
                </>
              ),
            },
            ...criteria.map(({ key, label, weight }) => ({
              key,
              header: `${label} ${weight}%`,
              align: "end" as const,
              cell: (one: CallProjectPage["reviews"][number]) => one.points[key] ?? "—",
            })),
            {
              key: "total",
              header: t("call.review.total"),
              align: "end",
              cell: (one) => pointsText(one.totalHundredths),
            },
          ]}
        />
      )}
    </Card>
  );
}

/** Who has stepped back and why, with the order to do so. */
export function RecusalCard({ page, view }: { page: CallProjectPage; view: FormAnswer }) {
  const { t } = useTranslation("pitches");
  const { recusals, members, isOrganiser } = page;
  const isRefused = view.text("intent") === "orderRecusal";
  return (
    <Card title={t("call.recusal.title")}>
      {recusals.length === 0 && <p className="text-muted">{t("call.recusal.none")}</p>}
      <ul className="space-y-2">
        {recusals.map((one) => (
          <li key={one.memberId}>
            <span className="font-medium text-ink">{one.name}</span>
            <span className="block text-sm text-muted">
              {t(`call.recusal.kinds.${one.kind as Kind}`)}
              {one.reason && ` · ${one.reason}`}
            </span>
          </li>
        ))}
      </ul>
      {isOrganiser && members.length > 0 && (
        <div className="mt-3">
          <Disclosure summary={t("call.recusal.order")} open={isRefused}>
            <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-3" noValidate>
              <Select
                name="memberId"
                label={t("call.recusal.member")}
                required
                options={members}
                defaultValue={view.text("memberId")}
                error={view.error("memberId")}
              />
              <TextInput
                name="reason"
                label={t("call.recusal.reason")}
                required
                maxLength={300}
                defaultValue={view.text("reason")}
                error={view.error("reason")}
              />
              <div>
                <SubmitButton intent="orderRecusal" size="sm" variant="danger">
                  {t("call.recusal.do")}
                </SubmitButton>
              </div>
            </Form>
          </Disclosure>
        </div>
      )}
    </Card>
  );
}
