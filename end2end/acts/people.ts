// The people and companies of the stories, with names as each language writes them.

import type { Language } from "../fixtures/labels.ts";

export interface Person {
  loginId: string;
  email: string;
  firstName: string;
  lastName: string;
  password: string;
}

export interface Cast {
  operator: string;
  reseller: string;
  customer: string;
  administrator: Person;
  user: Person;
}

const administrator = {
  loginId: "mio.kanda",
  email: "mio.kanda@northgate.example",
  password: "seven lanterns by the river",
};
const user = {
  loginId: "hana.sato",
  email: "hana.sato@lantern.example",
  password: "quiet harbour after the rain",
};

export const casts: Record<Language, Cast> = {
  en: {
    operator: "North Gate",
    reseller: "Harbour Resale",
    customer: "Lantern Foods",
    administrator: { ...administrator, firstName: "Mio", lastName: "Kanda" },
    user: { ...user, firstName: "Hana", lastName: "Sato" },
  },
  ja: {
    operator: "株式会社北門",
    reseller: "港リセール",
    customer: "灯火食品",
    administrator: { ...administrator, firstName: "澪", lastName: "神田" },
    user: { ...user, firstName: "花", lastName: "佐藤" },
  },
  "zh-Hans": {
    operator: "北门信息",
    reseller: "海港科技",
    customer: "明灯食品",
    administrator: { ...administrator, firstName: "美澪", lastName: "关" },
    user: { ...user, firstName: "小花", lastName: "左" },
  },
};

const eastAsian = /^[\u2E80-\uFFFF]+$/;

/** A name as the language has it. */
export function fullName(person: Person, language: Language): string {
  switch (language) {
    case "en":
      return `${person.firstName} ${person.lastName}`;
    case "ja":
      return `${person.lastName} ${person.firstName}`;
    case "zh-Hans":
      return eastAsian.test(person.lastName + person.firstName)
        ? `${person.lastName}${person.firstName}`
        : `${person.firstName} ${person.lastName}`;
  }
}
