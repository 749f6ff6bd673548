import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { TextInput } from "~/components/ui/text-input";
import type { TenderFileView } from "~/domain/tenders/tender-view";

/** Documents of a draft: what is there, and one more. */
export function FileForms({
  files,
  hrefOf,
  maxBytes,
  errorAt,
}: {
  files: readonly TenderFileView[];
  hrefOf: (fileId: string) => string;
  maxBytes: number;
  errorAt: (name: string) => string | undefined;
}) {
  const { t } = useTranslation("tenders");
  return (
    <Card title={t("edit.files")}>
      <ul className="space-y-2">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center justify-between gap-3">
            <a className="link" href={hrefOf(file.fileId)}>
              {file.title || file.name}
            </a>
            <Form method="post">
              <input type="hidden" name="tenderFileId" value={file.id} />
              <SubmitButton intent="removeFile" variant="quiet" size="sm">
                {t("edit.removeFile")}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post" encType="multipart/form-data" className="mt-4 space-y-4" noValidate>
        <TextInput name="fileTitle" label={t("edit.fileTitle")} width="medium" />
        <FileInput
          name="file"
          label={t("edit.file")}
          accept=".pdf,.docx,.xlsx,.zip,.png,.jpg,.jpeg"
          maxBytes={maxBytes}
          required
          error={errorAt("file")}
        />
        <SubmitButton intent="addFile" variant="secondary">
          {t("edit.addFile")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
