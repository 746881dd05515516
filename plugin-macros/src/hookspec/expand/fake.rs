//! Writes the fake of a hookspec: a plugin made of closures, for tests.
//!
//! ```text
//! pub struct GatewayHooksFake { authenticate: Option<Box<dyn Fn(&str) -> Option<User> + ..>> }
//!
//! impl GatewayHooksFake {
//!     pub fn authenticate(mut self, fake: impl Fn(&str) -> Option<User> + ..) -> Self { .. }
//! }
//!
//! impl GatewayHooks for GatewayHooksFake {
//!     fn authenticate(&self, token: &str) -> Option<User> {
//!         match &self.authenticate { Some(fake) => fake(token), None => not_implemented() }
//!     }
//! }
//! ```

use heck::ToKebabCase;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Lifetime;
use syn::ext::IdentExt;

use super::{allow_attr, hook_cfgs, ident, item_allow_attr, spec_cfgs, vis};
use crate::hookspec::check::{Hook, Spec};
use crate::names;
use crate::paths::{attribute_item, index_ident};
use crate::signature::returning;
use crate::signature::types::{name_elided, peel};
use crate::syntax::receiver_ident;

/// A `plugin_core` without the feature `closures` drops it.
pub(super) fn fake(spec: &Spec) -> TokenStream {
    let private = &spec.private;
    let hooks = spec.hooks.iter().filter(|hook| can_be_faked(hook)).map(FakedHook::new).collect();
    let fake = Fake { spec, ident: fake_ident(spec), hooks };
    let (item, impls) = (fake.item(), fake.impls());
    quote!(#private::with_closures! { #item #impls })
}

struct Fake<'a> {
    spec: &'a Spec,
    ident: Ident,
    hooks: Vec<FakedHook<'a>>,
}

impl Fake<'_> {
    /// The output of `write` for each hook, under the `#[cfg]` of the hook.
    fn each(&self, write: impl Fn(&FakedHook<'_>) -> TokenStream) -> Vec<TokenStream> {
        let items = self.hooks.iter().map(|it| {
            let (cfgs, item) = (hook_cfgs(it.hook), write(it));
            quote!(#(#cfgs)* #item)
        });
        items.collect()
    }

    /// The struct.
    fn item(&self) -> TokenStream {
        let Self { spec, ident: fake, .. } = self;
        let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
        let allow = item_allow_attr(spec, None);
        let fields = self.each(|FakedHook { name, types, returning, .. }| {
            quote! {
                #name: #private::Option<#private::Box<
                    dyn #private::Send + #private::Sync + #private::Fn(#(#types),*) #returning
                >>,
            }
        });
        let doc = format!(
            "A plugin made of closures, for tests. It implements the hooks of [`{ident}`] that it \
             has a closure for. `plugin_core::testing::fake` constructs one."
        );
        quote! {
            #(#cfgs)*
            #[doc = #doc]
            #allow
            #[allow(missing_debug_implementations)]
            #[derive(#private::Default)]
            #vis struct #fake { #(#fields)* }
        }
    }

    fn impls(&self) -> TokenStream {
        let Self { spec, ident: fake, .. } = self;
        let (private, ident, cfgs, allow) =
            (&spec.private, ident(spec), spec_cfgs(spec), allow_attr(spec));
        let (setters, plugin, hookimpls) = (self.setters(), self.plugin(), self.hookimpls());
        quote! {
            #(#cfgs)*
            #allow
            const _: () = {
                impl #private::FakeHookSpec for dyn #ident {
                    type Fake = #fake;
                }

                impl #fake { #(#setters)* }

                #plugin
                #hookimpls
            };
        }
    }

    /// The methods that set its closures.
    fn setters(&self) -> Vec<TokenStream> {
        let Self { spec, .. } = self;
        let (private, vis, ident) = (&spec.private, vis(spec), ident(spec));
        self.each(|FakedHook { name, types, returning, .. }| {
            let doc =
                format!("Implements the hook [`{0}`]({ident}::{0}) with a closure.", name.unraw());
            quote_spanned! {Span::mixed_site()=>
                #[doc = #doc]
                #[must_use]
                #vis fn #name(
                    mut self,
                    fake: impl #private::Send + #private::Sync + 'static
                        + #private::Fn(#(#types),*) #returning,
                ) -> Self {
                    self.#name = #private::Some(#private::Box::new(fake));
                    self
                }
            }
        })
    }

    /// `impl Plugin`. A fake has no registry element.
    fn plugin(&self) -> TokenStream {
        let Self { spec, ident: fake, .. } = self;
        let (private, ident) = (&spec.private, ident(spec));
        let name = fake.to_string();
        let id = name.to_kebab_case();
        let id = if names::is_id(&id) { id } else { "fake".to_owned() };
        quote! {
            impl #private::Plugin for #fake {
                const __DERIVE_PLUGIN_WRITES_THIS: &'static #private::PluginInfo = &#private::new_plugin(
                        #id,
                        #name,
                        #private::None,
                        "",
                        #private::package!(),
                        #private::location!(),
                        true,
                    );

                fn listed() -> #private::Vec<#private::HookImplsEntry> {
                    <#private::Vec<_> as #private::From<_>>::from([
                        #private::hookimpls::<Self, dyn #ident>()
                    ])
                }
            }
        }
    }

    /// The impl of the hookspec, and the table of its hookimpls.
    fn hookimpls(&self) -> TokenStream {
        let Self { spec, ident: fake, .. } = self;
        let (private, ident) = (&spec.private, ident(spec));
        let attribute = attribute_item(private);
        let methods = self.each(|FakedHook { name, hook, .. }| {
            let sig = &hook.method.sig;
            let parameters = hook.signature.parameters.iter().map(|it| &it.ident);
            let called = format!("{}::{}", ident.unraw(), name.unraw());
            let this = receiver_ident(sig);
            quote_spanned! {Span::mixed_site()=>
                #sig {
                    match &#this.#name {
                        #private::Some(fake) => fake(#(#parameters),*),
                        #private::None => #private::not_implemented(#called),
                    }
                }
            }
        });
        let table = self.each(|FakedHook { name, .. }| {
            let (text, index) = (name.unraw().to_string(), index_ident(name));
            quote_spanned! {Span::mixed_site()=>
                #private::Decl {
                    info: #private::new_hookimpl(
                        #text,
                        <dyn #ident>::#index,
                        #text,
                        #private::Precedence::Normal,
                        #private::Kind::Plain,
                        here,
                    ),
                    number: 0,
                    implementation: __own,
                },
            }
        });
        let locals = quote_spanned! {Span::mixed_site()=>
            fn __own(instance: &#private::Instance) -> #private::Arc<dyn #ident> {
                #private::plugin::<#fake>(instance)
            }
            let here = #private::location!();
        };
        let arms = self.each(|FakedHook { name, .. }| {
            let index = index_ident(name);
            quote!(<dyn #ident>::#index => #private::Option::is_none(&__fake.#name),)
        });
        quote! {
            impl #ident for #fake {
                #attribute
                #(#methods)*
            }

            impl #private::HookImpls<dyn #ident> for #fake {
                const TABLE: &'static [#private::Decl<dyn #ident>] = {
                    #locals
                    &[#(#table)*]
                };

                const OMITS_HOOK: #private::Option<#private::OmitsHook> =
                    #private::Some(|__fake, __hook| {
                        let __fake = #private::typed::<Self>(__fake);
                        match __hook {
                            #(#arms)*
                            _ => true,
                        }
                    });
            }
        }
    }
}

