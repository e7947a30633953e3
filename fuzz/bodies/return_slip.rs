//! Return slips, and what the division wishes: told in words what is wrong, or kept and shown as they
//! are; and no workbook takes more than one record from them.

use tenken::domain::returning::accept;
use tenken::error::Error;
use tenken::format::return_file::{ReturnFault, digest, read, write};
use tenken::format::returns::{self, Department, Rules};
use tenken::text::{errors, returning as words};

use super::shown::{LANGS, all_fit_to_show};
use super::workbook;

/// Checks bytes as a slip, and as the division's wishes.
pub(crate) fn check(data: &[u8]) {
    slip(data);
    wishes(data);
}

fn slip(data: &[u8]) {
    let told = |error: &Error| {
        for lang in LANGS {
            all_fit_to_show(&errors::error(lang, error));
        }
    };
    let path = || "a\u{1b}_return.ron".into();
    let slip = match read(data) {
        Ok(slip) => slip,
        Err(fault) => {
            assert!(!matches!(fault, ReturnFault::Newer(format) if format <= 1));
            return told(&Error::Return {
                path: path(),
                fault,
            });
        }
    };
    assert_eq!(slip.slip.digest, digest(&slip));
    let text = write(&slip).unwrap();
    assert_eq!(read(text.as_bytes()), Ok(slip.clone()));
    let workbook = workbook::begin(workbook::odawara());
    match accept(&workbook, &slip, true) {
        Ok(changes) => assert_eq!(changes.len(), 1),
        Err(unfit) => told(&Error::NotTaken {
            path: path(),
            unfit,
        }),
    }
}

fn wishes(data: &[u8]) {
    let departments = [Department {
        code: "0420",
        receipt: "R-1",
        asked: None,
    }];
    let rules = Rules {
        year: 2026,
        departments: &departments,
        asked: None,
    };
    match returns::read(data, rules) {
        Ok(reading) => {
            for wish in &reading.wishes {
                assert!(wish.department == 0 && !wish.reason.contains(char::is_control));
            }
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in &problems {
                for lang in LANGS {
                    all_fit_to_show(&words::problem(lang, problem));
                }
            }
        }
    }
}
