import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Dialog } from "~/components/ui/dialog";
import { FileInput } from "~/components/ui/file-input";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import { publicityProcedure } from "~/domain/deals/publicity-procedure";
import type { RoomPublicity } from "~/domain/deals/publicity-view";

type FieldError = (name: string) => string | undefined;

/** The unit draws up what will be public; terms and declarations give the rest. */
export function ProposePublicity({
  dealId,
  isDeclared,
  errorAt,
  valueAt,
}: {
  dealId: string;
  isDeclared: boolean;
  errorAt: FieldError;
  valueAt: (name: string) => string;
}) {
  const { t } = useTranslation("terms");
  return (
    <Card title={t("publicity.propose")}>
      <Form method="post" className="grid gap-4" noValidate>
        <p className="text-muted">{t("publicity.proposeLead")}</p>
        <TextInput
          name="contact"
          label={t("publicity.contact")}
          hint={t("publicity.contactHint")}
          required
          maxLength={200}
          defaultValue={valueAt("contact")}
          error={errorAt("contact")}
        />
        <Textarea
          name="relatedNote"
          label={t("publicity.relatedNote")}
          hint={t("publicity.relatedNoteHint")}
          rows={2}
          maxLength={500}
          defaultValue={valueAt("relatedNote")}
          error={errorAt("relatedNote")}
        />
        <div className="flex flex-wrap gap-3">
          {isDeclared ? (
            <SubmitButton intent="propose">{t("publicity.proposeDo")}</SubmitButton>
          ) : (
            <>
              <Button disabledReason={t("publicity.needDeclarations")}>
                {t("publicity.proposeDo")}
              </Button>
              <LinkButton to={`/desk/deals/${dealId}/checks`}>{t("publicity.toChecks")}</LinkButton>
            </>
          )}
        </div>
      </Form>
    </Card>
  );
}

/** The moves that are the unit's now. */
export function PublicitySteps({
  publicity,
  errorAt,
}: {
  publicity: RoomPublicity;
  errorAt: FieldError;
}) {
  const { t } = useTranslation("terms");
  const { id, state } = publicity;
  const isOpen = (move: "approve" | "start" | "revise" | "stop") =>
    publicityProcedure.moves[move].from.some((from) => from === state);
  const hidden = <input type="hidden" name="publicityId" value={id} />;
  const withReason = (move: "revise" | "stop") => (
    <Dialog
      trigger={t(`publicity.${move}`)}
      triggerVariant={move === "stop" ? "danger" : "secondary"}
      title={t(`publicity.${move}`)}
    >
      <Form method="post" className="grid gap-4" noValidate>
        {hidden}
        <Textarea
          id={`note-${move}`}
          name="note"
          label={t("publicity.reason")}
          rows={3}
          maxLength={500}
          required
          error={errorAt("note")}
        />
        <div>
          <SubmitButton intent={move} variant={move === "stop" ? "danger" : "primary"}>
            {t(`publicity.${move}`)}
          </SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
  return (
    <div className="space-y-5">
      {isOpen("approve") && (
        <Form method="post" encType="multipart/form-data" className="grid gap-4" noValidate>
          <h3 className="text-lg">{t("publicity.approve")}</h3>
          <p className="text-muted">{t("publicity.approveLead")}</p>
          {hidden}
          <FileInput
            name="file"
            label={t("publicity.minutes")}
            hint={t("publicity.minutesHint")}
            accept=".pdf,.jpg,.jpeg,.png"
            required
            error={errorAt("file")}
          />
          <div>
            <SubmitButton intent="approve">{t("publicity.approveDo")}</SubmitButton>
          </div>
        </Form>
      )}
      {isOpen("start") && (
        <Form method="post" className="grid gap-3">
          {hidden}
          <p>{t("publicity.startText")}</p>
          <div>
            <SubmitButton intent="start">{t("publicity.start")}</SubmitButton>
          </div>
        </Form>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {isOpen("revise") && withReason("revise")}
        {isOpen("stop") && withReason("stop")}
      </div>
    </div>
  );
}
