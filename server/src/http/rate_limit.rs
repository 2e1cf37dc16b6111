//! How many requests the API takes from one address: said in every answer, so that programs can hold back before they must.
//!
//! Counted in memory, by each process for itself: it protects the process, and nobody's rights hang on it.

use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use app::Refusal;
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::StateInformationMiddleware,
};

use super::{App, problem, request::RequestInfo};
use crate::throttle;

/// How much there is, and in how many seconds (draft-ietf-httpapi-ratelimit-headers).
const POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
/// How much is left, and in how many seconds there is all of it again.
const LEFT: HeaderName = HeaderName::from_static("ratelimit");
/// What the limit is called in both headers.
const NAME: &str = "requests";
/// The seconds to which the limit refers.
const WINDOW: u32 = 60;
/// After so many requests the addresses that have everything left are forgotten.
const TIDY: u64 = 4096;

/// Counts requests by address.
pub(super) struct RateLimit {
    per_minute: NonZeroU32,
    policy: Option<HeaderValue>,
    seen: DefaultKeyedRateLimiter<String, StateInformationMiddleware>,
    clock: DefaultClock,
    taken: AtomicU64,
}

impl RateLimit {
    /// So many requests a minute, at once or one after the other.
    pub fn new(per_minute: NonZeroU32) -> Self {
        let policy = format!("\"{NAME}\";q={per_minute};w={WINDOW}");
        Self {
            per_minute,
            policy: HeaderValue::from_str(&policy).ok(),
            seen: RateLimiter::keyed(Quota::per_minute(per_minute)).with_middleware(),
            clock: DefaultClock::default(),
            taken: AtomicU64::new(0),
        }
    }

    /// Takes one request of `address`: how many more it may send now, or after how many seconds the next.
    fn take(&self, address: IpAddr) -> Result<u32, u32> {
        if self.taken.fetch_add(1, Ordering::Relaxed) % TIDY == TIDY - 1 {
            self.seen.retain_recent();
        }
        match self.seen.check_key(&throttle::network(address)) {
            Ok(left) => Ok(left.remaining_burst_capacity()),
            Err(early) => {
                let wait = early.wait_time_from(self.clock.now());
                Err(wait.as_secs_f64().ceil() as u32)
            }
        }
    }

    /// In how many seconds there is everything again, when so many are left.
    fn until_all(&self, left: u32) -> u64 {
        let (all, window) = (u64::from(self.per_minute.get()), u64::from(WINDOW));
        ((all - u64::from(left).min(all)) * window).div_ceil(all)
    }
}

/// The layer.
pub(super) async fn limit(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let info = request.extensions().get::<RequestInfo>().cloned();
    let (Some(limit), Some(info)) = (&app.rate_limit, info) else {
        return next.run(request).await;
    };
    let taken = limit.take(info.address);
    let mut response = match taken {
        Ok(_) => next.run(request).await,
        Err(retry_after) => problem::refuse_to(&info, &Refusal::Throttled { retry_after }),
    };
    let left = taken.unwrap_or_default();
    let told = format!("\"{NAME}\";r={left};t={}", limit.until_all(left));
    let headers = response.headers_mut();
    headers.extend(limit.policy.clone().map(|policy| (POLICY, policy)));
    headers.extend(HeaderValue::from_str(&told).map(|told| (LEFT, told)));
    response
}

#[cfg(test)]
mod tests {
    use super::RateLimit;
    use std::num::NonZeroU32;

    #[test]
    fn each_address_has_its_own_and_is_told_when_it_is_used_up() {
        let limit = RateLimit::new(NonZeroU32::new(2).unwrap());
        let (one, other) = ("10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap());
        assert_eq!(limit.take(one), Ok(1));
        assert_eq!(limit.take(one), Ok(0));
        let wait = limit.take(one).unwrap_err();
        assert!((1..=30).contains(&wait), "{wait}");
        assert_eq!(limit.take(other), Ok(1));
        assert_eq!([0, 1, 2].map(|left| limit.until_all(left)), [60, 30, 0]);
    }

    #[test]
    fn the_networks_of_one_customer_count_together() {
        let limit = RateLimit::new(NonZeroU32::new(1).unwrap());
        assert_eq!(limit.take("2001:db8::1".parse().unwrap()), Ok(0));
        assert!(limit.take("2001:db8::2".parse().unwrap()).is_err());
        assert_eq!(limit.take("2001:db8:0:1::1".parse().unwrap()), Ok(0));
    }
}
