//! A hundred plugins, each of its own type, which are found at link time.

use std::hint::black_box;

use plugin_core::{Plugin, hookimpl};

use super::contract::Work;

macro_rules! plugins {
    (#[$options:meta] $($name:ident)*) => {$(
        #[derive(Debug, Default, Plugin)]
        #[$options]
        pub(crate) struct $name(u64);

        #[hookimpl]
        impl Work for $name {
            #[inline]
            fn collected(&self, value: u64) -> Option<u64> {
                Some(black_box(self.0 ^ value))
            }
        }
    )*};
}

plugins! {
    #[plugin()]
    P00 P01 P02 P03 P04 P05 P06 P07 P08 P09
    P10 P11 P12 P13 P14 P15 P16 P17 P18 P19
    P20 P21 P22 P23 P24 P25 P26 P27 P28 P29
    P30 P31 P32 P33 P34 P35 P36 P37 P38 P39
    P40 P41 P42 P43 P44 P45 P46 P47 P48 P49
}

plugins! {
    #[plugin(requires("p00 ^0.1"))]
    P50 P51 P52 P53 P54 P55 P56 P57 P58 P59
    P60 P61 P62 P63 P64 P65 P66 P67 P68 P69
    P70 P71 P72 P73 P74 P75 P76 P77 P78 P79
    P80 P81 P82 P83 P84 P85 P86 P87 P88 P89
    P90 P91 P92 P93 P94 P95 P96 P97 P98 P99
}
