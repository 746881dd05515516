//! Writes the impl again, and beside it the table of its hookimpls.
//!
//! ```text
//! // Input:
//! #[hookimpl]
//! impl GatewayHooks for Auth {
//!     #[hookimpl(tryfirst)]
//!     fn authenticate(&self, token: &str) -> Option<User> { .. }
//!     #[hookimpl(wrapper)]
//!     fn process_request(&self, request: &Request, next: &dyn Fn(&Request) -> Vec<Response>)
//!         -> Vec<Response> { .. }
//! }
//!
//! // Output, abridged (`tests/expanded` has it in full):
//! impl GatewayHooks for Auth {
//!     fn authenticate(&self, token: &str) -> Option<User> { .. }
//!     fn __process_request_wrapper(&self, request: &Request, next: &dyn Fn(&Request) -> ..)
//!         -> Vec<Response> { .. }
//! }
//!
//! impl HookImpls<dyn GatewayHooks> for Auth {
//!     const TABLE: &'static [Decl<dyn GatewayHooks>] = {
//!         let own: fn(&Instance) -> Arc<dyn GatewayHooks> = |instance| plugin::<Self>(instance);
//!         &[
//!             Decl { info: ("authenticate", TryFirst, Plain), implementation: own },
//!             Decl { info: ("process_request", Normal, Wrapper), implementation: own },
//!         ]
//!     };
//! }
//!
//! register!(HOOKIMPLS, Entry::HookImpls(hookimpls::<Auth, dyn GatewayHooks>()));
//! ```

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{FnArg, Pat, PatIdent};

use super::check::{Block, HookImpl, HookImplOptions, Precedence, Slot};
use crate::paths::{
    attribute_ident, mark_ident, under_specname_ident, wrapper_ident, wrapper_mark_ident,
    wrapper_under_specname_ident,
};
use crate::syntax::{Body, Method, allowed, cfgs, receiver_ident};

