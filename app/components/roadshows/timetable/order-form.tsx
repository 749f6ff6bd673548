import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import type { TimetablePage } from "~/domain/roadshows/timetable/timetable-view";
import type { Refusal } from "./use-refusal";

const SECONDS = [5, 10, 20, 60];
const WITH_ENTRIES = ["DRAFT", "PROVISIONAL", "FINAL"];

/** Orders a version; on top of the one that is shown, what is locked in it stays. */
export function OrderForm({ page, refusal }: { page: TimetablePage; refusal: Refusal }) {
  const { t } = useTranslation("timetable");
  const { current } = page;
  const basis = current && WITH_ENTRIES.includes(current.state) ? current : null;
  return (
    <Card title={basis ? t("order.again") : t("order.title")}>
      <p className="text-sm text-muted">
        {t(page.whyClosed ? `order.closed.${page.whyClosed}` : "order.text")}
      </p>
      {page.mayPlan && current?.state !== "SOLVING" && (
        <Form method="post" className="mt-4 grid gap-4" noValidate>
          {basis && (
            <Checkbox
              name="basedOnId"
              value={basis.id}
              defaultChecked
              label={`${t("order.keep")} (${t("agenda.version", { version: basis.version })})`}
            />
          )}
          <Select
            name="seconds"
            label={t("order.seconds")}
            defaultValue="10"
            error={refusal.error("seconds")}
            options={SECONDS.map((seconds) => ({
              value: String(seconds),
              label: t("order.secondsOf", { seconds }),
            }))}
          />
          <TextInput
            id="order-note"
            name="note"
            label={t("order.note")}
            maxLength={500}
            error={refusal.error("note")}
          />
          <div>
            <SubmitButton intent="order" icon="refresh">
              {t("order.button")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}
