import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Card } from "~/components/ui/card";
import { Choice } from "~/components/ui/choice";
import { NumberInput } from "~/components/ui/number-input";
import { RowFields } from "~/components/ui/row-fields";
import { TextInput } from "~/components/ui/text-input";
import { MAX_CRITERIA } from "~/domain/roadshows/events/event-form-schema";
import type { EventFormValues } from "./event-form-values";

type Props = { form: EventFormValues; view: FormAnswer };
type Unit = "minutes" | "people" | "times" | "pieces" | "digits" | "characters";

const GROUPS = [
  {
    title: "pitches",
    fields: [
      ["talkMinutes", "minutes"],
      ["questionMinutes", "minutes"],
      ["gapMinutes", "minutes"],
      ["breakAfterMinutes", "minutes"],
      ["breakMinutes", "minutes"],
      ["walkMinutes", "minutes"],
    ],
  },
  {
    title: "meetings",
    fields: [
      ["meetingMinutes", "minutes"],
      ["meetingsMax", "times"],
      ["requestsMax", "times"],
      ["peoplePerFirm", "people"],
    ],
  },
  {
    title: "callRules",
    fields: [
      ["projectsPerOrganisation", "pieces"],
      ["summaryMax", "characters"],
    ],
  },
  {
    title: "scoring",
    fields: [
      ["judgesPerPitch", "people"],
      ["dropHigh", "pieces"],
      ["dropLow", "pieces"],
      ["decimals", "digits"],
    ],
  },
] as const satisfies readonly { title: string; fields: readonly (readonly [string, Unit])[] }[];

/** What the event is announced with, each value beside the market's default of today. */
export function RulesFields({ form, view }: Props) {
  const { t } = useTranslation("roadshows");
  const { rules, defaults } = form;
  const lunch = (part: "from" | "to", of: EventFormValues["rules"]) => of.lunch?.[part] ?? "";
  return (
    <Card title={t("form.rules")} id="rules">
      <p className="mb-4 text-muted">{t("form.rulesLead")}</p>
      <div className="space-y-6">
        {GROUPS.map((group) => (
          <fieldset key={group.title} className="min-w-0">
            <legend className="mb-3 font-semibold text-ink">{t(`form.${group.title}`)}</legend>
            <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {group.fields.map(([name, unit]) => (
                <NumberInput
                  key={name}
                  name={`rules.${name}`}
                  label={t(`form.${name}`)}
                  hint={t("form.default", { value: defaults[name] })}
                  unit={t(`form.${unit}`)}
                  integer
                  width="short"
                  defaultValue={view.text(`rules.${name}`, String(rules[name]))}
                  error={view.error(`rules.${name}`)}
                />
              ))}
              {group.title === "pitches" &&
                (["lunchFrom", "lunchTo"] as const).map((name) => {
                  const part = name === "lunchFrom" ? "from" : "to";
                  return (
                    <TextInput
                      key={name}
                      name={`rules.${name}`}
                      label={t(`form.${name}`)}
                      hint={`${t("form.default", { value: lunch(part, defaults) })} · ${t("form.lunchHint")}`}
                      type="time"
                      width="short"
                      defaultValue={view.text(`rules.${name}`, lunch(part, rules))}
                      error={view.error(`rules.${name}`)}
                    />
                  );
                })}
            </div>
          </fieldset>
        ))}
        <CriteriaFields name="criteria" form={form} view={view} />
        <CriteriaFields name="reviewCriteria" form={form} view={view} />
        <div>
          {(["groupByField", "isModerated"] as const).map((name) => (
            <Choice
              key={name}
              kind="checkbox"
              id={`field-rules-${name}`}
              name={`rules.${name}`}
              value="on"
              label={t(`form.${name}`)}
              look="plain"
              defaultChecked={view.isRefused ? view.text(`rules.${name}`) === "on" : rules[name]}
            />
          ))}
        </div>
      </div>
    </Card>
  );
}

function CriteriaFields({ name, form, view }: Props & { name: "criteria" | "reviewCriteria" }) {
  const { t } = useTranslation("roadshows");
  const rows = form.rules[name];
  const path = `rules.${name}`;
  return (
    <RowFields
      name={path}
      label={t(`form.${name}`)}
      hint={t("form.criteriaHint")}
      error={view.error(path)}
      count={view.count(path, rows.length)}
      spare={2}
      max={MAX_CRITERIA}
      rowLabel={(number) => t("form.criterion", { number })}
    >
      {(prefix, index) => (
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
          <input type="hidden" name={`${prefix}.key`} value={rows[index]?.key ?? ""} />
          <TextInput
            name={`${prefix}.label`}
            label={t("form.criterionLabel")}
            defaultValue={view.text(`${prefix}.label`, rows[index]?.label)}
            error={view.error(`${prefix}.label`)}
          />
          <NumberInput
            name={`${prefix}.weight`}
            label={t("form.criterionWeight")}
            integer
            width="short"
            defaultValue={view.text(`${prefix}.weight`, rows[index]?.weight.toString())}
            error={view.error(`${prefix}.weight`)}
          />
        </div>
      )}
    </RowFields>
  );
}
