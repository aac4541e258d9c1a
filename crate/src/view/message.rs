/// Words of the interface: a key of `_locales`, and what is filled into its `$1`, `$2`.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The key. Where [`Message::count`] is set, the language's plural form is added (`_one`, `_other`).
    pub key: String,
    /// What is filled in, in order.
    pub args: Vec<Arg>,
    /// The number that chooses the plural form; it is filled in as `$1`.
    pub count: Option<usize>,
}

/// What is filled into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Somebody's own words, or a time such as `0:42`.
    Words(String),
    /// A language, by its BCP 47 tag; shown under its name.
    Language(String),
    /// Another message.
    Message(Message),
}

impl Message {
    /// A message with nothing to fill in.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into(), args: Vec::new(), count: None }
    }

    /// A message about a number of things.
    pub fn plural(key: impl Into<String>, count: usize) -> Self {
        Self { count: Some(count), ..Self::new(key) }
    }

    /// Fills in the next `$n`.
    #[must_use]
    pub fn with(mut self, arg: Arg) -> Self {
        self.args.push(arg);
        self
    }
}
