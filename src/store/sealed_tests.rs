//! What is sealed opens again with its key alone, and not when a byte of it changed.

use std::sync::OnceLock;

use age::x25519::Identity;
use proptest::prelude::*;

use super::*;
use crate::format::sealing::KeyFault;

fn division() -> &'static Identity {
    static KEY: OnceLock<Identity> = OnceLock::new();
    KEY.get_or_init(Identity::generate)
}

fn to_division() -> Seal {
    Seal::Keys(vec![division().to_public()])
}

fn by_division() -> Opener {
    Opener::Keys(vec![division().clone()])
}

fn phrase(text: &str) -> Passphrase {
    Passphrase::new(text)
}

#[test]
fn a_passphrase_seals_and_opens_and_another_does_not() {
    let sealed = seal(b"text", &Seal::Passphrase(phrase("correct horse"))).unwrap();
    let with = |text: &str| open(&sealed, &Opener::Passphrase(phrase(text)));
    assert_eq!(with("correct horse").unwrap(), b"text");
    assert_eq!(with("correct horsE"), Err(OpenFault::WrongPassphrase));
    assert_eq!(
        open(&sealed, &by_division()),
        Err(OpenFault::TakesPassphrase)
    );
    let header = String::from_utf8_lossy(&sealed).into_owned();
    let work = header.lines().nth(1).unwrap();
    assert!(work.ends_with(&format!(" {WORK}")), "{work}");
}

#[test]
fn every_key_named_opens_and_another_does_not() {
    let second = Identity::generate();
    let seal_both = Seal::Keys(vec![division().to_public(), second.to_public()]);
    let sealed = seal(b"text", &seal_both).unwrap();
    for key in [division().clone(), second] {
        assert_eq!(open(&sealed, &Opener::Keys(vec![key])).unwrap(), b"text");
    }
    let stranger = Opener::Keys(vec![Identity::generate()]);
    assert_eq!(open(&sealed, &stranger), Err(OpenFault::WrongKey));
    assert_eq!(
        open(&sealed, &Opener::Passphrase(phrase("whatever"))),
        Err(OpenFault::TakesKey)
    );
}

#[test]
fn a_file_that_asks_for_absurd_work_is_refused_at_once() {
    for work in [WORK_MAX + 1, 30, 63] {
        let sealed = format!(
            "age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA {work}\n\
             AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n\
             --- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n0123456789abcdef"
        );
        assert_eq!(
            open(sealed.as_bytes(), &Opener::Passphrase(phrase("whatever"))),
            Err(OpenFault::TooMuchWork(work)),
        );
    }
}

#[test]
fn what_is_not_sealed_is_told_from_what_was_altered() {
    let open = |bytes: &[u8]| open(bytes, &by_division());
    assert_eq!(open(b""), Err(OpenFault::NotSealed));
    assert_eq!(open(b"a,b\n1,2\n"), Err(OpenFault::NotSealed));
    assert_eq!(open(b"age-encryption.org/v1\n"), Err(OpenFault::Altered));
    let sealed = seal(&vec![7; 200_000], &to_division()).unwrap();
    // More than one block of the format: whole blocks missing at the end are noticed too.
    for end in [sealed.len() - 1, 131_300, 65_900, 300] {
        assert_eq!(open(&sealed[..end]), Err(OpenFault::Altered), "{end}");
    }
}

#[test]
fn keys_are_made_for_their_owner_and_never_over_others() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::default();
    let path = folder.path().join("keys/division");
    let comments: [&[String]; 2] = [&["secret".into()], &["public".into()]];
    let made = new_keys(&disk, &path, comments).unwrap();
    assert_eq!(made.public, folder.path().join("keys/division.pub"));
    let seal_to = public_keys_of(&disk, folder.path(), "keys/division.pub").unwrap();
    let sealed = seal(b"text", &seal_to).unwrap();
    let opener = secret_keys_of(&disk, &path).unwrap();
    assert_eq!(open(&sealed, &opener).unwrap(), b"text");
    let direct = public_keys_of(&disk, folder.path(), &made.key).unwrap();
    assert_eq!(open(&seal(b"x", &direct).unwrap(), &opener).unwrap(), b"x");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(
        new_keys(&disk, &path, comments),
        Err(Error::InTheWay(_))
    ));
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(
        new_keys(&disk, &path, comments),
        Err(Error::InTheWay(way)) if way == made.public
    ));
    assert!(!path.exists(), "not half a pair");
    // The public half can be had again from the secret one, and from nothing else.
    disk.write_new(&path, &before).unwrap();
    std::fs::remove_file(&made.public).unwrap();
    assert_eq!(new_keys(&disk, &path, comments).unwrap(), made);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let other = folder.path().join("other");
    disk.write_new(&other, b"no key").unwrap();
    assert!(matches!(
        new_keys(&disk, &other, comments),
        Err(Error::InTheWay(way)) if way == other
    ));
    assert!(matches!(
        public_keys_of(&disk, folder.path(), "age1nonsense"),
        Err(Error::Key {
            fault: KeyFault::Line(1),
            ..
        })
    ));
}

#[test]
fn the_divisions_key_is_found_in_the_folder_or_beside_the_checklists() {
    let root = tempfile::tempdir().unwrap();
    let folder = Folder::new(root.path().to_owned());
    let disk = Disk::default();
    assert_eq!(division_key(&folder), None);
    let beside = root.path().join("checklists").join(DIVISION_KEY);
    disk.make_folder(&root.path().join("checklists")).unwrap();
    disk.write_new(&beside, b"x").unwrap();
    assert_eq!(division_key(&folder), Some(beside));
    let front = root.path().join(DIVISION_KEY);
    disk.write_new(&front, b"x").unwrap();
    assert_eq!(division_key(&folder), Some(front));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn sealed_bytes_open_to_the_same_bytes(bytes in prop::collection::vec(any::<u8>(), 0..70_000)) {
        let sealed = seal(&bytes, &to_division()).unwrap();
        prop_assert_eq!(open(&sealed, &by_division()).unwrap(), bytes);
    }

    #[test]
    fn an_altered_byte_or_a_missing_end_never_opens(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        place in any::<prop::sample::Index>(),
        other in 1_u8..=255,
    ) {
        let sealed = seal(&bytes, &to_division()).unwrap();
        let place = place.index(sealed.len());
        let mut altered = sealed.clone();
        altered[place] ^= other;
        prop_assert!(open(&altered, &by_division()).is_err(), "byte {}", place);
        prop_assert!(open(&sealed[..place], &by_division()).is_err(), "first {}", place);
        let longer = [sealed.as_slice(), &[other]].concat();
        prop_assert!(open(&longer, &by_division()).is_err());
    }
}
