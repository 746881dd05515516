#![forbid(unsafe_code)]
#![allow(missing_docs, unused)]
mod smoke;
mod ui;
