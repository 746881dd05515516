//! Writes the impl again, and the table of its hookimpls.
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
//!             Decl { info: ("authenticate", 1, TryFirst, Plain), implementation: own },
//!             Decl { info: ("process_request", 0, Normal, Wrapper), implementation: own },
//!         ]
//!     };
//! }
//!
//! register!(HOOKIMPLS, Entry::HookImpls(hookimpls::<Auth, dyn GatewayHooks>()));
//! ```

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{FnArg, Pat, PatIdent};

use super::check::{Block, HookImpl, HookImplOptions, Precedence, Slot};
use crate::features::Features;
use crate::paths::{
    attribute_item, index_ident, under_specname_ident, wrapper_ident, wrapper_marker_ident,
    wrapper_under_specname_ident,
};
use crate::syntax::{Body, Method, allowed, cfgs, receiver_ident};

pub(super) fn block(block: &Block, features: Features) -> TokenStream {
    let (original, table) = (original(block, features), table(block));
    let methods: Vec<_> = views(block).map(|(index, it)| method(block, index, it)).collect();
    if methods.is_empty() {
        return quote!(#original #table);
    }
    // In a block of their own, the methods cannot be called by other code.
    let inherited_attrs = inherited_attrs(&block.item.head.attrs);
    quote! {
        #(#inherited_attrs)*
        const _: () = {
            #(#methods)*
            #original
            #table
        };
    }
}

/// The hookimpls that are written in views, with their indexes.
fn views(block: &Block) -> impl Iterator<Item = (usize, &HookImpl)> {
    block.hookimpls.iter().enumerate().filter(|(_, it)| it.slot == Slot::View)
}

/// The user's impl. A wrapper is renamed to the hidden method that it overrides.
fn original(block: &Block, features: Features) -> TokenStream {
    let others = &block.others;
    let own = block.hookimpls.iter().filter(|hookimpl| hookimpl.slot == Slot::Own);
    let methods = own.map(|hookimpl| {
        let mut method = hookimpl.method.clone();
        method.sig.ident = overridden(hookimpl);
        method
    });
    let under_specnames = features.sets.then(|| under_specnames(block));
    let attribute = attribute_item(&block.private);
    block.item.with_items(quote! {
        #attribute
        #(#others)*
        #(#methods)*
        #under_specnames
    })
}

/// `impl HookImpls`, with the table.
fn table(block: &Block) -> TokenStream {
    let Block { private, item, spec, .. } = block;
    let (generics, _, clause) = item.head.generics.split_for_impl();
    let (plugin, cfgs) = (&item.head.self_ty, inherited_attrs(&item.head.attrs));
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
    let (stand_ins, element) = (stand_ins(block), element(block));
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        impl #generics #private::HookImpls<dyn #spec> for #plugin #clause {
            const TABLE: &'static [#private::Decl<dyn #spec>] = {
                #listed
                #stand_ins
                #element
                #own
                let here = #private::location!();
                &[#(#declarations)*]
            };
        }
    }
}

fn declaration(block: &Block, index: usize, hookimpl: &HookImpl) -> TokenStream {
    let (private, spec) = (&block.private, &block.spec);
    let HookImpl { method, hook, options, slot } = hookimpl;
    // If the method allows the lint `deprecated`, its entry in the table does too.
    let inherited_attrs = inherited_attrs(&method.attrs);
    // The line is that of the method, not of the attribute.
    let at = private.at(method.sig.ident.span());
    let hook_index = index_ident(hook);
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
            <dyn #spec>::#hook_index,
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
        quote!(#private::with_constraints(#info, &[#(#before),*], &[#(#after),*]))
    };
    let number = number(index, *slot);
    let implementation = match slot {
        Slot::Own => quote_spanned!(Span::mixed_site()=> own),
        Slot::View => view(block, index, hookimpl),
    };
    quote_spanned! {Span::mixed_site()=>
        #(#inherited_attrs)*
        #private::Decl {
            info: #info,
            number: #number,
            implementation: #implementation,
        },
    }
}

