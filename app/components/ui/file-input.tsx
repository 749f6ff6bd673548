import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cx } from "./class-names";
import { Field, type FieldFrame } from "./field";
import { formatBytes } from "./file-size";
import { Icon } from "./icon";

interface FileInputProps extends FieldFrame {
  /** As in HTML, e.g. ".pdf,.docx,image/png". */
  accept?: string;
  multiple?: boolean;
  /** Warns before an upload that the server would refuse anyway. */
  maxBytes?: number;
  disabled?: boolean;
}

/** The browser's file field with a list of what was chosen; the form needs multipart/form-data. */
export function FileInput({ accept, multiple, maxBytes, disabled, ...frame }: FileInputProps) {
  const { t } = useTranslation("ui");
  const [files, setFiles] = useState<ReadonlyArray<File>>([]);
  const limit = maxBytes === undefined ? null : t("file.limit", { size: formatBytes(maxBytes) });
  return (
    <Field
      {...frame}
      hint={
        frame.hint || limit ? (
          <>
            {frame.hint} {limit}
          </>
        ) : undefined
      }
    >
      {(control) => (
        <div className="rounded-md border border-dashed border-line-strong bg-surface p-3 hover:border-brand-500">
          <input
            type="file"
            {...control}
            accept={accept}
            multiple={multiple}
            disabled={disabled}
            onChange={(event) => setFiles(Array.from(event.currentTarget.files ?? []))}
            className={cx(
              "block w-full text-sm text-muted",
              "file:mr-3 file:min-h-9 file:cursor-pointer file:rounded-md file:border file:border-solid file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink hover:file:border-brand-600",
            )}
          />
          {files.length > 0 && (
            <ul className="mt-2 space-y-1 text-sm">
              {files.map((file) => {
                const tooLarge = maxBytes !== undefined && file.size > maxBytes;
                return (
                  <li key={`${file.name}-${file.size}`} className="flex items-center gap-2">
                    <Icon
                      name={tooLarge ? "warning" : "file"}
                      size={16}
                      className={tooLarge ? "text-danger-600" : "text-muted"}
                    />
                    <span className="min-w-0 truncate">{file.name}</span>
                    <span
                      className={cx(
                        "tabular shrink-0",
                        tooLarge ? "text-danger-600" : "text-muted",
                      )}
                    >
                      {formatBytes(file.size)}
                      {tooLarge && ` · ${t("file.tooLarge")}`}
                    </span>
                  </li>
                );
              })}
            </ul>
          )}
        </div>
      )}
    </Field>
  );
}
