import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { DateInput } from "~/components/ui/date-input";
import { formatDateTime } from "~/components/ui/date-time";
import { Dialog } from "~/components/ui/dialog";
import { FileInput } from "~/components/ui/file-input";
import { Textarea } from "~/components/ui/textarea";
import type { PaperPageView } from "~/domain/contracts/sign-view";
import { shortHash } from "~/domain/contracts/signer-rules";
import { Fingerprint } from "./sign-fingerprint";

type Props = { page: PaperPageView; answer: RefusedForm };

export function PaperPrint({ page }: { page: PaperPageView }) {
  const { t } = useTranslation("signing");
  if (!page.document) return null;
  return (
    <Card title={t("paper.printTitle")}>
      <p className="mb-3">{t("paper.print", { pages: page.document.pages })}</p>
      <p className="mb-4 text-sm text-muted">
        {t("document.hash")} <Fingerprint sha256={page.document.sha256} />
      </p>
      <LinkButton
        reloadDocument
        prefetch="none"
        to={`/desk/contracts/${page.id}/document?which=final`}
        icon="print"
      >
        {t("paper.download")}
      </LinkButton>
    </Card>
  );
}

export function PaperUpload({ page, answer }: Props) {
  const { t } = useTranslation("signing");
  const view = useFormView(answer);
  if (!page.mayUpload) return null;
  return (
    <Card title={t("paper.uploadTitle")}>
      <Form method="post" encType="multipart/form-data" className="grid max-w-xl gap-4" noValidate>
        <FileInput
          name="scan"
          label={t("paper.scan")}
          hint={t("paper.scanHint", { pages: page.document?.pages ?? 0 })}
          accept=".pdf"
          maxBytes={page.maxBytes}
          error={view.error("scan")}
          required
        />
        <DateInput
          name="signedOn"
          label={t("paper.signedOn")}
          defaultValue={view.value("signedOn")}
          error={view.error("signedOn")}
          required
        />
        <Checkbox
          name="isComplete"
          label={t("paper.isComplete")}
          defaultChecked={view.value("isComplete") === "on"}
          error={view.error("isComplete")}
        />
        <div>
          <SubmitButton icon="upload">{t("paper.upload")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}

export function PaperCheck({ page, answer }: Props) {
  const { t } = useTranslation("signing");
  const view = useFormView(answer);
  const { scan } = page;
  if (!scan) return null;
  const noteError = view.error("note");
  const rejectForm = (
    <Form method="post" className="grid gap-4" noValidate>
      <Textarea name="note" label={t("paper.rejectNote")} required rows={3} error={noteError} />
      <div>
        <SubmitButton intent="reject" variant="danger">
          {t("paper.reject")}
        </SubmitButton>
      </div>
    </Form>
  );
  return (
    <Card title={t("paper.checkTitle")}>
      <div className="grid gap-4">
        <p>
          {t("paper.scanFacts", {
            side: t(`signers.sides.${scan.side as "SUPPLY"}`),
            at: formatDateTime(scan.at, "datetime"),
            pages: scan.pages ?? "—",
            signedOn: scan.signedOn,
          })}
        </p>
        <p className="text-sm text-muted">
          {t("document.hash")} <Fingerprint sha256={scan.sha256} />
        </p>
        <div className="flex flex-wrap gap-3">
          <LinkButton
            reloadDocument
            prefetch="none"
            to={`/desk/contracts/${page.id}/document?which=sealed`}
            icon="download"
          >
            {t("paper.downloadScan")}
          </LinkButton>
          <LinkButton
            reloadDocument
            prefetch="none"
            to={`/desk/contracts/${page.id}/document?which=final`}
            icon="download"
          >
            {t("paper.download")}
          </LinkButton>
        </div>
        {page.mayConfirm && (
          <Form method="post" className="grid gap-3" noValidate>
            <input type="hidden" name="scanSha256" value={scan.sha256} />
            <Checkbox
              name="sameText"
              label={t("paper.sameText", { hash: shortHash(page.document?.sha256 ?? "") })}
              error={view.error("sameText")}
            />
            <Checkbox name="allSeals" label={t("paper.allSeals")} error={view.error("allSeals")} />
            <div>
              <SubmitButton intent="confirm" icon="check">
                {t("paper.confirm")}
              </SubmitButton>
            </div>
          </Form>
        )}
        {page.state === "PAPER_CHECK" && !page.mayConfirm && (
          <p className="text-muted">{t("paper.waiting")}</p>
        )}
        {page.mayReject &&
          (noteError ? (
            rejectForm
          ) : (
            <div>
              <Dialog
                trigger={t("paper.reject")}
                triggerVariant="secondary"
                title={t("paper.reject")}
              >
                {rejectForm}
              </Dialog>
            </div>
          ))}
      </div>
    </Card>
  );
}
