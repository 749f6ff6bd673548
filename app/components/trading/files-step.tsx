import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { formatBytes } from "~/components/ui/file-size";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { acceptOf, MAX_DOCUMENT_BYTES, WORK_TYPES } from "~/domain/shared/file-type-rules";
import { LOT_FILE_PURPOSES, LOT_FILE_VISIBILITIES } from "~/domain/trading/lot-file-rules";
import type { LotFormView } from "./lot-form-view";

/** Documents of the announcement, and those that the market's checkers want to see. */
export function FilesStep({ form }: { form: LotFormView }) {
  const { t } = useTranslation("trading");
  const { files, number, isGovernmentUnit } = form.wizard;
  return (
    <div className="space-y-5">
      <p className="text-muted">{t("wizard.filesLead")}</p>
      {isGovernmentUnit && <Alert tone="info">{t("wizard.filesGovernment")}</Alert>}
      {files.length === 0 && <p>{t("wizard.fileNone")}</p>}
      <ul className="space-y-3">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-3">
            <a className="link break-all" href={`/lots/${number}/files/${file.fileId}`}>
              {file.title || file.name}
            </a>
            <span className="text-sm text-muted">
              {t(`files.purpose.${file.purpose}`)} · {formatBytes(file.sizeBytes)}
            </span>
            <Badge>{t(`files.visibility.${file.visibility}`)}</Badge>
            <Form method="post">
              <input type="hidden" name="lotFileId" value={file.id} />
              <SubmitButton intent="removeFile" size="sm" variant="quiet">
                {t("wizard.fileRemove")}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <Card title={t("wizard.fileAdd")}>
        <Form method="post" encType="multipart/form-data" className="grid gap-4" noValidate>
          <Select
            name="purpose"
            label={t("wizard.filePurpose")}
            options={LOT_FILE_PURPOSES.map((value) => ({
              value,
              label: t(`files.purpose.${value}`),
            }))}
            error={form.error("purpose")}
          />
          <Select
            name="visibility"
            label={t("wizard.fileVisibility")}
            options={LOT_FILE_VISIBILITIES.map((value) => ({
              value,
              label: t(`files.visibility.${value}`),
            }))}
            error={form.error("visibility")}
          />
          <TextInput
            name="title"
            label={t("wizard.fileTitle")}
            maxLength={100}
            error={form.error("title")}
          />
          <FileInput
            name="file"
            label={t("wizard.file")}
            accept={acceptOf(WORK_TYPES)}
            maxBytes={MAX_DOCUMENT_BYTES}
            error={form.error("file")}
            required
          />
          <div>
            <SubmitButton intent="addFile">{t("wizard.fileAdd")}</SubmitButton>
          </div>
        </Form>
      </Card>
    </div>
  );
}
