#![forbid(unsafe_code)]
#![allow(missing_docs, unused)]
mod hygiene;
mod smoke;
mod ui;
