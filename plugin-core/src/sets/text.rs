//! Text in constants: compared, and put together for the messages of a set that does not compile.

/// Whether two texts are the same.
pub(super) const fn is(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// A number that is the same for texts that are the same.
pub(super) const fn digest(text: &str) -> u32 {
    let (text, mut digest, mut i) = (text.as_bytes(), 0_u32, 0);
    while i < text.len() {
        digest = digest.rotate_left(5) ^ (text[i] as u32);
        i += 1;
    }
    digest
}

const ROOM: usize = 2048;

/// A message in the making. What does not fit is left out.
pub(super) struct Message {
    bytes: [u8; ROOM],
    len: usize,
}

impl Message {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; ROOM], len: 0 }
    }

    pub(super) const fn with(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if self.len + text.len() <= ROOM {
            let mut i = 0;
            while i < text.len() {
                self.bytes[self.len + i] = text[i];
                i += 1;
            }
            self.len += text.len();
        }
        self
    }

    #[track_caller]
    pub(super) const fn refuse(&self) -> ! {
        let (text, _) = self.bytes.split_at(self.len);
        match core::str::from_utf8(text) {
            Ok(text) => panic!("{}", text),
            Err(_) => unreachable!(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_the_same_byte_by_byte() {
        assert!(is("auth", "auth") && is("", ""));
        assert!(!is("auth", "auti") && !is("auth", "authn") && !is("auth", ""));
    }

    #[test]
    #[should_panic(expected = "plugin `auth` is in the set twice")]
    fn a_message_is_put_together() {
        Message::new().with("plugin `").with("auth").with("` is in the set twice").refuse();
    }

    #[test]
    #[should_panic(expected = "short")]
    fn what_does_not_fit_is_left_out() {
        Message::new().with("short").with(&"long".repeat(ROOM)).refuse();
    }
}
