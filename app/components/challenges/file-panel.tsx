import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Button, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { FileInput } from "~/components/ui/file-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { TextInput } from "~/components/ui/text-input";
import { FILE_VISIBILITIES } from "~/domain/challenges/challenge-schema";
import type { ChallengeFileView } from "~/domain/challenges/challenge-view";
import { acceptOf, MAX_DOCUMENT_BYTES, WORK_TYPES } from "~/domain/shared/file-type-rules";

type Props = {
  number: number;
  files: readonly ChallengeFileView[];
  mayEdit: boolean;
  view: FormAnswer;
};

/** Documents with who may see each. */
export function FilePanel({ number, files, mayEdit, view }: Props) {
  const { t } = useTranslation("challenges");
  // Other forms of the page have a title too.
  const isRefused = view.text("intent") === "addFile";
  return (
    <Card title={t("work.case.files")} id="files">
      {files.length === 0 && <p className="text-muted">{t("page.noFiles")}</p>}
      <ul className="divide-y divide-line">
        {files.map((file) => (
          <li key={file.id} className="flex flex-wrap items-center gap-3 py-2">
            <Link className="link" reloadDocument to={`/challenges/${number}/files/${file.id}`}>
              {file.title}
            </Link>
            <span className="text-sm text-muted">
              {t(`work.case.visibility${file.visibility}`)}
            </span>
            {mayEdit && (
              <Form method="post" className="ml-auto">
                <input type="hidden" name="fileId" value={file.id} />
                <Button
                  type="submit"
                  name="intent"
                  value="removeFile"
                  variant="quiet"
                  size="sm"
                  icon="trash"
                >
                  {t("work.case.removeFile", { title: file.title })}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Form
          method="post"
          encType="multipart/form-data"
          className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-4"
          noValidate
        >
          <TextInput
            id="file-title"
            name="title"
            label={t("work.case.fileTitle")}
            maxLength={60}
            error={isRefused ? view.error("title") : undefined}
          />
          <FileInput
            name="file"
            label={t("work.case.file")}
            required
            accept={acceptOf(WORK_TYPES)}
            maxBytes={MAX_DOCUMENT_BYTES}
            error={view.error("file")}
          />
          <RadioGroup
            name="visibility"
            label={t("work.case.visibility")}
            look="inline"
            required
            defaultValue="AGREED"
            error={view.error("visibility")}
            options={FILE_VISIBILITIES.map((value) => ({
              value,
              label: t(`work.case.visibility${value}`),
            }))}
          />
          <div>
            <SubmitButton intent="addFile" size="sm">
              {t("work.case.addFile")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}
