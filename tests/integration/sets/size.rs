//! Many plugins in one set.

use plugin_core::{Plugin, PluginManager, PluginSet, hookimpl, hookspec};

#[hookspec(project = "tests-sets-size")]
trait Hooks {
    fn number(&self) -> usize;
    fn path(&self, depth: usize) -> usize;
    /// Every other plugin is moved by a constraint.
    fn mixed(&self) -> usize;
    #[hookspec(firstresult)]
    fn last(&self) -> Option<usize>;
}

/// The plugins, each of which wraps `path` and has ordering constraints, and a set and a manager of
/// them.
macro_rules! many {
    ($($ty:ident $id:literal $number:literal [$($constraint:tt)*])*) => {
        $(
            #[derive(Plugin, Default)]
            #[plugin(id = $id, manual)]
            struct $ty;

            #[hookimpl]
            impl Hooks for $ty {
                fn number(&self) -> usize {
                    $number
                }

                #[hookimpl(wrapper)]
                fn path(&self, depth: usize, next: &dyn Fn(usize) -> Vec<usize>) -> Vec<usize> {
                    next(depth + 1)
                }

                #[hookimpl(specname = "path")]
                fn end(&self, depth: usize) -> usize {
                    depth
                }

                #[hookimpl($($constraint)*)]
                fn mixed(&self) -> usize {
                    $number
                }

                fn last(&self) -> Option<usize> {
                    ($number == 0).then_some($number)
                }
            }
        )*

        #[derive(PluginSet, Default)]
        #[plugin_set(hookspecs(Hooks))]
        #[allow(non_snake_case)]
        struct Many {
            $($ty: $ty),*
        }

        fn manager() -> PluginManager {
            let manager = PluginManager::new::<dyn Hooks>();
            $(manager.register($ty).unwrap().expect_active();)*
            manager
        }
    };
}

many! {
    P0 "p0" 0 []
    P1 "p1" 1 [trylast]
    P2 "p2" 2 [tryfirst]
    P3 "p3" 3 [after = "p0"]
    P4 "p4" 4 [trylast]
    P5 "p5" 5 []
    P6 "p6" 6 [after = "p3"]
    P7 "p7" 7 [trylast]
    P8 "p8" 8 []
    P9 "p9" 9 [after = "p6"]
    P10 "p10" 10 [trylast]
    P11 "p11" 11 [tryfirst]
    P12 "p12" 12 [after = "p6"]
    P13 "p13" 13 [trylast]
    P14 "p14" 14 []
    P15 "p15" 15 [after = "p12"]
    P16 "p16" 16 [trylast]
    P17 "p17" 17 []
    P18 "p18" 18 [after = "p9"]
    P19 "p19" 19 [trylast]
    P20 "p20" 20 [tryfirst]
    P21 "p21" 21 [after = "p18"]
    P22 "p22" 22 [trylast]
    P23 "p23" 23 []
    P24 "p24" 24 [after = "p12"]
    P25 "p25" 25 [trylast]
    P26 "p26" 26 []
    P27 "p27" 27 [after = "p24"]
    P28 "p28" 28 [trylast]
    P29 "p29" 29 [tryfirst]
    P30 "p30" 30 [after = "p15"]
    P31 "p31" 31 [trylast]
    P32 "p32" 32 []
    P33 "p33" 33 [after = "p30"]
    P34 "p34" 34 [trylast]
    P35 "p35" 35 []
    P36 "p36" 36 [after = "p18"]
    P37 "p37" 37 [trylast]
    P38 "p38" 38 [tryfirst]
    P39 "p39" 39 [after = "p36"]
    P40 "p40" 40 [trylast]
    P41 "p41" 41 []
    P42 "p42" 42 [after = "p21"]
    P43 "p43" 43 [trylast]
    P44 "p44" 44 []
    P45 "p45" 45 [after = "p42"]
    P46 "p46" 46 [trylast]
    P47 "p47" 47 [tryfirst]
    P48 "p48" 48 [after = "p24"]
    P49 "p49" 49 [trylast]
    P50 "p50" 50 []
    P51 "p51" 51 [after = "p48"]
    P52 "p52" 52 [trylast]
    P53 "p53" 53 []
    P54 "p54" 54 [after = "p27"]
    P55 "p55" 55 [trylast]
    P56 "p56" 56 [tryfirst]
    P57 "p57" 57 [after = "p54"]
    P58 "p58" 58 [trylast]
    P59 "p59" 59 []
    P60 "p60" 60 [after = "p30"]
    P61 "p61" 61 [trylast]
    P62 "p62" 62 []
    P63 "p63" 63 [after = "p60"]
}

#[test]
fn sixty_four_plugins_are_called_as_by_a_manager() {
    let (set, manager) = (Many::default(), manager());
    let (set_hooks, hooks) = (set.hook::<dyn Hooks>(), manager.hook::<dyn Hooks>());
    assert_eq!(set_hooks.number(), (0..64).rev().collect::<Vec<_>>());
    assert_eq!(set_hooks.path(0), [64; 64], "all plugins wrap it");
    assert_eq!(set_hooks.mixed(), hooks.mixed());
    assert_eq!(set_hooks.last(), Some(0));
}
