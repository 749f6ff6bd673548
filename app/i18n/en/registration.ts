import type { Messages } from "../messages";
import type { registration as zh } from "../zh-CN/registration";

export const registration: Messages<typeof zh> = {
  law: {
    civilCode: "Civil Code",
    interpretation: "Judicial Interpretation on technology contracts (2020)",
    recognitionRules: "Rules for Recognising Technology Contracts (2001, no. 253)",
    registrationMeasures: "Measures for Recognition and Registration (2000, no. 063)",
    refusalNotice: "Nine grounds of refusal (Torch Centre, 2021)",
    newerRules: "Newer recognition rules (number to be confirmed)",
    patentLaw: "Patent Law",
    importExport: "Regulations on Import and Export of Technologies",
    market: "Rule of this market",
    articles: "art. {{at}}",
    source: "Source",
    note: "Some articles of the 2000 measures and the 2001 rules are given from common knowledge; the text in force at the registration office decides.",
  },
  wizard: {
    title: "Which technology contract is it?",
    lead: "Answer a few questions to see which category a contract belongs to, or why it is not a technology contract.",
    description:
      "The decision order of the Civil Code and the recognition rules, one question at a time: category and sub-kind of a technology contract.",
    mixedTitle: "More than one matter in the contract?",
    mixed:
      "If a contract has several parts, answer for each part by itself. A technical part with its own price can be registered alone.",
    stepOf: "Step {{number}}",
    why: "Why this is asked",
    next: "Continue",
    change: "Change",
    changeOf: "Change: {{question}}",
    path: "How we got here",
    answered: "Answer: {{answer}}",
    startOver: "Start over",
    result: "Result",
    family: "Category: {{name}}",
    licenceKind: "Kind of licence: {{name}}",
    notTechnical: "Not a technology contract",
    opinion:
      "This is a self-check, not a recognition. The content decides where it differs from the name; whether a contract is registered, and as what, is decided by the registration office.",
    version: "Rules of {{version}}",
    print: "Print this page with your browser, or share its address.",
  },
  problem: {
    answer_missing: "Please choose an answer.",
    answer_unknown:
      "The address holds an answer that is not known. Please go on from this question.",
    answers_unused:
      "The address holds answers that do not belong to this path; they were not used.",
  },
  question: {
    novelty:
      "When the contract is signed, does anybody already master the technology to be delivered?",
    research: "What is to be researched?",
    workers: "Who does the research and development?",
    handover: "Is an existing, specific technical result handed over?",
    assignedRight: "Which right is assigned?",
    licensedRight: "Which right may the other side use?",
    assignedSecrecy: "Does the know-how meet the conditions?",
    licensedSecrecy: "Does the know-how meet the conditions?",
    licenceKind: "Which kind of licence is agreed?",
    deliverable: "What is delivered?",
    report: "What is the report or opinion about?",
    problem: "What kind of work is it?",
    routineMeans:
      "Are unusual means used to solve a complex special problem, under a contract of its own?",
    preDesign: "Is it a technical analysis before, and independent of, the design?",
    trainees: "Who is trained, and in what?",
    brokered: "Which contract is brought about?",
  },
  why: {
    novelty:
      "Development is about a new technology, product, process, variety or material that the parties have not mastered when they sign. What is mastered can only be assigned, licensed or used for consulting and service.",
    research:
      "Mere changes of size, parameters or arrangement, routine tests and copying are not development; nor are basic theory and soft science registered as such.",
    workers:
      "If one side only pays, gives material or helps, it is commissioned development; if all invest and share the research, it is cooperative development.",
    handover:
      "Assignments and licences need an existing, specific right or know-how and its lawful owner. Technology in the public domain cannot be assigned; it is treated as a service.",
    assignedRight:
      "The right decides the sub-kind, the proof of ownership and whether income-tax relief is open.",
    licensedRight:
      "The right decides the sub-kind. A patent application is licensed as know-how before publication and like a patent after it.",
    assignedSecrecy:
      "Know-how must be unknown to the public, of commercial value, practicable and kept secret by its owner; otherwise it is treated as a service.",
    licensedSecrecy:
      "Know-how must be unknown to the public, of commercial value, practicable and kept secret by its owner; otherwise it is treated as a service.",
    licenceKind:
      "Exclusive, sole and non-exclusive licences differ in scope; if nothing clear is agreed, the licence is non-exclusive.",
    deliverable:
      "Where no right passes, the delivery decides: a report on a specific technical project is consulting, the solution of a specific problem is service, training and brokering are kinds of service.",
    report:
      "Consulting is about a specific technical project; legal, economic and social surveys and commercial information for purchases are not.",
    problem:
      "A technical service solves a specific technical problem with technical knowledge; contract work and construction are excluded.",
    routineMeans:
      "Routine processing, testing, printing or surveying is normally no technical service; unusual means for a complex special problem under a separate contract can be.",
    preDesign:
      "Survey, design, building and supervision are no technology contracts; an independent technical analysis before a large or medium project can be consulting.",
    trainees:
      "Technical training is given to people named by the client in a special technique; vocational training, schooling and routine staff training are not.",
    brokered:
      "A technology intermediary helps a technology contract to come about; ordinary agency for goods or labour is not that.",
  },
  answer: {
    novelty: {
      not_yet: "No, it has to be researched and developed",
      practical: "There is a practical result that is to be brought to industrial use",
      existing: "Yes, it exists",
    },
    research: {
      technology: "A new, innovative technology, product, process, variety or material",
      small_change: "Only size, parameters or arrangement change; routine tests; copying",
      theory: "Basic theory or soft science",
    },
    workers: {
      one: "One side; the other pays, gives material or only helps",
      both: "All sides invest and share the work",
    },
    handover: {
      assign: "Yes, the right passes to the other side",
      license: "Yes, the right stays and the other side may use it",
      shares: "Yes, technology is contributed for shares",
      public: "The technology delivered is in the public domain",
      goods: "Only high-tech goods are sold, with their manual",
      none: "No existing right is handed over",
    },
    assignedRight: {
      patent: "Patent",
      application: "Right to a patent application",
      knowhow: "Know-how",
      software: "Software copyright",
      layout: "Integrated-circuit layout design",
      plant: "Plant variety",
      biomed: "New biological or medical variety",
      other: "Trade mark, trade name, data or another right",
    },
    licensedRight: {
      patent: "A granted patent",
      published_application: "A patent application, published but not granted",
      unpublished_application: "A patent application not yet published",
      knowhow: "Know-how",
      software: "Software copyright",
      layout: "Integrated-circuit layout design",
      plant: "Plant variety",
      biomed: "New biological or medical variety",
      other: "Trade mark, trade name, data or another right",
    },
    assignedSecrecy: { kept: "It meets all of them", public: "No, it is known to the public" },
    licensedSecrecy: { kept: "It meets all of them", public: "No, it is known to the public" },
    licenceKind: {
      exclusive: "Exclusive (the licensor does not use it either)",
      sole: "Sole (the licensor may use it)",
      non_exclusive: "Non-exclusive",
      unsaid: "Nothing clear is agreed",
    },
    deliverable: {
      report: "A report, study or opinion",
      solution: "The solution of a technical problem",
      training: "The training of people",
      meeting: "A contract between two parties",
      nothing: "None of these",
    },
    report: {
      technical: "A specific technical project (feasibility, forecast, special survey, evaluation)",
      social: "A legal, economic or social survey, or commercial information",
    },
    problem: {
      specific: "Solving a specific technical problem with stated technical targets",
      routine:
        "Routine processing, repair, testing, metrology, mapping, printing, translation, copying",
      construction: "Survey, design, building or supervision of construction, or what precedes it",
      commissioned: "Making to sample, entrusted production, leasing of equipment",
    },
    routineMeans: { special: "Yes", plain: "No, routine means" },
    preDesign: {
      independent: "Yes, an independent preliminary analysis",
      part: "No, part of survey, design, building or supervision",
    },
    trainees: {
      named: "People named by the client, in a special technique",
      general: "Vocational training, schooling or routine staff training",
    },
    brokered: {
      technology: "A technology contract between the client and a third party",
      other: "A sale of goods, labour or another contract",
    },
  },
  notTechnical: {
    goods:
      "Selling goods with a manual is a sale. If technology is delivered as well, set that part and its price apart and answer again.",
    right_outside:
      "Trade marks, trade names, data and the like are no object of a technology contract. Answer again for the technical part, if there is one.",
    survey:
      "Legal, economic and social surveys and commercial information are not about a specific technical project.",
    routine:
      "Processing, testing, metrology, mapping, printing or translation by routine means is no technical service.",
    construction:
      "Survey, design, building and supervision follow the rules of construction contracts.",
    commissioned_work:
      "Making to sample and entrusted production are contract work, leasing is leasing; neither is a technology contract.",
    teaching:
      "Vocational training, schooling and routine staff training are no technical training.",
    agency: "Ordinary agency or brokerage for goods or labour is no technology brokering.",
    no_technical_work:
      "The contract neither researches new technology nor delivers an existing result, a technical report or the solution of a technical problem.",
  },
  meaning: {
    title: "What it means for registration and incentives",
    applicant: "Who applies",
    where: "Where",
    whereText: "The registration office of the applicant's region; one contract, one registration.",
    written: "Written form",
    writtenLaw: "Required by law",
    writtenRegistration: "Not required by law, but needed for registration",
    vat: "VAT",
    vatYes:
      "A category for which exemption can be claimed after registration. Ask the tax office how this stands under the VAT Law of 2026.",
    vatNo:
      "Not exempt by itself; exempt if it belongs to an assignment or development and is on the same invoice.",
    eit: "Enterprise income tax",
    eitYes: "A right on the list of the relief for income from technology transfer.",
    eitNo: "Not on the list of rights of the relief for income from technology transfer.",
    effect:
      "Registration is no condition of the contract's validity; it is the condition of tax relief, rewards and subsidies.",
  },
  applicant: {
    developer: "The researcher and developer",
    assignor: "The assignor",
    licensor: "The licensor",
    consultant: "The consultant",
    provider: "The service provider",
    intermediary: "The intermediary",
    trainer: "The trainer",
  },
  documents: { title: "Documents to prepare" },
  document: {
    contract: "The original contract with all annexes",
    form: "The application form for recognition and registration",
    commitment: "A declaration that everything is true",
    targets: "Measurable technical targets, in the contract or an annex",
    taskBook: "Task book or approval of a government project (where it applies)",
    rightCertificate: "Certificate or registration of the right",
    coOwners: "Written consent of the co-owners (if there are any)",
    priorityWaiver:
      "Waiver by inventors or others with a right of first refusal (where it applies)",
    knowhowStatement: "Scope and carriers of the know-how and how it is kept secret",
    filingProof: "Proof that the assignment is recorded at CNIPA",
    reportScope: "Scope and requirements of the study and how the report is accepted",
    serviceScope: "The technical problem to be solved and its targets",
    traineeList: "List of trainees and the training programme",
    mainContract: "The technology contract with the third party, or the broker clause in it",
    authorisation:
      "Authority from the legal representative (if somebody else or a department signs)",
  },
};
