import { Card } from "~/components/ui/card";
import { CascadingSelect } from "~/components/ui/cascading-select";
import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxGroup } from "~/components/ui/checkbox-group";
import type { ChoiceNode } from "~/components/ui/choice-tree";
import { DateInput } from "~/components/ui/date-input";
import { FileInput } from "~/components/ui/file-input";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TagInput } from "~/components/ui/tag-input";
import { TextInput } from "~/components/ui/text-input";
import { Textarea } from "~/components/ui/textarea";
import type { GallerySamples } from "./samples";
import { GallerySection } from "./section";

function toOptions(rows: ReadonlyArray<ReadonlyArray<string>>) {
  return rows.map(([value = "", label = "", hint]) => ({ value, label, hint }));
}

function toTree(names: ReadonlyArray<string>): ReadonlyArray<ChoiceNode> {
  const [first = "", second = "", third = "", fourth = ""] = names;
  return [
    {
      value: "37",
      label: first,
      children: [
        { value: "3701", label: second },
        { value: "3702", label: third },
      ],
    },
    { value: "32", label: fourth },
  ];
}

export function Forms({ samples }: { samples: GallerySamples }) {
  const { fields, find, sections } = samples;
  return (
    <GallerySection id="fields" title={sections.fields}>
      <Card>
        <div className="grid gap-6 md:grid-cols-2 md:gap-x-10">
          <div className="space-y-6">
            <TextInput
              name="title"
              label={fields.title}
              hint={fields.titleHint}
              defaultValue={fields.titleValue}
              maxLength={40}
              required
            />
            <Textarea
              name="summary"
              label={fields.summary}
              defaultValue={fields.summaryValue}
              maxLength={30}
              rows={3}
            />
            <NumberInput
              name="cycles"
              label={fields.number}
              unit={fields.numberUnit}
              defaultValue="2000"
              integer
            />
            <MoneyInput name="price" label={fields.money} defaultValue="1250000" />
            <DateInput name="wanted" label={fields.date} defaultValue="2026-12-01" />
            <Select
              name="field"
              label={fields.select}
              placeholder={fields.selectPlaceholder}
              options={fields.selectOptions.map((label) => ({ value: label, label }))}
              width="medium"
            />
            <CascadingSelect
              name="region"
              label={fields.region}
              levels={fields.regionLevels}
              tree={toTree(find.regions)}
              defaultValue="3701"
            />
          </div>
          <div className="space-y-6">
            <CheckboxGroup
              name="modes"
              label={fields.modes}
              hint={fields.modesHint}
              look="cards"
              columns={2}
              options={toOptions(fields.modeOptions)}
              defaultValue={["licence"]}
              required
            />
            <RadioGroup
              name="pricing"
              label={fields.price}
              look="inline"
              options={toOptions(fields.priceOptions)}
              defaultValue="range"
            />
            <TagInput
              name="keywords"
              label={fields.keywords}
              defaultValue={fields.keywordValues}
              maxTags={8}
            />
            <FileInput
              name="report"
              label={fields.file}
              hint={fields.fileHint}
              accept=".pdf,image/*"
              maxBytes={20 * 1024 * 1024}
            />
            <Checkbox
              name="consent"
              label={fields.consent}
              hint={fields.consentHint}
              defaultChecked
            />
          </div>
        </div>
      </Card>
    </GallerySection>
  );
}

export function FormErrors({ samples }: { samples: GallerySamples }) {
  const { errors, fields, sections } = samples;
  const labels = {
    "bad-title": fields.title,
    "bad-email": fields.email,
    "bad-money": fields.money,
    "bad-modes": fields.modes,
  };
  return (
    <GallerySection id="field-errors" title={sections.fieldErrors}>
      <Card>
        <div className="space-y-6">
          <FormErrorSummary
            takeFocus={false}
            labels={labels}
            errors={{
              "bad-title": errors.title,
              "bad-email": errors.email,
              "bad-money": errors.money,
              "bad-modes": errors.modes,
            }}
          />
          <div className="grid gap-6 md:grid-cols-2 md:gap-x-10">
            <TextInput
              name="bad-title"
              label={fields.title}
              error={errors.title}
              maxLength={40}
              required
            />
            <TextInput
              name="bad-email"
              type="email"
              label={fields.email}
              error={errors.email}
              defaultValue="wang@"
            />
            <MoneyInput
              name="bad-money"
              label={fields.money}
              error={errors.money}
              defaultValue="-5"
            />
            <CheckboxGroup
              name="bad-modes"
              label={fields.modes}
              error={errors.modes}
              options={toOptions(fields.modeOptions).map(({ value, label }) => ({ value, label }))}
              columns={2}
              required
            />
          </div>
        </div>
      </Card>
    </GallerySection>
  );
}