/// A view: a type that holds the plugin and implements the hookspec by a hookimpl that is not in the
/// user's impl.
///
/// ```text
/// {
///     struct __View(Arc<Auth>);
///     impl GatewayHooks for __View {
///         fn authenticate(&self, token: &str) -> Option<User> {
///             __Method2::check_basic(&*self.0, token)
///         }
///     }
///     |instance| Arc::new(__View(plugin::<Self>(instance)))
/// }
/// ```
fn view(block: &Block, index: usize, hookimpl: &HookImpl) -> TokenStream {
    let Block { private, spec, item, .. } = block;
    let (generics, arguments, clause) = item.head.generics.split_for_impl();
    let plugin = &item.head.self_ty;
    let (attribute, name) = (attribute_item(private), &hookimpl.method.sig.ident);
    let PlainSignature { mut sig, receiver, passed } = PlainSignature::new(&hookimpl.method.sig);
    sig.ident = overridden(hookimpl);
    // `Self` would be the view in the impl of the view.
    let sig = with_plugin(sig.into_token_stream(), &plugin.to_token_stream());
    let method = method_trait_ident(index);
    quote_spanned! {Span::mixed_site()=>
        {
            struct __View #generics (#private::Arc<#plugin>) #clause;
            impl #generics #spec for __View #arguments #clause {
                #attribute
                #[allow(deprecated)]
                #sig { #method::#name(&*#receiver.0, #(#passed),*) }
            }
            |instance| #private::Arc::new(__View(#private::plugin::<Self>(instance)))
        }
    }
}

/// Replaces `Self` in a signature by the type of the plugin.
fn with_plugin(tokens: TokenStream, plugin: &TokenStream) -> TokenStream {
    let tokens = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "Self" => {
            TokenTree::Group(Group::new(Delimiter::None, plugin.clone()))
        }
        TokenTree::Group(group) => {
            let mut with = Group::new(group.delimiter(), with_plugin(group.stream(), plugin));
            with.set_span(group.span());
            TokenTree::Group(with)
        }
        token => token,
    });
    tokens.collect()
}

/// A trait of its own for a hookimpl that is not in the user's impl.
///
/// ```text
/// trait __Method2 { fn check_basic(&self, token: &str) -> Option<User>; }
/// impl __Method2 for Auth { fn check_basic(&self, token: &str) -> Option<User> { .. } }
/// ```
fn method(block: &Block, index: usize, hookimpl: &HookImpl) -> TokenStream {
    let (generics, _, clause) = block.item.head.generics.split_for_impl();
    let plugin = &block.item.head.self_ty;
    let Method { attrs, sig, body, .. } = &hookimpl.method;
    let (inherited_attrs, ident) = (inherited_attrs(attrs), method_trait_ident(index));
    let PlainSignature { sig: plain, .. } = PlainSignature::new(sig);
    let body = match body {
        Body::Unread(body) => body.into_token_stream(),
        Body::None(semi) => semi.into_token_stream(),
    };
    quote_spanned! {Span::mixed_site()=>
        #(#inherited_attrs)*
        trait #ident { #plain; }
        #(#inherited_attrs)*
        impl #generics #ident for #plugin #clause {
            #(#attrs)* #sig #body
        }
    }
}

fn method_trait_ident(index: usize) -> Ident {
    Ident::new(&format!("__Method{}", index + 1), Span::mixed_site())
}

