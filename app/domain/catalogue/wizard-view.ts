import type { ListingKind, ListingSection } from "./listing-kind-rules";
import type { ListingState } from "./listing-procedure";

/** What a form field holds before anybody typed: text, several texts, or rows of texts. */
export type FormValues = Record<string, unknown>;

export type Choice = { value: string; label: string; parent?: string | null };
export type ChoiceTree = { value: string; label: string; children?: ChoiceTree[] };

export type WizardOptions = {
  fields: Choice[];
  industries: Choice[];
  modes: Choice[];
  licenceKinds: Choice[];
  ipKinds: Choice[];
  regions: ChoiceTree[];
  trlLevels: { value: string; label: string; meaning: string }[];
};

export type QualityView = {
  score: number;
  items: { id: string; field: string; step: string; isMet: boolean; isRequired: boolean }[];
};

export type FileView = {
  id: string;
  fileId: string;
  role: "PICTURE" | "ATTACHMENT";
  visibility: string;
  caption: string;
  name: string;
  contentType: string;
  sizeBytes: number;
};

export type DuplicateView = {
  id: string;
  title: string;
  state: string;
  isOwn: boolean;
  titleSimilarity: number;
  distance: number | null;
  /** Found by the likeness of the texts as the ranker measures it. */
  isMuchAlike?: boolean;
};

/** Everything that one step of the wizard shows. */
export type WizardView = {
  kind: ListingKind;
  id: string;
  number: number;
  state: ListingState;
  /** The listing is public and this is its next version in the making. */
  isChange: boolean;
  step: string;
  steps: readonly string[];
  revision: number;
  storedAt: string;
  values: FormValues;
  options: WizardOptions;
  sections: readonly ListingSection[];
  quality: QualityView;
  comments: { id: string; field: string; message: string }[];
  files: FileView[];
  duplicates: DuplicateView[];
  threatensNovelty: boolean;
  isOrganisationVerified: boolean;
};
