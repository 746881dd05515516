//! The heap as every path finds it: counts must not depend on what the harness did before, as this
//! depends on the lengths of the program's path and of the environment.

use std::hint::black_box;

/// A variable that has the C library get 64 MB from the system at once. By default it gets little
/// more than it needs, so how often it has to ask again would depend on how much was used before.
pub(crate) const AT_ONCE: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.top_pad=67108864");

/// Makes the argument of a path on a heap without free blocks, so that the path allocates new
/// memory, and reuses only what it has itself freed.
pub(crate) fn settled<T>(make: impl FnOnce() -> T) -> T {
    for size in (16..=4096).step_by(16) {
        for _ in 0..32 {
            black_box(Vec::<u8>::with_capacity(size)).leak();
        }
    }
    make()
}
