//! What a setting can be, whatever the setting: for forms, audit events and lists that walk all of them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{TrustedAddresses, Verification};
use crate::{Language, field::Problem};

/// A setting's value, whatever the setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum SettingValue {
    /// Yes or no.
    YesNo(bool),
    /// A number, in the unit that the setting's name says.
    Number(u32),
    /// By what somebody is verified.
    Verification(Verification),
    /// Addresses and networks; none for anywhere.
    Addresses(TrustedAddresses),
}

/// What a setting's value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number {
        /// The least allowed.
        min: u32,
        /// The most allowed.
        max: u32,
        /// What is counted.
        unit: Unit,
    },
    /// One of the ways to verify somebody.
    Verification,
    /// Addresses and networks, at most [`TrustedAddresses::MOST`].
    Addresses,
}

/// What a number counts, and what 0 means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Characters.
    Characters,
    /// Minutes.
    Minutes,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Days, 0 for no limit.
    DaysOrNever,
    /// Days before something happens, 0 for not at all.
    DaysBefore,
    /// Passwords before the present one, 0 for the present one alone.
    EarlierPasswords,
}

/// A type that a setting's value can have.
pub trait Said: Clone {
    /// The value, whatever the setting.
    fn to_value(&self) -> SettingValue;
    /// The value as this type, if it is one.
    fn of_value(value: SettingValue) -> Option<Self>;
}

impl Said for bool {
    fn to_value(&self) -> SettingValue {
        SettingValue::YesNo(*self)
    }

    fn of_value(value: SettingValue) -> Option<Self> {
        match value {
            SettingValue::YesNo(yes) => Some(yes),
            _ => None,
        }
    }
}

impl Said for u32 {
    fn to_value(&self) -> SettingValue {
        SettingValue::Number(*self)
    }

    fn of_value(value: SettingValue) -> Option<Self> {
        match value {
            SettingValue::Number(number) => Some(number),
            _ => None,
        }
    }
}

impl Said for Verification {
    fn to_value(&self) -> SettingValue {
        SettingValue::Verification(*self)
    }

    fn of_value(value: SettingValue) -> Option<Self> {
        match value {
            SettingValue::Verification(method) => Some(method),
            _ => None,
        }
    }
}

impl Said for TrustedAddresses {
    fn to_value(&self) -> SettingValue {
        SettingValue::Addresses(self.clone())
    }

    fn of_value(value: SettingValue) -> Option<Self> {
        match value {
            SettingValue::Addresses(addresses) => Some(addresses),
            _ => None,
        }
    }
}

crate::words! {
    struct ValueWords {
        yes: "Yes", "はい", "是";
        no: "No", "いいえ", "否";
        never: "No limit", "無期限", "无限制";
        anywhere: "Anywhere", "制限なし", "任何地址";
        present_only: "The present one only", "現在のもののみ", "仅当前密码";
        characters(count): "{count} character" | "{count} characters", "{count} 文字", "{count} 个字符";
        minutes(count): "{count} minute" | "{count} minutes", "{count} 分", "{count} 分钟";
        hours(count): "{count} hour" | "{count} hours", "{count} 時間", "{count} 小时";
        days(count): "{count} day" | "{count} days", "{count} 日", "{count} 天";
        days_before(count): "{count} day before" | "{count} days before", "{count} 日前", "提前 {count} 天";
        not_told: "Not told", "通知しない", "不通知";
        passwords(count): "The present one and {count} before it" | "The present one and {count} before it", "現在のものと過去 {count} 個", "当前密码及之前的 {count} 个";
        unit_characters: "characters", "文字", "个字符";
        unit_minutes: "minutes", "分", "分钟";
        unit_hours: "hours", "時間", "小时";
        unit_days: "days", "日", "天";
        unit_days_or_never: "days (0: no limit)", "日（0 は無期限）", "天（0 表示无限制）";
        unit_days_before: "days before (0: not told)", "日前（0 は通知しない）", "天（0 表示不通知）";
        unit_passwords: "earlier passwords (0: the present one only)", "個前まで（0 は現在のもののみ）", "个以前的密码（0 表示仅当前密码）";
    }
}

impl SettingValue {
    /// The value in words: "60 minutes".
    pub fn words(&self, shape: Shape, language: Language) -> String {
        let t = ValueWords(language);
        let (number, unit) = match (self, shape) {
            (SettingValue::YesNo(true), _) => return t.yes().to_owned(),
            (SettingValue::YesNo(false), _) => return t.no().to_owned(),
            (SettingValue::Verification(method), _) => return method.words(language).to_owned(),
            (SettingValue::Addresses(none), _) if none.is_empty() => {
                return t.anywhere().to_owned();
            }
            (SettingValue::Addresses(addresses), _) => return addresses.to_string(),
            (SettingValue::Number(number), Shape::Number { unit, .. }) => {
                (u64::from(*number), unit)
            }
            (SettingValue::Number(number), _) => return number.to_string(),
        };
        match unit {
            Unit::DaysOrNever if number == 0 => t.never().to_owned(),
            Unit::DaysBefore if number == 0 => t.not_told().to_owned(),
            Unit::EarlierPasswords if number == 0 => t.present_only().to_owned(),
            Unit::Characters => t.characters(number),
            Unit::Minutes => t.minutes(number),
            Unit::Hours => t.hours(number),
            Unit::Days | Unit::DaysOrNever => t.days(number),
            Unit::DaysBefore => t.days_before(number),
            Unit::EarlierPasswords => t.passwords(number),
        }
    }
}

impl std::fmt::Display for SettingValue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            SettingValue::YesNo(yes) => yes.fmt(f),
            SettingValue::Number(number) => number.fmt(f),
            SettingValue::Verification(method) => f.write_str(method.code()),
            SettingValue::Addresses(none) if none.is_empty() => f.write_str("anywhere"),
            SettingValue::Addresses(addresses) => addresses.fmt(f),
        }
    }
}

impl Unit {
    /// What stands behind the field.
    pub fn words(self, language: Language) -> &'static str {
        let t = ValueWords(language);
        match self {
            Unit::Characters => t.unit_characters(),
            Unit::Minutes => t.unit_minutes(),
            Unit::Hours => t.unit_hours(),
            Unit::Days => t.unit_days(),
            Unit::DaysOrNever => t.unit_days_or_never(),
            Unit::DaysBefore => t.unit_days_before(),
            Unit::EarlierPasswords => t.unit_passwords(),
        }
    }
}

impl Shape {
    /// Refuses a value that is not of this shape or beyond its bounds.
    pub fn check(self, value: &SettingValue) -> Result<(), Problem> {
        match (self, value) {
            (Shape::YesNo, SettingValue::YesNo(_)) => Ok(()),
            (Shape::Number { min, max, .. }, SettingValue::Number(number))
                if (min..=max).contains(number) =>
            {
                Ok(())
            }
            (Shape::Number { min, max, .. }, _) => Err(Problem::OutOfRange { min, max }),
            (Shape::YesNo, _) => Err(Problem::Unreadable {
                expected: "true or false".to_owned(),
            }),
            (Shape::Verification, SettingValue::Verification(_)) => Ok(()),
            (Shape::Verification, _) => Err(Problem::Unreadable {
                expected: "none or email".to_owned(),
            }),
            (Shape::Addresses, SettingValue::Addresses(addresses)) => {
                match addresses.entries().len() > TrustedAddresses::MOST {
                    true => Err(Problem::TooMany {
                        max: TrustedAddresses::MOST,
                    }),
                    false => Ok(()),
                }
            }
            (Shape::Addresses, _) => Err(Problem::NotAnAddress),
        }
    }
}
