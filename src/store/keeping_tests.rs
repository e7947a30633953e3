//! What was handed in, kept.

use super::*;
use crate::domain::fiscal_year::FiscalYear;
use crate::store::desk::About;
use crate::store::disk::Disk;

fn kept(base: &str, bytes: &[u8]) -> String {
    kept_name(base, &digest::of_bytes(bytes), KEPT_ENDING)
}

#[test]
fn names_tell_contents_apart_and_are_safe() {
    let one = kept("2026_odawara_0420_answers.csv", b"1");
    assert!(one.starts_with("2026_odawara_0420_answers~") && one.ends_with(KEPT_ENDING));
    assert_ne!(one, kept("2026_odawara_0420_answers.csv", b"2"));
    assert_eq!(one, kept("2026_odawara_0420_answers.txt", b"1"));
    assert_eq!(one, kept(&one, b"1"));
    assert!(kept("a:b?.csv", b"").starts_with("a_b_~"));
    assert!(kept(&"あ".repeat(300), b"").len() < 230);
}

#[test]
fn what_is_kept_is_found_again_once() {
    let folder = tempfile::tempdir().unwrap();
    let desk = DeskFolder::new(folder.path().join("desk"), Disk::default());
    assert_eq!(desk.about().unwrap(), None);
    let about = About {
        year: FiscalYear::new(2026).unwrap(),
        municipality: Some("142069".into()),
    };
    let mut batch = Batch::new(Disk::default());
    desk.write_about(&mut batch, &about).unwrap();
    batch.finish().unwrap();
    assert_eq!(desk.about().unwrap(), Some(about));
    let input = |name: &str| Input::bytes(name.to_owned(), Arc::from(&b"x"[..]));
    let how: How<'_> = (None, &|| false);
    let named = vec![input("in/a.csv"), input("b.csv")];
    let named = Kept {
        inputs: desk.named(Shelf::Received, named, how).unwrap(),
        ..Kept::default()
    };
    for _ in 0..2 {
        let mut batch = Batch::new(Disk::default());
        desk.keep(&mut batch, &named).unwrap();
        batch.finish().unwrap();
    }
    let names: Vec<_> = desk
        .kept(Shelf::Received, how)
        .unwrap()
        .inputs
        .into_iter()
        .map(|input| input.name)
        .collect();
    let expected: Vec<_> = named.inputs.into_iter().map(|input| input.name).collect();
    assert_eq!(names, expected);
    let previous = desk.kept(Shelf::Previous, how).unwrap();
    assert!(previous.inputs.is_empty());
}

#[test]
fn what_changes_before_it_is_kept_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let disk = Disk::default();
    let path = folder.path().join("a.csv");
    let large = usize::try_from(WHOLE_MAX).unwrap() + 1;
    disk.write_whole(&path, &vec![b'a'; large]).unwrap();
    let desk = DeskFolder::new(folder.path().join("desk"), disk.clone());
    let how: How<'_> = (None, &|| false);
    let inputs = vec![Input::file("a.csv", path.clone())];
    let kept = Kept::new(desk.named(Shelf::Received, inputs, how).unwrap());
    disk.write_whole(&path, &vec![b'b'; large]).unwrap();
    let mut batch = Batch::new(disk);
    let refused = desk.keep(&mut batch, &kept);
    assert!(
        matches!(refused, Err(Error::ChangedOutside(_))),
        "{refused:?}"
    );
}