/// A hook that a closure implements.
struct FakedHook<'a> {
    hook: &'a Hook,
    name: &'a Ident,
    types: Vec<&'a syn::Type>,
    returning: TokenStream,
}

impl<'a> FakedHook<'a> {
    fn new(hook: &'a Hook) -> Self {
        let signature = &hook.signature;
        let mut result_type = signature.output.ty.clone();
        if let Some(result_type) = &mut result_type {
            // A closure cannot return a borrow of its captures.
            name_elided(result_type, &forever());
        }
        Self {
            hook,
            name: &signature.ident,
            types: signature.parameters.iter().map(|parameter| &parameter.ty).collect(),
            returning: returning(result_type.as_ref()),
        }
    }
}

/// Whether a closure can implement a hook. Named lifetimes tie the result to arguments or to the plugin,
/// which a closure may be unable to express. So do elided lifetimes, with one exception: if the result,
/// or the value in it, is itself a reference, the closure returns a `'static` one.
fn can_be_faked(hook: &Hook) -> bool {
    let signature = &hook.signature;
    let result_type = signature.output.item().or(signature.output.ty.as_ref());
    let lends = |ty: &syn::Type| name_elided(&mut ty.clone(), &forever());
    let has_closure_type = result_type.is_none_or(|ty| match peel(ty) {
        syn::Type::Reference(reference) if reference.lifetime.is_none() => !lends(&reference.elem),
        _ => signature.output.ty.as_ref().is_none_or(|whole| !lends(whole)),
    });
    signature.generics.params.is_empty() && signature.receiver.is_none() && has_closure_type
}

fn forever() -> Lifetime {
    Lifetime::new("'static", Span::mixed_site())
}

fn fake_ident(spec: &Spec) -> Ident {
    let ident = ident(spec);
    Ident::new(&format!("{}Fake", ident.unraw()), ident.span())
}
