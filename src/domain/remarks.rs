//! The remarks of one submission, side by side in one text: there are as many as open points in a
//! country.

/// The remarks beside open items, by their positions.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Remarks {
    /// Position and end of each, in the order of the positions.
    places: Box<[(u32, u32)]>,
    text: Box<str>,
}

impl Remarks {
    /// Returns the remark at a position; empty when there is none.
    #[must_use]
    pub fn of(&self, position: usize) -> &str {
        let found = self
            .places
            .binary_search_by_key(&position, |(at, _)| *at as usize);
        found.map_or("", |index| self.at(index))
    }

    /// Returns every remark with the position of its item, in rising order.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &str)> {
        let places = self.places.iter().enumerate();
        places.map(|(index, (position, _))| (*position as usize, self.at(index)))
    }

    fn at(&self, index: usize) -> &str {
        let start = index
            .checked_sub(1)
            .and_then(|before| self.places.get(before));
        let start = start.map_or(0, |(_, end)| *end as usize);
        let end = self
            .places
            .get(index)
            .map_or(start, |(_, end)| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }
}

/// Remarks as they are found; in any order.
#[derive(Clone, Default, Debug)]
pub struct Gathered {
    /// Position, start and end.
    places: Vec<(u32, u32, u32)>,
    text: String,
}

impl Gathered {
    /// Forgets all, and keeps the space.
    pub fn clear(&mut self) {
        self.places.clear();
        self.text.clear();
    }

    /// Adds a remark. What is beyond the limits of a file is left out.
    pub fn push(&mut self, position: usize, remark: &str) {
        let start = self.text.len();
        let places = [position, start, start + remark.len()].map(u32::try_from);
        if let [Ok(position), Ok(start), Ok(end)] = places {
            self.places.push((position, start, end));
            self.text.push_str(remark);
        }
    }

    /// Returns them in the order of their positions.
    pub fn finish(&mut self) -> Remarks {
        let sorted = self.places.is_sorted_by_key(|(position, _, _)| *position);
        if sorted {
            return Remarks {
                places: self.places.iter().map(|&(at, _, end)| (at, end)).collect(),
                text: self.text.as_str().into(),
            };
        }
        self.places.sort_unstable();
        let mut text = String::with_capacity(self.text.len());
        let places = self.places.iter().map(|&(position, start, end)| {
            let remark = self.text.get(start as usize..end as usize);
            text.push_str(remark.unwrap_or_default());
            (position, u32::try_from(text.len()).unwrap_or(u32::MAX))
        });
        Remarks {
            places: places.collect(),
            text: text.into(),
        }
    }
}

impl<'a> FromIterator<(usize, &'a str)> for Remarks {
    fn from_iter<T: IntoIterator<Item = (usize, &'a str)>>(remarks: T) -> Self {
        let mut gathered = Gathered::default();
        for (position, remark) in remarks {
            gathered.push(position, remark);
        }
        gathered.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_found_by_position_however_they_came() {
        let remarks: Remarks = [(7, "後"), (2, "先"), (4, "")].into_iter().collect();
        assert_eq!(
            (remarks.of(2), remarks.of(7), remarks.of(3)),
            ("先", "後", "")
        );
        let all: Vec<(usize, &str)> = remarks.iter().collect();
        assert_eq!(all, [(2, "先"), (4, ""), (7, "後")]);
        assert_eq!(remarks, all.into_iter().collect());
    }
}
