//! Writes the view of a plugin that implements a hook more than once: another implementation, which
//! holds the plugin and the number of what it calls.
//!
//! ```text
//! impl<P: GatewayHooks> GatewayHooks for View<P> {
//!     fn authenticate(&self, token: &str) -> Option<User> {
//!         P::__authenticate_under_specname(&self.plugin, self.number, token)
//!     }
//! }
//! ```

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::hook::Written;
use super::{ident, is_whole, quiet, spec_cfgs};
use crate::hookspec::check::{HookKind, Spec};
use crate::paths::{
    attribute_ident, under_specname_ident, wrapper_ident, wrapper_under_specname_ident,
};
use crate::syntax::receiver_ident;

pub(super) fn view(spec: &Spec) -> TokenStream {
    if !is_whole(spec) {
        return TokenStream::new();
    }
    let (private, ident, cfgs, quiet) =
        (&spec.private, ident(spec), spec_cfgs(spec), quiet(spec, None));
    let methods = spec.hooks().map(|hook| methods(&Written::of(spec, hook)));
    let attribute = attribute_ident(Span::mixed_site());
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        #quiet
        #[allow(deprecated)]
        impl<__P: #ident> #ident for #private::View<__P> {
            fn #attribute() {}
            #(#methods)*
        }
    }
}

fn methods(hook: &Written<'_>) -> TokenStream {
    let Written { name, cfgs, quiet, generics, receiver, parameters, arguments, .. } = hook;
    let (plain, wrapper) = (under_specname_ident(name), wrapper_under_specname_ident(name));
    let sig = &hook.hook.method.sig;
    let this = receiver_ident(sig);
    let plain = quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        #quiet
        #sig { __P::#plain(&#this.plugin, #this.number, #(#arguments),*) }
    };
    let wraps = hook.hook.kind != HookKind::Historic;
    let wrapper = wraps.then(|| {
        let (hidden, next, of_call) = (wrapper_ident(name), hook.next(), hook.returning());
        quote_spanned! {Span::mixed_site()=>
            #(#cfgs)*
            #quiet
            fn #hidden #generics (#receiver, #(#parameters,)* next: &#next) #of_call {
                __P::#wrapper(&self.plugin, self.number, #(#arguments,)* next)
            }
        }
    });
    quote!(#plain #wrapper)
}
