#![forbid(unsafe_code)]
#![allow(missing_docs, unused)]
mod order_property;
mod panics;
mod pluggy_vectors;
mod registration;
mod smoke;
mod threads;
