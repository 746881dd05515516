//! Makes the state of the heap the same for every path. Counts must not depend on earlier work of
//! the harness, which varies with the lengths of the program's path and of the environment.

use std::hint::black_box;

/// A variable that makes the C library get 64 MB from the system at once. By default it gets little
/// more than it needs, and the number of further requests would depend on the memory used before.
pub(crate) const AT_ONCE: (&str, &str) = ("GLIBC_TUNABLES", "glibc.malloc.top_pad=67108864");

/// Creates the argument of a path on a heap without free blocks, so that the path allocates new
/// memory and reuses only memory that it has freed itself.
pub(crate) fn on_clean_heap<T>(make: impl FnOnce() -> T) -> T {
    for size in (16..=4096).step_by(16) {
        for _ in 0..32 {
            black_box(Vec::<u8>::with_capacity(size)).leak();
        }
    }
    make()
}
