import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { deadlineText } from "~/components/ui/deadline";
import { Disclosure } from "~/components/ui/disclosure";
import type { ProjectPage } from "~/domain/roadshows/call/project-view";
import { NoteMove } from "./note-move";

/** What the owner may do now beside the form. */
export function OwnerSteps({ page, view }: { page: ProjectPage; view: FormAnswer }) {
  const { t } = useTranslation("pitches");
  const { moves, confirmDueAt } = page;
  const isCancelled = page.event.state === "CANCELLED";
  const has = (move: ProjectPage["moves"][number]) => !isCancelled && moves.includes(move);
  const isIdle = !has("confirm") && !has("withdraw") && !has("drop");
  return (
    <Card title={t("page.steps")}>
      {isIdle && <p className="text-muted">{t("page.noSteps")}</p>}
      {has("confirm") && confirmDueAt && (
        <Form method="post" className="mb-3 space-y-3">
          <Alert
            tone="warning"
            title={t("page.confirmTitle", { time: deadlineText(confirmDueAt) })}
          >
            {t("page.confirmText")}
          </Alert>
          <div className="flex flex-wrap gap-2">
            <SubmitButton intent="confirm">{t("moves.confirm")}</SubmitButton>
            <SubmitButton intent="decline" variant="danger">
              {t("moves.decline")}
            </SubmitButton>
          </div>
        </Form>
      )}
      {has("withdraw") && (
        <Disclosure summary={t("moves.withdraw")}>
          <Form method="post" className="space-y-3">
            <p className="text-sm text-muted">{t("page.withdrawHint")}</p>
            <SubmitButton intent="withdraw" size="sm" variant="danger">
              {t("moves.withdraw")}
            </SubmitButton>
          </Form>
        </Disclosure>
      )}
      {has("drop") && <NoteMove move="drop" label={t("page.dropNote")} isGrave view={view} />}
    </Card>
  );
}
