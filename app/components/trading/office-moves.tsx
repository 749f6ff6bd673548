import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import type { LotMoveView } from "~/domain/trading/lot-view";

/** Suspend, resume, end: what the operator can do now, each with its reason. */
export function OfficeMoves({
  moves,
  view,
}: {
  moves: readonly LotMoveView[];
  view: ReturnType<typeof useFormView>;
}) {
  const { t } = useTranslation("trading");
  return (
    <div className="flex flex-wrap items-start gap-3">
      {moves.map(({ move, needsNote }) => (
        <Dialog
          key={move}
          trigger={t(`move.${move}`)}
          title={t(`move.${move}`)}
          triggerVariant={move === "void" ? "danger" : "secondary"}
        >
          <Form method="post" className="space-y-4" noValidate>
            {move === "resumeAnnouncement" && (
              <>
                <TextInput
                  name="applicationsEndAt"
                  label={t("office.newEnd")}
                  hint={t("office.newHint")}
                  width="medium"
                  required
                  defaultValue={view.value("applicationsEndAt")}
                  error={view.error("applicationsEndAt")}
                />
                <TextInput
                  name="biddingStartsAt"
                  label={t("office.newStart")}
                  width="medium"
                  required
                  defaultValue={view.value("biddingStartsAt")}
                  error={view.error("biddingStartsAt")}
                />
              </>
            )}
            {needsNote && (
              <Textarea
                name="note"
                id={`field-note-${move}`}
                label={t("desk.reason")}
                rows={3}
                maxLength={1000}
                required
                defaultValue={view.value("note")}
                error={view.error("note")}
              />
            )}
            <SubmitButton intent={move}>{t("desk.confirmMove")}</SubmitButton>
          </Form>
        </Dialog>
      ))}
    </div>
  );
}
