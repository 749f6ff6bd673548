import accounts from "../demo-accounts.json";
import { demoOrganisations } from "./organisations";

export interface DemoPerson {
  email: string;
  name: string;
  password: string;
  realNameLevel: 0 | 1 | 2 | 3;
  membership?: {
    organisation: string;
    role: "OWNER" | "ADMIN" | "MEMBER";
    scopes: ("PUBLISH" | "SIGN" | "BID" | "MONEY")[];
    title: string;
  };
  office?: { office: "MARKET_OPERATOR" | "REVIEWER" | "TALENT_POOL"; regionCode: string | null };
  /** Seat in a registration office or service point, by its code. */
  seat?: { officeCode: string; role: "REGISTRAR" | "CHIEF" | "PRECHECK" };
}

const ALL = ["PUBLISH", "SIGN", "BID", "MONEY"] as const;

type Placed = Omit<DemoPerson, "email" | "password">;

/** The accounts that the start page names, by key of demo-accounts.json. */
const PLACES: Record<string, Placed> = {
  researcher: {
    name: "示例·高校科研人员",
    realNameLevel: 2,
    membership: {
      organisation: "quancheng",
      role: "MEMBER",
      scopes: ["PUBLISH", "SIGN"],
      title: "教授",
    },
  },
  university: {
    name: "示例·高校成果转化管理员",
    realNameLevel: 3,
    membership: {
      organisation: "quancheng",
      role: "OWNER",
      scopes: [...ALL],
      title: "成果转化办公室主任",
    },
  },
  firm: {
    name: "示例·企业负责人",
    realNameLevel: 3,
    membership: { organisation: "nachu", role: "OWNER", scopes: [...ALL], title: "总经理" },
  },
  engineer: {
    name: "示例·企业技术人员",
    realNameLevel: 1,
    membership: { organisation: "nachu", role: "MEMBER", scopes: ["PUBLISH"], title: "研发工程师" },
  },
  broker: {
    name: "示例·技术经纪人",
    realNameLevel: 2,
    membership: { organisation: "quanyong", role: "OWNER", scopes: [...ALL], title: "技术经理人" },
  },
  park: {
    name: "示例·园区管理员",
    realNameLevel: 2,
    membership: {
      organisation: "minghu",
      role: "OWNER",
      scopes: [...ALL],
      title: "企业服务部主管",
    },
  },
  city: {
    name: "示例·济南市审核员",
    realNameLevel: 3,
    office: { office: "REVIEWER", regionCode: "370100" },
  },
  province: {
    name: "示例·省级审核员",
    realNameLevel: 3,
    office: { office: "REVIEWER", regionCode: "370000" },
  },
  finance: {
    name: "示例·高校财务人员",
    realNameLevel: 2,
    membership: {
      organisation: "quancheng",
      role: "MEMBER",
      scopes: ["MONEY"],
      title: "财务处会计",
    },
  },
  cashier: {
    name: "示例·企业财务人员",
    realNameLevel: 2,
    membership: { organisation: "nachu", role: "MEMBER", scopes: ["MONEY"], title: "出纳" },
  },
  registrar: {
    name: "示例·登记员甲",
    realNameLevel: 3,
    seat: { officeCode: "370100-01", role: "REGISTRAR" },
  },
  second: {
    name: "示例·登记员乙",
    realNameLevel: 3,
    seat: { officeCode: "370100-01", role: "REGISTRAR" },
  },
  chief: {
    name: "示例·登记机构负责人",
    realNameLevel: 3,
    seat: { officeCode: "370100-01", role: "CHIEF" },
  },
  point: {
    name: "示例·登记服务点人员",
    realNameLevel: 2,
    seat: { officeCode: "370102-S1", role: "PRECHECK" },
  },
  talent: {
    name: "示例·技术经理人库管理员",
    realNameLevel: 3,
    office: { office: "TALENT_POOL", regionCode: "370000" },
  },
  operator: {
    name: "示例·市场运营方",
    realNameLevel: 3,
    membership: { organisation: "market", role: "OWNER", scopes: [...ALL], title: "平台管理员" },
    office: { office: "MARKET_OPERATOR", regionCode: null },
  },
  operator2: {
    name: "示例·市场运营复核",
    realNameLevel: 3,
    office: { office: "MARKET_OPERATOR", regionCode: null },
  },
};

const named: DemoPerson[] = accounts.flatMap((account) => {
  const place = PLACES[account.key];
  return place ? [{ ...place, email: account.identifier, password: account.password }] : [];
});

const owned = new Set(
  named.flatMap((one) => (one.membership?.role === "OWNER" ? [one.membership.organisation] : [])),
);

/** Organisations without a named owner get one of their own, so that every listing has its check. */
const others: DemoPerson[] = demoOrganisations
  .filter((organisation) => !owned.has(organisation.key))
  .map((organisation) => ({
    email: `${organisation.key}@demo.example`,
    name: `示例·${organisation.legalName}管理员`,
    password: named[0]?.password ?? "",
    realNameLevel: 2,
    membership: {
      organisation: organisation.key,
      role: "OWNER",
      scopes: [...ALL],
      title: "管理员",
    },
  }));

export const demoPeople: DemoPerson[] = [...named, ...others];
