//! That the list of settings is consistent, and that resolution does what the words say.

use proptest::prelude::*;

use super::{ClassSettings, InForce, Setting};
use crate::{
    CompanyId, PolicyClassId,
    field::Problems,
    policies::{
        Origin, PolicyClassRef, SettingValue, Sourced, TrustedAddresses, Verification, Via,
        value::Shape,
    },
};

#[test]
fn a_setting_has_one_name_everywhere() {
    for &setting in Setting::ALL {
        let sent = serde_json::to_string(&setting).unwrap();
        assert_eq!(sent, format!("\"{}\"", setting.code()));
        assert_eq!(Setting::from_code(setting.code()), Some(setting));
    }
}

#[test]
fn every_default_is_within_its_bounds_and_can_be_said() {
    for &setting in Setting::ALL {
        let value = setting.default_value();
        assert_eq!(setting.shape().check(&value), Ok(()), "{}", setting.code());
        assert_eq!(
            InForce::defaults().get(setting),
            Sourced::default_of(value.clone())
        );
        let mut says = ClassSettings::default();
        says.set(setting, Some(value.clone()));
        assert_eq!(says.get(setting), Some(value));
        assert_eq!(says.said().count(), 1);
    }
}

#[test]
fn what_is_beyond_its_bounds_is_named() {
    let says = ClassSettings {
        session_idle_minutes: Some(4),
        invitation_lifetime_hours: Some(168),
        ..ClassSettings::default()
    };
    let mut problems = Problems::default();
    says.check(&mut problems);
    let problems = problems.into_vec();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].field, "settings.session_idle_minutes");
}

#[test]
fn a_setting_that_does_not_exist_is_not_passed_over() {
    assert!(serde_json::from_str::<ClassSettings>(r#"{"session_idle": 5}"#).is_err());
}

fn any_value(setting: Setting) -> BoxedStrategy<SettingValue> {
    match setting.shape() {
        Shape::YesNo => any::<bool>().prop_map(SettingValue::YesNo).boxed(),
        Shape::Number { min, max, .. } => (min..=max).prop_map(SettingValue::Number).boxed(),
        Shape::Verification => prop::sample::select(Verification::ALL.to_vec())
            .prop_map(SettingValue::Verification)
            .boxed(),
        Shape::Addresses => prop::sample::select(vec!["", "10.0.0.1", "10.0.0.0/8,2001:db8::/32"])
            .prop_map(|text| SettingValue::Addresses(TrustedAddresses::read(text).unwrap()))
            .boxed(),
    }
}

fn any_settings() -> impl Strategy<Value = ClassSettings> {
    let each: Vec<_> = Setting::ALL
        .iter()
        .map(|&setting| proptest::option::weighted(0.3, any_value(setting)))
        .collect();
    each.prop_map(|values| {
        let mut says = ClassSettings::default();
        for (&setting, value) in Setting::ALL.iter().zip(values) {
            says.set(setting, value);
        }
        says
    })
}

/// A company: which one stands above it (an index before its own), and what its class says if it points to one.
type Node = (prop::sample::Index, Option<ClassSettings>);

fn origin(company: usize) -> Origin {
    let id = i64::try_from(company).unwrap();
    Origin::Class {
        class: PolicyClassRef {
            id: PolicyClassId(id),
            name: format!("class {id}"),
        },
        via: Some(Via {
            id: CompanyId(id),
            name: format!("company {id}"),
        }),
    }
}

/// The sentence of the manual, word by word: what the company's own class says, or else what holds above it.
fn naive(tree: &[Node], company: usize, setting: Setting) -> Sourced<SettingValue> {
    let (above, says) = &tree[company];
    if let Some(value) = says.as_ref().and_then(|says| says.get(setting)) {
        return Sourced {
            value,
            origin: origin(company),
        };
    }
    match company {
        0 => Sourced::default_of(setting.default_value()),
        _ => naive(tree, above.index(company), setting),
    }
}

proptest! {
    #[test]
    fn the_nearest_class_that_says_a_value_decides(
        tree in proptest::collection::vec((any::<prop::sample::Index>(), proptest::option::of(any_settings())), 1..25),
    ) {
        for company in 0..tree.len() {
            let mut classes = Vec::new();
            let mut at = company;
            loop {
                if let Some(says) = &tree[at].1 {
                    classes.push((origin(at), says.clone()));
                }
                if at == 0 {
                    break;
                }
                at = tree[at].0.index(at);
            }
            let in_force = InForce::of(&classes);
            for &setting in Setting::ALL {
                prop_assert_eq!(in_force.get(setting), naive(&tree, company, setting));
            }
        }
    }

    #[test]
    fn what_is_out_of_sight_loses_its_company_and_nothing_else(says in any_settings()) {
        let seen = InForce::of(&[(origin(7), says.clone())]);
        let unseen = seen.clone().map_origins(|origin| origin.seen(|_| false));
        for &setting in Setting::ALL {
            prop_assert_eq!(seen.get(setting).value, unseen.get(setting).value);
            let named = matches!(unseen.get(setting).origin, Origin::Class { via: Some(_), .. });
            prop_assert!(!named);
        }
    }
}