/// The methods that plugin sets call for the hookimpls in views, by number. A set holds the plugin by
/// value, so it cannot construct a view.
///
/// ```text
/// fn __authenticate_under_specname(&self, number: usize, token: &str) -> Option<User> {
///     match number {
///         2 => __Method2::check_basic(self, token),
///         _ => not_implemented("authenticate"),
///     }
/// }
/// ```
fn under_specnames(block: &Block) -> TokenStream {
    let private = &block.private;
    let mut methods: Vec<(Ident, TokenStream)> = Vec::new();
    for (_, first) in views(block) {
        let ident = under_specname(first);
        if methods.iter().any(|(written, _)| *written == ident) {
            continue;
        }
        let same: Vec<_> = views(block).filter(|(_, it)| under_specname(it) == ident).collect();
        let arms = same.iter().map(|(index, hookimpl)| arm(*index, hookimpl));
        let cfgs = if same.len() == 1 { inherited_attrs(&first.method.attrs) } else { Vec::new() };
        let PlainSignature { mut sig, passed, .. } = PlainSignature::new(&first.method.sig);
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
    let methods = methods.into_iter().map(|(_, method)| method);
    quote!(#(#private::with_sets! { #methods })*)
}

fn arm(index: usize, hookimpl: &HookImpl) -> TokenStream {
    let Method { attrs, sig, .. } = &hookimpl.method;
    let (inherited_attrs, number) = (inherited_attrs(attrs), number(index, Slot::View));
    let PlainSignature { receiver, passed, .. } = PlainSignature::new(sig);
    let (method, name) = (method_trait_ident(index), &sig.ident);
    quote_spanned! {Span::mixed_site()=>
        #(#inherited_attrs)*
        #number => #method::#name(#receiver, #(#passed),*),
    }
}

/// A signature with a plain name for each parameter.
struct PlainSignature {
    sig: syn::Signature,
    receiver: Ident,
    passed: Vec<Ident>,
}

impl PlainSignature {
    fn new(sig: &syn::Signature) -> Self {
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

/// The number by which a plugin set calls the hookimpl with this index. It is 0 in the user's impl.
fn number(index: usize, slot: Slot) -> Literal {
    Literal::usize_unsuffixed(if slot == Slot::Own { 0 } else { index + 1 })
}

/// The hidden method of the trait that calls the hookimpls in views.
fn under_specname(hookimpl: &HookImpl) -> Ident {
    let HookImpl { hook, options, .. } = hookimpl;
    if options.wrapper { wrapper_under_specname_ident(hook) } else { under_specname_ident(hook) }
}

/// The registry element. A generic plugin has none, because only the host knows its type arguments.
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

/// A local trait with fallbacks for the inherent items that `#[hookspec]` writes on `dyn Trait`, which
/// rustc prefers. The index of a hook that does not exist falls back, so the only error is that of the
/// impl. The marker function falls back for a hook that is not historic.
///
/// A wrapper or a view does not override the method of the hook under the name that the user wrote. So the
/// function `__mention` names the hook, and editors find and rename it there.
fn stand_ins(block: &Block) -> TokenStream {
    let Block { private, spec, .. } = block;
    let mut stand_ins: Vec<(Ident, TokenStream)> = Vec::new();
    let (mut checks, mut mentions) = (Vec::new(), Vec::new());
    for HookImpl { method, hook, options, slot } in &block.hookimpls {
        let hook_index = index_ident(hook);
        stand_ins.push((hook_index.clone(), quote!(const #hook_index: usize = 0;)));
        if options.wrapper || *slot == Slot::View {
            let cfgs = cfgs(&method.attrs);
            let mut stand_in = hook.clone();
            stand_in.set_span(Span::mixed_site());
            mentions.push(quote!(#(#cfgs)* let _ = <dyn #spec>::#hook;));
            stand_ins.push((hook.clone(), quote!(fn #stand_in() {})));
        }
        if options.wrapper {
            let (cfgs, marker) = (cfgs(&method.attrs), wrapper_marker_ident(hook));
            let assert = private.at(hook.span());
            let assert = quote_spanned!(hook.span()=> #assert::assert_wrappable);
            let marker_call = quote_spanned!(hook.span()=> <dyn #spec>::#marker());
            checks.push(quote!(#(#cfgs)* #assert(#marker_call);));
            let stand_in = quote!(fn #marker() -> #private::NotHistoric { #private::NotHistoric });
            stand_ins.push((marker, stand_in));
        }
    }
    let mut seen: Vec<Ident> = Vec::new();
    stand_ins.retain(|(marker, _)| {
        let is_new = !seen.contains(marker);
        seen.push(marker.clone());
        is_new
    });
    let stand_ins = stand_ins.into_iter().map(|(_, stand_in)| stand_in);
    let check = (!checks.is_empty()).then(|| quote!(fn __check() { #(#checks)* }));
    let mention = (!mentions.is_empty())
        .then(|| quote!(#[allow(deprecated)] fn __mention() { #(#mentions)* }));
    quote! {
        #[allow(dead_code, non_upper_case_globals)]
        trait __Hooks { #(#stand_ins)* }
        impl<T: ?#private::Sized> __Hooks for T {}
        #check
        #mention
    }
}

/// The name of the trait method that a hookimpl overrides.
fn overridden(hookimpl: &HookImpl) -> Ident {
    if hookimpl.options.wrapper { wrapper_ident(&hookimpl.hook) } else { hookimpl.hook.clone() }
}

/// The attributes of an item that the items written for it share: `#[cfg]` and allowed lints.
fn inherited_attrs(attrs: &[syn::Attribute]) -> Vec<syn::Attribute> {
    let mut inherited_attrs = cfgs(attrs);
    inherited_attrs.extend(allowed(attrs));
    inherited_attrs
}
