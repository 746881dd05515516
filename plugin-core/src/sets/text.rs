//! Text in constants: comparison, and the messages of a set that does not compile.

/// Whether two texts are equal. (`==` cannot be called in constants.)
pub(super) const fn is_same(a: &str, b: &str) -> bool {
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

/// Returns a number that is equal for equal texts.
pub(super) const fn digest(text: &str) -> u32 {
    let (text, mut digest, mut i) = (text.as_bytes(), 0_u32, 0);
    while i < text.len() {
        digest = digest.rotate_left(5) ^ (text[i] as u32);
        i += 1;
    }
    digest
}

const CAPACITY: usize = 2048;

/// A message that is built in a constant. A text that exceeds the capacity is dropped.
pub(super) struct Message {
    bytes: [u8; CAPACITY],
    len: usize,
}

impl Message {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; CAPACITY], len: 0 }
    }

    pub(super) const fn with(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if self.len + text.len() <= CAPACITY {
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
    pub(super) const fn panic(&self) -> ! {
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
    fn texts_are_compared_byte_by_byte() {
        assert!(is_same("auth", "auth") && is_same("", ""));
        assert!(!is_same("auth", "auti"));
        assert!(!is_same("auth", "authn") && !is_same("auth", ""));
    }

    #[test]
    #[should_panic(expected = "plugin `auth` is in the set twice")]
    fn a_message_consists_of_its_parts() {
        Message::new().with("plugin `").with("auth").with("` is in the set twice").panic();
    }

    #[test]
    #[should_panic(expected = "short")]
    fn a_text_that_exceeds_the_capacity_is_dropped() {
        Message::new().with("short").with(&"long".repeat(CAPACITY)).panic();
    }
}
