//! Numbers that look drawn by lot and are the same for the same seed, on every machine (`SplitMix64`).

/// A source of numbers.
#[derive(Clone, Debug)]
pub struct Seeded(u64);

/// The step between two states.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Seeded {
    /// Begins with a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Begins with a seed and what the numbers are for, so that one purpose takes none from another.
    #[must_use]
    pub fn of(seed: u64, purpose: &[&str]) -> Self {
        let mut state = seed ^ 0xCBF2_9CE4_8422_2325;
        for part in purpose {
            for byte in part.bytes().chain([0xFF]) {
                state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
            }
        }
        Self(state)
    }

    /// Returns the next number.
    pub const fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number from the first to the last.
    pub fn between(&mut self, first: i32, last: i32) -> i32 {
        let span = u64::from(last.abs_diff(first)) + 1;
        let drawn = i32::try_from(self.number() % span).unwrap_or(0);
        first.min(last) + drawn
    }

    /// Returns true so many times in a thousand.
    pub fn chance(&mut self, in_a_thousand: i32) -> bool {
        self.between(0, 999) < in_a_thousand
    }

    /// Returns one of several; none of none.
    pub fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        let count = u64::try_from(among.len()).ok().filter(|count| *count > 0)?;
        among.get(usize::try_from(self.number() % count).ok()?)
    }

    /// Puts a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let count = u64::try_from(last).unwrap_or(0) + 1;
            let other = usize::try_from(self.number() % count).unwrap_or(0);
            list.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_published_generator() {
        let mut seeded = Seeded::new(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| seeded.number()).collect();
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
        ];
        assert_eq!(drawn, published);
    }

    #[test]
    fn purposes_draw_apart() {
        let first = |purpose: &[&str]| Seeded::of(1, purpose).number();
        assert_eq!(first(&["a", "b"]), first(&["a", "b"]));
        assert_ne!(first(&["a", "b"]), first(&["ab"]));
        assert_ne!(first(&["a"]), Seeded::of(2, &["a"]).number());
    }

    #[test]
    fn all_of_a_list_is_reached_and_nothing_else() {
        let mut seeded = Seeded::new(7);
        let mut list: Vec<i32> = (0..10).collect();
        seeded.shuffle(&mut list);
        let mut seen: Vec<i32> = (0..500)
            .filter_map(|_| seeded.pick(&list).copied())
            .collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen, (0..10).collect::<Vec<_>>());
        assert!((0..500).all(|_| (3..=5).contains(&seeded.between(3, 5))));
        assert_eq!(seeded.pick::<i32>(&[]), None);
    }
}
