import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { NumberInput } from "~/components/ui/number-input";
import { Textarea } from "~/components/ui/textarea";
import type { SheetPage } from "~/domain/roadshows/call/project-view";
import { COMMENT_MAX } from "~/domain/roadshows/call/review-schema";
import { pointsText } from "./points-text";

type Props = { sheet: SheetPage; view: FormAnswer };

/** The reviewer's points and comment. */
export function SheetForm({ sheet, view }: Props) {
  const { t } = useTranslation("pitches");
  const { own, criteria, isOpen, others } = sheet;
  return (
    <Card title={t("judging.sheet.title")}>
      {own && (
        <p className="mb-3 font-medium text-ink">
          {t("judging.sheet.own", { score: pointsText(own.totalHundredths) })}
        </p>
      )}
      {isOpen ? (
        <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-4" noValidate>
          <p className="text-muted">{t("judging.sheet.lead")}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            {criteria.map(({ key, label, weight }) => (
              <NumberInput
                key={key}
                name={`points.${key}`}
                label={t("judging.sheet.criterion", { label, weight })}
                integer
                required
                width="short"
                defaultValue={view.text(`points.${key}`, own ? String(own.points[key] ?? "") : "")}
                error={view.error(`points.${key}`)}
              />
            ))}
          </div>
          <Textarea
            name="comment"
            label={t("judging.sheet.comment")}
            hint={t("judging.sheet.commentHint")}
            rows={3}
            maxLength={COMMENT_MAX}
            defaultValue={view.text("comment", own?.comment)}
            error={view.error("comment")}
          />
          <div>
            <SubmitButton intent="review">
              {own ? t("judging.sheet.change") : t("judging.sheet.submit")}
            </SubmitButton>
          </div>
        </Form>
      ) : (
        <p className="text-muted">{t("judging.sheet.closed")}</p>
      )}
      {own && (
        <section className="mt-5" aria-label={t("judging.sheet.others")}>
          <h3 className="mb-2 font-medium text-ink">{t("judging.sheet.others")}</h3>
          {others.length === 0 && <p className="text-muted">{t("judging.sheet.othersNone")}</p>}
          <ul className="space-y-2">
            {others.map((one) => (
              <li key={one.name + one.totalHundredths}>
                <span className="text-ink">{one.name}</span>{" "}
                <span className="tabular font-medium">{pointsText(one.totalHundredths)}</span>
                {one.comment && (
                  <span className="block text-sm whitespace-pre-wrap text-muted">
                    {one.comment}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}

/** Stepping back from the project. */
export function RecusalForm({ view }: { view: FormAnswer }) {
  const { t } = useTranslation("pitches");
  const isRefused = view.text("intent") === "recuse";
  return (
    <Card>
      <Disclosure summary={t("judging.sheet.recuse")} open={isRefused}>
        <Form method="post" className="grid grid-cols-[minmax(0,1fr)] gap-3" noValidate>
          <p className="text-muted">{t("judging.sheet.recuseLead")}</p>
          <Textarea
            name="reason"
            label={t("judging.sheet.reason")}
            rows={2}
            maxLength={300}
            required
            defaultValue={view.text("reason")}
            error={view.error("reason")}
          />
          <div>
            <SubmitButton intent="recuse" size="sm" variant="danger">
              {t("judging.sheet.recuseDo")}
            </SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </Card>
  );
}
