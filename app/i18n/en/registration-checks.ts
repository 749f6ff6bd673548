import type { Messages } from "../messages";
import type {
  registrationChecks as checksZh,
  registrationReasons as reasonsZh,
} from "../zh-CN/registration-checks";

export const registrationChecks: Messages<typeof checksZh> = {
  C01: {
    title: "The whole contract is there",
    need: "Upload the full text with all annexes, every page readable.",
  },
  C02: {
    title: "Names agree with seals",
    need: "Give the registered names of both sides; seals or signatures must agree with them.",
  },
  C03: {
    title: "The signatory has authority",
    need: "Signed by the legal representative, or with a written authority.",
  },
  C04: {
    title: "Signed and in force",
    need: "Give the date of signing; the contract must be in force.",
  },
  C05: {
    title: "A department has its unit's authority",
    need: "Add the written authority of the legal person for its department or research group.",
  },
  C06: {
    title: "The object is clear",
    need: "Describe content, scope and requirements; development also needs measurable targets.",
  },
  C07: { title: "Plan of performance", need: "State plan, time, place and manner of performance." },
  C08: { title: "Confidentiality", need: "Agree how technical information is kept secret." },
  C09: {
    title: "Ownership and sharing of benefits",
    need: "Agree who owns the results and how benefits are shared.",
  },
  C10: {
    title: "Acceptance and disputes about it",
    need: "Agree standard and method of acceptance and how disputes are settled.",
  },
  C11: {
    title: "Price and payment",
    need: "A clear price; 0 < technical amount ≤ total; instalments that add up to the total.",
  },
  C12: {
    title: "Terms of the royalty",
    need: "Agree base, rate, period and inspection of accounts.",
  },
  C13: {
    title: "Data of the patents",
    need: "State title, applicant, owner, filing date, number and term of each patent.",
  },
  C14: {
    title: "Patent number and status",
    need: "A right check digit; valid, with fees paid; not ending before the licence.",
  },
  C15: {
    title: "Kind, territory and term of the licence",
    need: "Agree kind, territory and term; without a kind it is non-exclusive.",
  },
  C16: {
    title: "Conditions of know-how",
    need: "Know-how must be secret, of value, practicable and protected.",
  },
  C17: {
    title: "Consent of co-owners",
    need: "Say whether there are co-owners; if so, add their written consent.",
  },
  C18: {
    title: "First refusal of the inventors",
    need: "When a service result is assigned, record the inventors' waiver.",
  },
  C19: {
    title: "First refusal on patent applications",
    need: "Agree who may apply for patents on the results and who comes first.",
  },
  C20: {
    title: "No clauses that monopolise technology",
    need: "Remove or change clauses of the six types that restrict the other side.",
  },
  C21: {
    title: "Not prohibited, approvals in hand",
    need: "The object must not be prohibited; where approval is needed, add it.",
  },
  C22: {
    title: "Technology import or export",
    need: "Check the catalogue; add the licence or the registration certificate.",
  },
  C23: {
    title: "It is development",
    need: "Mere changes of size or parameters, routine tests and copying are not development.",
  },
  C24: {
    title: "It is a transfer or licence",
    need: "A mere sale of goods or public technology is neither transfer nor licence.",
  },
  C25: {
    title: "It is consulting",
    need: "Legal, economic or social surveys and purchase information are not consulting.",
  },
  C26: {
    title: "It is a technical service",
    need: "Routine processing, testing, metrology, mapping and construction are not.",
  },
  C27: {
    title: "It is technical training",
    need: "Named trainees and a special technique; not vocational or general schooling.",
  },
  C28: {
    title: "It is technology brokering",
    need: "It must aim at a technology contract between client and third party.",
  },
  C29: {
    title: "Not basic or soft-science research",
    need: "Such research is not registered as development; it may be consulting.",
  },
  C30: {
    title: "Technical part of a mixed contract",
    need: "Set out the technical part with a price of its own.",
  },
  C31: {
    title: "Conditions fulfilled",
    need: "A deposit or guarantee that is a condition must be fulfilled; add the proof.",
  },
  C32: {
    title: "Proof of the rights",
    need: "Add certificates of patent, application, software, layout or variety.",
  },
  C33: {
    title: "Not registered before",
    need: "A contract is registered once; a registered one is not taken again.",
  },
  C34: {
    title: "The office is competent",
    need: "Apply to the office of the seller's region that may decide on the amount.",
  },
  C35: {
    title: "Declaration of related parties",
    need: "Declare whether the parties are related, in line with ownership data.",
  },
  C36: {
    title: "The category qualifies for tax relief",
    need: "Consulting and service alone are not among the exempt categories.",
  },
  C37: {
    title: "No state secret",
    need: "Declare that there is none; secret contracts have no place on this market.",
  },
  C38: {
    title: "Chinese text of a foreign-language contract",
    need: "Add a Chinese text with a statement that it agrees.",
  },
  C39: {
    title: "Non-technical costs itemised",
    need: "List equipment, instruments, parts and materials; they must add up to total less technical amount.",
  },
  C40: {
    title: "Reasonable number of carriers",
    need: "Generally one or two complete sets; more are not carriers of technology.",
  },
  C41: {
    title: "Name agrees with content",
    need: "If the name does not fit the rights and duties, correct the name first.",
  },
};

export const registrationReasons: Messages<typeof reasonsZh> = {
  name_missing: "The names of both sides are not given.",
  seal_missing: "A seal or signature is missing.",
  seal_differs: "Seal or signature differs from the name.",
  identity_unverified: "The parties' identity is not verified yet.",
  date_missing: "The date of signing is missing.",
  date_in_future: "The date of signing lies in the future.",
  force_unproved: "Whether the contract is in force has to be looked at.",
  targets_missing: "A development contract without measurable targets.",
  price_missing: "The price is not stated.",
  technical_out_of_range: "The technical amount must be more than 0 and at most the total.",
  approved_out_of_range: "The approved income is more than the technical amount.",
  instalments_differ: "The instalments do not add up to the total.",
  price_open: "The price cannot be summed yet; supplement the amounts before any tax relief.",
  items_differ: "The items do not add up to the total less the technical amount.",
  share_low: "The technical share is low; a person looks at it.",
  hardware_unpriced:
    "Hardware is included but no non-technical cost is listed; a person looks at it.",
  number_wrong: "Form or check digit of the patent number is wrong.",
  right_not_valid: "The right has lapsed or fees are unpaid.",
  term_too_short: "The patent ends before the licence.",
  status_unproved: "Status and fees of the patent have to be proved.",
  clause_found: "There is a clause that may monopolise technology; a registrar decides.",
  export_prohibited: "This technology may not be imported or exported.",
  office_unknown: "The office decides by the seller's region and the amount.",
  office_elsewhere: "The office is not in the seller's region.",
  office_level: "The amount is not within the competence of this office.",
  office_not_named: "For this region and amount the table of delegations names another office.",
  competence_unclear: "The office itself says whether it is competent in this region.",
  related_by_data: "Ownership data suggest that the parties are related.",
  too_many_carriers: "More sets than reasonable; they need an explanation.",
  not_looked_up: "The office looks for an earlier registration.",
};
