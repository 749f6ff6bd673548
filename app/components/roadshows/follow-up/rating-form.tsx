import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";

type Rating = { organisation: number; content: number; meetings: number | null; note: string };

const STARS = [5, 4, 3, 2, 1] as const;

/** Three questions in stars and a remark. */
export function RatingForm({
  rating,
  view,
}: {
  rating: Rating | null;
  view: ReturnType<typeof useFormView>;
}) {
  const { t } = useTranslation("leads");
  const options = STARS.map((star) => ({ value: String(star), label: t(`rating.stars.s${star}`) }));
  const stored = (name: "organisation" | "content" | "meetings") =>
    view.value(name, rating?.[name] ? String(rating[name]) : "");
  return (
    <Form method="post" className="space-y-5">
      {(["organisation", "content"] as const).map((name) => (
        <Select
          key={name}
          name={name}
          label={t(`rating.${name}`)}
          required
          placeholder={t("detail.choose")}
          width="medium"
          options={options}
          defaultValue={stored(name)}
          error={view.error(name)}
        />
      ))}
      <Select
        name="meetings"
        label={t("rating.meetings")}
        width="medium"
        options={[{ value: "", label: t("rating.noMeetings") }, ...options]}
        defaultValue={stored("meetings")}
        error={view.error("meetings")}
      />
      <Textarea
        name="note"
        label={t("rating.note")}
        hint={t("rating.noteHint")}
        rows={4}
        maxLength={500}
        defaultValue={view.value("note", rating?.note ?? "")}
        error={view.error("note")}
      />
      <SubmitButton intent="rate">{t(rating ? "rating.change" : "rating.save")}</SubmitButton>
    </Form>
  );
}
