import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { TextInput } from "~/components/ui/text-input";
import { VERIFY_MAX_BYTES } from "~/domain/contracts/verify-rules";

/** Upload of the document itself. */
export function VerifyFileForm({ answer }: { answer: RefusedForm }) {
  const { t } = useTranslation("signing");
  const view = useFormView(answer);
  return (
    <Card>
      <Form method="post" encType="multipart/form-data" className="grid gap-4" noValidate>
        <FileInput
          name="document"
          label={t("verify.file")}
          hint={t("verify.fileHint")}
          accept=".pdf"
          maxBytes={VERIFY_MAX_BYTES}
          error={view.error("document")}
          required
        />
        <div>
          <SubmitButton icon="shield">{t("verify.check")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

/** Question about a fingerprint that was computed elsewhere. */
export function VerifyHashForm({ asked, error }: { asked: string; error: string | undefined }) {
  const { t } = useTranslation("signing");
  return (
    <Card title={t("verify.hashTitle")}>
      <Form method="get" action="/verify" className="grid gap-4" noValidate>
        <TextInput
          name="sha256"
          label={t("verify.hash")}
          hint={t("verify.hashHint")}
          defaultValue={asked}
          autoComplete="off"
          spellCheck={false}
          error={error}
        />
        <div>
          <SubmitButton variant="secondary" icon="search">
            {t("verify.ask")}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
