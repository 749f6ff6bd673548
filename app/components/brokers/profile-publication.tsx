import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Button, SubmitButton } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { FileInput } from "~/components/ui/file-input";
import { MAX_BROKER_FILE_BYTES } from "~/domain/brokers/profile-file-rules";
import type { BrokerFile } from "~/domain/brokers/profile-view";
import { acceptOf } from "~/domain/shared/file-type-rules";
import { useErrorText } from "~/i18n/use-error-text";

type View = ReturnType<typeof useFormView>;

/** A scan or photo, sent by a form of its own so that it also works without scripts. */
export function ProfileFileForm({
  kind,
  types,
  view,
  has,
}: {
  kind: "certificate" | "photo";
  types: readonly string[];
  view: View;
  has: React.ReactNode;
}) {
  const { t } = useTranslation("brokers");
  const isPhoto = kind === "photo";
  return (
    <Form
      method="post"
      action={`/desk/broker/profile?step=${isPhoto ? "publication" : "certificate"}`}
      encType="multipart/form-data"
      className="space-y-3"
    >
      <input type="hidden" name="kind" value={kind} />
      {has}
      <FileInput
        name="file"
        label={isPhoto ? t("profile.photo") : t("profile.certificateFileId")}
        hint={isPhoto ? t("profile.photoHint") : t("profile.certificateFileHint")}
        accept={acceptOf(types)}
        maxBytes={MAX_BROKER_FILE_BYTES}
        error={view.error("file")}
      />
      <SubmitButton intent="upload" variant="secondary" icon="upload">
        {t("profile.upload")}
      </SubmitButton>
    </Form>
  );
}

/** The two separate consents; nothing is ticked for the person. */
export function ConsentForm({ file, view }: { file: BrokerFile; view: View }) {
  const { t } = useTranslation("brokers");
  return (
    <Form method="post" className="space-y-3" noValidate>
      <Checkbox
        name="publicationConsent"
        label={t("profile.publicationConsent")}
        hint={t("profile.publicationConsentHint")}
        defaultChecked={file.publicationConsentAt !== null}
        error={view.error("publicationConsent")}
      />
      {file.photoFileId && (
        <Checkbox
          name="photoConsent"
          label={t("profile.photoConsent")}
          defaultChecked={file.photoConsentAt !== null}
        />
      )}
      <SubmitButton intent="consent" variant="secondary">
        {t("profile.saveConsent")}
      </SubmitButton>
    </Form>
  );
}

/** The moves that are open to the owner, with the reason beside one that cannot be made yet. */
export function ProfileMoves({ file }: { file: BrokerFile }) {
  const { t } = useTranslation("brokers");
  const errorText = useErrorText();
  const own = ["submit", "renew", "recall", "recheck", "withdraw"] as const;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {own.flatMap((move) => {
        const offered = file.moves.find((one) => one.move === move);
        if (!offered) return [];
        if (offered.refusal) {
          return [
            <Button key={move} disabledReason={errorText(offered.refusal) ?? ""}>
              {t(`profileMoves.${move}`)}
            </Button>,
          ];
        }
        const isMain = move === "submit" || move === "renew";
        return [
          <Form key={move} method="post" action="/desk/broker/profile">
            <SubmitButton
              intent={move}
              variant={isMain ? "primary" : move === "withdraw" ? "danger" : "secondary"}
            >
              {t(`profileMoves.${move}`)}
            </SubmitButton>
          </Form>,
        ];
      })}
    </div>
  );
}
