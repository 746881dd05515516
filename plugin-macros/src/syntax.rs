//! Items as our macros read them: function bodies stay unread, so half-typed code passes through.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::parse::discouraged::Speculative;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, GenericParam, Generics, ItemImpl, ItemTrait, Meta, Signature, Token, Visibility,
    token,
};

use crate::diagnostics::Errors;

/// A trait or an impl: everything before the braces, and what is in them.
pub(crate) struct Block<H, I> {
    pub(crate) head: H,
    pub(crate) items: Vec<I>,
}

/// A method of a trait or an impl.
#[derive(Clone)]
pub(crate) struct Method {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) defaultness: Option<Token![default]>,
    pub(crate) sig: Signature,
    pub(crate) body: Body,
}

#[derive(Clone)]
pub(crate) enum Body {
    None(Token![;]),
    Unread(TokenTree),
}

/// One item in a trait or an impl; `Other` is whatever is not a method.
#[derive(Clone)]
pub(crate) enum Member {
    Method(Box<Method>),
    Other(TokenStream),
}

/// A trait, its items aside.
pub(crate) type Trait = Block<ItemTrait, Member>;

/// An impl, its items aside.
pub(crate) type Impl = Block<ItemImpl, Member>;

impl Parse for Trait {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        split(input)
    }
}

impl Parse for Impl {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        split(input)
    }
}

/// Reads the item with empty braces, then what stands in them.
fn split<H: Parse>(input: ParseStream<'_>) -> syn::Result<Block<H, Member>> {
    let mut head: Vec<TokenTree> = input.parse::<TokenStream>()?.into_iter().collect();
    // The braces come last; others may come before, as in `impl Spec for Plugin<{ 3 }>`.
    let items = match head.last_mut() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
            let items = group.stream();
            let span = group.span();
            *group = Group::new(Delimiter::Brace, TokenStream::new());
            group.set_span(span);
            items
        }
        // syn says what is missing.
        _ => TokenStream::new(),
    };
    let head = syn::parse2(head.into_iter().collect())?;
    Ok(Block { head, items: members.parse2(items)? })
}

fn members(input: ParseStream<'_>) -> syn::Result<Vec<Member>> {
    let mut members = Vec::new();
    while !input.is_empty() {
        members.push(input.parse()?);
    }
    Ok(members)
}

/// An item whose braces are empty, with these items in them.
fn refill(head: &impl ToTokens, items: TokenStream) -> TokenStream {
    let mut tokens: Vec<TokenTree> = head.to_token_stream().into_iter().collect();
    if let Some(TokenTree::Group(braces)) = tokens.last_mut() {
        let span = braces.span();
        *braces = Group::new(Delimiter::Brace, items);
        braces.set_span(span);
    }
    tokens.into_iter().collect()
}

impl Parse for Member {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let fork = input.fork();
        if let Ok(method) = fork.parse() {
            input.advance_to(&fork);
            return Ok(Self::Method(Box::new(method)));
        }
        // Trait items are the larger language: impl items with a body, trait items without.
        let fork = input.fork();
        if let Ok(item) = fork.parse::<syn::TraitItem>() {
            input.advance_to(&fork);
            return Ok(Self::Other(item.into_token_stream()));
        }
        Ok(Self::Other(input.parse::<syn::ImplItem>()?.into_token_stream()))
    }
}

impl Parse for Method {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self {
            attrs: input.call(Attribute::parse_outer)?,
            vis: input.parse()?,
            defaultness: input.parse()?,
            sig: input.parse()?,
            body: if input.peek(token::Brace) {
                Body::Unread(input.parse()?)
            } else {
                Body::None(input.parse()?)
            },
        })
    }
}

impl ToTokens for Method {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.vis.to_tokens(tokens);
        self.defaultness.to_tokens(tokens);
        self.sig.to_tokens(tokens);
        match &self.body {
            Body::None(semi) => semi.to_tokens(tokens),
            Body::Unread(body) => body.to_tokens(tokens),
        }
    }
}

impl ToTokens for Member {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Method(method) => method.to_tokens(tokens),
            Self::Other(item) => item.to_tokens(tokens),
        }
    }
}