pub(crate) fn block(block: &Block) -> TokenStream {
    let original = original(block);
    let table = table(block);
    quote!(#original #table)
}

/// The user's impl: wrappers get the name of the hidden method that they override, and what the
/// plugin implements under other names stands in hidden methods, too.
fn original(block: &Block) -> TokenStream {
    let others = &block.others;
    let own = block.hookimpls.iter().filter(|hookimpl| hookimpl.slot == Slot::Own);
    let methods = own.map(|hookimpl| {
        let mut method = hookimpl.method.clone();
        method.sig.ident = overridden(hookimpl);
        method
    });
    let under_specnames = under_specnames(block);
    let attribute = attribute_ident(block.spec.span());
    block.item.with_items(quote! {
        #[inline]
        fn #attribute() {}
        #(#others)*
        #(#methods)*
        #(#under_specnames)*
    })
}

/// `impl HookImpls`: the table.
fn table(block: &Block) -> TokenStream {
    let Block { private, item, spec, .. } = block;
    let (generics, _, clause) = item.head.generics.split_for_impl();
    let (plugin, cfgs) = (&item.head.self_ty, conditions(&item.head.attrs));
    let declarations = block.hookimpls.iter().enumerate().map(|(i, it)| declaration(block, i, it));
    let at = private.at(plugin.span());
    let listed = block
        .is_generic
        .then(|| quote_spanned!(plugin.span()=> #at::assert_listed::<Self, dyn #spec>();));
    let own = block.hookimpls.iter().any(|it| it.slot == Slot::Own).then(|| {
        let own = quote_spanned!(plugin.span()=> #at::plugin::<Self>);
        quote_spanned! {Span::mixed_site()=>
            let own: fn(&#private::Instance) -> #private::Arc<dyn #spec> =
                |instance| #own(instance);
        }
    });
    let (marks, element) = (marks(block), element(block));
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        impl #generics #private::HookImpls<dyn #spec> for #plugin #clause {
            const TABLE: &'static [#private::Decl<dyn #spec>] = {
                #listed
                #marks
                #element
                #own
                let here = #private::location!();
                &[#(#declarations)*]
            };
        }
    }
}

fn declaration(block: &Block, place: usize, hookimpl: &HookImpl) -> TokenStream {
    let private = &block.private;
    let HookImpl { method, hook, options, slot } = hookimpl;
    let cfgs = cfgs(&method.attrs);
    // The place of the method, not of the attribute.
    let at = private.at(method.sig.ident.span());
    let (hook, name) = (hook.unraw().to_string(), method.sig.ident.unraw().to_string());
    let precedence = match options.precedence {
        Precedence::TryFirst => quote!(TryFirst),
        Precedence::Normal => quote!(Normal),
        Precedence::TryLast => quote!(TryLast),
    };
    let kind = if options.wrapper { quote!(Wrapper) } else { quote!(Plain) };
    let info = quote_spanned! {Span::mixed_site()=>
        #private::new_hookimpl(
            #hook,
            #name,
            #private::Precedence::#precedence,
            #private::Kind::#kind,
            #private::at_line(here, #at::line!()),
        )
    };
    let HookImplOptions { before, after, .. } = options;
    let info = if before.is_empty() && after.is_empty() {
        info
    } else {
        quote!(#private::constrained(#info, &[#(#before),*], &[#(#after),*]))
    };
    let number = number(place, *slot);
    let implementation = match slot {
        Slot::Own => quote_spanned!(Span::mixed_site()=> own),
        Slot::View => quote_spanned! {Span::mixed_site()=>
            |instance| #private::view::<Self>(instance, #number)
        },
    };
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        #private::Decl {
            info: #info,
            number: #number,
            implementation: #implementation,
        },
    }
}

/// What implements a hook under other names, or wraps it, by number.
///
/// ```text
/// fn __authenticate_under_specname(&self, number: usize, token: &str) -> Option<User> {
///     match number {
///         2 => {
///             trait __Method { fn check_basic(&self, token: &str) -> Option<User>; }
///             impl __Method for Auth { fn check_basic(&self, token: &str) -> Option<User> { .. } }
///             __Method::check_basic(self, token)
///         }
///         _ => not_implemented("authenticate"),
///     }
/// }
/// ```
fn under_specnames(block: &Block) -> Vec<TokenStream> {
    let views = block.hookimpls.iter().enumerate().filter(|(_, it)| it.slot == Slot::View);
    let views: Vec<_> = views.collect();
    let mut methods: Vec<(Ident, TokenStream)> = Vec::new();
    for (_, first) in &views {
        let ident = under_specname(first);
        if methods.iter().any(|(written, _)| *written == ident) {
            continue;
        }
        let same: Vec<_> = views.iter().filter(|(_, it)| under_specname(it) == ident).collect();
        let arms = same.iter().map(|(place, hookimpl)| arm(block, *place, hookimpl));
        let cfgs = if same.len() == 1 { conditions(&first.method.attrs) } else { Vec::new() };
        let private = &block.private;
        let Plain { mut sig, passed, .. } = Plain::of(&first.method.sig);
        sig.ident = ident.clone();
        let number: FnArg = syn::parse_quote_spanned!(Span::mixed_site()=> number: usize);
        sig.inputs.insert(1, number);
        let hook = first.hook.unraw().to_string();
        let method = quote_spanned! {Span::mixed_site()=>
            #(#cfgs)*
            #[inline]
            #sig {
                match number {
                    #(#arms)*
                    _ => {
                        #private::ignore((#(#passed,)*));
                        #private::not_implemented(#hook)
                    }
                }
            }
        };
        methods.push((ident, method));
    }
    methods.into_iter().map(|(_, method)| method).collect()
}

fn arm(block: &Block, place: usize, hookimpl: &HookImpl) -> TokenStream {
    let (generics, _, clause) = block.item.head.generics.split_for_impl();
    let plugin = &block.item.head.self_ty;
    let Method { attrs, sig, body, .. } = &hookimpl.method;
    let (cfgs, number) = (conditions(attrs), number(place, Slot::View));
    let Plain { sig: plain, receiver, passed } = Plain::of(sig);
    let name = &sig.ident;
    let body = match body {
        Body::Unread(body) => body.into_token_stream(),
        Body::None(semi) => semi.into_token_stream(),
    };
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        #number => {
            trait __Method { #plain; }
            impl #generics __Method for #plugin #clause {
                #(#attrs)* #sig #body
            }
            __Method::#name(#receiver, #(#passed),*)
        }
    }
}

