use std::collections::HashMap;
use std::hash::Hash;

/// Shares what is equal: lists above all.
#[derive(Debug)]
pub struct Interned<T> {
    /// Each item once, at its number.
    pub items: Vec<T>,
    known: HashMap<T, u32>,
}

impl<T> Default for Interned<T> {
    fn default() -> Self {
        Self { items: Vec::new(), known: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Interned<T> {
    /// The number of an item, which is new or was met before.
    pub fn add(&mut self, item: T) -> Result<u32, String> {
        if let Some(&id) = self.known.get(&item) {
            return Ok(id);
        }
        let id = u32::try_from(self.items.len()).map_err(|_| "the table is full".to_owned())?;
        self.items.push(item.clone());
        self.known.insert(item, id);
        Ok(id)
    }
}