impl<H: ToTokens, I> Block<H, I> {
    /// The item with these in the place of its own items.
    pub(crate) fn with_items(&self, items: TokenStream) -> TokenStream {
        refill(&self.head, items)
    }
}

/// Whether an attribute is `#[name]`, by whatever path.
pub(crate) fn is_ours(attr: &syn::Attribute, name: &str) -> bool {
    attr.path().segments.last().is_some_and(|segment| segment.ident == name)
}

/// Attributes without those of our macro, which are read and mean nothing to rustc.
pub(crate) fn without_ours(attrs: &[Attribute], name: &str) -> Vec<Attribute> {
    attrs.iter().filter(|attr| !is_ours(attr, name)).cloned().collect()
}

/// The attributes that decide whether an item is there: whatever we write for it has them too.
pub(crate) fn cfgs(attrs: &[Attribute]) -> Vec<Attribute> {
    attrs.iter().filter(|attr| attr.path().is_ident("cfg")).cloned().collect()
}

/// The lints that what we write for an item must allow: those that the user allows on it (what is
/// expected there need not come up here), and that it is deprecated, if it is.
pub(crate) fn allowed(attrs: &[Attribute]) -> Vec<Attribute> {
    lints(attrs).iter().map(|lints| syn::parse_quote!(#[allow(#lints)])).collect()
}

/// The same, as what stands in the parentheses of `#[allow(..)]`.
pub(crate) fn lints(attrs: &[Attribute]) -> Vec<TokenStream> {
    let lints = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::List(list) if list.path.is_ident("allow") || list.path.is_ident("expect") => {
            without_reason(&list.tokens)
        }
        meta if meta.path().is_ident("deprecated") => Some(quote!(deprecated)),
        _ => None,
    });
    lints.collect()
}

/// Lints without `reason = ".."` and a comma at the end, to be put into a list with others.
fn without_reason(lints: &TokenStream) -> Option<TokenStream> {
    let lints = Punctuated::<Meta, Token![,]>::parse_terminated.parse2(lints.clone()).ok()?;
    let lints: Vec<_> = lints.iter().filter(|it| matches!(it, Meta::Path(_))).collect();
    (!lints.is_empty()).then(|| quote!(#(#lints),*))
}

/// Whether a type is generic: lifetimes do not count.
pub(crate) fn is_generic(generics: &Generics) -> bool {
    generics.params.iter().any(|it| !matches!(it, GenericParam::Lifetime(_)))
}

/// Refuses, and takes away, attributes that would decide later over what has to be known now.
pub(crate) fn check_cfg_attrs(errors: &mut Errors, attrs: &mut Vec<Attribute>) {
    attrs.retain(|attr| {
        let Some(ident) = hidden_by(attr) else { return true };
        errors.add(
            attr,
            format!(
                "`cfg_attr` must not hold `{ident}` here, which is read before it is decided; \
                 write the item twice, each under its `#[cfg]`"
            ),
        );
        false
    });
}

/// The attribute that a `cfg_attr` holds, if it is one that our macros read.
fn hidden_by(attr: &Attribute) -> Option<Ident> {
    if !attr.path().is_ident("cfg_attr") {
        return None;
    }
    let Meta::List(list) = &attr.meta else { return None };
    // The condition comes first: its words are other ones, and stand in groups of their own.
    list.tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) => {
            let is_read =
                ["cfg", "hookspec", "hookimpl", "deprecated"].iter().any(|it| ident == it);
            is_read.then_some(ident)
        }
        _ => None,
    })
}

/// Whether tokens are a function, as when our attribute stands on a lone method.
pub(crate) fn is_function(item: &TokenStream) -> bool {
    syn::parse2::<Method>(item.clone()).is_ok()
}

/// Whether a keyword stands in the head of an item: its kind.
pub(crate) fn has_keyword(item: &TokenStream, keyword: &str) -> bool {
    let mut tokens = item.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Ident(ident) if ident == keyword))
}

/// The receiver by the name that the signature has for it.
pub(crate) fn receiver_ident(sig: &syn::Signature) -> Ident {
    let span = sig.receiver().map_or_else(Span::mixed_site, |receiver| receiver.self_token.span);
    Ident::new("self", span)
}
