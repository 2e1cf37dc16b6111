//! Trusted addresses: from where somebody may sign in and go on working.

use std::{fmt, net::IpAddr};

use ipnet::IpNet;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::field::{Problem, Problems};

/// One address or network, of IPv4 or IPv6.
///
/// On the wire as text: `10.10.10.1`, `192.168.192.0/24`, `2001:db8::/32`. Also read is a netmask behind the slash,
/// `192.168.192.0/255.255.255.0`. An address inside a network stands for the network, and an IPv4 address written as an
/// IPv6 one (`::ffff:10.0.0.1`, RFC 4291 §2.5.5.2) for the IPv4 address.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema,
)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "192.168.192.0/24")]
pub struct TrustedAddress(IpNet);

impl TrustedAddress {
    /// Reads an address or network as it was typed, or tells what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Problem::Missing);
        }
        let (address, size) = match text.split_once('/') {
            Some((address, size)) => (address.trim_end(), Some(size.trim_start())),
            None => (text, None),
        };
        let address = address
            .parse::<IpAddr>()
            .map_err(|_| Problem::NotAnAddress)?;
        let network = match size {
            None => IpNet::from(address.to_canonical()),
            Some(size) => sized(address, size)?,
        };
        Ok(Self(network.trunc()))
    }

    /// Whether `address` is this one or within this network.
    pub fn contains(&self, address: IpAddr) -> bool {
        self.0.contains(&address.to_canonical())
    }
}

/// The network of `address` that the text behind the slash makes: a length or a netmask.
fn sized(address: IpAddr, size: &str) -> Result<IpNet, Problem> {
    let longest = if address.is_ipv4() { 32 } else { 128 };
    if size.contains(['.', ':']) {
        let not_a_netmask = || Problem::NotANetmask {
            netmask: size.to_owned(),
        };
        let netmask = size.parse::<IpAddr>().map_err(|_| not_a_netmask())?;
        if netmask.is_ipv4() != address.is_ipv4() {
            return Err(not_a_netmask());
        }
        return IpNet::with_netmask(address, netmask).map_err(|_| not_a_netmask());
    }
    // A sign or a leading zero is read by other programs in other ways, so it is read by none here.
    let plain = size.bytes().all(|byte| byte.is_ascii_digit())
        && !(size.len() > 1 && size.starts_with('0'));
    let network = size
        .parse::<u8>()
        .ok()
        .filter(|_| plain)
        .and_then(|length| IpNet::new(address, length).ok())
        .ok_or(Problem::PrefixTooLong { longest })?;
    match address.to_canonical() {
        // The 96 bits before it only say that an IPv4 address follows.
        IpAddr::V4(inner) if address.is_ipv6() && network.prefix_len() >= 96 => {
            IpNet::new(IpAddr::V4(inner), network.prefix_len() - 96)
                .map_err(|_| Problem::PrefixTooLong { longest })
        }
        _ => Ok(network),
    }
}

impl fmt::Display for TrustedAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.prefix_len() == self.0.max_prefix_len() {
            self.0.addr().fmt(f)
        } else {
            self.0.fmt(f)
        }
    }
}

impl TryFrom<String> for TrustedAddress {
    type Error = String;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).map_err(|problem| problem.words(crate::Language::English))
    }
}

impl From<TrustedAddress> for String {
    fn from(address: TrustedAddress) -> Self {
        address.to_string()
    }
}

/// From where somebody may come. An empty list names nowhere in particular: it decides nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TrustedAddresses(Vec<TrustedAddress>);

impl TrustedAddresses {
    /// The most that one list may name.
    pub const MOST: usize = 100;

    /// Reads a list as it was typed, one address or network in each field; the problems stand at `field[0]`, `field[1]`….
    pub fn parse(texts: &[String], field: &str, problems: &mut Problems) -> Option<Self> {
        if texts.len() > Self::MOST {
            problems.add(field, Problem::TooMany { max: Self::MOST });
            return None;
        }
        let read: Vec<_> = texts
            .iter()
            .enumerate()
            .map(|(index, text)| {
                problems.take(&format!("{field}[{index}]"), TrustedAddress::parse(text))
            })
            .collect();
        let mut addresses: Vec<_> = read.into_iter().collect::<Option<_>>()?;
        let mut seen = std::collections::BTreeSet::new();
        addresses.retain(|address| seen.insert(*address));
        Some(Self(addresses))
    }

