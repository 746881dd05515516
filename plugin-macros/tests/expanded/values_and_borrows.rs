#[hookspec(project = "library", crate = facade::plugins)]
pub(crate) trait Library {
    /// A value: each plugin gets a clone.
    fn add(&self, title: String, tags: &mut Vec<Tag>) -> Result<u32, Error>;
    /// Borrowed from the plugins.
    fn titles(&self, shelf: &str) -> Option<&str>;
    #[cfg(feature = "loans")]
    #[deprecated(note = "use `lend`")]
    fn loan(&self, id: u32);
    #[hookspec(historic)]
    fn on_opened(&self, name: &str) -> Result<Option<Greeting>, Error>;
}
