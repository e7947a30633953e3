//! The digits of numbers, millions of them: most have one or two.

/// Adds the digits of a number.
pub(super) fn put(number: u64, to: &mut Vec<u8>) {
    match u8::try_from(number) {
        Ok(few @ 0..10) => to.push(b'0' + few),
        Ok(few @ 10..100) => to.extend_from_slice(&[b'0' + few / 10, b'0' + few % 10]),
        _ => to.extend_from_slice(itoa::Buffer::new().format(number).as_bytes()),
    }
}

/// Adds tenths with one decimal.
pub(super) fn put_tenths(tenths: u64, to: &mut Vec<u8>) {
    put(tenths / 10, to);
    to.push(b'.');
    put(tenths % 10, to);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_that_are_printed() {
        for number in (0..1_200).chain([9_999, 10_000, u64::MAX]) {
            let mut bytes = Vec::new();
            put(number, &mut bytes);
            bytes.push(b' ');
            put_tenths(number, &mut bytes);
            let printed = format!("{number} {}.{}", number / 10, number % 10);
            assert_eq!(bytes, printed.as_bytes());
        }
    }
}