    /// Reads what [`Display`](fmt::Display) has written.
    pub fn read(text: &str) -> Result<Self, Problem> {
        text.split(',')
            .filter(|entry| !entry.trim().is_empty())
            .map(TrustedAddress::parse)
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The entries, in the order in which they were given.
    pub fn entries(&self) -> &[TrustedAddress] {
        &self.0
    }

    /// The list that decides for somebody: the one set for them, or else the one of their policy.
    pub fn or<'a>(&'a self, policy: &'a Self) -> &'a Self {
        if self.is_empty() { policy } else { self }
    }

    /// Whether nothing is named.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The entry by which somebody at `address` is let in, if one does.
    pub fn entry_for(&self, address: IpAddr) -> Option<TrustedAddress> {
        self.0.iter().copied().find(|entry| entry.contains(address))
    }

    /// Whether somebody at `address` is let in: nothing is named, or an entry holds the address.
    pub fn let_in(&self, address: IpAddr) -> bool {
        self.is_empty() || self.entry_for(address).is_some()
    }
}

impl fmt::Display for TrustedAddresses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, address) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}{address}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

    use super::{TrustedAddress, TrustedAddresses};
    use crate::field::{Problem, Problems};
    use proptest::prelude::*;

    fn parse(text: &str) -> Result<String, Problem> {
        TrustedAddress::parse(text).map(String::from)
    }

    #[test]
    fn all_notations_are_read_and_written_in_one_way() {
        for (typed, written) in [
            ("10.10.10.1", "10.10.10.1"),
            (" 192.168.192.0/24 ", "192.168.192.0/24"),
            ("192.168.192.0/255.255.255.0", "192.168.192.0/24"),
            ("192.168.192.7/24", "192.168.192.0/24"),
            ("10.0.0.1/32", "10.0.0.1"),
            ("0.0.0.0/0", "0.0.0.0/0"),
            ("2001:DB8::1", "2001:db8::1"),
            ("2001:db8::/32", "2001:db8::/32"),
            ("2001:db8::/ffff:ffff::", "2001:db8::/32"),
            ("::ffff:10.0.0.1", "10.0.0.1"),
            ("::ffff:10.0.0.0/104", "10.0.0.0/8"),
        ] {
            assert_eq!(parse(typed).as_deref(), Ok(written), "{typed}");
        }
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (typed, netmask) in [
            ("10.0.0.0/255.0.255.0", "255.0.255.0"),
            ("10.0.0.0/0.0.0.255", "0.0.0.255"),
            ("10.0.0.0/ffff::", "ffff::"),
            ("10.0.0.0/255.255.255", "255.255.255"),
        ] {
            let netmask = netmask.to_owned();
            assert_eq!(
                parse(typed),
                Err(Problem::NotANetmask { netmask }),
                "{typed}"
            );
        }
        for (typed, longest) in [
            ("10.0.0.0/33", 32),
            ("10.0.0.0/", 32),
            ("10.0.0.0/+8", 32),
            ("10.0.0.0/08", 32),
            ("10.0.0.0/-1", 32),
            ("2001:db8::/129", 128),
        ] {
            assert_eq!(
                parse(typed),
                Err(Problem::PrefixTooLong { longest }),
                "{typed}"
            );
        }
        for typed in [
            "10.0.0",
            "10.0.0.256",
            "010.0.0.1",
            "office",
            "fe80::1%eth0",
            "10.0.0.1-10.0.0.9",
            "10.0.0.*",
        ] {
            assert_eq!(parse(typed), Err(Problem::NotAnAddress), "{typed}");
        }
        assert_eq!(parse("  "), Err(Problem::Missing));
    }

    #[test]
    fn each_entry_has_its_own_problem() {
        let mut problems = Problems::default();
        let typed = [
            "10.0.0.1".to_owned(),
            "10.0.0.0/33".to_owned(),
            String::new(),
        ];
        assert_eq!(
            TrustedAddresses::parse(&typed, "trusted_addresses", &mut problems),
            None
        );
        let fields: Vec<_> = problems
            .into_vec()
            .into_iter()
            .map(|problem| problem.field)
            .collect();
        assert_eq!(fields, ["trusted_addresses[1]", "trusted_addresses[2]"]);
    }

    #[test]
    fn an_empty_list_decides_nothing() {
        assert!(TrustedAddresses::default().let_in(IpAddr::V4(Ipv4Addr::LOCALHOST)));
    }

    fn any_address() -> impl Strategy<Value = IpAddr> {
        prop_oneof![
            any::<u32>().prop_map(|bits| IpAddr::V4(Ipv4Addr::from(bits))),
            any::<u128>().prop_map(|bits| IpAddr::V6(Ipv6Addr::from(bits))),
        ]
    }

    proptest! {
        #[test]
        fn a_network_holds_exactly_what_begins_with_the_same_bits(
            network in any::<u32>(), length in 0..=32_u32, address in any::<u32>(), near: bool,
        ) {
            // Half of the addresses differ in the last bits only, or none would ever be inside a small network.
            let address = if near { network ^ (address & 0xff) } else { address };
            let text = format!("{}/{length}", Ipv4Addr::from(network));
            let entry = TrustedAddress::parse(&text).unwrap();
            let same = (0..length).all(|bit| (network ^ address) >> (31 - bit) & 1 == 0);
            prop_assert_eq!(entry.contains(IpAddr::V4(Ipv4Addr::from(address))), same);
            let mapped = Ipv4Addr::from(address).to_ipv6_mapped();
            prop_assert_eq!(entry.contains(IpAddr::V6(mapped)), same);
        }

        #[test]
        fn what_is_written_is_read_back(address in any_address(), length in 0..=128_u8) {
            let longest = if address.is_ipv4() { 32 } else { 128 };
            let entry = TrustedAddress::parse(&format!("{address}/{}", length.min(longest))).unwrap();
            prop_assert_eq!(TrustedAddress::parse(&entry.to_string()), Ok(entry));
        }
    }
}