/// A signature with plain names for its parameters.
struct Plain {
    sig: syn::Signature,
    receiver: Ident,
    passed: Vec<Ident>,
}

impl Plain {
    fn of(sig: &syn::Signature) -> Self {
        let mut sig = sig.clone();
        let mut passed = Vec::new();
        for (i, input) in sig.inputs.iter_mut().enumerate() {
            if let FnArg::Typed(typed) = input {
                typed.attrs.clear();
                let ident = Ident::new(&format!("argument{i}"), Span::mixed_site());
                passed.push(ident.clone());
                let (attrs, by_ref, mutability, subpat) = (Vec::new(), None, None, None);
                *typed.pat = Pat::Ident(PatIdent { attrs, by_ref, mutability, ident, subpat });
            }
        }
        let receiver = receiver_ident(&sig);
        Self { sig, receiver, passed }
    }
}

/// Which of the plugin's implementations of its hook the one in this place is.
fn number(place: usize, slot: Slot) -> Literal {
    Literal::usize_unsuffixed(if slot == Slot::Own { 0 } else { place + 1 })
}

/// The method of the trait with all that implements the hook under another name, or wraps it.
fn under_specname(hookimpl: &HookImpl) -> Ident {
    let HookImpl { hook, options, .. } = hookimpl;
    if options.wrapper { wrapper_under_specname_ident(hook) } else { under_specname_ident(hook) }
}

/// The element of the registry. That of a generic plugin is not known before the host names it.
fn element(block: &Block) -> Option<TokenStream> {
    let Block { private, item, spec, is_generic, .. } = block;
    let plugin = &item.head.self_ty;
    let object = quote_spanned!(spec.span()=> dyn #spec);
    (!is_generic).then(|| {
        quote! {
            #private::register!(
                __HOOKIMPLS,
                #private::Entry::HookImpls(#private::hookimpls::<#plugin, #object>)
            );
        }
    })
}

/// Mentions, for each hookimpl, a function that `#[hookspec]` writes on `dyn Trait` for hooks
/// which are in some way special: deprecated, or without wrappers. The local trait stands in for
/// all others, and for hooks that do not exist, which rustc refuses in the impl.
fn marks(block: &Block) -> TokenStream {
    let Block { private, spec, .. } = block;
    let mut stand_ins: Vec<(Ident, TokenStream)> = Vec::new();
    let mut mentions = Vec::new();
    for HookImpl { method, hook, options, .. } in &block.hookimpls {
        let cfgs = cfgs(&method.attrs);
        let mark = mark_ident(hook);
        let conditions = conditions(&method.attrs);
        mentions.push(quote!(#(#conditions)* { <dyn #spec>::#mark(); }));
        stand_ins.push((mark.clone(), quote!(fn #mark() {})));
        if options.wrapper {
            let mark = wrapper_mark_ident(hook);
            let assert = private.at(hook.span());
            let assert = quote_spanned!(hook.span()=> #assert::assert_wrappable);
            let marked = quote_spanned!(hook.span()=> <dyn #spec>::#mark());
            mentions.push(quote!(#(#cfgs)* #assert(#marked);));
            let stand_in = quote!(fn #mark() -> #private::Wraps { #private::Wraps });
            stand_ins.push((mark, stand_in));
        }
    }
    let mut seen: Vec<Ident> = Vec::new();
    stand_ins.retain(|(mark, _)| {
        let is_new = !seen.contains(mark);
        seen.push(mark.clone());
        is_new
    });
    let stand_ins = stand_ins.into_iter().map(|(_, stand_in)| stand_in);
    quote! {
        trait __Hooks { #(#stand_ins)* }
        impl<T: ?#private::Sized> __Hooks for T {}
        fn __check() { #(#mentions)* }
    }
}

/// The method of the trait that a hookimpl overrides.
fn overridden(hookimpl: &HookImpl) -> Ident {
    if hookimpl.options.wrapper { wrapper_ident(&hookimpl.hook) } else { hookimpl.hook.clone() }
}

/// The attributes of an item that what we write for it has as well.
fn conditions(attrs: &[syn::Attribute]) -> Vec<syn::Attribute> {
    let mut conditions = cfgs(attrs);
    conditions.extend(allowed(attrs));
    conditions
}
